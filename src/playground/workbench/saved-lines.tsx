import { escapeHtml } from '#story/escape-html.ts'

/** The reader's own version of a program as static code; `start` has the HTML of the lines that it began with, by their text. */
export function SavedLines({ text, start }: { text: string; start: ReadonlyMap<string, string> }) {
  const lines = text.trimEnd().split('\n')
  return (
    <pre class="code" tabIndex={0}>
      <code>
        {lines.map((line, index) => (
          <span key={index} class="line" data-line={index + 1}>
            <span
              class="src"
              dangerouslySetInnerHTML={{ __html: start.get(`${line}\n`) ?? `${escapeHtml(line)}\n` }}
            />
          </span>
        ))}
      </code>
    </pre>
  )
}

/** Reads the lines of static code in an element: their text with its end of line, and their HTML with its colours. */
export function readLines(element: Element): Map<string, string> {
  return new Map([...element.querySelectorAll('.src')].map((it) => [it.textContent ?? '', it.innerHTML]))
}

import { useEffect, useRef } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import './printed-code.css'

interface Props {
  file: string
  /** As the exercise gives it. */
  given: string
  /** Gives the reader's own version. */
  toOwn: () => string
}

/** The whole of what is edited, for paper: an editor has only the lines that are in sight. A handout without answers has the start, to be written into. */
export function PrintedCode({ file, given, toOwn }: Props) {
  const heading = useRef<HTMLElement>(null)
  const code = useRef<HTMLPreElement>(null)
  useEffect(() => {
    // A browser prints at once, before anything is rendered again.
    const fill = () => {
      const isStart = isWithoutAnswers()
      heading.current!.textContent = isStart ? t('{file}, the start', { file }) : file
      code.current!.textContent = isStart ? given : toOwn()
    }
    addEventListener('beforeprint', fill)
    return () => removeEventListener('beforeprint', fill)
  })
  return (
    <figure class="printed-code">
      <figcaption ref={heading} />
      <pre ref={code} />
    </figure>
  )
}

/** Where nobody can choose answers, as in a frame, paper has what the reader has. */
function isWithoutAnswers(): boolean {
  return document.querySelector<HTMLInputElement>('#print-answers')?.checked === false
}

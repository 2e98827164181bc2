import type { Diagnostic } from '#protocol/diagnostic.ts'
import { type Story, storyOf } from '#protocol/story.ts'
import type { Bench } from '../bench.ts'
import { Explanation } from './explanation.tsx'
import { FixButtons } from './fix-buttons.tsx'
import { LineLink } from './line-link.tsx'
import { Phrase } from './phrase.tsx'

interface Props {
  bench: Bench
  diagnostic: Diagnostic
  /** The kernel said it, not a compiler. */
  isCrash?: boolean
}

/** One message with all places that it points at, in the order in which the program runs into them. */
export function Problem({ bench, diagnostic, isCrash = false }: Props) {
  const { severity, code, message, children } = diagnostic
  const notes = children.filter(({ spans, message }) => spans.length === 0 && message)
  return (
    <li class={`wb-problem wb-${isCrash ? 'crash' : severity}`}>
      <p class="wb-problem-head">
        <span class="wb-severity">{isCrash ? 'kernel' : severity}</span> {code && <code>{code}</code>}{' '}
        <Phrase text={message} />
      </p>
      <Steps bench={bench} diagnostic={diagnostic} isCrash={isCrash} />
      {notes.map((note) => (
        <p key={note.message} class="wb-note">
          <span class="wb-severity">{note.severity}</span> <Phrase text={note.message} />
        </p>
      ))}
      <External diagnostic={diagnostic} />
      <FixButtons bench={bench} fixes={diagnostic.fixes} />
      {code && /^E\d{4}$/.test(code) && <Explanation code={code} />}
    </li>
  )
}

function Steps({ bench, diagnostic, isCrash }: Required<Props>) {
  const { steps } = isCrash ? inOrderOfTime(diagnostic, bench.file) : storyOf([diagnostic], bench.file)
  return (
    <ol class="wb-steps">
      {steps.map((step, index) => (
        <li key={index} class={`wb-step-${step.kind}`}>
          <LineLink bench={bench} at={step} />
          <span>
            <Phrase text={step.kind === 'primary' ? sayPrimary(step.text, diagnostic) : step.text} />
          </span>
        </li>
      ))}
    </ol>
  )
}

/** A kernel's report begins with its end: what it was before comes first here. */
function inOrderOfTime({ spans, ...report }: Diagnostic, file: string): Pick<Story, 'steps'> {
  const ordered = [...spans.filter(({ primary }) => !primary), ...spans.filter(({ primary }) => primary)]
  return { steps: ordered.flatMap((span) => storyOf([{ ...report, spans: [span] }], file).steps) }
}

/** The message stands above the steps already. */
function sayPrimary(text: string, { message }: Diagnostic): string {
  return text === message ? 'here' : text.replace(`${message}: `, '')
}

/** Places in the kernel's own source, which is not here to be edited. */
function External({ diagnostic: { spans, children } }: { diagnostic: Diagnostic }) {
  const places = [
    ...spans,
    ...children.flatMap(({ spans, message }) =>
      spans.map((span) => ({ ...span, label: span.label ?? message })),
    ),
  ]
  const own = places.filter(({ external, file }) => external && file.includes('/'))
  if (own.length === 0) return null
  return (
    <ul class="wb-external">
      {own.map(({ file, start, label }, index) => (
        <li key={index} class="wb-note">
          <code>
            {file}:{start.line}
          </code>{' '}
          {label && <Phrase text={label} />}
        </li>
      ))}
    </ul>
  )
}

import type { ExpectedText } from '#course/boot-script.ts'
import { t, tn } from '#i18n/t.ts'
import { ConsoleLink } from './console-link.tsx'

/** The line most like it, else what its command brought. */
export function Instead({ of: { nearest, came } }: { of: ExpectedText }) {
  if (nearest !== undefined) return <Came text={nearest} />
  if (!came) return t('no line like it')
  const { of: command, lines } = came
  if (lines.length === 0) return t('«{command}» printed nothing', { command })
  const more = lines.length - linesInSight
  return (
    <>
      {t('no line like it; after «{command}» came', { command })}
      {lines.slice(0, linesInSight).map((text, index) => (
        <div key={index}>
          <Came text={text} />
        </div>
      ))}
      {more > 0 && tn('and {count} more line', 'and {count} more lines', { count: more })}
    </>
  )
}

const linesInSight = 3

function Came({ text }: { text: string }) {
  return (
    <>
      <code>{text}</code> <ConsoleLink text={text} />
    </>
  )
}

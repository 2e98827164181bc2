import { t } from '#i18n/t.ts'
import { useState } from 'preact/hooks'
import { shortenType } from '#story/shorten-types.ts'

/** A message of the compiler, with what it quotes in backticks as code, and addresses as links; a very long type is whole when the reader asks. */
export function Phrase({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/`([^`]+)`/)
        .map((part, index) =>
          index % 2 ? <Code key={index} code={part} /> : <Linked key={index} text={part} />,
        )}
    </>
  )
}

/** Words in which addresses are links; they open beside the page, where the reader's work is. */
function Linked({ text }: { text: string }) {
  return (
    <>{text.split(/(https?:\/\/[^\s<>"']*[\w/#])/).map((part, index) => (index % 2 ? toLink(part) : part))}</>
  )
}

function toLink(href: string) {
  return (
    <a key={href} href={href} target="_blank" rel="noreferrer">
      {href}
    </a>
  )
}

function Code({ code }: { code: string }) {
  const short = shortenType(code)
  return short === code ? <code>{code}</code> : <LongCode code={code} short={short} />
}

function LongCode({ code, short }: { code: string; short: string }) {
  const [isWhole, setWhole] = useState(false)
  return (
    <>
      <code>{isWhole ? code : short}</code>{' '}
      <button type="button" class="wb-textbutton" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
        {isWhole ? t('shorter') : t('whole type')}
      </button>
    </>
  )
}

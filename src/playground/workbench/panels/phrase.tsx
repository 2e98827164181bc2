import { t } from '#i18n/t.ts'
import { useState } from 'preact/hooks'
import { shortenType } from '#story/shorten-types.ts'

/** A message of the compiler, with what it quotes in backticks as code; a very long type is whole when the reader asks. */
export function Phrase({ text }: { text: string }) {
  return (
    <>{text.split(/`([^`]+)`/).map((part, index) => (index % 2 ? <Code key={index} code={part} /> : part))}</>
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

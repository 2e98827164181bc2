import { langOf } from '#i18n/language.ts'
import { Phrase } from './phrase.tsx'

/** Attributes of an element whose words are the compiler's or the kernel's: English on every page, and to be left so. */
export function inEnglish(): { lang?: string; translate?: false } {
  const lang = langOf('en')
  return lang === undefined ? {} : { lang, translate: false }
}

/** A message of the compiler, or of the kernel. */
export function EnglishPhrase({ text }: { text: string }) {
  return (
    <span {...inEnglish()}>
      <Phrase text={text} />
    </span>
  )
}

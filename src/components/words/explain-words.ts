import type { ExplainedWord } from '#course/words/explained-word.ts'
import { findWord } from '#course/words/find-word.ts'
import { localPath } from '#i18n/local-path.ts'
import { createCard } from './word-card.ts'
import { findPointedAt } from './pointed-at.ts'

/** Explains words beside the pointer, or beside a link that has the focus, from now on; begins with what the reader pointed at. */
export function explainWords(first: Event) {
  const card = createCard()
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (event: PointerEvent) => {
    clearTimeout(timer)
    if (event.pointerType !== 'touch') timer = setTimeout(() => void explain(event), restMilliseconds)
  }
  const explain = async (event: Event) => {
    if (card.contains(event)) return
    const words = await loadWords()
    const found = findPointedAt(event)
    const word = found && words && toWord(words, found)
    if (word) card.show(word, found.box)
    else card.hide()
    return word
  }
  const tap = async (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(glossaryLink)
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch'
    if (isTouch && link) event.preventDefault()
    if (isTouch) await explain(event)
  }
  addEventListener('pointermove', later)
  addEventListener('focusin', (event) => void explain(event))
  addEventListener('click', (event) => void tap(event))
  if (first instanceof PointerEvent && first.type === 'click') void tap(first)
  else void explain(first)
}

/** How long the pointer has to rest. */
const restMilliseconds = 300
const glossaryLink = 'a[href*="/glossary/#"]'

type PointedAt = NonNullable<ReturnType<typeof findPointedAt>>

function toWord(words: ExplainedWord[], found: PointedAt): ExplainedWord | undefined {
  if (found.kind === 'link') return words.find(({ word }) => word === found.word)
  const { line, at, language } = found
  const languages = language === undefined ? ['rust', 'c'] : [language]
  const whole = words.find(({ shown }) => shown === `<code>${found.html}</code>`)
  if (language === undefined && whole) return whole
  return languages.map((name) => findWord(words, { line, at, language: name })).find(Boolean)
}

let loading: Promise<ExplainedWord[] | undefined> | undefined

/** Once; an attempt that failed is made again. */
async function loadWords(): Promise<ExplainedWord[] | undefined> {
  loading ??= fetch(localPath('/words.json'))
    .then((response) => (response.ok ? (response.json() as Promise<ExplainedWord[]>) : undefined))
    .catch(() => undefined)
  const words = await loading
  if (!words) loading = undefined
  return words
}

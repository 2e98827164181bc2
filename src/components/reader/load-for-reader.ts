import { loadScript } from '../load-script.ts'
import { loadWords } from '../load-words.ts'
import { noteEarlyAnswer } from './note-early-answer.ts'

/**
 * Loads what only a reader needs at the first sign of one: a page that is only opened is without it. Not every way of reading
 * gives a sign, so it comes by itself as well; and who has worked here before sees that work at once. A page for frames loads
 * a script of its own.
 */
export function loadForReader(script: 'for-reader' | 'embed/for-reader' = 'for-reader') {
  const before: Event[] = []
  let loading: Promise<boolean> | undefined
  const load = () =>
    (loading ??= start(script, before).then((isThere) => {
      if (!isThere) setTimeout(() => (loading = undefined), 5000)
      else for (const sign of signs) removeEventListener(sign, onSign, true)
      return isThere
    }))
  const onSign = (event: Event) => {
    before.push(event)
    noteEarlyAnswer(event)
    void hold(event, load())
  }
  for (const sign of signs) addEventListener(sign, onSign, { capture: true, passive: !acts.includes(sign) })
  // A page that is made by a script, a question that is asked again, a link that holds code.
  const isWanted = document.querySelector('[data-script]') || isAsked() || location.hash
  if (isWanted || hasWorked()) void load()
  else setTimeout(load, 5000)
}

interface ForReader {
  startForReader(before: readonly Event[]): void
}

const acts = ['click', 'submit']
const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll', 'change', ...acts]

/** The theme of a page for frames is there before any script. */
function isAsked(): boolean {
  return [...new URLSearchParams(location.search).keys()].some((name) => name !== 'theme')
}

function hasWorked(): boolean {
  try {
    return localStorage.length > 0
  } catch {
    return false
  }
}

async function start(name: string, before: Event[]): Promise<boolean> {
  fetchNear()
  const script = await loadScript<ForReader>(name).catch(() => undefined)
  script?.startForReader(before)
  return script !== undefined
}

/** The workbench that is in sight comes together with the script that wakes it. */
function fetchNear() {
  for (const island of document.querySelectorAll('astro-island[client="reader"]'))
    if (island.firstElementChild!.getBoundingClientRect().top < innerHeight + 300)
      void loadWords()
        .then(() => import(island.getAttribute('component-url')!))
        .catch(() => {})
}

/** Has what is clicked wait for the script, which does more with it than the browser; a form is sent to no server. */
async function hold(event: Event, load: Promise<boolean>) {
  if (event.type === 'submit') event.preventDefault()
  const held = isPlainClick(event) && (event.target as Element).closest<HTMLElement>(waiting)
  if (!held) return
  event.preventDefault()
  const isThere = await load
  if (isThere) held.click()
  else if (held instanceof HTMLAnchorElement) location.assign(held.href)
}

/** One that asks for no new tab. */
function isPlainClick(event: Event): boolean {
  return (
    event instanceof MouseEvent &&
    event.type === 'click' &&
    !(event.ctrlKey || event.metaKey || event.shiftKey)
  )
}

/** Links and buttons whose clicks wait for the script. */
const waiting = 'a.badge, a[data-opens], .theme-toggle'

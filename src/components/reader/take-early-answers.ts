import { saveAnswer } from '#playground/storage/answers.ts'
import { readText, removeStored, storedNames } from '#playground/storage/storage.ts'
import { toChosenAnswer } from '../chosen-answer.ts'

type Control = HTMLInputElement | HTMLSelectElement

/**
 * Takes up what was chosen on pages that were left before their script was there, as `noteEarlyAnswer` noted it. On this
 * page it is chosen once more, unless that was done `before` on this visit; of another page the answer is saved.
 */
export function takeEarlyAnswers(before: readonly Event[]) {
  const notes = storedNames(early).map(toNote)
  for (const note of notes.filter(({ path }) => path === location.pathname)) chooseAgain(note, before)
  for (const path of new Set(notes.map(({ path }) => path)))
    if (path !== location.pathname) void takeFrom(path, notes)
}

const early = 'early:'

/** `name` is that of the control, `stored` the one under which the note is saved. */
interface Note {
  path: string
  name: string
  given: string
  stored: string
}

function toNote(stored: string): Note {
  const [path, name] = stored.slice(early.length).split(':')
  return { path: path!, name: name ?? '', given: readText(stored) ?? '', stored }
}

function chooseAgain(note: Note, before: readonly Event[]) {
  removeStored(note.stored)
  if (before.some(({ target, type }) => type === 'change' && (target as Control).name === note.name)) return
  choose(document, note)?.dispatchEvent(new Event('change', { bubbles: true }))
}

/** What only the scripts of that page can judge waits until it is opened. */
async function takeFrom(path: string, notes: Note[]) {
  const page = await fetchPage(path)
  if (!page) return
  for (const note of notes.filter((it) => it.path === path)) {
    const control = choose(page, note)
    const chosen = control && toChosenAnswer(control)
    if (chosen) saveAnswer(chosen.slug, chosen.name, chosen.answer)
    if (chosen || !control) removeStored(note.stored)
  }
}

/** Undefined where the page has no such choice, or no longer. */
function choose(page: Document, { name, given }: Note): Control | undefined {
  const named = page.querySelectorAll<Control>(`:is(input[type=radio], select)[name="${CSS.escape(name)}"]`)
  const control = [...named].find((it) => it instanceof HTMLSelectElement || it.value === given)
  if (control instanceof HTMLInputElement) control.checked = true
  else if (control) control.value = given
  return control
}

async function fetchPage(path: string): Promise<Document | undefined> {
  const response = await fetch(path).catch(() => undefined)
  if (!response?.ok) return undefined
  return new DOMParser().parseFromString(await response.text(), 'text/html')
}

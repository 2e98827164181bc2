import type { LogEntry } from '#playground/storage/log/log-entry.ts'
import { entryNoted } from '#playground/storage/log/note-entry.ts'
import { loadScript } from '../load-script.ts'
import type * as loaded from '../progress/log-script.ts'
import { revisited } from '../revisited.ts'

/** Where a question is asked again: shows the way to the next one below it, once it is answered. */
export function followRevisit() {
  const question = revisited === null ? undefined : findQuestion(revisited)
  if (!question) return
  question.scrollIntoView({ block: 'center' })
  addEventListener(entryNoted, (event) => {
    const entry = (event as CustomEvent<LogEntry>).detail
    if (entry.kind !== 'answered' || entry.task !== revisited) return
    if (entry.right) question.dataset.done = ''
    void showNext(question)
  })
}

function findQuestion(name: string): HTMLElement | undefined {
  const id = CSS.escape(name)
  const found = document.querySelector<HTMLElement>(`[data-task="${id}"], .question:has([name="${id}"])`)
  return found ?? undefined
}

async function showNext(question: HTMLElement) {
  const { findNext } = await loadScript<typeof loaded>('log')
  const way = question.querySelector('.revisit-next') ?? document.createElement('p')
  way.className = 'revisit-next note'
  way.replaceChildren(await findNext())
  question.append(way)
}

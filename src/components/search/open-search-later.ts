import { fieldOf } from '../field-of.ts'
import { loadScript } from '../load-script.ts'
import type * as loaded from './open-search.ts'

/** Loads the search when somebody asks for it: by the button in the header, `/`, or Ctrl+K. */
export function openSearchLater() {
  const button = document.querySelector<HTMLButtonElement>('.search-button')!
  button.addEventListener('click', () => void open(button))
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !isAsked(event)) return
    event.preventDefault()
    void open(button)
  })
}

/** The button has the words: a page that is only read loads none for scripts. */
async function open({ dataset }: HTMLElement) {
  try {
    const { openSearch } = await loadScript<typeof loaded>('search')
    openSearch()
  } catch {
    alert(dataset.failed)
  }
}

/** Editors and terminals have these keys for themselves. */
function isAsked({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  const field = fieldOf(target)
  if (ctrlKey || metaKey) return key === 'k' && (!field || field.matches('input'))
  return key === '/' && !altKey && !field
}

/** What every page does in the browser besides the workbench: the theme, and what the reader has done. */

const root = document.documentElement
const progressLinks = [...document.querySelectorAll<HTMLAnchorElement>('[data-progress]')]

setUpThemeToggle()
rememberLesson()
showProgress()
offerToContinue()
showWhatOpens()
addEventListener('load', layOutCode)
addEventListener('storage', showProgress)
addEventListener('pageshow', showProgress)
addEventListener('no-oops:progress', showProgress)

function setUpThemeToggle() {
  const button = document.querySelector<HTMLButtonElement>('.theme-toggle')!
  button.hidden = false
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark'
    keep('theme', root.dataset.theme)
  })
}

function isDark(): boolean {
  return root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches
}

function rememberLesson() {
  const lesson = document.querySelector<HTMLElement>('[data-lesson]')?.dataset.lesson
  if (lesson) keep('last', lesson)
}

function showProgress() {
  const progress = readProgress()
  for (const link of progressLinks)
    link.classList.toggle('solved', Object.hasOwn(progress, link.dataset.progress!))
  const solved = progressLinks.filter((link) => link.classList.contains('solved')).length
  const words = document.querySelector<HTMLElement>('[data-done]')
  if (words && solved > 0) words.textContent = `${solved} of ${progressLinks.length} lessons done`
}

function offerToContinue() {
  const start = document.querySelector<HTMLAnchorElement>('[data-continue]')
  const last = progressLinks.find((link) => link.dataset.progress === read('last'))
  if (!start || !last) return
  start.href = last.href
  start.textContent = `Continue with ${last.dataset.number}`
}

/** What «Edit it» opens is taller than the rest of the window. */
function showWhatOpens() {
  const details = document.querySelector<HTMLDetailsElement>('details.edit')
  details?.addEventListener('toggle', () => details.open && details.scrollIntoView())
}

/** Lays out the code below the window piece by piece when there is nothing else to do. */
function layOutCode() {
  const next = document.querySelector('.code:not(.laid-out)')
  if (!next) return
  const later = window.requestIdleCallback ?? ((callback: () => void) => setTimeout(callback, 50))
  later(() => {
    next.classList.add('laid-out')
    layOutCode()
  })
}

function readProgress(): object {
  try {
    return JSON.parse(read('progress') ?? '{}') ?? {}
  } catch {
    return {}
  }
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(`no-oops:${name}`)
  } catch {
    return null
  }
}

/** A browser that keeps nothing is no reason to fail. */
function keep(name: string, value: string) {
  try {
    localStorage.setItem(`no-oops:${name}`, value)
  } catch {}
}

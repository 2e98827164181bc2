import { saveText } from '#playground/storage/storage.ts'

const root = document.documentElement

/** Lets the button in the header change between light and dark; theme.js applies the choice on the next page. */
export function setUpThemeToggle() {
  const button = document.querySelector<HTMLButtonElement>('.theme-toggle')!
  button.hidden = false
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark'
    saveText('theme', root.dataset.theme)
  })
}

function isDark(): boolean {
  return root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches
}

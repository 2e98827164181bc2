import { saveSetting } from '#playground/storage/settings.ts'

/** Lets the button in the header change between light and dark; theme.js applies the choice on the next page. */
export function setUpThemeToggle() {
  const button = document.querySelector<HTMLButtonElement>('.theme-toggle')!
  button.addEventListener('click', () => saveSetting('theme', isDark() ? 'light' : 'dark'))
}

function isDark(): boolean {
  const { theme } = document.documentElement.dataset
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}

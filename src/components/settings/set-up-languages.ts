/** Has the links to other languages lead to the page that the settings are shown over, where it is there in that language. */
export function setUpLanguages(settings: HTMLElement) {
  for (const link of settings.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
    const { language } = link.dataset
    const same = document.querySelector<HTMLAnchorElement>(`.site-footer a[data-language="${language}"]`)
    if (same) link.href = same.href
  }
}

/** Shows the buttons of the header, which do nothing without scripts. */
export function showButtons() {
  for (const button of document.querySelectorAll<HTMLElement>('.site-header button[hidden]'))
    button.hidden = false
}

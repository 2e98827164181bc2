/** Lets the button beside the choices of what to print do so. */
export function setUpPrinting() {
  const button = document.querySelector<HTMLButtonElement>('.print-button')
  if (!button) return
  button.hidden = false
  button.addEventListener('click', () => print())
}

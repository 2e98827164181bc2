/**
 * Shows the note of a duty beside its number when that is pointed at, focused or clicked. Without this script the number
 * is a link to the note. Esc and a click elsewhere close it.
 */
export function setUpDutyNotes() {
  const badges = [...document.querySelectorAll<HTMLAnchorElement>('a.badge')]
  if (badges.length === 0) return
  const note = createNote()
  for (const badge of badges) listen(badge, note)
  const pointedAt = badges.find((badge) => badge.matches(':hover, :focus'))
  if (pointedAt) showBeside(pointedAt, note)
  note.addEventListener('pointerleave', () => {
    if (!isChosen()) note.hidePopover()
  })
  addEventListener('scroll', () => follow(note), { passive: true, capture: true })
}

function createNote(): HTMLElement {
  const note = document.createElement('div')
  note.className = 'duty-note'
  note.popover = 'auto'
  document.body.append(note)
  return note
}

function listen(badge: HTMLAnchorElement, note: HTMLElement) {
  const show = () => showBeside(badge, note)
  badge.setAttribute('aria-describedby', badge.hash.slice(1))
  badge.addEventListener('pointerenter', show)
  badge.addEventListener('focus', show)
  badge.addEventListener('click', (event) => {
    event.preventDefault()
    badge.focus()
    show()
  })
  badge.addEventListener('blur', () => note.hidePopover())
  badge.addEventListener('pointerleave', ({ relatedTarget }) => {
    if (!isChosen() && !(relatedTarget instanceof Node && note.contains(relatedTarget))) note.hidePopover()
  })
}

/** Whose number has the focus, as after a click, stays until that goes elsewhere. */
function isChosen(): boolean {
  return document.querySelector('a.badge:focus') !== null
}

function showBeside(badge: HTMLAnchorElement, note: HTMLElement) {
  const text = document.querySelector(badge.hash)!
  note.replaceChildren(...[...text.childNodes].map((child) => child.cloneNode(true)))
  note.showPopover()
  place(badge, note)
}

function place(badge: HTMLElement, note: HTMLElement) {
  const { left, bottom, top } = badge.getBoundingClientRect()
  const { offsetWidth, offsetHeight } = note
  const isRoomBelow = bottom + offsetHeight < innerHeight
  note.style.left = `${Math.max(8, Math.min(left, innerWidth - offsetWidth - 8))}px`
  note.style.top = `${isRoomBelow ? bottom : top - offsetHeight}px`
}

/** When the page moves, the note goes with a number that is pointed at or has the focus; any other note has lost its place. */
function follow(note: HTMLElement) {
  const badge = document.querySelector<HTMLElement>('a.badge:is(:hover, :focus)')
  if (badge) place(badge, note)
  else note.hidePopover()
}

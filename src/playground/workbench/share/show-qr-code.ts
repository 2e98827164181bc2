import { t } from '#i18n/t.ts'
import { showToast } from '../../notices/toasts.ts'

/** Most bytes that a QR code holds. */
const mostBytes = 2953

/** Whether a QR code holds a link. */
export function fitsQrCode({ length }: string): boolean {
  return length <= mostBytes
}

/** In modules at a side: more of them are too small for many cameras, across a room. */
const mostForRoom = 100

/** Shows a link as a QR code over the page, for a room to take it off the screen. */
export async function showQrCode(link: string) {
  if (!fitsQrCode(link))
    return showToast(
      t(
        'The link has {length} characters; a QR code holds {most}. Copy the link instead, or share less code.',
        { length: link.length, most: mostBytes },
      ),
    )
  const { encode } = await import('uqr')
  const { data, size } = encode(link, { ecc: 'L', border: 2 })
  const dialog = document.createElement('dialog')
  dialog.className = 'wb-qr'
  dialog.setAttribute('aria-label', t('QR code of the link'))
  dialog.append(draw(data, size), describe(link, size), createClose(dialog))
  Object.assign(dialog.style, {
    background: '#fff',
    border: '0',
    padding: '1rem',
    textAlign: 'center',
    color: '#000',
  })
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

function draw(data: boolean[][], size: number): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const cells = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`)
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', t('QR code'))
  svg.innerHTML = `<path fill="#000" shape-rendering="crispEdges" d="${cells.join('')}"/>`
  Object.assign(svg.style, {
    display: 'block',
    width: 'min(85vw, 76vh)',
    height: 'min(85vw, 76vh)',
    margin: 'auto',
  })
  return svg
}

/** What it leads to, for who can't take it off the screen. */
function describe(link: string, size: number): HTMLElement {
  const words = document.createElement('p')
  const { host, pathname } = new URL(link)
  words.textContent = `${document.title.replace(/ · No Oops$/, '')} · ${host}${pathname}`
  if (size > mostForRoom)
    words.append(document.createElement('br'), t('It is a large code: cameras need to come close.'))
  Object.assign(words.style, { margin: '0.5rem 0 0', overflowWrap: 'anywhere' })
  return words
}

function createClose(dialog: HTMLDialogElement): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'wb-button'
  button.textContent = t('Close')
  button.style.marginTop = '0.75rem'
  button.addEventListener('click', () => dialog.close())
  return button
}

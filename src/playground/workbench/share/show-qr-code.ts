import { t } from '#i18n/t.ts'
import { showToast } from '../../notices/toasts.ts'

/** Most bytes that a QR code holds. */
const mostBytes = 2953

/** Shows a link as a QR code over the page, for a room to take it off the screen. */
export async function showQrCode(link: string) {
  if (link.length > mostBytes)
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
  dialog.append(draw(data, size), createClose(dialog))
  Object.assign(dialog.style, { background: '#fff', border: '0', padding: '1rem', textAlign: 'center' })
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
  Object.assign(svg.style, { display: 'block', width: 'min(85vw, 80vh)', height: 'min(85vw, 80vh)' })
  return svg
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

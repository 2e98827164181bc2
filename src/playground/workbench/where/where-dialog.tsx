import { render } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import { WhereForm } from './where-form.tsx'
import '../dialog.css'
import './where.css'

/** Shows the window in which readers choose where their code goes. */
export function showWhereCodeGoes() {
  const place = document.createElement('div')
  document.body.append(place)
  const close = () => (render(null, place), place.remove())
  render(<WhereDialog close={close} />, place)
}

function WhereDialog({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="wb-dialog wb-where" aria-labelledby="where-title" onClose={close}>
      <h2 id="where-title">{t('Where code goes')}</h2>
      <WhereForm onDone={() => dialog.current?.close()} />
    </dialog>
  )
}

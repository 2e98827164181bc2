import { t } from '#i18n/t.ts'
import { closeToast, holdToast, releaseToast, toast } from '../../notices/toasts.ts'
import './toast-area.css'

/** Where short messages appear and are read out. */
export function ToastArea() {
  const shown = toast.value
  return (
    <div class="wb-toasts" role="status">
      {shown && (
        <div
          class="wb-toast"
          onPointerEnter={holdToast}
          onPointerLeave={releaseToast}
          onFocusCapture={holdToast}
          onBlurCapture={releaseToast}
        >
          <span>{shown.text}</span>
          {shown.actions.map(({ label, callback }) => (
            <button key={label} type="button" class="wb-button" onClick={() => (closeToast(), callback())}>
              {label}
            </button>
          ))}
          <button
            type="button"
            class="wb-textbutton"
            aria-label={t('Close this message')}
            onClick={closeToast}
          >
            ✕
          </button>
        </div>
      )}
    </div>
  )
}

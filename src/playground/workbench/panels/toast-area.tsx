import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import { closeToast, holdToast, releaseToast, toast } from '../../notices/toasts.ts'
import './toast-area.css'

/** Where short messages appear and are read out. */
export function ToastArea() {
  const area = useRef<HTMLDivElement>(null)
  const isInSight = useIsInSight(area)
  const shown = toast.value
  return (
    <div ref={area} class={isInSight ? 'wb-toasts' : 'wb-toasts is-away'} role="status">
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

/** Whether an element is in the window, and not below the bar that stays at its top. */
function useIsInSight(of: RefObject<HTMLElement>): boolean {
  const [isInSight, setInSight] = useState(true)
  useEffect(() => {
    const watch = new IntersectionObserver((seen) => setInSight(seen.at(-1)!.isIntersecting), {
      rootMargin: '-8% 0px 0px',
    })
    watch.observe(of.current!)
    return () => watch.disconnect()
  }, [])
  return isInSight
}

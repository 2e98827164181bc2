import { t } from '#i18n/t.ts'
import { useEffect, useState } from 'preact/hooks'

interface Props {
  /** When it began to count, as `performance.now()` tells time. */
  since: number
  /** Seconds after which it ends. */
  most: number
}

/** How much of its time something has taken, second by second; not read out. */
export function Clock({ since, most }: Props) {
  const [now, setNow] = useState(performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.min(most, Math.round((now - since) / 1000))
  if (seconds < 1) return null
  return <span aria-hidden="true"> {t('{seconds} s of {most} s', { seconds, most })}</span>
}

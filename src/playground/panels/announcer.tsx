import { announced } from '../announcements.ts'

/** Speaks what is announced, one sentence at a time. */
export function Announcer() {
  return (
    <p class="visually-hidden wb-announcer" role="status" aria-live="polite">
      {announced.value}
    </p>
  )
}

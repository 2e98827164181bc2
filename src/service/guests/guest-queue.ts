import { createQueue, type Queue, type QueueOptions } from '../queue.ts'

/**
 * Makes a queue for guests before the one that the course's readers have: no more of them than `concurrency` are in that at
 * once, and there the course's readers come first.
 */
export function createGuestQueue(queue: Queue, options: QueueOptions): Queue {
  const guests = createQueue(options)
  return {
    run: (task, { client, signal }) => {
      const guest = { client: `guest ${client}`, signal, isGuest: true } as const
      return guests.run(() => queue.run(task, guest), guest)
    },
    get running() {
      return guests.running
    },
    get waiting() {
      return guests.waiting
    },
  }
}

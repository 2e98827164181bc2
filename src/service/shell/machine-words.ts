import { randomBytes } from 'node:crypto'

/** What the programs of a shell's machine say to us, unseen, between what its terminal shows. */
export interface MachineWords {
  /** Takes a word; false if it is none of them. */
  hear(word: string): boolean
  /** Names a question, and waits for its answer; undefined if none comes in time. */
  ask(milliseconds: number): { id: string; answer: Promise<MachineAnswer | undefined> }
}

/** Whether an older build is loaded of a driver that has been put into the machine. */
export type MachineAnswer = 'loaded' | 'free'

/** `onLoad` is told the hash of a file that is about to be loaded; false if nobody knows it. */
export function createMachineWords(onLoad: (hash: string) => boolean): MachineWords {
  const questions = new Map<string, (answer: MachineAnswer | undefined) => void>()
  return {
    hear(word) {
      const [, kind, id] = /^(loads|loaded|free)-([0-9a-f]{16})$/.exec(word) ?? []
      if (kind === 'loads') return onLoad(id!)
      const tell = questions.get(id!)
      tell?.(kind as MachineAnswer)
      return tell !== undefined
    },
    ask(milliseconds) {
      const id = randomBytes(8).toString('hex')
      const { promise, resolve } = Promise.withResolvers<MachineAnswer | undefined>()
      const timer = setTimeout(() => resolve(undefined), milliseconds)
      questions.set(id, resolve)
      const answer = promise.finally(() => (clearTimeout(timer), questions.delete(id)))
      return { id, answer }
    },
  }
}

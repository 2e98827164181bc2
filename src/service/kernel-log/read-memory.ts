import type { Access, LoggedReport, MemoryObject } from './logged-report.ts'

/** What KASAN tells of the memory that a driver hit: how it was used, and what lies there. */
export function readMemory(words: string[]): Pick<LoggedReport, 'access' | 'object'> {
  const access = firstOf(words, readAccess)
  const object = access && firstOf(words, (line) => readObject(line, access))
  return { ...(access ? { access } : {}), ...(object ? { object } : {}) }
}

function firstOf<T>(words: string[], read: (line: string) => T | undefined): T | undefined {
  for (const line of words) {
    const found = read(line)
    if (found) return found
  }
  return undefined
}

function readAccess(line: string): Access | undefined {
  const [, verb, bytes, address] = accessWords.exec(line) ?? []
  if (!verb) return undefined
  return {
    does: verbs[verb as keyof typeof verbs],
    ...(bytes ? { bytes: Number(bytes) } : {}),
    address: address!,
  }
}

const accessWords = /^(Read|Write|Free)(?: of size (\d{1,9}))?(?: of| at) addr ([0-9a-f]{1,16}) by task /
const verbs = { Read: 'reads', Write: 'writes', Free: 'frees' } as const

function readObject(line: string, access: Access): MemoryObject | undefined {
  const [, bytes, start] = objectWords.exec(line) ?? []
  if (!bytes) return undefined
  return { bytes: Number(bytes), offset: toDistance(start!, access.address) }
}

const objectWords = /^ (?:freed |allocated )?(\d{1,9})-byte region \[([0-9a-f]{1,16}), /

/** Addresses have more digits than a number holds. */
function toDistance(from: string, to: string): number {
  return Number(BigInt(`0x${to}`) - BigInt(`0x${from}`))
}

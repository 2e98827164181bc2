import { toOther } from './driver-names.ts'
import type { KernelLine } from './kernel-lines.ts'
import type { Frame } from './logged-report.ts'

/** Where a section of a module lay that is unloaded by now. */
export interface GoneSection {
  name: string
  /** Which of several it was; absent for `driver`. */
  module?: string
  start: number
}

/** Reads what a report tells of the modules that are gone. */
export function readGoneSections(lines: KernelLine[]): GoneSection[] {
  return lines
    .filter(({ words }) => words.startsWith('Unloaded: '))
    .flatMap(({ words }) => readSections(words))
}

function readSections(words: string): GoneSection[] {
  const module = /^Unloaded: (\w{1,60})/.exec(words)?.[1]
  return [...words.matchAll(/ (\.[\w.]{1,40}) 0x([0-9a-f]{1,16})\b/g)].map(([, name, start]) => ({
    ...{ name: name!, start: parseInt(start!, 16) },
    ...toOther(module),
  }))
}

/** An address in a module that is gone, told by the section and bytes from its beginning. */
export function toGoneFrame(address: number, isReturn: boolean, sections: GoneSection[]): Frame | undefined {
  const below = sections.filter(({ start }) => start <= address && address < start + mostBytes)
  const nearest = below.toSorted((one, other) => other.start - one.start)[0]
  if (!nearest) return undefined
  const { name, start, module } = nearest
  return { symbol: name, offset: address - start, isReturn, ...toOther(module) }
}

/** Of one section; how much it really had is known to the module only. */
const mostBytes = 1024 * 1024

/** True for a place that is told by the section it lay in. */
export function isInGoneSection({ symbol }: Frame): boolean {
  return symbol.startsWith('.')
}

import * as fc from 'fast-check'
import { bootNames, readConsole } from './boots.ts'

const recorded = bootNames.flatMap((name) => readConsole(name).split('\n'))

/** Lines of real reports in any order, changed here and there, with what a driver may print between them. */
export const anyConsoleLine = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...recorded) },
  fc.tuple(fc.constantFrom(...recorded), fc.nat(100)).map(([line, length]) => line.slice(0, length)),
  fc
    .tuple(fc.constantFrom(...recorded), fc.nat(100), fc.string({ unit: 'binary' }))
    .map(([line, at, text]) => line.slice(0, at) + text + line.slice(at)),
  fc.string({ unit: 'binary' }).map((text) => `[    0.100000] ${text}`),
)

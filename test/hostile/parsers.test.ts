import { describe, expect, it } from 'vitest'
import { parseClang } from '#service/clang-diagnostics/parse-clang.ts'
import { readElf } from '#service/kernel/elf.ts'
import { findUndefined } from '#service/kernel/find-undefined.ts'
import { readFunctionSizes } from '#service/kernel/function-sizes.ts'
import { giveAddresses } from '#service/kernel/give-addresses.ts'
import { findUses } from '#service/kernel/find-uses.ts'
import { toLicence } from '#service/kernel/licence.ts'
import { toLinkerErrors } from '#service/kernel/linker-errors.ts'
import { readAssembly } from '#service/kernel/read-assembly.ts'
import { readFrames } from '#service/read-frames.ts'
import { parseRustcJson } from '#compiler-output/rustc-json/parse-rustc-json.ts'
import { measureGrowth } from './cpu-time.ts'
import { moduleShapes } from './module-shapes.ts'
import {
  assemblyShapes,
  clangShapes,
  linkerShapes,
  longLine,
  namesShapes,
  rustcShapes,
  symboliserShapes,
  type Shape,
} from './output-shapes.ts'

/** What the sandbox lets a compiler write. */
const mostOutput = 1024 * 1024
const mostModule = 32 * 1024 * 1024
const files = { 'driver.c': longLine, 'main.rs': longLine }

/** Work that takes the square of its input would take 16 times as long, and at this size many seconds. */
function expectLinear<Input>(
  work: (input: Input) => unknown,
  make: (size: number) => Input,
  size: number,
): void {
  const { largest, times } = measureGrowth(work, make, size)
  if (largest > cheap) expect(times).toBeLessThan(9)
  expect(largest).toBeLessThan(2000)
}

/** Milliseconds in which others hardly notice; below them the clock and the compiler of JavaScript decide. */
const cheap = 60

function itIsLinear(shapes: Record<string, Shape>, parse: (output: string) => unknown[]): void {
  it.each(Object.entries(shapes))('%s', (_name, shape) => {
    expectLinear(parse, shape, mostOutput)
    const answer = parse(shape(mostOutput))
    expect(answer.length).toBeLessThanOrEqual(501)
    expect(JSON.stringify(answer).length).toBeLessThan(6 * mostOutput)
  })
}

describe('an answer of clang is read in linear time, and cut', () => {
  itIsLinear(clangShapes, (output) => parseClang(output, files))
})

describe('an answer of rustc is read in linear time, and cut', () => {
  itIsLinear(rustcShapes, (output) => parseRustcJson(output, files))
})

describe('an answer of the symboliser is read in linear time, and cut', () => {
  itIsLinear(symboliserShapes, (output) => readFrames(output, files))
})

describe('an answer of the linker is read in linear time, and cut', () => {
  itIsLinear(linkerShapes, (output) => toLinkerErrors(output, files))
})

describe('the names of a module are read in linear time, and cut', () => {
  itIsLinear(namesShapes, (output) => readFunctionSizes(output).functions)
})

describe('assembly is read in linear time, and cut', () => {
  itIsLinear(assemblyShapes, (output) => readAssembly(output, files).slice(0, 501))
})

describe('a module is read in linear time', () => {
  it.each(Object.entries(moduleShapes))('%s', (_name, shape) => {
    expectLinear(inspect, shape, mostModule)
  })
})

function inspect(module: Uint8Array): unknown {
  const elf = readElf(module)
  if (!elf) return undefined
  const indexes = Array.from({ length: 20 }, (_, n) => n + 1)
  const places = giveAddresses(module, [{ symbol: 'driver', offset: 0, isReturn: false }])
  return [toLicence(elf), findUndefined(elf), findUses(elf, indexes), places]
}

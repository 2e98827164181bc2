import { expect, it } from 'vitest'
import type { Output } from '#playground/backends/runners/runner.ts'
import { runProgram } from '#playground/backends/runners/wasi-program.ts'

/** A module whose `_start` is this code; it may call 0 = proc_exit(i32). */
function moduleOf(...code: number[]): WebAssembly.Module {
  const name = (text: string) => [text.length, ...Buffer.from(text)]
  const section = (id: number, ...bytes: number[]) => [id, bytes.length, ...bytes]
  const body = [0, ...code, 0x0b]
  return new WebAssembly.Module(
    new Uint8Array([
      ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      ...section(1, 2, 0x60, 1, 0x7f, 0, 0x60, 0, 0),
      ...section(2, 1, ...name('wasi_snapshot_preview1'), ...name('proc_exit'), 0, 0),
      ...section(3, 1, 1),
      ...section(5, 1, 0, 1),
      ...section(7, 2, ...name('_start'), 0, 1, ...name('memory'), 2, 0),
      ...section(10, 1, body.length, ...body),
    ]),
  )
}

it('a program that returns ends with 0', () => {
  expect(runProgram(moduleOf(), ['main'], () => {})).toBe(0)
})

it('a program ends with the code that it gives', () => {
  expect(runProgram(moduleOf(0x41, 7, 0x10, 0), ['main'], () => {})).toBe(7)
})

it('a trap without a panic is told, and ends as an abort does', () => {
  const outputs: Output[] = []
  expect(runProgram(moduleOf(0x00), ['main'], (output) => outputs.push(output))).toBe(134)
  expect(outputs).toEqual([{ stream: 'stderr', text: expect.stringMatching(/ended by a trap/) }])
})

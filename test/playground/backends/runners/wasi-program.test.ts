import { expect, it } from 'vitest'
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

function run(module: WebAssembly.Module) {
  return runProgram(module, { args: ['main'], onOutput() {} })
}

it('a program that returns ends with 0', () => {
  expect(run(moduleOf())).toEqual({ kind: 'exited', code: 0 })
})

it('a program ends with the code that it gives', () => {
  expect(run(moduleOf(0x41, 7, 0x10, 0))).toEqual({ kind: 'exited', code: 7 })
})

it('a trap without a panic is an abort, with the place in the module', () => {
  const ending = run(moduleOf(0x00))
  expect(ending).toMatchObject({ kind: 'faulted', fault: { kind: 'abort', hasReadEnd: false } })
  expect(ending.kind === 'faulted' && ending.fault.offsets).toHaveLength(1)
})

it('an address that is not the program’s is told apart', () => {
  // i32.const -1, i32.load8_u, drop
  const ending = run(moduleOf(0x41, 0x7f, 0x2d, 0, 0, 0x1a))
  expect(ending).toMatchObject({ kind: 'faulted', fault: { kind: 'access' } })
})

it('a program without end of calls has used up its stack', () => {
  expect(run(moduleOf(0x10, 1))).toMatchObject({ kind: 'faulted', fault: { kind: 'stack' } })
})

import { expect, it } from 'vitest'
import type { BootEvent } from '#protocol/boot.ts'
import { checkDriver } from '#playground/exercise/check-driver.ts'
import type { BootClient } from '#playground/backends/boot/boot-client.ts'
import type { CompileClient } from '#playground/backends/compile/compile-client.ts'
import type { InspectClient } from '#playground/backends/inspect/inspect-client.ts'
import type { ProvenExercise } from '#playground/backends/proven-exercise.ts'
import { driverExercise, events } from '../driver-exercise.ts'

const accepts: CompileClient = {
  compile: async () => ({
    kind: 'result',
    result: {
      outcome: 'accepted',
      diagnostics: [],
      toolchain: 'rustc 1.85.1, Linux 7.3.4',
      cached: false,
      milliseconds: 1,
    },
  }),
}

const quietEnd: BootEvent = { kind: 'finished', verdict: 'clean', kernel: 'Linux 7.3.4', milliseconds: 300 }

/** A service that finds one function of 90 bytes, called `sum`. */
const inspectClient: InspectClient = {
  inspect: async () => ({
    kind: 'result',
    result: {
      outcome: 'accepted',
      functions: [{ name: 'driver::sum', bytes: 90 }],
      bytes: 300,
      toolchain: '',
    },
  }),
}

function check(sent: BootEvent[], exercise: ProvenExercise = driverExercise) {
  const scripts: string[] = []
  const bootClient: BootClient = {
    async boot({ script }, onEvent) {
      scripts.push(script)
      sent.forEach(onEvent)
      return { kind: 'complete' }
    },
  }
  const { signal } = new AbortController()
  const report = checkDriver({
    exercise,
    files: exercise.solution,
    compileClient: accepts,
    bootClient,
    inspectClient,
    signal,
  })
  return { report, scripts }
}

it('a driver whose console shows all that it must, and no report, solves the exercise', async () => {
  const { report, scripts } = check([
    {
      kind: 'console',
      text: '# insmod driver.ko\n[    0.1] demo: ready\n# rmmod driver\n[    0.2] demo: gone\n',
    },
    quietEnd,
  ])
  expect(await report).toMatchObject({
    solved: true,
    trial: {
      judgement: {
        expected: [
          { text: 'demo: ready', line: 'demo: ready' },
          { text: 'demo: gone', line: 'demo: gone' },
        ],
      },
    },
  })
  expect(scripts).toEqual(['insmod driver.ko\nrmmod driver'])
})

it('a line that does not come is named', async () => {
  const { report } = check([{ kind: 'console', text: '[    0.1] demo: ready\n' }, quietEnd])
  expect(await report).toMatchObject({
    solved: false,
    trial: { judgement: { expected: [{ line: 'demo: ready' }, { text: 'demo: gone' }] } },
  })
})

it('a line that is expected twice must come twice', async () => {
  const checkScript = 'insmod driver.ko\n#= demo: ready\n#= demo: ready\n'
  const { report } = check([{ kind: 'console', text: 'demo: ready\n' }, quietEnd], {
    ...driverExercise,
    checkScript,
  })
  expect(await report).toMatchObject({
    solved: false,
    trial: { judgement: { expected: [{ line: 'demo: ready' }, { text: 'demo: ready' }] } },
  })
})

it('a driver of which the kernel has something to report does not solve it', async () => {
  const { report } = check(events)
  expect(await report).toMatchObject({
    solved: false,
    trial: { reports: [{ kind: 'kasan' }], ending: 'reported' },
  })
})

it('a driver that is no module does not solve it', async () => {
  const { report } = check([{ kind: 'rejected', toolchain: 'rustc', diagnostics: [] }])
  expect(await report).toMatchObject({ solved: false, trial: { kind: 'not built' } })
})

it('a boot that breaks off is no verdict', async () => {
  const { report } = check(events.slice(0, 3))
  expect(await report).toMatchObject({ kind: 'no result' })
})

it.each([
  ['within its budget solves the exercise', 90, true],
  ['over its budget does not', 89, false],
])('a driver that works and is %s', async (_, budget, solved) => {
  const measured = [{ title: '`sum`', rust: ['sum'], budget }]
  const shown = { kind: 'console', text: 'demo: ready\ndemo: gone\n' } as const
  expect(await check([shown, quietEnd], { ...driverExercise, measured }).report).toMatchObject({
    solved,
    budgets: [{ title: '`sum`', bytes: 90, budget, holds: solved }],
  })
})

it('a function that is not there to be weighed is over every budget', async () => {
  const measured = [{ title: '`crc`', rust: ['crc'], budget: 1000 }]
  const { report } = check([quietEnd], { ...driverExercise, measured })
  expect(await report).toMatchObject({ solved: false, budgets: [{ holds: false }] })
})

it('the tests of the lesson are a module of the driver that is booted, and each has to pass', async () => {
  const kunit = '#[kunit_tests(demo)]\nmod tests {\n    #[test]\n    fn is_ready() {}\n}\n'
  const lines = ['KTAP version 1', '# Subtest: demo', 'not ok 1 is_ready', 'demo: ready', 'demo: gone']
  const text = lines.map((line) => `[    0.1] ${line}\n`).join('')
  const { report } = check([{ kind: 'console', text }, quietEnd], { ...driverExercise, kunit })
  expect(await report).toMatchObject({
    solved: false,
    trial: { judgement: { tests: [{ suite: 'demo', name: 'is_ready', result: 'failed' }] } },
  })
})

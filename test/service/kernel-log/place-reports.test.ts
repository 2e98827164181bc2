import { describe, expect, it } from 'vitest'
import type { LoggedReport } from '#service/kernel-log/logged-report.ts'
import { parseKernelLog } from '#service/kernel-log/parse-kernel-log.ts'
import { placeReports } from '#service/kernel-log/place-reports.ts'
import type { SymboliserTools } from '#service/kernel-log/symbolise.ts'
import {
  bootNames,
  createSymboliser,
  readConsole,
  readDriver,
  recordedSymboliser,
  toReportTools,
} from './boots.ts'
import { tellPlaced } from './tell.ts'

const module = new Uint8Array()

describe('the lines that a kernel complains about', () => {
  it.each(bootNames)('%s', async (name) => {
    const files = readDriver(name)
    const run = { reports: parseKernelLog(readConsole(name)), module, files }
    const placed = await placeReports(run, recordedSymboliser(name))
    await expect(tellPlaced(placed, files)).toMatchFileSnapshot(`boots/${name}/placed.txt`)
  })
})

const report: LoggedReport = {
  kind: 'warning',
  title: 'WARNING: driver.c:2 at work+0x1/0x2 [driver], CPU#0: insmod/33',
  text: 'the text',
  traces: [{ role: 'at', frames: [{ symbol: 'work', offset: 16, isReturn: true }] }],
}

const answer = (...places: [file: string, line: number][]) =>
  createSymboliser(() => JSON.stringify({ Symbol: places.map(([FileName, Line]) => ({ FileName, Line })) }))

describe('a place', () => {
  const files = { 'driver.c': 'int a;\r\n\twork("ä😀"); \r\n\r\n', 'part/work.h': 'int b;' }
  const place = async (tools: SymboliserTools) =>
    (await placeReports({ reports: [report], module, files }, tools))[0]!.spans

  it('is all the code of its line, in UTF-16 units', async () => {
    const spans = await place(answer(['/work/driver.c', 2]))
    expect(spans).toMatchObject([
      { start: { line: 2, column: 2 }, end: { line: 2, column: 14 }, primary: true },
    ])
  })

  it('is the innermost one in the files of the driver', async () => {
    const chain = answer(
      ['/usr/src/linux/include/linux/list.h', 9],
      ['/work/part/work.h', 1],
      ['/work/driver.c', 1],
    )
    expect(await place(chain)).toMatchObject([{ file: 'part/work.h', start: { line: 1, column: 1 } }])
  })

  it.each([
    ['/usr/src/linux/driver.c', 1],
    ['/work/../work/driver.c', 1],
    ['driver.c', 99],
    ['driver.c', 0],
    ['driver.c', 3],
    ['__proto__', 1],
    ['', 1],
  ])('is not %s:%i', async (file, line) => {
    expect(await place(answer([file, line]))).toEqual([])
  })

  it.each(['', 'no', '{}', '{"Symbol":[{"FileName":1}]}', 'null'])(
    'is not in the answer %j',
    async (text) => {
      expect(await place(createSymboliser(() => text))).toEqual([])
    },
  )
})

it('a report without a place keeps its text', async () => {
  const stopped = toReportTools({ run: () => Promise.resolve({ kind: 'stopped', reason: 'time' } as const) })
  const placed = await placeReports({ reports: [report], module, files: {} }, stopped)
  expect(placed).toEqual([{ kind: 'warning', title: report.title, spans: [], text: 'the text' }])
})

it('a report without a place in the driver is about the last thing that the driver did', async () => {
  const kasan: LoggedReport = {
    kind: 'kasan',
    title: 'BUG: KASAN: slab-use-after-free in run_timer+0x1/0x2',
    text: 'the text',
    traces: [
      { role: 'at', frames: [] },
      { role: 'allocated', frames: [{ symbol: 'work', offset: 1, isReturn: true }] },
      { role: 'freed', frames: [{ symbol: 'work', offset: 9, isReturn: true }] },
    ],
  }
  const line = createSymboliser((frame) =>
    JSON.stringify({ Symbol: [{ FileName: '/work/driver.c', Line: frame === 'work 0' ? 1 : 2 }] }),
  )
  const run = { reports: [kasan], module, files: { 'driver.c': 'a = kmalloc();\nkfree(a);' } }
  const [placed] = await placeReports(run, line)
  expect(placed!.spans).toMatchObject([
    { label: 'freed here', primary: true },
    { label: 'allocated here', primary: false },
  ])
})

it('nothing is run if there is nothing to find', async () => {
  const tools = toReportTools({ run: () => Promise.reject(new Error('was run')) })
  expect(await placeReports({ reports: [], module, files: {} }, tools)).toEqual([])
})

it('what is said again of the same lines is left out', async () => {
  const again = { ...report, title: report.title.replace('insmod/33', 'insmod/34'), text: 'the second text' }
  const run = { reports: [report, again], module, files: { 'driver.c': 'int a;' } }
  expect(await placeReports(run, answer(['/work/driver.c', 1]))).toMatchObject([{ text: 'the text' }])
})

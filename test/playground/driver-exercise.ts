import type { BootEvent } from '#protocol/boot.ts'
import type { ProvenExercise } from '#playground/backends/proven-exercise.ts'

const title = 'BUG: KASAN: slab-use-after-free in demo_read+0x5a/0x90 [driver]'

/** What a boot of the exercise's C tells. */
export const events: BootEvent[] = [
  { kind: 'building' },
  { kind: 'built', toolchain: 'clang 19.1.7, Linux 7.3.4', diagnostics: [], milliseconds: 85 },
  { kind: 'console', text: '# insmod driver.ko\n[    0.170000] demo: ready\n[    0.180000] ' },
  { kind: 'console', text: `${title}\n# rmmod driver\n` },
  {
    kind: 'report',
    report: {
      kind: 'kasan',
      title,
      text: `[    0.180000] ${title}`,
      spans: [
        {
          file: 'driver.c',
          start: { line: 1, column: 1 },
          end: { line: 1, column: 4 },
          primary: true,
          label: 'used here',
        },
      ],
    },
  },
  {
    kind: 'finished',
    verdict: 'reported',
    kernel: 'Linux 7.3.4, User-Mode Linux with KASAN',
    milliseconds: 290,
  },
]

/** A kernel lesson. */
export const driverExercise: ProvenExercise = {
  slug: 'a/driver',
  title: 'A driver',
  target: 'kernel',
  variant: 'kasan',
  root: 'driver.rs',
  expect: 'E0382',
  rules: [],
  start: { 'driver.rs': 'use kernel::prelude::*;\n' },
  solution: { 'driver.rs': '// solved\nuse kernel::prelude::*;\n' },
  driver: 'int demo;\n',
  boot: '# Loads it.\ninsmod driver.ko\nrmmod driver\n',
  checkScript: 'insmod driver.ko\n#= demo: ready\nrmmod driver\n#= demo: gone\n',
  wrong: {},
  opening: {},
  hints: { first: { otherwise: '' }, second: '', third: '', solution: '' },
  recorded: {
    toolchain: 'rustc 1.85.1, Linux 7.3.4',
    kernel: '7.3.4',
    start: { outcome: 'rejected', action: 'check', diagnostics: [] },
    solution: { outcome: 'accepted', action: 'check', diagnostics: [] },
    wrong: {},
    tests: [],
    boots: { c: { kernel: 'Linux 7.3.4, User-Mode Linux with KASAN', events } },
    sources: {},
  },
}

import type { Measure } from './bench-context.ts'
import { measureBefore } from './measure-before.ts'
import { measureBoot } from './measure-boot.ts'
import { measureBuild } from './measure-build.ts'
import { measureBytes } from './measure-bytes.ts'
import { measureCached } from './measure-cached.ts'
import { measureCheck } from './measure-check.ts'
import { measureCommand } from './measure-command.ts'
import { measureCrowd } from './measure-crowd.ts'
import { measureEditor } from './measure-editor.ts'
import { measureKernelCheck } from './measure-kernel-check.ts'
import { measureLighthouse } from './measure-lighthouse.ts'
import { measureLoad } from './measure-load.ts'
import { measureLoadBefore } from './measure-load-before.ts'
import { measureShell } from './measure-shell.ts'
import { measureStory } from './measure-story.ts'

/** Lists what can be measured by name, in the order in which all of it is. */
export const parts = {
  check: { measures: [measureCheck, measureCached], needsSite: false },
  load: { measures: [measureLoad, measureLoadBefore], needsSite: false },
  crowd: { measures: [measureCrowd], needsSite: false },
  kernel: { measures: [measureKernelCheck, measureBoot, measureBefore], needsSite: false },
  shell: { measures: [measureShell], needsSite: false },
  command: { measures: [measureCommand], needsSite: false },
  build: { measures: [measureBuild], needsSite: false },
  bytes: { measures: [measureBytes], needsSite: true },
  editor: { measures: [measureEditor], needsSite: true },
  story: { measures: [measureStory], needsSite: true },
  lighthouse: { measures: [measureLighthouse], needsSite: true },
} satisfies Record<string, { measures: Measure[]; needsSite: boolean }>

/** The name of a part. */
export type Part = keyof typeof parts

/** Finds the part of that name, if there is one. */
export function toPart(name: string): Part | undefined {
  return (Object.keys(parts) as Part[]).find((part) => part === name)
}

import { availableParallelism, cpus, loadavg } from 'node:os'
import { kernels } from '#service/toolroom/kernel/recipes.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'
import { buildSite, isSiteFresh } from '../build-site.ts'
import { prepareToolroom } from '../prepare-toolroom.ts'
import type { Figure } from './figure.ts'
import { measureBoot } from './measure-boot.ts'
import { measureBytes } from './measure-bytes.ts'
import { measureCached } from './measure-cached.ts'
import { measureCheck } from './measure-check.ts'
import { measureEditor } from './measure-editor.ts'
import { measureKernelCheck } from './measure-kernel-check.ts'
import { measureLighthouse } from './measure-lighthouse.ts'
import { measureLoad } from './measure-load.ts'
import { measureStory } from './measure-story.ts'
import { readPrograms, type Program } from './programs.ts'
import { serveCourse, type ServedCourse } from './served-course.ts'

/** What every measurement works with. */
export interface BenchContext {
  course: ServedCourse
  /** The folder that holds the toolroom's `usr`. */
  toolroom: string
  /** The same of the kernel with KASAN. */
  kernel: string
  programs: Program[]
  /** Fewer repetitions. */
  short: boolean
}

type Measure = (context: BenchContext) => Promise<Figure[]>

/** What can be asked for by name. */
export const parts = {
  check: [measureCheck, measureCached],
  load: [measureLoad],
  kernel: [measureKernelCheck, measureBoot],
  bytes: [measureBytes],
  editor: [measureEditor],
  story: [measureStory],
  lighthouse: [measureLighthouse],
} satisfies Record<string, Measure[]>

export type Part = keyof typeof parts

/** The part of that name, if there is one. */
export function toPart(name: string): Part | undefined {
  return (Object.keys(parts) as Part[]).find((part) => part === name)
}

export interface Benchmark {
  measure(part: Part): Promise<Figure[]>
  end(): Promise<void>
}

/** Prepares what the parts need and serves the course. Throws an error that says what to do. */
export async function openBenchmark(wanted: Part[], short: boolean): Promise<Benchmark> {
  const [toolroom, kernel] = [openToolroom(), openToolroom({ recipe: kernels.kasan })]
  const status = await prepareToolroom(toolroom)
  if (status.state !== 'ready' || (await prepareToolroom(kernel)).state !== 'ready')
    throw new Error('Without a toolroom there is nothing to measure.')
  if (wanted.some(needsSite)) await bringSite()
  const course = await serveCourse()
  const context = {
    course,
    toolroom: toolroom.root,
    kernel: kernel.root,
    programs: await readPrograms(),
    short,
  }
  console.log(`${status.toolchain} · Node ${process.versions.node} · ${toMachine()}`)
  return { measure: (part) => measureAll(context, part), end: course.end }
}

function needsSite(part: Part): boolean {
  return ['bytes', 'editor', 'story', 'lighthouse'].includes(part)
}

async function bringSite(): Promise<void> {
  if (await isSiteFresh()) return
  console.log('Building the site (half a minute) …')
  if (!(await buildSite({ quiet: true })))
    throw new Error('The site could not be built; the reason is above.')
}

function toMachine(): string {
  const load = loadavg()[0]!.toFixed(1)
  return `${availableParallelism()} × ${cpus()[0]?.model.trim()} · load before we began ${load}`
}

async function measureAll(context: BenchContext, part: Part): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const measure of parts[part]) {
    console.log(`Measuring: ${part} (${measure.name}) …`)
    figures.push(...(await measure(context)))
  }
  return figures
}

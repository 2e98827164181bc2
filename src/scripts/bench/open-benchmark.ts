import { availableParallelism, cpus, loadavg } from 'node:os'
import { kernels } from '#service/toolroom/kernel/recipes.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'
import { buildSite, isSiteFresh } from '../build-site.ts'
import { prepareToolroom } from '../prepare-toolroom.ts'
import { ScriptError } from '../script-error.ts'
import type { BenchContext } from './bench-context.ts'
import type { Figure } from './figure.ts'
import { parts, type Part } from './parts.ts'
import { readPrograms } from './programs.ts'
import { serveCourse } from './served-course.ts'

/** The parts, ready to be measured; `end` stops the served course. */
export interface Benchmark {
  measure(part: Part): Promise<Figure[]>
  end(): Promise<void>
}

/** Prepares what the parts need and serves the course. Throws a `ScriptError` if that fails. */
export async function openBenchmark(wanted: Part[], short: boolean): Promise<Benchmark> {
  const [toolroom, kernel] = [openToolroom(), openToolroom({ recipe: kernels.kasan })]
  const status = await prepareToolroom(toolroom)
  if (status.state !== 'ready' || (await prepareToolroom(kernel)).state !== 'ready')
    throw new ScriptError('Without a toolroom there is nothing to measure.')
  if (wanted.some((part) => parts[part].needsSite)) await bringSite()
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

async function bringSite(): Promise<void> {
  if (await isSiteFresh()) return
  console.log('Building the site (half a minute) …')
  if (!(await buildSite({ quiet: true })))
    throw new ScriptError('The site could not be built; the reason is above.')
}

function toMachine(): string {
  const load = loadavg()[0]!.toFixed(1)
  return `${availableParallelism()} × ${cpus()[0]?.model.trim()} · load before we began ${load}`
}

async function measureAll(context: BenchContext, part: Part): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const measure of parts[part].measures) {
    console.log(`Measuring: ${part} (${measure.name}) …`)
    figures.push(...(await measure(context)))
  }
  return figures
}

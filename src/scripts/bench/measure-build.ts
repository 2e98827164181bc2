import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bin } from '../bin.ts'
import { root } from '../root.ts'
import { runCommand } from '../run-command.ts'
import { ScriptError } from '../script-error.ts'
import { listSiteSources } from '../site-sources.ts'
import type { Figure } from './figure.ts'

/** Measures how long the site takes to build with all lessons, and with those of the first chapters alone: about half. */
export async function measureBuild(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'no-oops-build-'))
  try {
    await copySources(folder)
    const all = await build(folder)
    await leaveHalf(folder)
    return toFigures(all, await build(folder))
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function copySources(folder: string): Promise<void> {
  const names = await listSiteSources()
  await Promise.all(names.map((name) => cp(join(root, name), join(folder, name), { recursive: true })))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
}

interface Build {
  lessons: number
  seconds: number
}

/** What an earlier build knew of the lessons is not used. */
async function build(folder: string): Promise<Build> {
  const started = performance.now()
  const { code, output } = await runCommand([...bin('astro'), 'build', '--force'], {
    ...{ cwd: folder, quiet: true },
    // As for any host that compresses by itself: that takes as long for each byte.
    env: { PRECOMPRESS: '0' },
  })
  if (code !== 0) throw new ScriptError(`The site could not be built:\n${output}`)
  const seconds = (performance.now() - started) / 1000
  return { lessons: (await listLessons(folder)).length, seconds }
}

/** In reading order. A chapter without lessons is one that is planned, and earlier lessons do without later ones. */
async function leaveHalf(folder: string): Promise<void> {
  const lessons = await listLessons(folder)
  const middle = lessons[Math.floor(lessons.length / 2)]!.split('/')[0]!
  const later = lessons.filter((lesson) => lesson.split('/')[0]! > middle)
  await Promise.all(later.map((lesson) => rm(join(folder, 'lessons', lesson), { recursive: true })))
}

async function listLessons(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, 'lessons'), { recursive: true })
  return names.flatMap((name) => (name.endsWith('/lesson.mdx') ? name.slice(0, -11) : [])).sort()
}

function toFigures(all: Build, half: Build): Figure[] {
  const details = [all, half].map(({ lessons, seconds }) => `${lessons} lessons in ${seconds.toFixed(1)} s`)
  return [
    {
      what: 'build of the site, for each lesson',
      ...{ value: (all.seconds / all.lessons) * 1000, unit: 'ms', aim: { atMost: 1000 }, details },
    },
    {
      what: '… with all lessons ÷ with half, by what that would be if it grew with them',
      value: all.seconds / half.seconds / (all.lessons / half.lessons),
      ...{ unit: '×', aim: { atMost: 1.1 }, details: [] },
    },
  ]
}

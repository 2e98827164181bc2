import { z } from 'zod'
import { companionsOf } from '#protocol/companions.ts'
import { SourceFiles, Target, Variant } from '#protocol/compile.ts'
import { defaultVariant } from '#protocol/variants.ts'
import { Rule } from '#course/frontmatter.ts'
import { indexPath, indexVersion, LessonIndex, type ListedLesson } from '#course/lesson-index.ts'
import { Measured } from '#course/kinds/measure/measured.ts'
import { Hints } from '#course/parts.ts'
import { CommandFailure, exitCodes, wrongUse } from '../command-failure.ts'
import type { Service } from '../service.ts'

/** What the commands need of a lesson, and for its checks all else that its page has. */
const LessonExercise = z.looseObject({
  slug: z.string(),
  title: z.string(),
  target: Target,
  variant: Variant.default(defaultVariant),
  root: z.enum(['main.rs', 'driver.rs']),
  expect: z.string(),
  rules: z.array(Rule),
  start: SourceFiles,
  solution: SourceFiles,
  tests: z.string().optional(),
  driver: z.string(),
  headers: SourceFiles.optional(),
  companions: z.object(companionsOf).optional(),
  boot: z.string(),
  checkScript: z.string().optional(),
  hints: Hints,
  measured: z.array(Measured).optional(),
})
export type LessonExercise = z.infer<typeof LessonExercise>

/** Loads the list of lessons from the site that goes with the service. Throws a `CommandFailure`. */
export async function loadIndex(service: Service): Promise<ListedLesson[]> {
  const found = await service.get(indexPath)
  if (found === undefined) throw noCourse(service)
  const index = LessonIndex.safeParse(found)
  if (!index.success || index.data.version !== indexVersion)
    throw await service.toFailure({ kind: 'outdated' })
  return index.data.lessons
}

/** Finds a lesson by its path, the last part of that, or its number. Throws a `CommandFailure` where that is none or several. */
export async function findLesson(service: Service, named: string): Promise<ListedLesson> {
  const lessons = await loadIndex(service)
  const name = named.replaceAll(/^\/|\/$/g, '')
  const found = lessons.filter(
    ({ slug, number }) => slug === name || number === name || slug.endsWith(`/${name}`),
  )
  if (found.length === 1) return found[0]!
  if (found.length > 1)
    throw wrongUse(`«${named}» may be ${found.map(({ slug }) => slug).join(' or ')}. Write one of them.`)
  throw wrongUse(`There is no lesson «${named}». «no-oops lesson list» shows them all.`)
}

/** Loads what a lesson's page has of its exercise. Throws a `CommandFailure`. */
export async function loadExercise(service: Service, slug: string): Promise<LessonExercise> {
  const found = await service.get(`/${slug}/exercise.json`)
  if (found === undefined)
    throw new CommandFailure(
      `The lesson «${slug}» has no exercise to work on in a folder; what there is to do is on its page: ${service.site}/${slug}/`,
    )
  const parsed = z.object({ exercise: LessonExercise }).safeParse(found)
  if (!parsed.success) throw await service.toFailure({ kind: 'outdated' })
  return parsed.data.exercise
}

function noCourse({ site }: Service): CommandFailure {
  return new CommandFailure(
    `There are no lessons at ${site}: they come with the site of the course, which «npm start» serves. Name such a one with --service URL or NO_OOPS_SITE.`,
    exitCodes.unreachable,
  )
}

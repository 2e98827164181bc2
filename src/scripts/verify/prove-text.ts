import type { LessonKind } from '#course/kinds/lesson-kind.ts'
import type { Lesson } from '#course/lesson.ts'
import { type Proof, toProof } from './proof.ts'
import { proveLinks, type Pages } from './prove-links.ts'
import type { LessonText } from './read-lesson-text.ts'

/** Proves that a text has the components of its kind, the length of a lesson, and links that lead somewhere. */
export function proveText(
  lesson: Lesson,
  kind: TextOfKind,
  { text, pages }: { text: LessonText; pages: Pages },
): Proof[] {
  const path = `${lesson.folder}/lesson.mdx`
  const once = [kind.marker, ...kind.once]
  return [
    ...once.map((name) => proveOnce(path, text, name)),
    proveComponents(path, text, [...once, ...kind.may, ...everywhere]),
    proveLength(path, text, kind.words),
    ...proveFigures(lesson, text),
    ...proveLinks(path, text, pages),
    ...lesson.meta.after.map((slug) => proveAfter(path, slug, { own: lesson.slug, slugs: pages.slugs })),
  ]
}

type TextOfKind = Pick<LessonKind, 'marker' | 'once' | 'may' | 'words'>

/** Components of the lessons of every kind. */
const everywhere = ['Source', 'Figure', 'Rule', 'Count', 'Counted']

function proveOnce(path: string, { components }: LessonText, name: string): Proof {
  const count = components.get(name) ?? 0
  const mistake = `${path} has <${name}> ${count} times. A lesson of this kind has it exactly once.`
  return toProof(`the text has one <${name}>`, count !== 1 && mistake)
}

function proveComponents(path: string, { components }: LessonText, known: string[]): Proof {
  const stray = [...components.keys()].filter((name) => !known.includes(name))
  const mistake = `${path} uses <${stray[0]}>, which no page of this kind provides. There are ${known.join(', ')}; write code in fences.`
  return toProof('the text uses known components', stray.length > 0 && mistake)
}

/** Each figure that the text names is there, and each that is there is shown. */
function proveFigures({ folder, figures }: Lesson, { figures: named }: LessonText): Proof[] {
  const there = Object.keys(figures)
  return [...new Set([...there, ...named])].map((name) => {
    const mistake = there.includes(name)
      ? !named.includes(name) &&
        `${folder}/figures/${name}.yaml is nowhere shown. Write <Figure of="${name}" />.`
      : `${folder}/lesson.mdx shows the figure «${name}», but there is no figures/${name}.yaml.`
    return toProof(`figure ${name}`, mistake)
  })
}

function proveLength(path: string, { words }: LessonText, [least, most]: readonly [number, number]): Proof {
  const mistake = `${path} has ${words} words. A lesson of this kind has ${least} to ${most}: ${words < least ? 'say what is missing' : 'shorten it'}.`
  return toProof(`the text has ${least} to ${most} words`, (words < least || words > most) && mistake)
}

function proveAfter(path: string, after: string, { own, slugs }: { own: string; slugs: string[] }): Proof {
  const [at, ownAt] = [slugs.indexOf(after), slugs.indexOf(own)]
  const mistake = `${path} says it comes after ${after}, but no lesson before it is called so. Write chapter/name without numbers, as in ownership/borrow-deadline.`
  return toProof(`${after} comes before`, (at < 0 || at >= ownAt) && mistake)
}

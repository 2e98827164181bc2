import type { Lesson } from '#course/lesson.ts'
import { type Proof, toProof } from './proof.ts'
import { proveLinks, type Pages } from './prove-links.ts'
import type { LessonText } from './read-lesson-text.ts'

/** Proves that a text has its components once, the length of a lesson, and links that lead somewhere. */
export function proveText(lesson: Lesson, text: LessonText, pages: Pages): Proof[] {
  const path = `${lesson.folder}/lesson.mdx`
  return [
    ...['Pair', 'Predict'].map((name) => proveOnce(path, text, name)),
    proveComponents(path, text),
    proveLength(path, text),
    ...proveLinks(path, text, pages),
    ...lesson.meta.after.map((slug) => proveAfter(path, slug, { own: lesson.slug, slugs: pages.slugs })),
  ]
}

const known = ['Pair', 'Predict', 'Refusal', 'Source', 'Figure']

function proveOnce(path: string, { components }: LessonText, name: string): Proof {
  const count = components.get(name) ?? 0
  const mistake = `${path} has <${name}> ${count} times. Every lesson has it exactly once.`
  return toProof(`the text has one <${name}>`, count !== 1 && mistake)
}

function proveComponents(path: string, { components }: LessonText): Proof {
  const stray = [...components.keys()].filter((name) => !known.includes(name))
  const mistake = `${path} uses <${stray[0]}>, which no page provides. There are ${known.join(', ')}; write code in fences.`
  return toProof('the text uses known components', stray.length > 0 && mistake)
}

function proveLength(path: string, { words }: LessonText): Proof {
  const mistake = `${path} has ${words} words. A lesson has 300 to 700: ${words < 300 ? 'say what is missing' : 'shorten it'}.`
  return toProof('the text has 300 to 700 words', (words < 300 || words > 700) && mistake)
}

function proveAfter(path: string, after: string, { own, slugs }: { own: string; slugs: string[] }): Proof {
  const [at, ownAt] = [slugs.indexOf(after), slugs.indexOf(own)]
  const mistake = `${path} says it comes after ${after}, but no lesson before it is called so. Write chapter/name without numbers, as in ownership/borrow-deadline.`
  return toProof(`${after} comes before`, (at < 0 || at >= ownAt) && mistake)
}

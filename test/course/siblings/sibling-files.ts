import { folder, lessonFiles } from '../lesson-files.ts'

const source = `source: ${'0'.repeat(40)}\n`

/** Gives a file of YAML its source. */
export function siblingYaml(words: string): string {
  return `${source}---\n${words}`
}

/** The sibling of the small course's lesson; `body` is its text. */
export function siblingText(body = ''): string {
  return `---\n${source}title: Ein Zeiger mit Frist\nsummary: Eine Ausleihe endet vor ihrem Besitzer.\nobjectives: [sehen, beheben]\n---\n${body}`
}

const question = (n: number) =>
  `- question: Warum ${n}?\n  answers:\n    - { text: Eins, why: Ja. }\n    - { text: Zwei, why: Nein. }\n`

const lesson = {
  'lesson.de.mdx': siblingText(),
  'duties.de.yaml': siblingYaml('end: Das Ende des Puffers.\n'),
  'hints.de.yaml': siblingYaml(
    'first: { otherwise: Schau. }\nsecond: Schau noch einmal.\nthird: So.\nsolution: So ist es.\n',
  ),
  'questions.de.yaml': siblingYaml([1, 2].map(question).join('')),
}

/** The files of the small course with its lesson in German; `changes` are of the lesson's folder, `undefined` drops one. */
export function germanFiles(changes: Record<string, string | undefined> = {}): Record<string, string> {
  const files = Object.entries({ ...lesson, ...changes }).map(([path, text]) => [`${folder}/${path}`, text])
  return lessonFiles(Object.fromEntries(files) as Record<string, string | undefined>)
}

import type { SourceFiles } from '#protocol/compile.ts'
import { localPath } from '#i18n/local-path.ts'
import { t } from '#i18n/t.ts'
import type { OpenExercise } from '../../exercise/open-exercise.ts'
import { offerUndo } from '../../notices/offer-undo.ts'
import { showToast } from '../../notices/toasts.ts'
import type { EditedFile } from '../../program/edited-file.ts'
import { inputFile } from '../../program/input-file.ts'
import {
  type LessonTexts,
  type LinkedTexts,
  readLessonFragment,
  toLessonFragment,
} from '../../project/lesson-link.ts'
import { type Project, scriptFile } from '../../project/project.ts'
import { coursePath } from '../embed/course-path.ts'
import { goToPage } from '../go-to-page.ts'
import { copyLink, describeLinked, showBadLink, tellTooLong, toLink, toUrl } from './share-project.ts'

/** Copies a link to the lesson that holds what the reader changed of it; with nothing changed it is the page's address, with the side in sight. */
export async function copyLessonLink(open: OpenExercise) {
  const path = `${coursePath()}${toSearch(open)}`
  const lesson = toTexts(open)
  if (!isEdited(lesson))
    return copyLink(toUrl(path), t('Link copied. It leads to the lesson as it is given.'))
  const fragment = await toLessonFragment(lesson, toProject(open))
  if (fragment === undefined) return tellTooLong()
  await copyLink(toUrl(`${path}#${fragment}`), describeLinked())
}

/** Goes to the playground with both sides and the commands as they are now; there the file in sight is in sight again. */
export async function openInPlayground(open: OpenExercise) {
  const link = await toLink(toShownProject(open), localPath('/playground/'))
  if (link !== undefined) goToPage(link)
}

/** A driver in C is none of a userspace program's files: it comes as what it is. */
function toShownProject(open: OpenExercise): Project {
  const project = toProject(open)
  const isC = project.shown === open.c.file
  return isC && project.target === 'userspace' ? { ...project, target: 'kernel', sides: 'c' } : project
}

/** Goes to the workspace, with the files in a folder of the lesson's name. */
export async function openInWorkspace(open: OpenExercise) {
  const { slug } = open.session.exercise
  const link = await toLink(toProject(open), `${localPath('/workspace/')}?lesson=${encodeURIComponent(slug)}`)
  if (link !== undefined) goToPage(link)
}

/** Opens the code that came in the address; where the reader has edited something, it is offered beside that. */
export async function offerLinkedLesson(open: OpenExercise) {
  const lesson = toTexts(open)
  const linked = await readLessonFragment(location.hash, lesson.given)
  if (linked.kind === 'none') return
  if (linked.kind !== 'texts') return showBadLink(linked.kind, describeOwn(isEdited(lesson)))
  if (isSame(lesson.texts, linked)) return
  if (!isEdited(lesson)) return take(open, linked)
  showToast(
    t('This link holds other code for this lesson. Your own is in the editors.'),
    [
      { label: t('Use it here'), callback: () => take(open, linked) },
      { label: t('Open it in the playground'), callback: () => void openLinkedInPlayground(open, linked) },
    ],
    true,
  )
}

function describeOwn(isEdited: boolean): string {
  return isEdited ? t('Your own work is here as it was.') : t('The lesson is here as it is given.')
}

async function openLinkedInPlayground(open: OpenExercise, { texts, shown }: LinkedTexts) {
  const { [scriptFile]: script, [inputFile]: input, ...files } = texts
  const own = toProject(open)
  const project = {
    ...{ ...own, files: { ...own.files, ...files } },
    ...{ script: script ?? own.script, input: input ?? own.input, shown: shown ?? own.shown! },
  }
  const link = await toLink(project, localPath('/playground/'))
  if (link !== undefined) goToPage(link)
}

/** Makes a project of both sides of a lesson and the commands, as they are now. */
export function toProject({ c, rust, script, view, session }: OpenExercise): Project {
  const { target, variant, companions, slug } = session.exercise
  return {
    ...{ target, variant, sides: 'both', edition: '2021', shown: view.shown.peek() },
    ...(companions && { lesson: slug }),
    files: { ...c.files(), ...rust.files() },
    script: script.text.peek(),
    input: rust.input?.text.peek() ?? '',
  }
}

function filesOf({ c, rust, script }: OpenExercise): EditedFile[] {
  return [c, rust, script, ...(rust.input ? [rust.input] : [])]
}

function toTexts(open: OpenExercise): LessonTexts {
  const files = filesOf(open)
  return {
    texts: Object.fromEntries(files.map(({ file, text }) => [file, text.peek()])),
    given: Object.fromEntries(files.map(({ file, given }) => [file, given])),
  }
}

function isEdited({ texts, given }: LessonTexts): boolean {
  return Object.entries(texts).some(([file, text]) => text !== given[file])
}

function isSame(own: SourceFiles, { texts }: LinkedTexts): boolean {
  return Object.entries(own).every(([file, text]) => (texts[file] ?? text) === text)
}

/** The lesson begins with its Rust, and is presented by none but who does it. */
function toSearch({ view, c }: OpenExercise): string {
  const search = new URLSearchParams(location.search)
  search.delete('side')
  search.delete('present')
  if (view.shown.peek() === c.file) search.set('side', 'c')
  return search.size > 0 ? `?${search}` : ''
}

function take(open: OpenExercise, { texts, shown }: LinkedTexts) {
  const wanted = filesOf(open).filter(({ file }) => texts[file] !== undefined)
  const before = wanted.map((file) => [file, file.text.peek()] as const)
  for (const file of wanted) file.replace(texts[file.file]!)
  if (wanted.some(({ file }) => file === shown)) open.view.shown.value = shown!
  const undo = () => before.forEach(([file, text]) => file.replace(text))
  offerUndo(
    t('The code of the link is in the editors.'),
    wanted.map(({ text }) => text),
    undo,
  )
}

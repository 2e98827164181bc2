import { localPath } from '#i18n/local-path.ts'
import { t } from '#i18n/t.ts'
import type { OpenExercise } from '../../exercise/open-exercise.ts'
import { offerUndo } from '../../notices/offer-undo.ts'
import { showToast } from '../../notices/toasts.ts'
import type { EditedFile } from '../../program/edited-file.ts'
import { readProjectFragment } from '../../project/project-link.ts'
import type { Project } from '../../project/project.ts'
import { coursePath } from '../embed/course-path.ts'
import { goToPage } from '../go-to-page.ts'
import { copyProjectLink, showBadLink, toLink } from './share-project.ts'

/** Copies a link to the lesson that holds both sides and the commands as they are now. */
export function copyLessonLink(open: OpenExercise) {
  void copyProjectLink(toProject(open), `${coursePath()}${location.search}`)
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

/** Offers the code that came in the address, beside the reader's own. */
export async function offerLinkedLesson(open: OpenExercise) {
  const linked = await readProjectFragment(location.hash)
  if (linked.kind === 'none') return
  if (linked.kind !== 'project') return showBadLink(linked.kind, t('Your own work is here as it was.'))
  if (isSame(open, linked.project)) return
  showToast(
    t('This link holds other code for this lesson. Your own is in the editors.'),
    [
      { label: t('Use it here'), callback: () => take(open, linked.project) },
      {
        label: t('Open it in the playground'),
        callback: () => goToPage(localPath('/playground/') + location.hash),
      },
    ],
    true,
  )
}

/** Makes a project of both sides of a lesson and the commands, as they are now. */
export function toProject({ c, rust, script, view, session }: OpenExercise): Project {
  const { target, variant } = session.exercise
  return {
    ...{ target, variant, sides: 'both', edition: '2021', shown: view.shown.peek() },
    files: { ...c.files(), ...rust.files() },
    script: script.text.peek(),
    input: rust.input?.text.peek() ?? '',
  }
}

function isSame(open: OpenExercise, linked: Partial<Project>): boolean {
  return toWanted(open, linked).every(([{ text }, wanted]) => wanted === undefined || wanted === text.peek())
}

/** The texts that a link brings, each with its file. */
function toWanted({ c, rust, script }: OpenExercise, { files = {}, ...linked }: Partial<Project>) {
  return [
    ...[c, rust].map((side): Wanted => [side, files[side.file]]),
    [script, linked.script] satisfies Wanted,
    ...(rust.input ? [[rust.input, linked.input] satisfies Wanted] : []),
  ]
}

type Wanted = [file: EditedFile, text: string | undefined]

function take(open: OpenExercise, { shown, ...linked }: Partial<Project>) {
  const wanted = toWanted(open, linked)
  const before = wanted.map(([file]) => [file, file.text.peek()] as const)
  for (const [file, text] of wanted) if (text !== undefined) file.replace(text)
  if (wanted.some(([{ file }]) => file === shown)) open.view.shown.value = shown!
  const undo = () => before.forEach(([file, text]) => file.replace(text))
  const texts = wanted.map(([{ text }]) => text)
  offerUndo(t('The code of the link is in the editors.'), texts, undo)
}

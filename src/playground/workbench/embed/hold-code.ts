import { effect } from '@preact/signals'
import { t } from '#i18n/t.ts'
import type { OpenExercise } from '../../exercise/open-exercise.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { toProjectFragment } from '../../project/project-link.ts'
import type { Project } from '../../project/project.ts'
import { toProject } from '../share/share-lesson.ts'
import { isLeftOut } from './left-out.ts'

/** Has the page's link to the course hold what a reader made of the lesson; returns how to end that. */
export function holdLesson(open: OpenExercise): () => void {
  const { c, rust, script } = open
  const files = [c, rust, script, ...(rust.input ? [rust.input] : [])]
  return holdCode(() => {
    const isEdited = files.map(({ text, given }) => text.value !== given)
    return isEdited.includes(true) ? toProject(open) : undefined
  })
}

/** The same of a project: all of it, unless nothing is written there. */
export function holdProject(open: OpenProject): () => void {
  const files = [...open.files.values(), ...(open.script ? [open.script] : [])]
  return holdCode(() => {
    const isEmpty = files.map(({ text }) => text.value).every((text) => text === '')
    return isEmpty ? undefined : open.current()
  })
}

/** `read` reads the signals that the link follows. A link that is always right can be opened, copied and dragged as any other; where it can’t hold the code, that is said beside it. */
function holdCode(read: () => Project | undefined): () => void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-course]')
  if (!link) return () => {}
  const plain = link.href.replace(/#.*$/, '')
  let newest = 0
  return effect(() => {
    const turn = ++newest
    const project = read()
    void toFragment(project).then((fragment) => {
      if (turn !== newest) return
      link.href = `${plain}${fragment}`
      tellLeftOut(project !== undefined && fragment === '')
    })
  })
}

async function toFragment(project: Project | undefined): Promise<string> {
  const fragment = project && (await toProjectFragment(project))
  return fragment === undefined ? '' : `#${fragment}`
}

/** The page has the place for it, so that it is read out. */
function tellLeftOut(leftOut: boolean) {
  isLeftOut.value = leftOut
  document.querySelector('[data-left-out]')!.textContent = leftOut
    ? t('The course opens without your code: it is too long for a link. Copy it here, and paste it there.')
    : ''
}

import { useEffect, useState } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import { forgetLastLinked, noteLastLinked, readLastLinked } from '../../project/last-linked.ts'
import type { OpenProject } from '../../project/open-project.ts'
import type { Project } from '../../project/project.ts'
import { toGivenProject } from '../../project/stored-project.ts'
import type { ProjectActions } from './project-actions.ts'

/** What came in the link of the address, and its fragment. */
export interface FromLink {
  project: Partial<Project>
  fragment: string
}

interface Props {
  open: OpenProject
  actions: ProjectActions
  /** Absent for the reader's own playground. */
  link: FromLink | undefined
}

/** Says whose code stands in the editors where there are several that it could be: that of a link, an edit of that, or the reader's own beside one. */
export function LinkLine({ open, actions, link }: Props) {
  return link ? <OfLink key={link.fragment} {...{ open, actions, link }} /> : <BesideLink />
}

function OfLink({ open, actions, link: { project, fragment } }: Required<Props> & { link: FromLink }) {
  const given = toGivenProject(open.project.target, project)
  const isEdited = !isSame(open, given)
  const { slug } = open
  useEffect(() => {
    if (isEdited) noteLastLinked({ slug, fragment })
  }, [isEdited])
  const restore = () => actions.replace(given, t('The code of the link is in the editors.'))
  return (
    <p class="wb-link-line">
      <span>
        {isEdited
          ? t('This program came in a link, and you changed it. Your version is kept with that link.')
          : t('This program came in a link. What you change is kept with that link.')}
      </span>
      {isEdited && (
        <button type="button" class="wb-textbutton" onClick={restore}>
          {t('The link’s own code')}
        </button>
      )}
      <a href={location.pathname}>{t('My own playground')}</a>
    </p>
  )
}

function BesideLink() {
  const [last, setLast] = useState(readLastLinked)
  if (!last) return null
  return (
    <p class="wb-link-line">
      <span>{t('This is your own playground. You also changed a program that came in a link.')}</span>
      <a href={last.fragment}>{t('Open that program')}</a>
      <button
        type="button"
        class="wb-textbutton"
        aria-label={t('Close this message')}
        onClick={() => (forgetLastLinked(), setLast(undefined))}
      >
        ✕
      </button>
    </p>
  )
}

/** Reads the texts as signals. */
function isSame({ files, script }: OpenProject, given: Project): boolean {
  const texts = [...files].every(([file, { text }]) => text.value === given.files[file])
  return texts && (!script || script.text.value === given.script)
}

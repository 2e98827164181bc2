import { sitePath } from '#protocol/site-path.ts'
import { tParts } from '#i18n/t-parts.ts'
import { t } from '#i18n/t.ts'
import type { LessonParts } from '../../project/lesson-parts.ts'
import type { ProjectActions } from './project-actions.ts'

interface Props {
  parts: LessonParts
  actions: ProjectActions
}

/** Says what comes with each boot of a driver that came from a lesson, and lets it be left out. */
export function PartsLine({ parts: { slug, state }, actions }: Props) {
  const now = state.value
  if (now.kind === 'loading') return null
  const title = now.kind === 'loaded' ? now.title : slug
  const lesson = <a href={sitePath(`/${slug}/`)}>{title}</a>
  const files = now.kind === 'loaded' ? <code>{now.files.join(' ')}</code> : ''
  return (
    <p class="wb-link-line">
      <span>
        {now.kind === 'loaded'
          ? tParts('Each kernel has {files} of the lesson «{lesson}», too.', { files, lesson })
          : tParts('What the lesson «{lesson}» gives beside this driver could not be loaded.', { lesson })}
      </span>
      <button type="button" class="wb-textbutton" onClick={() => actions.change({ lesson: '' })}>
        {t('Without it')}
      </button>
    </p>
  )
}

import { t } from '#i18n/t.ts'
import type { Framing } from './read-framing.ts'

/** Says who may show the page in a frame; empty until that is known. */
export function describeFraming(framing: Framing | undefined): string {
  if (!framing) return ''
  switch (framing.kind) {
    case 'anyone':
      return t('Every page may show it in a frame.')
    case 'some':
      return t('Pages of {origins} may show it in a frame, and no others.', {
        origins: framing.origins.join(', '),
      })
    case 'nobody':
      return t(
        'This site does not let other sites show it in a frame: browsers will refuse. Whoever runs the site can allow it, with FRAME_ANCESTORS.',
      )
    case 'unknown':
      return t('The site can’t be reached now, so nobody can say whether other sites may show it in a frame.')
  }
}

import type { ComponentChildren } from 'preact'
import { t } from '#i18n/t.ts'
import './compared.css'

interface Props {
  expected: ComponentChildren
  got: ComponentChildren
}

/** What had to come, above what came. */
export function Compared({ expected, got }: Props) {
  return (
    <dl class="wb-compared">
      <dt>{t('expected')}</dt>
      <dd>{expected}</dd>
      <dt>{t('got')}</dt>
      <dd>{got}</dd>
    </dl>
  )
}

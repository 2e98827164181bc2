import { t } from '#i18n/t.ts'
import type { ruleNames } from '#protocol/lesson-rules.ts'

/** Says what a lesson forbids, as page and command tell the reader that it holds. */
export function describeRule(rule: (typeof ruleNames)[number]): string {
  return {
    'no-unsafe': () => t('no unsafe'),
    'no-unwrap': () => t('no unwrap or expect'),
    'no-panic': () => t('no panic, unwrap or expect'),
    'no-unused-result': () => t('no result that nobody looks at'),
    'no-indexing': () => t('no indexing that can panic'),
    'safety-comments': () => t('a SAFETY comment above each unsafe block'),
  }[rule]()
}

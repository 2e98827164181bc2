import { expect, it } from 'vitest'
import { describeFailure } from '#playground/wording/describe-answer.ts'

it.each(['Run', 'Check', undefined] as const)(
  'says that reloading helps where the page is older than the service, after %s',
  (button) => {
    expect(describeFailure({ kind: 'outdated' }, button)).toBe(
      'This page is older than the compile service. Reload it; your code is saved.',
    )
  },
)

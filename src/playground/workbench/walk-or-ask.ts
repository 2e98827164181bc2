import { compilerOf } from '#story/diagnostic-source.ts'
import { t } from '#i18n/t.ts'
import { showToast } from '../notices/toasts.ts'
import type { ProgramSession } from '../program/program-session.ts'
import type { StoryNavigator } from '../program/story-navigator.ts'
import { isPresenting } from './layout.ts'

/** Walks through what is told of a program. Where its compiler was not asked yet that is offered; who presents asks by the same key. */
export function walkOrAsk(program: ProgramSession): Pick<StoryNavigator, 'walk'> {
  const { navigator, check, checkAgain } = program
  return {
    walk(by) {
      if (check.peek().kind !== 'not asked' || navigator.steps.peek().length > 0) navigator.walk(by)
      else if (isPresenting()) checkAgain()
      else offerToAsk(program)
    },
  }
}

function offerToAsk({ language, checkAgain }: ProgramSession) {
  const compiler = compilerOf(language)
  showToast(t('There are no steps yet: {compiler} was not asked.', { compiler }), [
    { label: t('Ask {compiler}', { compiler }), callback: checkAgain },
  ])
}

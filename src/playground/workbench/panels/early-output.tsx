import { t } from '#i18n/t.ts'
import type { Panel } from '../../program/view.ts'
import { describeQuestion } from '../../wording/describe-check.ts'
import type { Later } from '../early-actions.ts'
import { showHints } from './output-panels.tsx'
import { type Tab, TabPanel, Tabs } from './tabs.tsx'

interface Props {
  isDriver: boolean
  /** The start is checked without being asked for. */
  checksStart: boolean
  later: Later
}

/** What stands below the editor before the exercise is there: the same tabs and the first question, in their places. */
export function EarlyOutput({ isDriver, checksStart, later }: Props) {
  const choose = (id: string) => later(({ view }) => (view.panel.value = id as Panel))()
  return (
    <div class="wb-output">
      <div class="wb-bar">
        <Tabs
          tabs={toTabs(isDriver)}
          chosen="problems"
          choose={choose}
          label={t('Results')}
          prefix="wb-output"
        />
        <button
          type="button"
          class="wb-button"
          onClick={later(({ rust, session }) => showHints(rust, session))}
        >
          {t('Hint')}
        </button>
      </div>
      <div class="wb-panels">
        <TabPanel id="problems" prefix="wb-output" isShown>
          {!checksStart && (
            <>
              <div class="wb-verdict">
                <p class="wb-status">{describeQuestion('rustc')}</p>
              </div>
              <button type="button" class="wb-button" onClick={later(({ rust }) => rust.checkAgain())}>
                {t('Ask {compiler}', { compiler: 'rustc' })}
              </button>
            </>
          )}
        </TabPanel>
      </div>
    </div>
  )
}

function toTabs(isDriver: boolean): Tab[] {
  return [
    { id: 'problems', title: t('Problems'), mark: '?' },
    { id: 'console', title: t('Console') },
    ...(isDriver ? [{ id: 'shell', title: t('Shell') }] : []),
    { id: 'checks', title: t('Checks') },
  ]
}

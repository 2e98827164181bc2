import { expect, it } from 'vitest'
import { findWordFaults } from '#scripts/house/find-word-faults.ts'

const code = {
  'src/components/header.astro':
    "---\nimport { t } from '#i18n/t.ts'\n---\n<a>{t('Settings')}</a><a title={t('Go to {place}', { place })}>",
}
const report = (text: string) => findWordFaults(code, { path: 'src/i18n/de.yaml', text })

it('words that all are translated have no fault', () => {
  expect(report("Settings: Einstellungen\n'Go to {place}': 'Zu {place}'\n")).toEqual({
    faults: [],
    missing: [],
    total: 2,
  })
})

it('a sentence that is not translated is told, and is no fault', () => {
  expect(report('Settings: Einstellungen\n')).toMatchObject({ faults: [], missing: ['Go to {place}'] })
})

it('a sentence that the code no longer has is a fault, and so is another hole, or no text', () => {
  const text = "Setting: Einstellung\n'Go to {place}': 'Zu {platz}'\nSettings:\n"
  expect(report(text).faults).toEqual([
    { path: 'src/i18n/de.yaml', line: 1, message: expect.stringContaining('Setting') },
    { path: 'src/i18n/de.yaml', line: 2, message: expect.stringContaining('{platz}') },
    { path: 'src/i18n/de.yaml', line: 3, message: expect.stringContaining('not translated') },
  ])
})

it('a sentence that is there twice is a fault', () => {
  const text = "Settings: Einstellungen\n'Go to {place}': 'Zu {place}'\nSettings: Optionen\n"
  expect(report(text).faults).toEqual([
    { path: 'src/i18n/de.yaml', line: 3, message: expect.stringContaining('line 1') },
  ])
})

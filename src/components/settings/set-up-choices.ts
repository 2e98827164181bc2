import { t } from '#i18n/t.ts'
import {
  readSetting,
  saveSetting,
  type SettingName,
  type SettingValue,
} from '#playground/storage/settings.ts'

/** Shows what is set, and takes what the reader chooses at once. */
export function setUpChoices(settings: HTMLElement) {
  for (const group of settings.querySelectorAll<HTMLElement>('[data-setting]')) {
    const name = group.dataset.setting as SettingName
    const value = readSetting(name)
    for (const input of group.querySelectorAll('input')) input.checked = input.value === value
    group.addEventListener('change', ({ target }) => {
      const result = saveSetting(name, (target as HTMLInputElement).value as SettingValue)
      group.querySelector('[role=status]')!.textContent = result === 'saved' ? '' : notSaved()
    })
  }
}

const notSaved = () =>
  t('This browser does not store anything for this site: the choice holds until you leave this page.')

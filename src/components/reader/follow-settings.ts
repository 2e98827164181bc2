import { applySetting, type SettingName, settings } from '#playground/storage/settings.ts'

/** Has the page follow what is set in another tab. */
export function followSettings() {
  addEventListener('storage', ({ key }) => {
    const name = key?.replace('no-oops:', '') ?? ''
    if (Object.hasOwn(settings, name)) applySetting(name as SettingName)
  })
}

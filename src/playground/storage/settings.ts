import { readText, removeStored, type SaveResult, saveText } from './storage.ts'

/** What a reader can set for this browser: names and their values, the first of which holds where nothing was chosen. */
export const settings = {
  theme: ['system', 'light', 'dark'],
  'code-size': ['normal', 'small', 'large', 'largest'],
  'code-font': ['ours', 'system'],
  motion: ['system', 'less'],
  keymap: ['usual', 'vim'],
} as const satisfies Record<string, readonly [string, ...string[]]>
export type SettingName = keyof typeof settings
export type SettingValue<Name extends SettingName = SettingName> = (typeof settings)[Name][number]

/** Fires on `window` after a setting was changed in this tab or another one; its detail is the name. */
export const settingChanged = 'no-oops:setting'

/** Reads a setting; one that this version does not know is as if nothing was chosen. */
export function readSetting<Name extends SettingName>(name: Name): SettingValue<Name> {
  const values: readonly string[] = settings[name]
  const stored = readText(name)
  return (stored !== undefined && values.includes(stored) ? stored : values[0]) as SettingValue<Name>
}

/** Saves a setting and has the page follow it. */
export function saveSetting<Name extends SettingName>(name: Name, value: SettingValue<Name>): SaveResult {
  const isDefault = value === settings[name][0]
  const result = isDefault ? remove(name) : saveText(name, value)
  applySetting(name, value)
  return result
}

/** Writes a setting where the styles look for it, as `layouts/theme.js` does before the first paint. */
export function applySetting<Name extends SettingName>(name: Name, value = readSetting(name)) {
  const root = document.documentElement
  if (value === settings[name][0]) root.removeAttribute(`data-${name}`)
  else root.setAttribute(`data-${name}`, value)
  window.dispatchEvent(new CustomEvent(settingChanged, { detail: name }))
}

function remove(name: SettingName): SaveResult {
  removeStored(name)
  return 'saved'
}

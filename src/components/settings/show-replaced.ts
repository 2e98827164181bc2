import { pageLanguage } from '#i18n/language.ts'
import { t } from '#i18n/t.ts'
import type * as loaded from './work-script.ts'

/** Lists the versions of code that an import put aside, each with a button that takes it again. */
export async function showReplaced(section: HTMLElement, script: typeof loaded) {
  const versions = (await script.readReplaced()).filter(({ file }) => !script.isOfSettings(file))
  const details = section.querySelector<HTMLElement>('[data-replaced]')!
  details.hidden = versions.length === 0
  details.querySelector('ul')!.replaceChildren(
    ...versions.map((version) => {
      const [row, button] = [document.createElement('li'), document.createElement('button')]
      button.type = 'button'
      button.textContent = t('Take it again')
      button.addEventListener(
        'click',
        () => void script.putBack(version).then(() => showReplaced(section, script)),
      )
      const time = new Date(version.savedAt).toLocaleString(pageLanguage())
      row.append(`${t('{file}, of {time}', { file: describeFile(version.file), time })} `, button)
      return row
    }),
  )
}

/** The name under which a file is saved, as a reader would say it: the playground keeps `main.rs` under its own name, and drivers apart. */
function describeFile(name: string): string {
  const [, file] = /^playground(?:\/(?:\.kernel\/)?(.+))?$/.exec(name) ?? []
  if (name.startsWith('playground')) return `${t('Playground')}: ${file ?? 'main.rs'}`
  return name.replace('#', ', ')
}

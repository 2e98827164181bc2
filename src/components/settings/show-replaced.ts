import type * as loaded from './work-script.ts'

/** Lists the versions of code that an import put aside, each with a button that takes it again. */
export async function showReplaced(section: HTMLElement, script: typeof loaded) {
  const versions = await script.readReplaced()
  const details = section.querySelector<HTMLElement>('[data-replaced]')!
  details.hidden = versions.length === 0
  details.querySelector('ul')!.replaceChildren(
    ...versions.map((version) => {
      const [row, button] = [document.createElement('li'), document.createElement('button')]
      button.type = 'button'
      button.textContent = 'Take it again'
      button.addEventListener(
        'click',
        () => void script.putBack(version).then(() => showReplaced(section, script)),
      )
      row.append(`${version.file}, of ${new Date(version.savedAt).toLocaleString('en')} `, button)
      return row
    }),
  )
}

import { sectionScripts } from './section-scripts.ts'

/** Brings the settings to life where they are shown, on their page or in a dialog. */
export function start(settings: HTMLElement) {
  for (const setUp of sectionScripts) setUp(settings)
}

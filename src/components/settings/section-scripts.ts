import { setUpChoices } from './set-up-choices.ts'
import { setUpLanguages } from './set-up-languages.ts'
import { setUpWhere } from './set-up-where.ts'
import { setUpWork } from './set-up-work.ts'

/** What brings the sections of the settings to life, each given the element around all of them. */
export const sectionScripts: readonly ((settings: HTMLElement) => void)[] = [
  setUpChoices,
  setUpLanguages,
  setUpWhere,
  setUpWork,
]

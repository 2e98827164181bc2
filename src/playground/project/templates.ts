import { t } from '#i18n/t.ts'
import { defaultVariant } from '#protocol/variants.ts'
import type { Target } from '#protocol/compile.ts'
import type { Project } from './project.ts'
import blankC from './templates/blank/driver.c?raw'
import blankRust from './templates/blank/driver.rs?raw'
import minimalScript from './templates/minimal/boot.sh?raw'
import minimalC from './templates/minimal/driver.c?raw'
import minimalRust from './templates/minimal/driver.rs?raw'
import miscScript from './templates/misc/boot.sh?raw'
import miscC from './templates/misc/driver.c?raw'
import miscRust from './templates/misc/driver.rs?raw'
import program from './templates/program.rs?raw'

/** Something to begin with. */
export interface Template {
  id: string
  title: () => string
  project: Project
}

const empty: Project = {
  ...{ target: 'userspace', sides: 'rust', variant: defaultVariant, edition: '2021' },
  ...{ files: {}, script: '', input: '' },
}

const driver = { ...empty, target: 'kernel' } as const
const minimal = {
  ...driver,
  files: { 'driver.c': minimalC, 'driver.rs': minimalRust },
  script: minimalScript,
}
const misc = { ...driver, files: { 'driver.c': miscC, 'driver.rs': miscRust }, script: miscScript }

export const templates: readonly Template[] = [
  { id: 'program', title: () => t('Program'), project: { ...empty, files: { 'main.rs': program } } },
  { id: 'minimal', title: () => t('Minimal module'), project: minimal },
  { id: 'misc', title: () => t('Misc device'), project: misc },
  { id: 'twin', title: () => t('C and its Rust twin'), project: { ...misc, sides: 'both' } },
  {
    id: 'blank',
    title: () => t('Blank program'),
    project: { ...empty, files: { 'main.rs': 'fn main() {}\n' } },
  },
  {
    id: 'blank-module',
    title: () => t('Blank module'),
    project: { ...driver, files: { 'driver.c': blankC, 'driver.rs': blankRust }, script: minimalScript },
  },
]

/** What a target begins with. */
export function startOf(target: Target): Project {
  return templates.find(({ project }) => project.target === target)!.project
}

import { templates } from '../project/templates.ts'
import kbuild from './begin/Kbuild?raw'
import readme from './begin/README.md?raw'

const { files, script } = templates.find(({ id }) => id === 'misc')!.project

/** The files of a workspace that nobody has worked in yet. */
export const beginning: Record<string, string> = {
  ...files,
  'boot.sh': script,
  Kbuild: kbuild,
  'README.md': readme,
}

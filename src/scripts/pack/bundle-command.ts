import { join } from 'node:path'
import { build } from 'rolldown'
import { root } from '../root.ts'

/** Makes the command `no-oops` one file that needs nothing but Node. */
export async function bundleCommand(file: string): Promise<void> {
  await build({
    input: join(root, 'src/cli/node/main.ts'),
    platform: 'node',
    output: { file, minify: true, codeSplitting: false },
  })
}

import { expect, it, vi } from 'vitest'
import { join } from 'node:path'
import { root } from '#scripts/root.ts'
import { inlineScript } from '#scripts/site-build/inline-script.ts'

const script = join(root, 'src/components/site-script.ts')

it('gives a script as one text that imports nothing', async () => {
  const text = await load(`${script}?inline-script`)
  expect(text).toContain('no-oops:')
  // What it loads later on has an address of the site.
  expect(text).not.toMatch(/\b(import\b(?!\()|export\b)/)
})

it('knows the path that the site is built for', async () => {
  expect(await load(`${script}?inline-script`)).toContain('/course/')
})

it('leaves other modules alone', async () => {
  expect(await load(script)).toBeUndefined()
})

/** What the plugin makes of a module, as a page would import it. */
async function load(id: string): Promise<string | undefined> {
  const { load } = inlineScript('/course/') as { load(this: object, id: string): Promise<string | undefined> }
  const module = await load.call({ addWatchFile: vi.fn() }, id)
  return module && JSON.parse(module.replace(/^export default /, ''))
}

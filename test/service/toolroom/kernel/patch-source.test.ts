import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { patchSource, toPaths } from '#service/toolroom/kernel/patch-source.ts'
import { kernels } from '#service/toolroom/kernel/recipes.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const patch = `um: say two

The reason.

--- a/arch/um/Makefile
+++ b/arch/um/Makefile
@@ -1,3 +1,3 @@
 one
-2
+two
 three
`

describe('A change to the source', () => {
  it('is made to a copy', async () => {
    const source = furnish('one\n2\nthree\n')
    const [changed] = await patchSource(source, [patch], join(temporaryFolder(), 'patched'))
    expect(changed?.path).toBe('arch/um/Makefile')
    expect(readFileSync(changed!.file, 'utf8')).toBe('one\ntwo\nthree\n')
    expect(readFileSync(join(source, 'arch/um/Makefile'), 'utf8')).toBe('one\n2\nthree\n')
  })

  it('looks as old as the file was, so that make does nothing again', async () => {
    const source = furnish('one\n2\nthree\n')
    const [changed] = await patchSource(source, [patch], join(temporaryFolder(), 'patched'))
    expect(statSync(changed!.file).mtime).toEqual(statSync(join(source, 'arch/um/Makefile')).mtime)
  })

  it('is refused in words if it does not fit', async () => {
    const source = furnish('four\nfive\nsix\n')
    await expect(patchSource(source, [patch], join(temporaryFolder(), 'patched'))).rejects.toThrow(
      'The change «um: say two» does not fit this source',
    )
  })

  it.each(kernels.kasan.kernel!.patches)('of ours says first why it is needed', (text) => {
    const reason = text.slice(0, text.indexOf('\n--- a/'))
    expect(reason.split('\n\n').length).toBeGreaterThanOrEqual(2)
    expect(toPaths(text)).not.toHaveLength(0)
  })
})

function furnish(text: string): string {
  const source = temporaryFolder()
  mkdirSync(join(source, 'arch/um'), { recursive: true })
  writeFileSync(join(source, 'arch/um/Makefile'), text)
  return source
}

import { describe, expect, it } from 'vitest'
import { at, c, useDriverCompiler } from './any-driver.ts'

const { compile, errorsOf } = useDriverCompiler()

describe("C with the kernel's flags and headers", () => {
  it('is accepted, by the compiler and the kernel that are named', async () => {
    for (const action of ['check', 'lint', 'build'] as const) {
      expect(await compile(action, c('return 0;'))).toMatchObject({
        outcome: 'accepted',
        diagnostics: [],
        toolchain: expect.stringMatching(/^clang 19\.1\.7, Linux 7\.3\.\d+$/),
      })
    }
  })

  it('is refused on its line', async () => {
    expect(await errorsOf('check', c('return missing;'))).toMatchObject([
      { message: "use of undeclared identifier 'missing'", spans: [at(5, 9)] },
    ])
  })

  it('finds no header that the driver does not ask for', async () => {
    const others = c('return misc_register(0);', '#include <linux/miscdevice.h>')
    expect(await compile('check', others)).toMatchObject({ outcome: 'accepted' })
    expect(await errorsOf('check', c('return misc_register(0);'))).toMatchObject([
      { code: '-Wimplicit-function-declaration' },
    ])
  })

  it('may define what a header reads, before it asks for the header', async () => {
    const { 'driver.c': driver } = c('pr_info("loaded\\n");\n\treturn 0;')
    const first = { 'driver.c': `#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt\n${driver}` }
    expect(await compile('check', first)).toMatchObject({ outcome: 'accepted', diagnostics: [] })
  })

  it('is refused for a function that the kernel does not give to modules', async () => {
    const errors = await errorsOf('build', c('return not_there();', 'int not_there(void);'))
    expect(errors).toMatchObject([
      { code: 'modpost', message: '"not_there" [driver.ko] undefined!', spans: [at(6, 2)] },
    ])
  })

  it('needs a licence', async () => {
    const files = { 'driver.c': c('return 0;')['driver.c'].replace(/MODULE_LICENSE.*/, '') }
    expect(await errorsOf('build', files)).toMatchObject([
      { message: 'missing MODULE_LICENSE() in driver.o' },
    ])
  })

  it('may have headers of its own', async () => {
    const files = { ...c('return RING;', '#include "ring.h"'), 'ring.h': '#define RING 0\n' }
    expect(await compile('build', files)).toMatchObject({ outcome: 'accepted' })
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Action, CompileResult, SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { compileModule } from '#service/kernel/compile-module.ts'
import type { KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { kernelTimeout, openRealEnvironment } from './real-kernel.ts'

let place: KernelEnvironment

beforeAll(async () => {
  place = await openRealEnvironment()
}, kernelTimeout)

const driver = `#include <linux/module.h>
#include "ring.h"

static int __init two_init(void)
{
	return ring_size(4);
}
module_init(two_init);
MODULE_DESCRIPTION("Two files");
MODULE_LICENSE("GPL");
`
const header = 'int ring_size(int n);\n'
const ring = `#include <linux/slab.h>
#include "ring.h"

int ring_size(int n)
{
	return n;
}
`

describe('a driver of several C files', () => {
  const files = { 'driver.c': driver, 'ring.c': ring, 'ring.h': header }

  it.each(['check', 'build'] as const)('is one module: %s', async (action) => {
    expect(await compile(action, files)).toMatchObject({ outcome: 'accepted', diagnostics: [] })
  })

  it.each(['check', 'build'] as const)('is refused for each of them: %s', async (action) => {
    const wrong = {
      ...files,
      'driver.c': driver.replace('(4)', '(four)'),
      'ring.c': ring.replace(' n;', ' m;'),
    }
    const errors = await diagnosticsOf(action, wrong)
    expect(errors.map(placeOf)).toEqual(['driver.c:6', 'ring.c:6'])
  })

  it('is told once of what is wrong in a header of both', async () => {
    const wrong = { ...files, 'ring.h': `${header}static int more(void) { int unused; return 1; }\n` }
    const warnings = await diagnosticsOf('build', wrong)
    expect(warnings.filter(({ code }) => code === '-Wunused-variable').map(placeOf)).toEqual(['ring.h:2'])
  })

  it('must not have a function twice', async () => {
    const twice = {
      ...files,
      'driver.c': driver.replace(
        'static int __init',
        'int ring_size(int n)\n{\n\treturn 2;\n}\n\nstatic int __init',
      ),
    }
    expect(await diagnosticsOf('build', twice)).toMatchObject([
      {
        message: 'duplicate symbol: ring_size',
        spans: [
          { file: 'driver.c', primary: true, label: 'defined here' },
          { file: 'ring.c', primary: false, label: 'and defined here as well' },
        ],
      },
    ])
  })

  it('may lack what one of them uses: it is told on the line that uses it', async () => {
    const errors = await diagnosticsOf('build', {
      ...files,
      'ring.c': ring.replace('ring_size', 'ring_sizes'),
    })
    expect(errors.filter(({ severity }) => severity === 'error').map(placeOf)).toEqual(['driver.c:6'])
  })
})

it('files that are not used are told of beside all else', async () => {
  const files = { 'driver.c': driver, 'ring.c': ring, 'ring.h': header, 'pool.h': '#pragma once\n' }
  expect(await diagnosticsOf('check', files)).toMatchObject([
    { severity: 'warning', spans: [{ file: 'pool.h' }] },
  ])
  expect(await diagnosticsOf('build', files)).toMatchObject([
    { severity: 'warning', spans: [{ file: 'pool.h' }] },
  ])
})

describe("what the kernel's own headers are warned of", () => {
  it.each([
    ...['asm/uaccess.h', 'linux/interrupt.h', 'linux/io.h', 'linux/irq.h', 'linux/pci.h', 'linux/usb.h'],
    ...['linux/i2c.h', 'linux/netdevice.h', 'linux/skbuff.h', 'linux/blkdev.h', 'linux/dma-mapping.h'],
  ])('is not told of the driver that asks for it: %s', async (name) => {
    const files = {
      'driver.c': `#include <linux/module.h>\n#include <${name}>\n\nstatic int __init probe_init(void)\n{\n\treturn 0;\n}\nmodule_init(probe_init);\nMODULE_DESCRIPTION("Asks");\nMODULE_LICENSE("GPL");\n`,
    }
    expect(await diagnosticsOf('check', files)).toEqual([])
    expect(await diagnosticsOf('build', files)).toEqual([])
  })
})

async function diagnosticsOf(action: Action, files: SourceFiles): Promise<Diagnostic[]> {
  const result = await compile(action, files)
  if (result.outcome === 'stopped') throw new Error(result.reason)
  return result.diagnostics
}

function compile(action: Action, files: SourceFiles): Promise<CompileResult> {
  return compileModule(place, { target: 'kernel', language: 'c', action, files })
}

function placeOf({ spans: [span] }: Diagnostic): string {
  return span ? `${span.file}:${span.start.line}` : ''
}

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findDropped } from '#service/toolroom/kernel/build-kernel.ts'
import { kernels } from '#service/toolroom/kernel/recipes.ts'
import { createStepCount } from '#service/toolroom/kernel/step-count.ts'
import { temporaryFolder } from '../temporary-folder.ts'

describe('The configuration of a kernel', () => {
  const got = '# Linux\nCONFIG_RUST=y\nCONFIG_NR_CPUS=2\n# CONFIG_SSL is not set\nCONFIG_NET=y\n'

  it('is as it was asked for', () => {
    expect(findDropped('# Why\nCONFIG_RUST=y\nCONFIG_NR_CPUS=2\nCONFIG_SSL=n\nCONFIG_GONE=n\n', got)).toEqual(
      [],
    )
  })

  it('is refused if Kconfig has dropped or changed something', () => {
    expect(findDropped('CONFIG_KASAN=y\nCONFIG_NR_CPUS=4\nCONFIG_NET=n\nCONFIG_RUST=y\n', got)).toEqual([
      'CONFIG_KASAN=y',
      'CONFIG_NR_CPUS=4',
      'CONFIG_NET=n',
    ])
  })

  it('says why each variant is there, and asks for nothing twice', () => {
    for (const { kernel } of Object.values(kernels)) {
      const settings = kernel!.config.split('\n').filter((line) => line.startsWith('CONFIG_'))
      expect(new Set(settings).size).toBe(settings.length)
      expect(kernel!.config.match(/^# .{20,}$/gm)).toHaveLength(2)
    }
  })
})

describe('The progress of a build', () => {
  it('is told by the steps that make has said, not by warnings', () => {
    const steps = createStepCount('/nowhere', 4)
    const lines = ['  CC      init/main.o', '1 warning generated.', '  LD      linux']
    expect(lines.map(steps.read)).toEqual([0.25, 0.25, 0.5])
  })

  it('goes on from what an earlier run has done', () => {
    const log = join(temporaryFolder(), 'build.log')
    writeFileSync(log, '  CC      a.o\n  CC      b.o\n')
    expect(createStepCount(log, 4).read('  CC      c.o')).toBe(0.75)
  })

  it('does not pass the whole', () => {
    const steps = createStepCount('/nowhere', 1)
    expect([steps.read('  CC      a.o'), steps.read('  CC      b.o')]).toEqual([1, 1])
  })
})

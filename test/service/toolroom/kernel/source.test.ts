import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { toOrigin } from '#service/toolroom/kernel/fetch-source.ts'
import { findSource } from '#service/toolroom/kernel/source.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const { LINUX_SOURCE } = process.env

afterEach(() => {
  if (LINUX_SOURCE === undefined) delete process.env.LINUX_SOURCE
  else process.env.LINUX_SOURCE = LINUX_SOURCE
})

describe('The source of Linux', () => {
  it('is the folder that is named', async () => {
    const folder = name('VERSION = 7\nPATCHLEVEL = 3\nSUBLEVEL = 4\nEXTRAVERSION =\n')
    expect(await findSource('/nowhere', '7.3')).toMatchObject({ folder, version: '7.3.4' })
  })

  it('is refused if it is of another release', async () => {
    name('VERSION = 6\nPATCHLEVEL = 1\nSUBLEVEL = 4\n')
    await expect(findSource('/nowhere', '7.3')).rejects.toThrow('is Linux 6.1.4, not 7.3')
  })

  it('is refused if it is something else', async () => {
    name('all:\n')
    await expect(findSource('/nowhere', '7.3')).rejects.toThrow('is not a source tree of Linux')
  })

  it('is refused if a kernel has been built in it', async () => {
    const folder = name('VERSION = 7\nPATCHLEVEL = 3\nSUBLEVEL = 4\n')
    writeFileSync(join(folder, '.config'), '')
    await expect(findSource('/nowhere', '7.3')).rejects.toThrow('has been built in')
  })

  it("is named after Debian's package and its exact version", () => {
    expect(toOrigin('/x/linux-source-7.3_7.3.4-1~bpo13+1_all.deb')).toBe(
      "Debian's linux-source-7.3 7.3.4-1~bpo13+1",
    )
  })
})

function name(makefile: string): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'Makefile'), makefile)
  process.env.LINUX_SOURCE = folder
  return folder
}

import { symlinkSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareHostTools } from '#service/toolroom/host-tools.ts'
import { kernels } from '#service/toolroom/kernel/recipes.ts'
import { userspace } from '#service/toolroom/recipe.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { PATH } = process.env

beforeEach(() => {
  process.env.PATH = temporaryFolder()
})

afterEach(() => {
  process.env.PATH = PATH
})

describe('A machine without mmdebstrap and bubblewrap', () => {
  it('is told the command that installs them, if it has apt', async () => {
    symlinkSync('/bin/true', `${process.env.PATH}/apt-get`)
    await expect(prepareHostTools(userspace, () => {}, 1000)).rejects.toMatchObject({
      message: 'mmdebstrap and bubblewrap are not installed.',
      remedy: 'sudo apt-get install -y --no-install-recommends mmdebstrap bubblewrap debian-archive-keyring',
    })
  })

  it('is told what building a kernel needs besides', async () => {
    for (const name of ['apt-get', 'mmdebstrap', 'bwrap', 'xz'])
      symlinkSync('/bin/true', `${process.env.PATH}/${name}`)
    await expect(prepareHostTools(userspace, () => {}, 1000)).resolves.toBeUndefined()
    await expect(prepareHostTools(kernels.kasan, () => {}, 1000)).rejects.toMatchObject({
      message: 'patch is not installed.',
      remedy: expect.stringContaining('patch xz-utils'),
    })
  })

  it('is told of other ways, if it has no apt', async () => {
    await expect(prepareHostTools(userspace, () => {}, 1000)).rejects.toMatchObject({
      remedy: expect.stringMatching(/container.*SERVICE_URL/s),
    })
  })

  it('has a toolroom that says so, and does not fail', async () => {
    const toolroom = openToolroom({ cache: temporaryFolder() })
    expect(toolroom.status()).toMatchObject({ state: 'unavailable', remedy: 'npm run toolroom -- make' })
    expect(await toolroom.make()).toMatchObject({
      state: 'unavailable',
      reason: expect.stringContaining('no apt-get'),
    })
    expect(toolroom.status()).toMatchObject({
      state: 'unavailable',
      reason: expect.stringContaining('no apt-get'),
    })
  })
})

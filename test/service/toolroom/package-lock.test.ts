import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  findUnlocked,
  readLock,
  readPackages,
  refuseAltered,
  toLockText,
} from '#service/toolroom/package-lock.ts'
import { temporaryFolder } from './temporary-folder.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

describe('the packages of a toolroom', () => {
  it('are recorded by name, version and SHA-256, and nothing else that lies with them', async () => {
    const archives = temporaryFolder()
    writeFileSync(join(archives, 'lld-19_1%3a19.1.7-3_amd64.deb'), 'lld')
    writeFileSync(join(archives, 'lock'), '')
    mkdirSync(join(archives, 'partial'))
    expect(await readPackages(archives)).toEqual({ 'lld-19_1:19.1.7-3_amd64': hashOf('lld') })
    expect(await readPackages('/nowhere')).toEqual({})
  })

  it('are refused where one of the same version is not the one that was tried', () => {
    const lock = { 'rustc_1.85.1_amd64': hashOf('rustc') }
    expect(() => refuseAltered({ 'rustc_1.85.1_amd64': hashOf('evil') }, lock)).toThrow('rustc_1.85.1_amd64')
    refuseAltered(lock, lock)
    refuseAltered({ 'rustc_1.85.2_amd64': hashOf('newer') }, lock)
  })

  it('that are newer are told', () => {
    const lock = { 'rustc_1.85.1_amd64': 'a', 'lld-19_1:19_amd64': 'b' }
    const packages = { 'rustc_1.85.2_amd64': 'c', 'lld-19_1:19_amd64': 'b', new_1_all: 'd' }
    expect(findUnlocked(packages, lock)).toEqual(['rustc 1.85.2 (locked: 1.85.1)', 'new 1 (locked: none)'])
  })
})

describe('the lock', () => {
  it('knows the compilers that lessons were proven with', () => {
    const names = Object.keys(readLock())
    expect(names).toContainEqual(expect.stringMatching(/^rustc_1\.85\.1/))
    expect(names).toContainEqual(expect.stringMatching(/^lld-19_1:19/))
    expect(Object.values(readLock()).every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true)
  })

  it('is written as it is read', () => {
    expect(readLock(toLockText(readLock()))).toEqual(readLock())
  })
})

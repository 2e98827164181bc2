import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Project } from '#playground/project/project.ts'
import { hasSaved, readProject, saveProject } from '#playground/project/stored-project.ts'
import { startOf } from '#playground/project/templates.ts'
import { readSavedCode, saveCode } from '#playground/storage/saved-code.ts'
import { createLimitedStorage } from '../storage/limited-storage.ts'

beforeEach(() => vi.stubGlobal('localStorage', createLimitedStorage(1_000_000).localStorage))
afterEach(() => vi.unstubAllGlobals())

const saved = (text: string) => ({ text, savedAt: new Date().toISOString() })
const driver: Project = {
  ...startOf('kernel'),
  ...{ sides: 'both', variant: 'lockdep', script: 'insmod driver.ko', lesson: 'driver-model/probe' },
  files: { 'driver.c': 'int a;', 'driver.rs': '//!', 'ring.h': '' },
}

it('Begins with a program, and with the one that an older playground saved', () => {
  expect(readProject('playground')).toEqual(startOf('userspace'))
  saveCode('playground', saved('fn main() {}'))
  saveCode('playground/stdin', saved('1 2'))
  expect(readProject('playground')).toMatchObject({ files: { 'main.rs': 'fn main() {}' }, input: '1 2' })
})

it('Gives back what was saved, and keeps program and driver apart', () => {
  saveCode('playground', saved('fn main() {}'))
  saveProject('playground', driver)
  expect(readProject('playground')).toEqual(driver)
  expect(readProject('playground', {}, 'userspace').files).toEqual({ 'main.rs': 'fn main() {}' })
})

it('Removes the files that a project no longer has', () => {
  saveProject('playground', driver)
  const { 'ring.h': _removed, ...files } = driver.files
  saveProject('playground', { ...driver, files })
  expect(readProject('playground').files).toEqual(files)
  expect(readSavedCode('playground/.kernel/ring.h')).toBeUndefined()
})

it('Keeps a file that another tab has added, and lists it', () => {
  const known = Object.keys(driver.files)
  saveProject('playground', { ...driver, files: { ...driver.files, 'other.h': 'theirs' } })
  const { 'ring.h': _removed, ...files } = driver.files
  const kept = { ...files, 'new.h': 'mine', 'other.h': 'theirs' }
  expect(saveProject('playground', { ...driver, files: { ...files, 'new.h': 'mine' } }, known).files).toEqual(
    kept,
  )
  expect(readProject('playground').files).toEqual(kept)
})

it('Takes of a lesson in userspace its program, and its driver in C for the other target', () => {
  const linked: Partial<Project> = {
    ...{ target: 'userspace', sides: 'both', script: 'insmod driver.ko' },
    files: { 'main.rs': 'fn main() {}', 'driver.c': 'int a;' },
  }
  expect(readProject('playground/x', linked)).toMatchObject({
    target: 'userspace',
    files: { 'main.rs': 'fn main() {}' },
  })
  expect(readProject('playground/x', linked, 'kernel')).toMatchObject({
    files: { 'driver.c': 'int a;' },
    script: 'insmod driver.ko',
  })
})

it('A link is not given again once the reader has edited what it held', () => {
  const linked: Partial<Project> = { target: 'userspace', files: { 'main.rs': 'linked' } }
  expect(hasSaved('playground/x')).toBe(false)
  saveCode('playground/x', saved('edited'))
  expect(hasSaved('playground/x')).toBe(true)
  expect(readProject('playground/x', linked).files).toEqual({ 'main.rs': 'edited' })
})

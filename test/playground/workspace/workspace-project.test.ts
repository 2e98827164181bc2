import { describe, expect, it } from 'vitest'
import { describeBadPath, isWorkspacePath } from '#playground/workspace/file-path.ts'
import { filesOfProgram, findProgram } from '#playground/workspace/find-program.ts'
import { lessonOf, toFiles, toFreeFolder, toProject } from '#playground/workspace/workspace-project.ts'

const paths = new Set([
  'driver.rs',
  'driver.c',
  'ring.h',
  'tree.rs',
  'ring/driver.rs',
  'ring/src/slots.rs',
  'user/main.rs',
  'README.md',
])

describe('a file', () => {
  it('belongs to the program whose root stands beside it or above it', () => {
    expect(findProgram('ring/src/slots.rs', paths)).toMatchObject({
      root: 'ring/driver.rs',
      folder: 'ring/',
      target: 'kernel',
    })
    expect(findProgram('ring.h', paths)).toMatchObject({ root: 'driver.c', language: 'c' })
    expect(findProgram('user/main.rs', paths)).toMatchObject({ target: 'userspace', folder: 'user/' })
    expect(findProgram('README.md', paths)).toBeUndefined()
    expect(findProgram('alone.rs', new Set(['alone.rs']))).toBeUndefined()
  })

  it('of another program is left out of the one around it', () => {
    expect(filesOfProgram(findProgram('driver.rs', paths)!, paths)).toEqual(['driver.rs', 'tree.rs'])
  })

  it('with a name that no service takes is in no program', () => {
    const more = new Set([...paths, 'my notes.rs', 'src/größe.rs'])
    expect(filesOfProgram(findProgram('driver.rs', more)!, more)).toEqual(['driver.rs', 'tree.rs'])
  })

  it('can’t have a path that leads out of the project or shows as another', () => {
    for (const path of ['', '/a', '../a', 'a/../b', 'a//b', './a', 'a\\b', 'a\nb', ' a', 'x'.repeat(201)])
      expect(isWorkspacePath(path), path).toBe(false)
    expect(['a', '.gitignore', 'größe/ä b.md'].every(isWorkspacePath)).toBe(true)
    expect(describeBadPath('driver.rs/a', [...paths])).toContain('can’t be a file and a folder')
    expect(describeBadPath('new.rs', [...paths])).toBeUndefined()
  })
})

describe('a project', () => {
  const project = { files: { 'driver.rs': '//!', 'driver.c': 'int a;' }, script: 'insmod driver.ko\n' }

  it('that came in a link has its commands and its lesson among the files, and goes back with them', () => {
    const files = toFiles(project, 'ownership/borrow')
    const texts = Object.fromEntries(Object.entries(files).map(([path, text]) => [`borrow/${path}`, text]))
    expect(lessonOf('borrow/driver.rs', texts)).toBe('ownership/borrow')
    expect(toProject('borrow/driver.c', texts)).toMatchObject({
      ...project,
      target: 'kernel',
      sides: 'both',
      shown: 'driver.c',
    })
  })

  it('gets a folder of its own, and never writes over another', () => {
    const files = toFiles(project)
    const there = {
      'a/driver.rs': 'mine',
      'b/driver.rs': '//!',
      'b/driver.c': 'int a;',
      'b/boot.sh': 'insmod driver.ko\n',
    }
    expect(toFreeFolder('a', files, there)).toBe('a-2')
    expect(toFreeFolder('b', files, there)).toBe('b')
    expect(toFreeFolder('/chapter/../; rm -r *', files, {})).toBe('rm-r')
    expect(toFreeFolder('..', files, {})).toBe('project')
  })

  it('with a mark that is none of ours is of no lesson', () => {
    for (const mark of ['{"lesson":"//evil"}', '{"lesson":"../a"}', '{"lesson":1}', 'null', 'no'])
      expect(lessonOf('a.rs', { '.no-oops.json': mark }), mark).toBeUndefined()
  })
})

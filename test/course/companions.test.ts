import { describe, expect, it } from 'vitest'
import { CourseError } from '#course/course-error.ts'
import { type ExerciseLesson, hasExercise } from '#course/lesson.ts'
import { readCourse } from '#course/read-course.ts'
import { folder, head, kernelChanges, lessonFiles } from './lesson-files.ts'

const chapter = folder.split('/')[0]!
const header = 'int pulse_read(int channel);\n'
const module = '#include <linux/module.h>\n#include "pulse.h"\n'

describe('what a lesson brings', () => {
  it('is each C file of fixtures/ as a module of its own, with the headers that it includes', () => {
    const { exercise } = read({
      [`${folder}/fixtures/pulse.c`]: module,
      [`${folder}/fixtures/pulse.h`]: header,
      [`${folder}/fixtures/other.h`]: 'int other;\n',
      [`${folder}/fixtures/plain.c`]: 'int plain;\n',
    })
    expect(exercise.companions).toEqual({
      fixtures: {
        pulse: { 'pulse.c': module, 'pulse.h': header },
        plain: { 'plain.c': 'int plain;\n' },
      },
    })
    expect(exercise.headers).toEqual({ 'pulse.h': header, 'other.h': 'int other;\n' })
  })

  it('is Rust of fixtures/ beside each of its programs in Rust', () => {
    const { exercise } = read({ [`${folder}/fixtures/pulse.rs`]: 'extern "C" {}\n' })
    expect(exercise.given).toEqual(['pulse.rs'])
    for (const files of [exercise.start, exercise.solution, ...Object.values(exercise.wrong)])
      expect(files['pulse.rs']).toBe('extern "C" {}\n')
    expect(exercise.companions).toBeUndefined()
  })

  it('is each C file of programs/, which finds the headers of both folders', () => {
    const text = '#include "pulse.h"\n  #  include "tool.h"\nint main(void) { return 0; }\n'
    const { exercise } = read({
      [`${folder}/programs/tool.c`]: text,
      [`${folder}/programs/tool.h`]: '#include "tool.h"\n',
      [`${folder}/fixtures/pulse.h`]: header,
    })
    expect(exercise.companions).toEqual({
      programs: { tool: { 'tool.c': text, 'pulse.h': header, 'tool.h': '#include "tool.h"\n' } },
    })
  })

  it('is of its chapter’s shared/ what its head names, and its own where both have one', () => {
    const shared = {
      [`${chapter}/shared/fixtures/pulse.c`]: module,
      [`${chapter}/shared/fixtures/pulse.h`]: header,
      [`${chapter}/shared/fixtures/not_taken.c`]: '',
      [`${chapter}/shared/programs/tool.c`]: 'int main(void) { return 0; }\n',
    }
    const own = { [`${folder}/fixtures/pulse.h`]: '/* mine */\n' }
    const { exercise } = read({ ...shared, ...own }, 'shared: [pulse, tool]')
    expect(exercise.companions).toEqual({
      fixtures: { pulse: { 'pulse.c': module, 'pulse.h': '/* mine */\n' } },
      programs: { tool: { 'tool.c': 'int main(void) { return 0; }\n' } },
    })
    expect(() => read(shared, 'shared: [pulse, toll]')).toThrow(CourseError)
  })
})

describe('what lessons of several chapters share', () => {
  const shared = { 'shared/fixtures/pulse.rs': 'extern "C" {}\n', 'shared/programs/tool.c': '' }

  it('is taken by name too', () => {
    const { exercise } = read(shared, 'shared: [pulse]')
    expect(exercise.given).toEqual(['pulse.rs'])
    expect(exercise.companions).toBeUndefined()
  })

  it('gives way to what the chapter has', () => {
    const ours = { [`${chapter}/shared/fixtures/pulse.rs`]: '// ours\n' }
    const { exercise } = read({ ...shared, ...ours }, 'shared: [pulse]')
    expect(exercise.solution['pulse.rs']).toBe('// ours\n')
  })
})

describe('a lesson that brings nothing', () => {
  it('has no word of it', () => {
    expect(Object.keys(read({}).exercise)).not.toEqual(
      expect.arrayContaining([expect.toBeOneOf(['headers', 'given', 'companions'])]),
    )
  })
})

function read(files: Record<string, string>, more = ''): ExerciseLesson {
  const kernel = kernelChanges()
  const text = head.replace('target: userspace', `target: kernel\n${more}`)
  const [lessons] = readCourse(lessonFiles({ ...kernel, [`${folder}/lesson.mdx`]: text, ...files }))
  const [lesson] = lessons!.lessons
  if (!lesson || !hasExercise(lesson)) throw new Error('no exercise')
  return lesson
}

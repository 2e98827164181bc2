import { computed } from '@preact/signals'
import type { EditedFile } from './edited-file.ts'
import { bringFirstIntoSight } from './first-in-sight.ts'
import type { ProgramSession } from './program-session.ts'
import { createStoryNavigator } from './story-navigator.ts'
import { isShown, type View } from './view.ts'

/** Another file of a program: what is told of the program stands in this file's code, too. It ends before the program. */
export function createFileSession(program: ProgramSession, edited: EditedFile, view: View): ProgramSession {
  const told = program.storiesOf(edited.file)
  const navigator = createStoryNavigator(told, edited)
  const sight = bringFirstIntoSight(edited, {
    stories: told.stories,
    isShown: computed(() => isShown(view, edited.file)),
    runs: program.isChanged,
  })
  const end = () => (sight.end(), navigator.end())
  return { ...program, ...edited, navigator, showFirst: sight.again, end }
}

import { describePlace } from '#story/describe-story.ts'
import type { StepRef, StoryStep } from '#story/story.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import { LineLink } from './line-link.tsx'

/** Where a step is: a link into the code, or the place in a source that is not here to be edited. */
export function StepPlace({ program, step, at }: { program: ProgramSession; step: StoryStep; at: StepRef }) {
  const { span, isHere } = step
  if (span && isHere)
    return <LineLink program={program} at={span.start} go={() => program.navigator.goTo(at)} />
  const file = span && program.neighbours?.get(span.file)
  if (file) return <LineLink program={file} at={span.start} children={describePlace(step)} />
  return (
    <span class="wb-step-elsewhere" title={span && `${span.file}:${span.start.line}`}>
      {describePlace(step)}
    </span>
  )
}

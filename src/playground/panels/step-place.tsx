import type { StepRef, StoryStep } from '#story/story.ts'
import type { Bench } from '../bench.ts'

/** Where a step is: a link into the code, or the place in a source that is not here to be edited. */
export function StepPlace({ bench, step, at }: { bench: Bench; step: StoryStep; at: StepRef }) {
  const { span, isHere } = step
  if (!span) return <span class="wb-step-elsewhere" />
  const { line } = span.start
  if (!isHere) {
    const name = span.file.split('/').at(-1)
    return (
      <span class="wb-step-elsewhere" title={`${span.file}:${line}`}>
        {name}:{line}
      </span>
    )
  }
  return (
    <a
      class="wb-line-link"
      href={`#line-${line}`}
      onClick={(event) => {
        event.preventDefault()
        bench.reading.goTo(at)
      }}
    >
      line {line}
    </a>
  )
}

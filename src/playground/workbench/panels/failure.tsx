import { useEffect, useState } from 'preact/hooks'
import type { Preparing, RequestFailure } from '../../backends/request-failure.ts'
import { watchStage } from '../../backends/watch-stage.ts'
import { WhereButton } from './where-button.tsx'
import { describeFailure, describeReady } from '../../wording/describe-answer.ts'

interface Props {
  failure: RequestFailure
  /** What the reader presses to try again; absent where that goes by itself. */
  button?: 'Run' | 'Check'
}

/** Why there is no result. What is being prepared is told as it goes on, silently, until it is ready. */
export function Failure({ failure, button }: Props) {
  if (failure.kind !== 'preparing') {
    return (
      <>
        {describeFailure(failure, button)} {isSilence(failure) && <WhereButton />}
      </>
    )
  }
  return <Progress preparing={failure} button={button} />
}

/** Whether the reader can choose somebody else who answers. */
export function isSilence({ kind }: RequestFailure): boolean {
  return kind === 'unreachable' || kind === 'unavailable' || kind === 'silent elsewhere'
}

/** Whether waiting is all that helps: nothing went wrong. */
export function isWaiting({ kind }: RequestFailure): boolean {
  return kind === 'preparing' || kind === 'busy'
}

function Progress({ preparing, button }: { preparing: Preparing; button: Props['button'] }) {
  const [now, setNow] = useState<Preparing | 'ready'>(preparing)
  useEffect(() => {
    setNow(preparing)
    return watchStage(preparing, setNow)
  }, [preparing])
  if (now === 'ready') return <>{describeReady(preparing, button)}</>
  return <span aria-live="off">{describeFailure(now, button)}</span>
}

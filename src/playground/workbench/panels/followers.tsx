import type { Follower } from '#story/story.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import { describeFollowers } from '../../wording/describe-followers.ts'
import { EnglishPhrase } from './in-english.tsx'
import { LineLink } from './line-link.tsx'
import { Phrase } from './phrase.tsx'
import './followers.css'

/** What the compiler says only because of the error above it, folded. */
export function Followers({ program, followers }: { program: ProgramSession; followers: Follower[] }) {
  if (followers.length === 0) return null
  return (
    <details class="wb-followers">
      <summary>{describeFollowers(followers)}</summary>
      {groupByReason(followers).map(([because, told]) => (
        <div key={because}>
          <p class="wb-note">
            <Phrase text={because} />
          </p>
          <ul role="list">
            {told.map((follower, index) => (
              <Told key={index} {...{ program, follower }} />
            ))}
          </ul>
        </div>
      ))}
    </details>
  )
}

function groupByReason(followers: Follower[]): [because: string, told: Follower[]][] {
  return [...Map.groupBy(followers, ({ because }) => because)]
}

function Told({ program, follower }: { program: ProgramSession; follower: Follower }) {
  const { code, message, steps } = follower
  const at = steps.find(({ isPrimary, isHere }) => isPrimary && isHere)?.span?.start
  return (
    <li>
      {at && <LineLink program={program} at={at} />}{' '}
      <span>
        {code && <code>{code}</code>} <EnglishPhrase text={message} />
      </span>
    </li>
  )
}

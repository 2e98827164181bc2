import { useState } from 'preact/hooks'
import type { Fix } from '#protocol/diagnostic.ts'
import { applyFix } from '../apply-fix.ts'
import type { Bench } from '../bench.ts'
import { isSureFix } from '../is-sure-fix.ts'
import { DiffView } from './diff-view.tsx'

/** What rustc proposes: one click where it vouches for the fix, a look first where it does not; holes to fill are left out. */
export function FixButtons({ bench, fixes }: { bench: Bench; fixes: Fix[] }) {
  const usable = fixes.filter(
    (fix) => isUsable(fix) && applyFix(bench.text.value, fix, bench.file) !== undefined,
  )
  if (usable.length === 0) return null
  return (
    <ul class="wb-fixes">
      {usable.map((fix, index) => (
        <li key={index}>
          {isSureFix(fix) ? <SureFix bench={bench} fix={fix} /> : <UnsureFix bench={bench} fix={fix} />}
        </li>
      ))}
    </ul>
  )
}

function SureFix({ bench, fix }: { bench: Bench; fix: Fix }) {
  return (
    <button type="button" class="wb-button" onClick={() => use(bench, fix)}>
      Fix: {fix.title}
    </button>
  )
}

function UnsureFix({ bench, fix }: { bench: Bench; fix: Fix }) {
  const [shown, setShown] = useState(false)
  return (
    <>
      <button type="button" class="wb-button" aria-expanded={shown} onClick={() => setShown(!shown)}>
        Show the change: {fix.title}
      </button>
      {shown && (
        <div class="wb-preview">
          <p class="wb-note">rustc is not sure that this is what you mean.</p>
          <DiffView before={bench.text.value} after={applyFix(bench.text.value, fix, bench.file)!} />
          <button type="button" class="wb-button" onClick={() => use(bench, fix)}>
            Use it
          </button>
        </div>
      )}
    </>
  )
}

function use(bench: Bench, fix: Fix) {
  const changed = applyFix(bench.text.peek(), fix, bench.file)
  if (changed !== undefined) bench.replace(changed)
}

function isUsable({ applicability }: Fix): boolean {
  return applicability !== 'HasPlaceholders'
}

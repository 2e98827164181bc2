import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Fix } from '#protocol/diagnostic.ts'
import { t } from '#i18n/t.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import { type QuickFix, applyQuickFix, applicableFixes } from '../../program/quick-fix.ts'
import { DiffView } from './diff-view.tsx'
import { EnglishPhrase } from './in-english.tsx'
import { Phrase } from './phrase.tsx'
import './fix-buttons.css'

/** What the compiler proposes: one click where that is a good fix, else a look first. */
export function FixButtons({ program, fixes }: { program: ProgramSession; fixes: Fix[] }) {
  const quickFixes = applicableFixes(program, fixes)
  if (quickFixes.length === 0) return null
  return (
    <ul class="wb-fixes" role="list">
      {quickFixes.map((it) => (
        <li key={it.id}>
          {it.because === undefined ? (
            <button type="button" class="wb-button" onClick={() => applyQuickFix(program, it)}>
              {t('Fix:')} <EnglishPhrase text={it.title} />
              <OfLine quickFix={it} />
            </button>
          ) : (
            <AfterLook program={program} quickFix={it} because={it.because} />
          )}
        </li>
      ))}
    </ul>
  )
}

function AfterLook({
  program,
  quickFix: it,
  because,
}: {
  program: ProgramSession
  quickFix: QuickFix
  because: string
}) {
  const [shown, setShown] = useState(false)
  const toggle = useRef<HTMLButtonElement>(null)
  const leave = () => (setShown(false), toggle.current?.focus())
  const use = useRef<HTMLButtonElement>(null)
  // It stands below the change, which is in sight then, too.
  useLayoutEffect(() => use.current?.scrollIntoView({ block: 'nearest' }), [shown])
  return (
    <>
      <button
        ref={toggle}
        type="button"
        class="wb-button"
        data-fix={it.id}
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
      >
        {t('Show the change:')} <EnglishPhrase text={it.title} />
        <OfLine quickFix={it} />
      </button>
      {shown && (
        <div class="wb-preview">
          <p class="wb-note">
            <Phrase text={because} />
          </p>
          <DiffView before={it.before} after={it.after} />
          <button ref={use} type="button" class="wb-button" onClick={() => applyQuickFix(program, it)}>
            {t('Use it')}
          </button>{' '}
          <button type="button" class="wb-textbutton" onClick={leave}>
            {t('Leave it')}
          </button>
        </div>
      )}
    </>
  )
}

/** Tells buttons of the same words apart for who only hears them. */
function OfLine({ quickFix: { line } }: { quickFix: QuickFix }) {
  return <span class="visually-hidden">, {t('line {line}', { line })}</span>
}

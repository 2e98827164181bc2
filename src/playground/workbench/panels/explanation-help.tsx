import { useEffect, useState } from 'preact/hooks'
import type { ExplainedCode, LessonLink } from '#course/explained-code.ts'
import { sitePath } from '#protocol/site-path.ts'
import { t } from '#i18n/t.ts'
import { tParts } from '#i18n/t-parts.ts'
import { loadExplanation } from '../load-explanation.ts'
import { Markdown } from './markdown.tsx'
import { HelpPane } from './help-pane.tsx'
import { inEnglish } from './in-english.tsx'

import './explanation-help.css'

/** What an error code means: the course's text, then rustc's own. Fetched from the site itself. */
export function ExplanationHelp({ code, close }: { code: string; close: () => void }) {
  return (
    <HelpPane title={code} close={close}>
      <Fetched key={code} code={code} />
    </HelpPane>
  )
}

function Fetched({ code }: { code: string }) {
  const [explained, setExplained] = useState<ExplainedCode | 'failed'>()
  useEffect(() => void loadExplanation(code).then(setExplained), [code])
  if (!explained) return <p class="wb-status">{t('Fetching the explanation…')}</p>
  return explained === 'failed' ? <Elsewhere code={code} /> : <Explained explained={explained} />
}

function Elsewhere({ code }: { code: string }) {
  return (
    <p class="wb-status">
      {tParts('The explanation can’t be fetched now. It is also at {here} and at {there}.', {
        here: <a href={sitePath(`/errors/${code}/`)}>{sitePath(`/errors/${code}/`)}</a>,
        there: (
          <a href={`https://doc.rust-lang.org/error_codes/${code}.html`} rel="noreferrer">
            doc.rust-lang.org
          </a>
        ),
      })}
    </p>
  )
}

function Explained({ explained }: { explained: ExplainedCode }) {
  const { code, title, bug, ours, lessons, rustc } = explained
  return (
    <div class="wb-explained">
      {ours && (
        <>
          <p class="wb-explained-head">
            <b {...inEnglish()}>{title}</b> {bug && <span class="wb-bug">{t('in C: {bug}', { bug })}</span>}
          </p>
          <div {...inEnglish()}>
            <Markdown text={ours} />
          </div>
        </>
      )}
      <Links code={code} lessons={lessons} />
      <details class="wb-rustc-text" open={!ours}>
        <summary>{t('rustc’s own text')}</summary>
        <div {...inEnglish()}>
          <Markdown text={rustc} />
        </div>
      </details>
    </div>
  )
}

function Links({ code, lessons }: { code: string; lessons: LessonLink[] }) {
  return (
    <p class="wb-explained-links">
      {lessons.map(({ href, number, title }) => (
        <a key={href} href={href} title={title}>
          {t('lesson {number}', { number })}
        </a>
      ))}
      <a href={sitePath(`/errors/${code}/`)}>{t('whole page')}</a>
    </p>
  )
}

import { useEffect, useState } from 'preact/hooks'
import type { Explanation as Answer } from '#protocol/explanation.ts'
import { serviceBase } from '../service-base.ts'
import { Markdown } from './markdown.tsx'

/** rustc's own explanation of an error code, fetched when asked for. */
export function Explanation({ code }: { code: string }) {
  const [asked, setAsked] = useState(false)
  return (
    <details class="wb-explanation" onToggle={({ currentTarget }) => currentTarget.open && setAsked(true)}>
      <summary>Explain {code}</summary>
      {asked && <Explained code={code} />}
    </details>
  )
}

function Explained({ code }: { code: string }) {
  const [explained, setExplained] = useState<Answer | 'failed'>()
  useEffect(() => void fetchExplanation(code).then(setExplained), [code])
  if (!explained) return <p class="wb-status">Fetching the explanation…</p>
  if (explained !== 'failed') return <Markdown text={explained.markdown} />
  return (
    <p class="wb-status">
      The explanation can’t be fetched now; it is also at{' '}
      <a href={`https://doc.rust-lang.org/error_codes/${code}.html`} rel="noreferrer">
        doc.rust-lang.org
      </a>
      .
    </p>
  )
}

async function fetchExplanation(code: string): Promise<Answer | 'failed'> {
  try {
    const response = await fetch(`${serviceBase()}/api/explain/${code}`)
    return response.ok ? ((await response.json()) as Answer) : 'failed'
  } catch {
    return 'failed'
  }
}

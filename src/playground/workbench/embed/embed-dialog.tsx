import { render } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import { sitePath } from '#protocol/site-path.ts'
import { describeFraming } from './describe-framing.ts'
import { askFraming, type Framing } from './read-framing.ts'
import { frameHeight, toSnippet } from './to-frame.ts'
import '../dialog.css'
import './embed-dialog.css'

/** What is to be embedded. */
export interface Embedded {
  /** Path of the page for frames. */
  path: string
  /** Its fragment with the `#`, if its code is not that of a lesson. */
  fragment: string
  title: string
  /** It shows C and Rust, one at first. */
  hasSides: boolean
}

/** Shows how another site embeds it. */
export function showEmbed(embedded: Embedded) {
  const place = document.createElement('div')
  document.body.append(place)
  const close = () => (render(null, place), place.remove())
  render(<EmbedDialog embedded={embedded} close={close} />, place)
}

function EmbedDialog({ embedded, close }: { embedded: Embedded; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [choice, setChoice] = useState<Choice>({ title: embedded.title, height: frameHeight })
  const [framing, setFraming] = useState<Framing>()
  const [said, say] = useState('')
  const snippet = write(embedded, choice)
  const choose = (changes: Partial<Choice>) => (say(''), setChoice({ ...choice, ...changes }))
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => void askFraming(embedded.path).then(setFraming), [])
  async function copy() {
    const isCopied = await navigator.clipboard.writeText(snippet).then(
      () => true,
      () => false,
    )
    say(isCopied ? t('Copied.') : t('This browser does not let a page copy. Select the text and copy it.'))
  }
  return (
    <dialog ref={dialog} class="wb-dialog wb-embed" aria-labelledby="wb-embed-title" onClose={close}>
      <h2 id="wb-embed-title">{t('Embed in a page of yours')}</h2>
      <p class="wb-embed-who">{describeFraming(framing)}</p>
      <Choices {...{ embedded, choice, choose }} />
      <label>
        {t('HTML')}
        <textarea
          readOnly
          rows={6}
          spellcheck={false}
          value={snippet}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </label>
      <p class="wb-embed-note">
        {t(
          'The script gives the frame the height of what it shows. Without that line it keeps its height, and scrolls.',
        )}
      </p>
      <div class="wb-buttons">
        <button type="button" class="wb-button wb-primary" onClick={() => void copy()}>
          {t('Copy')}
        </button>
        <button type="button" class="wb-button" onClick={() => dialog.current?.close()}>
          {t('Close')}
        </button>
        <span role="status">{said}</span>
      </div>
    </dialog>
  )
}

interface Choice {
  title: string
  height: number
  theme?: string
  side?: string
}

interface ChoicesProps {
  embedded: Embedded
  choice: Choice
  choose(changes: Partial<Choice>): void
}

function Choices({ embedded, choice, choose }: ChoicesProps) {
  return (
    <div class="wb-embed-choices">
      <label>
        {t('Title')}
        <input value={choice.title} onInput={({ currentTarget }) => choose({ title: currentTarget.value })} />
      </label>
      <label>
        {t('Height in pixels')}
        <input
          type="number"
          min={200}
          max={4000}
          step={10}
          value={choice.height}
          onInput={({ currentTarget }) => choose({ height: currentTarget.valueAsNumber || frameHeight })}
        />
      </label>
      <label>
        {t('Colours')}
        <select onChange={({ currentTarget }) => choose({ theme: currentTarget.value })}>
          <option value="">{t('as the reader has them')}</option>
          <option value="light">{t('light')}</option>
          <option value="dark">{t('dark')}</option>
        </select>
      </label>
      {embedded.hasSides && (
        <label>
          {t('In sight at first')}
          <select onChange={({ currentTarget }) => choose({ side: currentTarget.value })}>
            <option value="">Rust</option>
            <option value="c">C</option>
          </select>
        </label>
      )}
    </div>
  )
}

function write({ path, fragment }: Embedded, { title, height, theme, side }: Choice): string {
  const src = new URL(path, location.href)
  if (theme) src.searchParams.set('theme', theme)
  if (side) src.searchParams.set('side', side)
  src.hash = fragment
  const script = new URL(sitePath('/embed.js'), location.href).href
  return toSnippet({ src: src.href, title, width: '100%', height }, script)
}

import { useState } from 'preact/hooks'
import { publicIds, publicPlaygrounds, type PublicId } from '#protocol/public-playgrounds.ts'
import { tParts } from '#i18n/t-parts.ts'
import { t } from '#i18n/t.ts'
import { checkService, toServiceBase } from '../../backends/check-service.ts'
import { serviceOfSite } from '../../backends/service-base.ts'
import { chooseWhereCodeGoes, readWhereCodeGoes } from '../../storage/where-code-goes.ts'
import { describeServiceCheck } from '../../wording/describe-where.ts'

/** What the reader chooses: the compile service, and who gets programs where that does not answer. */
export function WhereForm({ onDone }: { onDone: () => void }) {
  const before = readWhereCodeGoes()
  const [service, setService] = useState(before.service ?? '')
  const [playground, setPlayground] = useState(before.playground)
  const [said, setSaid] = useState('')

  async function take() {
    const checked =
      service.trim() === '' ? { kind: 'usable' as const, base: undefined } : await check(service)
    if (checked.kind !== 'usable') return setSaid(describeServiceCheck(checked))
    const { base } = checked
    chooseWhereCodeGoes({ ...(base !== undefined && { service: base }), ...(playground && { playground }) })
    onDone()
    // Clients of the old service are all over the page; what was typed is saved.
    if (base !== before.service) location.reload()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setSaid('…')
        void take()
      }}
    >
      <fieldset>
        <legend>{t('The compile service')}</legend>
        <p>
          {t('It checks and builds what you edit, and boots your drivers. This site asks {host}.', {
            host: nameOf(serviceOfSite()),
          })}
        </p>
        <label>
          {t('Another No Oops service')}{' '}
          <input
            value={service}
            placeholder="http://localhost:4321"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            aria-describedby="where-said"
            onInput={({ currentTarget }) => (setService(currentTarget.value), setSaid(''))}
          />
        </label>
        <p id="where-said" role="alert">
          {said}
        </p>
        <p>{t('To start one on your own machine (Linux), in a checkout of No Oops:')}</p>
        <pre tabIndex={0}>
          <code>{`CORS_ORIGIN=${location.origin} npm start`}</code>
        </pre>
      </fieldset>
      <fieldset>
        <legend>{t('Where no service answers')}</legend>
        <p>
          {tParts(
            'Programs for user space can be checked and run by others. Each one that you edit then {leaves}, whole, for that host, whose own terms hold. Drivers are never sent: nobody else builds them.',
            { leaves: <strong>{t('leaves your browser')}</strong> },
          )}
        </p>
        <Choice id={undefined} {...{ playground, setPlayground }}>
          {t('Nobody')}
        </Choice>
        {publicIds.map((id) => (
          <Choice key={id} {...{ id, playground, setPlayground }}>
            {describePlayground(id)}, <code>{publicPlaygrounds[id].host}</code>
          </Choice>
        ))}
      </fieldset>
      <div class="wb-buttons">
        <button class="wb-button wb-primary">{t('Save')}</button>
        <button class="wb-button" type="button" onClick={onDone}>
          {t('Cancel')}
        </button>
      </div>
    </form>
  )
}

interface ChoiceProps {
  id: PublicId | undefined
  playground: PublicId | undefined
  setPlayground: (id: PublicId | undefined) => void
  children: preact.ComponentChildren
}

function Choice({ id, playground, setPlayground, children }: ChoiceProps) {
  return (
    <label>
      <input
        type="radio"
        name="where-playground"
        checked={playground === id}
        onChange={() => setPlayground(id)}
      />{' '}
      {children}
    </label>
  )
}

function nameOf(base: string): string {
  return base === '' ? t('its own host') : base
}

function describePlayground(id: PublicId): string {
  return id === 'rust-playground' ? t('The Rust Playground') : publicPlaygrounds[id].name
}

/** Asks the service that was typed; a page's own policy may forbid that. */
async function check(typed: string) {
  const base = toServiceBase(typed)
  if (base === undefined) return { kind: 'no address' as const }
  let isForbidden = false
  const listener = () => (isForbidden = true)
  addEventListener('securitypolicyviolation', listener)
  const found = await checkService(base, AbortSignal.timeout(8000)).catch(() => ({ kind: 'silent' as const }))
  // The browser tells of it after the request has failed.
  if (found.kind === 'silent') await new Promise((resolve) => setTimeout(resolve, 100))
  removeEventListener('securitypolicyviolation', listener)
  if (isForbidden) return { kind: 'forbidden' as const }
  return found.kind === 'usable' ? { kind: 'usable' as const, base } : found
}

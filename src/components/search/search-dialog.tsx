import { useEffect, useRef } from 'preact/hooks'
import { tParts } from '#i18n/t-parts.ts'
import { t } from '#i18n/t.ts'
import { describeGroups, type FoundGroup } from './group-results.ts'
import { searchKinds } from './search-kinds.ts'
import type { SearchOption, SearchSession, SearchState } from './search-session.ts'

interface Props {
  session: SearchSession
  /** Makes an address of a path of the site. */
  toAddress: (path: string) => string
  close: () => void
}

/** What is in the dialog: a field, and below it what was found. */
export function SearchDialog(props: Props) {
  const { session, close } = props
  const { state, options, chosen } = session
  const isListed = options.value.length > 0
  return (
    <search>
      <div class="search-head">
        <input
          type="search"
          role="combobox"
          aria-label={t('Search the course')}
          aria-expanded={isListed}
          aria-controls="search-list"
          aria-autocomplete="list"
          aria-activedescendant={isListed ? idOf(chosen.value) : undefined}
          placeholder={t('spin_lock, KBox, E0505, use after free, …')}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => void session.ask(event.currentTarget.value)}
          onKeyDown={(event) => onKey(event, props)}
        />
        <button type="button" class="search-close" onClick={close}>
          {t('Close')}
        </button>
      </div>
      <p class="search-status" role="status">
        {describeState(state.value)}
      </p>
      {state.value.kind === 'failed' && (
        <button type="button" class="search-retry" onClick={() => void session.retry()}>
          {t('Try again')}
        </button>
      )}
      <FoundList {...props} />
      <p class="search-keys" aria-hidden="true">
        {tParts('{up} {down} choose, {enter} opens, {esc} closes', {
          up: <kbd>↑</kbd>,
          down: <kbd>↓</kbd>,
          enter: <kbd>{t('Enter')}</kbd>,
          esc: <kbd>Esc</kbd>,
        })}
      </p>
    </search>
  )
}

function describeState(state: SearchState): string {
  switch (state.kind) {
    case 'loading':
      return t('Loading the index …')
    case 'missing':
      return t(
        'There is no index here. In «npm run dev» search needs a build: run «npm run build», then «npm start».',
      )
    case 'failed':
      return t('The index could not be loaded. Are you online?')
    case 'ready':
      return t(
        'Lessons, error codes, C idioms, renamed APIs, words, CVEs and sources. Parts of a name are enough: «lock» finds spin_lock.',
      )
    case 'found':
      return state.groups.length > 0
        ? describeGroups(state.groups)
        : t('Nothing matches «{asked}». Try fewer words, or a part of the name.', {
            asked: state.asked.trim(),
          })
  }
}

/** The browser’s own Esc only empties the field. */
function onKey(event: KeyboardEvent, { session, close }: Props) {
  const { move, chosen, options } = session
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1)
  else if (event.key === 'Enter' && options.value.length > 0)
    document.getElementById(idOf(chosen.value))?.click()
  else if (event.key === 'Escape') close()
  else return
  event.preventDefault()
}

function FoundList(props: Props) {
  const { state, chosen } = props.session
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen.value, state.value])
  const groups = state.value.kind === 'found' ? state.value.groups : []
  return (
    <div class="search-list" id="search-list" role="listbox" aria-label={t('What was found')} ref={list}>
      {groups.map((group) => (
        <Group key={group.kind} group={group} {...props} />
      ))}
    </div>
  )
}

function Group({ group: { kind, count, found }, session, ...others }: Props & { group: FoundGroup }) {
  const options = session.options.value.flatMap((option, index) =>
    (option.kind === 'more' ? option.of === kind : found.includes(option.found)) ? { option, index } : [],
  )
  return (
    <div role="group" aria-labelledby={`search-${kind}`}>
      <p id={`search-${kind}`} class="search-kind">
        {searchKinds[kind]()} <span>{count}</span>
      </p>
      {options.map(({ option, index }) => (
        <Option key={index} session={session} option={option} index={index} count={count} {...others} />
      ))}
    </div>
  )
}

interface OptionProps extends Props {
  option: SearchOption
  index: number
  /** How many there are of its kind. */
  count: number
}

function Option({ session, option, index, count, toAddress, close }: OptionProps) {
  const shared = {
    ...{
      id: idOf(index),
      role: 'option' as const,
      tabIndex: -1,
      class: `search-option search-${option.kind}`,
    },
    'aria-selected': session.chosen.value === index,
    onPointerMove: () => session.choose(index),
  }
  if (option.kind === 'more')
    return (
      <div {...shared} onClick={() => void session.showAll(option.of)}>
        {t('More of these {count}', { count })}
      </div>
    )
  const { url, title, excerpt, language } = option.found
  return (
    <a {...shared} href={toAddress(url)} hreflang={language} onClick={close}>
      <b lang={language}>{title}</b>
      {/* Pagefind’s own HTML, and what was escaped before. */}
      <span lang={language} dangerouslySetInnerHTML={{ __html: excerpt }} />
    </a>
  )
}

function idOf(index: number): string {
  return `search-option-${index}`
}

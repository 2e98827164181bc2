import { t } from '#i18n/t.ts'
import { publicIds } from '#protocol/public-playgrounds.ts'
import { chooseWhereCodeGoes, readWhereCodeGoes } from '#playground/storage/where-code-goes.ts'

/** Shows who gets programs where no service answers, and takes what the reader chooses at once. */
export function setUpWhere(settings: HTMLElement) {
  for (const group of settings.querySelectorAll<HTMLElement>('[data-where]')) {
    const { playground = '' } = readWhereCodeGoes()
    for (const input of group.querySelectorAll('input')) input.checked = input.value === playground
    group.addEventListener('change', ({ target }) => {
      const result = choose((target as HTMLInputElement).value)
      group.querySelector('[role=status]')!.textContent = result === 'saved' ? '' : notSaved()
    })
  }
}

function choose(value: string) {
  const { playground: _, ...others } = readWhereCodeGoes()
  const playground = publicIds.find((id) => id === value)
  return chooseWhereCodeGoes({ ...others, ...(playground && { playground }) })
}

const notSaved = () =>
  t('This browser does not store anything for this site: the choice holds until you leave this page.')

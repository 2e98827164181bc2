import { useRef } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import type { Answer } from '../../backends/runners/runner.ts'
import './input-field.css'

/** A line to be typed for a program that waits for one, and how to say that there is no more. */
export function InputPrompt({ answer }: { answer: Answer }) {
  const field = useRef<HTMLInputElement>(null)
  const focus = (element: HTMLInputElement | null) => {
    if (element && !field.current) element.focus()
    field.current = element
  }
  const send = (event: Event) => {
    event.preventDefault()
    const { value } = field.current!
    field.current!.value = ''
    answer(value)
  }
  return (
    <form class="wb-prompt" onSubmit={send}>
      <input
        ref={focus}
        aria-label={t('Line of input')}
        autocomplete="off"
        spellcheck={false}
        autocapitalize="off"
      />
      <button type="submit" class="wb-button">
        {t('Enter')}
      </button>
      <button
        type="button"
        class="wb-button"
        title={t('The input ends here (EOF)')}
        onClick={() => answer(undefined)}
      >
        {t('End of input')}
      </button>
    </form>
  )
}

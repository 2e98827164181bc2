import { useId } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import { readsInput } from '../../program/input-file.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import './input-field.css'

/** What the program is to find on standard input; for a program that reads none there is no field. */
export function InputField({ program }: { program: ProgramSession }) {
  const { input } = program
  const id = useId()
  if (!input || !isShown(program)) return null
  const text = input.text.value
  return (
    <div class="wb-input">
      <label for={id}>{t('Input')}</label>
      <textarea
        id={id}
        rows={Math.min(6, text.split('\n').length)}
        spellcheck={false}
        autocapitalize="off"
        value={text}
        placeholder={t('Lines for standard input. Leave it empty to be asked for each line.')}
        onInput={({ currentTarget }) => (input.text.value = currentTarget.value)}
      />
    </div>
  )
}

/** What somebody has typed is in sight, whatever the program does with it. */
function isShown({ text, input }: ProgramSession): boolean {
  return readsInput(text.value) || input!.text.value !== ''
}

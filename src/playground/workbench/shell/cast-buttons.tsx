import { t } from '#i18n/t.ts'
import { type Asciicast, parseCast } from '#protocol/asciicast.ts'

interface Props {
  /** Where the lesson's recording is; undefined where it has none. */
  recorded: string | undefined
  isPrimary: boolean
  show: (cast: Asciicast | string) => void
}

/** Opens recordings: the lesson's, and one that the reader has saved. */
export function CastButtons({ recorded, isPrimary, show }: Props) {
  return (
    <>
      {recorded !== undefined && (
        <button
          type="button"
          class={`wb-button${isPrimary ? ' wb-primary' : ''}`}
          onClick={async () => show(await fetchCast(recorded))}
        >
          {t('Watch the recording')}
        </button>
      )}
      <label class="wb-button wb-shell-file">
        {t('Open a recording…')}
        <input
          type="file"
          class="visually-hidden"
          accept=".cast,application/x-asciicast"
          onChange={async ({ currentTarget }) => {
            const [file] = currentTarget.files ?? []
            if (file) show(parseCast(await file.text()))
            currentTarget.value = ''
          }}
        />
      </label>
    </>
  )
}

async function fetchCast(url: string): Promise<Asciicast | string> {
  try {
    const answer = await fetch(url)
    return answer.ok ? parseCast(await answer.text()) : describeMissing()
  } catch {
    return describeMissing()
  }
}

function describeMissing(): string {
  return t('The recording can’t be fetched now. Try again in a moment.')
}

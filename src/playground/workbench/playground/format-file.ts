import { t } from '#i18n/t.ts'
import { requestFormat } from '../../backends/format/format-client.ts'
import { serviceBase } from '../../backends/service-base.ts'
import { withRetry } from '../../backends/with-retry.ts'
import { offerUndo } from '../../notices/offer-undo.ts'
import { showToast } from '../../notices/toasts.ts'
import type { EditedFile } from '../../program/edited-file.ts'
import { languageOf, type Project } from '../../project/project.ts'
import { describeFailure } from '../../wording/describe-answer.ts'

/** Lays the file out that was last in sight; a text that was edited meanwhile stays as it is. */
export async function formatFile(edited: EditedFile, { target, edition }: Project) {
  const { file, text } = edited
  const before = text.peek()
  const request = { files: { [file]: before }, ...(target === 'userspace' && { edition }) }
  const { signal } = new AbortController()
  const answer = await withRetry(() => requestFormat(serviceBase(), request, { signal }), { signal })
  if (answer.kind !== 'result')
    return showToast(`${t('{file} was not formatted.', { file })} ${describeFailure(answer)}`)
  const { result } = answer
  const names = { file, formatter: formatterOf(edited) }
  if (result.outcome === 'stopped')
    return showToast(
      t('{formatter} did not get through {file} in the time or memory that it has here.', names),
    )
  if (result.outcome === 'rejected')
    return showToast(
      t('{formatter} can’t read {file}: {why}', { ...names, why: result.message.split('\n')[0]! }),
    )
  const after = result.files[file]
  if (after === undefined || after === before) return showToast(t('{file} is formatted already.', names))
  if (text.peek() !== before)
    return showToast(t('{file} was edited meanwhile, so it was not formatted.', names))
  edited.replace(after)
  offerUndo(t('{file} was formatted.', names), [text], () => edited.replace(before))
}

/** Names what lays a file out. */
export function formatterOf({ file }: EditedFile): string {
  return languageOf(file) === 'c' ? 'clang-format' : 'rustfmt'
}

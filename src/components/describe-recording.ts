import { t } from '#i18n/t.ts'

/** Says which kernel a console was recorded on, and of how many frames of its backtraces nothing is shown. */
export function describeRecording(kernel: string, stale: number): string {
  return stale === 0
    ? t('Recorded on {kernel}.', { kernel })
    : t('Recorded on {kernel}; {stale} frames with a «?», old values on the stack, are left out.', {
        kernel,
        stale,
      })
}

import { localPath } from '#i18n/local-path.ts'
import { t } from '#i18n/t.ts'
import { giveConsent } from '../../workspace/container/consent.ts'

/** Asks before anything is loaded from somebody else; the answer is remembered. */
export function ConsentQuestion({ agree }: { agree: () => void }) {
  return (
    <div class="ws-question" role="group" aria-labelledby="ws-question-title">
      <h2 id="ws-question-title">{t('Load a WebContainer?')}</h2>
      <p>
        {t(
          'A WebContainer is Node with a shell, made by StackBlitz, a company. It runs in your browser. Your files and code go to StackBlitz’s container in your browser; no code leaves it but what you send to the compile service. StackBlitz’s servers see that your browser loads the container.',
        )}
      </p>
      <p>{t('You do not need it: our own small shell has the command no-oops, too.')}</p>
      <div class="wb-buttons">
        <button type="button" class="wb-button wb-primary" onClick={() => (giveConsent(), agree())}>
          {t('Load it')}
        </button>
        <a class="wb-button" href={localPath('/workspace/')}>
          {t('Use our own shell')}
        </a>
      </div>
    </div>
  )
}

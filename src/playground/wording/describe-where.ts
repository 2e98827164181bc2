import { t } from '#i18n/t.ts'
import type { ServiceCheck } from '../backends/check-service.ts'

/** Describes what came of asking a service that the reader named. */
export function describeServiceCheck(
  check: ServiceCheck | { kind: 'forbidden' } | { kind: 'no address' },
): string {
  switch (check.kind) {
    case 'usable':
      return check.compiles
        ? t('A No Oops service answers there.')
        : t('A No Oops service answers there. It still prepares its compiler.')
    case 'silent':
      return t(
        'Nobody answers there, or not for this page: the service has to be started with CORS_ORIGIN={origin}',
        { origin: location.origin },
      )
    case 'no service':
      return t('Something answers there, but it is no No Oops service.')
    case 'other version':
      return check.isOlder
        ? t(
            'The service there is older than this page, and they would misunderstand each other. Update the service.',
          )
        : t(
            'The service there is newer than this page, and they would misunderstand each other. Use the pages that it serves itself.',
          )
    case 'forbidden':
      return t(
        'This site may not ask that address. Whoever built it has to name the address in SERVICE_ORIGINS.',
      )
    case 'no address':
      return t('That is no address of a service, such as https://compile.example.org')
  }
}

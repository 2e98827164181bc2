import { t } from '#i18n/t.ts'

/** What folded lines are, in the page's language where many drivers have them, else as the source says it. */
export function describeFold(title: string): string {
  return common[title]?.() ?? title
}

const common: Readonly<Record<string, () => string>> = {
  includes: () => t('includes'),
  imports: () => t('imports'),
  'imports and module!': () => t('imports and module!'),
  'imports and the module': () => t('imports and the module'),
  'imports, and what makes this a module': () => t('imports, and what makes this a module'),
  'headers and parameters': () => t('headers and parameters'),
  'the module': () => t('the module'),
  'the operations': () => t('the operations'),
  'the operations and the device': () => t('the operations and the device'),
  'the platform driver': () => t('the platform driver'),
  'the subsystem': () => t('the subsystem'),
  'the module’s name and license': () => t('the module’s name and license'),
  'the misc device and its operations': () => t('the misc device and its operations'),
  'what every module has': () => t('what every module has'),
}

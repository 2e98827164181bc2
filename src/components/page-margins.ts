import { tParts } from '#i18n/t-parts.ts'
import { kernelVersion } from '#protocol/kernel-version.ts'
import { toolchain } from './versions.ts'

/** CSS that puts the address of a page, the versions and the number of the sheet at the bottom of each printed sheet. */
export function toPageMargins(address: string): string {
  const style = 'font: 8pt system-ui, sans-serif; color: #4d5560'
  return (
    `@page { margin: 16mm 15mm 18mm; ` +
    `@bottom-left { content: ${JSON.stringify(`No Oops · ${address}`)}; ${style} } ` +
    `@bottom-center { content: ${JSON.stringify(`Linux ${kernelVersion}, ${toolchain}`)}; ${style} } ` +
    `@bottom-right { content: ${toNumbers()}; ${style} } }`
  )
}

/** Such as `counter(page) " of " counter(pages)`. */
function toNumbers(): string {
  const counters = { at: { counter: 'page' }, count: { counter: 'pages' } }
  return tParts('{at} of {count}', counters)
    .filter((part) => part !== '')
    .map((part) => (typeof part === 'object' ? `counter(${part.counter})` : JSON.stringify(part)))
    .join(' ')
}

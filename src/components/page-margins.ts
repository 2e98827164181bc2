import { tParts } from '#i18n/t-parts.ts'
import { kernelVersion } from '#protocol/kernel-version.ts'
import { toolchain } from './versions.ts'

/**
 * CSS that puts at the bottom of each printed sheet where it is from, the versions and its number. `page` is its address, or
 * its title where the site does not know its own address.
 */
export function toPageMargins(page: string): string {
  const style = 'font: 8pt system-ui, sans-serif; color: #4d5560'
  return (
    `@page { margin: 16mm 15mm 18mm; ` +
    `@bottom-left { content: ${JSON.stringify(`No Oops · ${page}`)}; ${style} } ` +
    `@bottom-right { content: ${JSON.stringify(`Linux ${kernelVersion}, ${toolchain} · `)} ${toNumbers()}; ${style} } }`
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

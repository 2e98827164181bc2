import { kernelVersion } from '#protocol/kernel-version.ts'

/** Address of a place in the tree, such as `rust/kernel/sync/lock.rs#L10-L20`, at the version that the course quotes. */
export function toSourceAddress(source: string): string {
  return `https://elixir.bootlin.com/linux/v${kernelVersion}/source/${source}`
}

/** Address of the record of a CVE, such as `CVE-2017-6074`. */
export function toCveAddress(cve: string): string {
  return `https://www.cve.org/CVERecord?id=${cve}`
}

/** Address of a commit of Linux, such as `2e303f0febb6`. */
export function toCommitAddress(commit: string): string {
  return `https://git.kernel.org/stable/c/${commit}`
}

/** A stretch of text; with an address where it names a CVE or a commit of Linux. */
export interface Stretch {
  text: string
  href?: string
}

/** Splits text at the CVEs and commits that it names; a commit is written with twelve hexadecimal digits, as in «Fixes:». */
export function splitReferences(text: string): Stretch[] {
  return text.split(reference).flatMap((stretch, index) => {
    if (index % 2 === 1) return { text: stretch, href: toAddress(stretch) }
    return stretch === '' ? [] : { text: stretch }
  })
}

const reference = /\b(CVE-\d{4}-\d{4,}|(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{12})\b/

function toAddress(name: string): string {
  return name.startsWith('CVE-') ? toCveAddress(name) : toCommitAddress(name)
}

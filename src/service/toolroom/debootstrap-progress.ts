/** How far the making is, in percent of the whole, and what it is doing. */
export interface Progress {
  percent: number
  step: string
  secondsLeft?: number
}

/** Reads mmdebstrap's debug output line by line; gives an answer whenever there is news. */
export function createProgressReader(): (line: string) => Progress | undefined {
  const seen: Seen = { total: 0, missing: 0, fetched: 0, underWay: 0, packages: 0, unpacked: 0 }
  return (line) => readers.map((read) => read(line, seen)).find((progress) => progress !== undefined)
}

interface Seen {
  /** Bytes of all packages, of those still to be fetched, and of those that are there. */
  total: number
  missing: number
  fetched: number
  underWay: number
  packages: number
  unpacked: number
}

type Reader = (line: string, seen: Seen) => Progress | undefined

/** Measured: downloading and unpacking take about half of the time each. */
const share = { downloading: [4, 50], unpacking: [50, 92] } as const

const readers: Reader[] = [readUpdate, readCount, readTotal, readDownload, readUnpacking]

function readUpdate(line: string): Progress | undefined {
  return line.includes('running apt-get update')
    ? { percent: 1, step: 'Fetching the package lists' }
    : undefined
}

function readCount(line: string, seen: Seen): undefined {
  const count = /^\d+ upgraded, (\d+) newly installed/.exec(line)?.[1]
  if (count) seen.packages = Number(count)
}

/** `Need to get 265 MB of archives.`, or `Need to get 90 MB/265 MB of archives.` if some are there from before. */
function readTotal(line: string, seen: Seen): Progress | undefined {
  const need = /^Need to get ([\d.,]+ k?[BMG]?B?)(?:\/([\d.,]+ \w+))? of archives/.exec(line)
  if (!need?.[1]) return undefined
  seen.missing = toBytes(need[1])
  seen.total = need[2] ? toBytes(need[2]) : seen.missing
  seen.fetched = seen.total - seen.missing
  return toDownloading(seen)
}

/** apt names a package when it begins to fetch it, so the one before is there. */
function readDownload(line: string, seen: Seen): Progress | undefined {
  const size = /^Get:\d+ .*\[([\d.,]+ \w+)\]$/.exec(line)?.[1]
  if (!size || seen.total === 0) return undefined
  seen.fetched = Math.min(seen.total, seen.fetched + seen.underWay)
  seen.underWay = toBytes(size)
  return toDownloading(seen)
}

function toDownloading({ total, fetched }: Seen): Progress {
  const megabytes = (bytes: number): number => Math.round(bytes / 1e6)
  return {
    percent: within(share.downloading, total === 0 ? 1 : fetched / total),
    step: `Downloading Debian packages: ${megabytes(fetched)} of ${megabytes(total)} MB`,
  }
}

function readUnpacking(line: string, seen: Seen): Progress | undefined {
  if (!line.includes('running dpkg-deb --fsys-tarfile')) return undefined
  seen.unpacked += 1
  const packages = Math.max(seen.packages, seen.unpacked)
  return {
    percent: within(share.unpacking, (seen.unpacked - 1) / packages),
    step: `Unpacking package ${seen.unpacked} of ${packages}`,
  }
}

function within([from, to]: readonly [number, number], part: number): number {
  return Math.floor(from + (to - from) * part)
}

function toBytes(size: string): number {
  const [number = '0', unit = 'B'] = size.replaceAll(',', '').split(' ')
  return Number(number) * (factors[unit] ?? 1)
}

const factors: Record<string, number> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 }

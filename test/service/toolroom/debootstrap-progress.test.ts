import { describe, expect, it } from 'vitest'
import { createProgressReader } from '#service/toolroom/debootstrap-progress.ts'

const start = [
  'I: 2 201 running apt-get update...',
  'Get:1 http://mirror.example/debian trixie InRelease [140 kB]',
  '0 upgraded, 4 newly installed, 0 to remove and 0 not upgraded.',
]
const download = [
  'Get:1 http://mirror.example/debian trixie/main amd64 libc6 amd64 2.41-12 [25.0 MB]',
  'Get:2 http://mirror.example/debian trixie/main amd64 rustc amd64 1.85.1+dfsg1-1 [70.5 MB]',
  'Get:3 http://mirror.example/debian trixie/main amd64 busybox-static amd64 1:1.37.0-6 [4500 kB]',
]
const unpack = [1, 2, 3, 4].map(
  (n) => `D: 28 26 running dpkg-deb --fsys-tarfile /x/tree//var/cache/apt/archives/${n}.deb`,
)

describe('The progress of the making', () => {
  it('is told by what has been fetched and unpacked', () => {
    expect(read([...start, 'Need to get 100 MB of archives.', ...download, ...unpack])).toEqual([
      { percent: 1, step: 'Fetching the package lists' },
      { percent: 4, step: 'Downloading Debian packages: 0 of 100 MB' },
      { percent: 4, step: 'Downloading Debian packages: 0 of 100 MB' },
      { percent: 15, step: 'Downloading Debian packages: 25 of 100 MB' },
      { percent: 47, step: 'Downloading Debian packages: 96 of 100 MB' },
      { percent: 50, step: 'Unpacking package 1 of 4' },
      { percent: 60, step: 'Unpacking package 2 of 4' },
      { percent: 71, step: 'Unpacking package 3 of 4' },
      { percent: 81, step: 'Unpacking package 4 of 4' },
    ])
  })

  it('counts what an earlier run has fetched', () => {
    const [, first] = read([...start, 'Need to get 4500 kB/100 MB of archives.'])
    expect(first).toEqual({ percent: 47, step: 'Downloading Debian packages: 96 of 100 MB' })
  })

  it('goes straight to unpacking if everything is there', () => {
    const [, first, second] = read([...start, 'Need to get 0 B/100 MB of archives.', ...unpack])
    expect(first?.percent).toBe(50)
    expect(second?.step).toBe('Unpacking package 1 of 4')
  })

  it('never goes back', () => {
    const percents = read([...start, 'Need to get 90.0 MB of archives.', ...download, ...unpack]).map(
      (p) => p.percent,
    )
    expect(percents).toEqual(percents.toSorted((a, b) => a - b))
  })
})

function read(lines: string[]) {
  const next = createProgressReader()
  return lines.map(next).filter((progress) => progress !== undefined)
}

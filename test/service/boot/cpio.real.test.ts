import { describe, expect, it } from 'vitest'
import { toCpio } from '#service/boot/cpio.ts'
import { openSandbox } from '../sandbox/sandboxed.ts'

describe('an archive for a kernel', () => {
  it('is unpacked by cpio as it was packed', async () => {
    const archive = toCpio([
      { kind: 'folder', path: 'bin' },
      { kind: 'file', path: 'bin/tool', content: '#!/bin/sh\n', executable: true },
      { kind: 'link', path: 'bin/other', to: 'tool' },
      { kind: 'file', path: 'driver.ko', content: Uint8Array.from([0, 255, 10, 0, 7]) },
    ])
    const script =
      'cd /tmp && busybox cpio -id < /work/archive 2>&1; busybox stat -c "%A %s %N" bin bin/* driver.ko; ' +
      'busybox hexdump -C driver.ko'
    const lines = (await run(script, archive)).split('\n').map((line) => line.replace(/^(drwx\S+) \d+/, '$1'))
    expect(lines).toEqual([
      '2 blocks',
      'drwxr-xr-x bin',
      "lrwxrwxrwx 4 'bin/other' -> 'tool'",
      '-rwxr-xr-x 10 bin/tool',
      '-rw-r--r-- 5 driver.ko',
      '00000000  00 ff 0a 00 07                                    |.....|',
      '00000005',
      '',
    ])
  })
})

async function run(script: string, archive: Uint8Array): Promise<string> {
  const ended = await openSandbox().run({ command: ['busybox', 'sh', '-c', script], files: { archive } })
  return ended.kind === 'exited' ? Buffer.from(ended.stdout).toString() : ended.reason
}

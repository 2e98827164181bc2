import { describe, expect, it } from 'vitest'
import { printed, runScript } from './sandboxed.ts'

describe('What the sandbox holds back', () => {
  it('has no network', async () => {
    expect(await printed('nc 127.0.0.1 1')).toBe('nc: socket: Operation not permitted')
  })

  it.each([
    ['a mount', 'mount -t tmpfs none /tmp'],
    ['new namespaces', 'unshare -U busybox true'],
    ['a device', 'busybox mknod /tmp/disk b 8 0'],
    ['another root', 'busybox chroot /usr /bin/busybox true'],
    ['another host name', 'busybox hostname mine'],
  ])('does not allow %s', async (_, script) => {
    expect(await printed(script)).toMatch(/not permitted|permission denied/i)
  })

  it.each(['/work', '/usr/bin', '/usr/lib/rustlib', '/', '/dev', '/bin'])(
    'lets nothing be written in %s',
    async (path) => {
      expect(await printed(`touch ${path}/mine`)).toMatch(/Read-only file system|Permission denied/)
    },
  )

  it('finds nothing of the host behind a link', async () => {
    const script = 'ln -s /etc/passwd /tmp/main.wasm && cat /tmp/main.wasm'
    expect(await printed(script)).toContain('No such file or directory')
  })

  it('leaves no core dump', async () => {
    expect(
      await printed('ulimit -c; cd /tmp; (kill -SEGV $(busybox sh -c "echo \\$PPID")); ls -A /tmp'),
    ).not.toContain('core')
    expect(await printed('ulimit -H -c')).toBe('0')
  })

  it('holds /tmp to its size', async () => {
    const script = 'for n in 1 2 3 4; do dd if=/usr/bin/rustfmt of=/tmp/$n bs=1M count=20 2>&1; done; '
    expect(await printed(`${script} cat /usr/lib/*/libLLVM* > /tmp/big`)).toMatch(
      /No space left|stopped: output/,
    )
  })

  it('answers with what the command said, as bytes and as text', async () => {
    const ended = await runScript("printf '\\000asm\\377'; echo «no» >&2; exit 3")
    expect(ended).toEqual({ kind: 'exited', code: 3, stdout: expect.anything(), stderr: '«no»\n' })
    expect(ended.kind === 'exited' && [...ended.stdout]).toEqual([0, 97, 115, 109, 255])
  })

  it('gives 127 for a program that is not there', async () => {
    expect(await runScript('exec nowhere')).toMatchObject({ kind: 'exited', code: 127 })
  })
})

import { spawnSync, type StdioOptions } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openToolroom } from '#service/toolroom/toolroom.ts'
import { openSandbox, printed } from './sandboxed.ts'

describe('What the sandbox hides', () => {
  it.each([
    '/etc/passwd',
    '/proc/self/environ',
    '/proc',
    '/sys',
    '/root',
    '/home',
    '/run',
    '/var',
    process.cwd(),
  ])('has no %s of the host', async (path) => {
    expect(await printed(`ls ${path}`)).toContain('No such file or directory')
  })

  it('has nothing at its root but the toolroom, the work folder and an empty place to write', async () => {
    expect(await printed('ls /')).toBe(['bin', 'dev', 'lib', 'lib64', 'tmp', 'usr', 'work'].join('\n'))
    expect(await printed('ls /dev')).toBe('null')
    expect(await printed('ls -A /tmp')).toBe('')
  })

  it('has one file of /proc for a job that needs the bounds of its stack, and it tells nothing', async () => {
    const command = ['busybox', 'sh', '-c', 'busybox find /proc; busybox cat /proc/self/maps']
    const ended = await openSandbox().run({ command, files: {}, needsStackBounds: true })
    expect(ended).toMatchObject({ kind: 'exited', code: 0 })
    expect(Buffer.from((ended as { stdout: Uint8Array }).stdout).toString()).toBe(
      '/proc\n/proc/self\n/proc/self/maps\n000000000000-ffffffffffff rw-p 00000000 00:00 0 [stack]\n',
    )
  })

  it('passes on no file that was open when the service was started', async () => {
    const folder = openSync('/etc', 'r')
    const script = `import { createBubblewrapSandbox } from '${import.meta.resolve('#service/bubblewrap/bubblewrap.ts')}'
      const command = ['busybox', 'sh', '-c', 'for n in $(busybox seq 3 99); do (: <&$n) 2>&- && echo $n; done']
      const ended = await createBubblewrapSandbox({ root: process.argv[1] }).run({ command, files: {} })
      console.log('open:', ended.stdout.toString())`
    const others = Array.from({ length: 87 }, () => 'ignore' as const)
    const stdio: StdioOptions = ['ignore', 'pipe', 'inherit', ...others, folder]
    const args = ['--input-type=module-typescript', '-e', script, openToolroom().root]
    const ended = spawnSync(process.execPath, args, { stdio, encoding: 'utf8' })
    closeSync(folder)
    expect(ended.stdout.trim()).toBe('open:')
  })

  it('tells nothing of the environment of the service', async () => {
    process.env.SECRET_OF_THE_SERVICE = 'open sesame'
    const names = (await printed('env')).split('\n').map((line) => line.split('=')[0])
    expect(new Set(names)).toEqual(new Set(['HOME', 'LD_LIBRARY_PATH', 'PATH', 'PWD', 'SHLVL']))
  })

  it('runs as nobody, with no capability', async () => {
    expect(await printed('id')).toMatch(/^uid=65534 gid=65534/)
  })

  it('shows the files of the job, read-only', async () => {
    const files = { 'main.rs': 'mod inner;\n', 'inner/mod.rs': '// «ü»\n' }
    expect(await printed('cat main.rs inner/mod.rs; pwd', files)).toBe('mod inner;\n// «ü»\n/work')
    expect(await printed('echo x > main.rs', files)).toContain('Read-only file system')
  })

  it('shows nothing of the job before', async () => {
    await printed('echo mine > /tmp/left')
    expect(await printed('ls -A /tmp')).toBe('')
  })

  it.each(['../main.rs', '/etc/motd', 'a/../../b.rs', '-flag', '.hidden', 'a b.rs', 'a\nb.rs', ''])(
    'refuses a file with the name «%s»',
    async (name) => {
      await expect(openSandbox().run({ command: ['busybox', 'ls'], files: { [name]: '' } })).rejects.toThrow()
    },
  )
})

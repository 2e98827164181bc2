import { PassThrough } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Limits } from '#service/bubblewrap/limits.ts'
import { parcelFd, type JobResult } from '#service/sandbox.ts'
import { openSandbox, printed } from './sandboxed.ts'

describe('a command that is sent something', () => {
  it('reads it from its two pipes, whenever it comes', async () => {
    const { inputs, ended } = begin(`read -r one; read -r two <&${parcelFd}; echo "$one, $two"`)
    await sleep(100)
    inputs.console.write('first\n')
    inputs.parcel.write('second\n')
    expect(await ended).toMatchObject({ kind: 'exited', code: 0, stdout: Buffer.from('first, second\n') })
  })

  it('never reads an end', async () => {
    const { inputs, ended } = begin(`busybox cat; busybox cat <&${parcelFd}`, { waitSeconds: 1 })
    inputs.console.end('first\n')
    inputs.parcel.end()
    expect(await ended).toEqual({ kind: 'stopped', reason: 'time' })
  })

  it('has its time from when the parcel comes, and until then as long as it may wait', async () => {
    const limits = { wallSeconds: 1, waitSeconds: 30 }
    const script = `read -r line <&${parcelFd}; echo "$line"`
    const [late, endless] = [begin(script, limits), begin(`${script}; busybox sleep 20`, limits)]
    await sleep(1500)
    late.inputs.parcel.write('on time\n')
    expect(await late.ended).toMatchObject({ kind: 'exited', stdout: Buffer.from('on time\n') })
    const started = performance.now()
    endless.inputs.parcel.write('and then too long\n')
    expect(await endless.ended).toEqual({ kind: 'stopped', reason: 'time' })
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('may end before all was read, and what comes later is lost', async () => {
    const { inputs, ended } = begin('exit 3')
    inputs.parcel.write(Buffer.alloc(1024 * 1024))
    expect(await ended).toMatchObject({ kind: 'exited', code: 3 })
    inputs.console.write('nobody is there\n')
    inputs.parcel.write('nobody is there\n')
    await sleep(50)
  })
})

it('A command that is sent nothing has no such pipes', async () => {
  expect(await printed(`busybox cat; (: <&${parcelFd}) 2>&1`)).toMatch(/[Bb]ad file descriptor/)
})

function begin(script: string, limits: Partial<Limits> = {}) {
  const inputs = { console: new PassThrough(), parcel: new PassThrough() }
  const ended: Promise<JobResult> = openSandbox(limits).run({
    ...{ command: ['busybox', 'sh', '-c', script], files: {}, inputs },
  })
  return { inputs, ended }
}

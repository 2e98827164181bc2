import { expect, it } from 'vitest'
import type { Job } from '#service/sandbox.ts'
import type { ProofCache } from '#scripts/verify/proof-cache.ts'
import { createExplain, possibleCodes } from '#scripts/verify/explain-codes.ts'

const noCache: ProofCache = (_, { make }) => make()

it('asks some codes a job and gives the texts of those that rustc has, in order', async () => {
  const jobs: Job[] = []
  const run = (job: Job) => {
    jobs.push(job)
    const known = job.command.slice(5).filter((code) => /[02468]$/.test(code))
    const stdout = new TextEncoder().encode(known.map((code) => `\f${code}\nText of ${code}.\n`).join(''))
    return Promise.resolve({ kind: 'exited' as const, code: 0, stdout, stderr: '' })
  }
  const texts = await createExplain({ run }, noCache)(possibleCodes.slice(0, 60))
  expect(jobs).toHaveLength(3)
  expect(Object.keys(texts)).toHaveLength(30)
  expect(Object.entries(texts).slice(0, 2)).toEqual([
    ['E0002', 'Text of E0002.'],
    ['E0004', 'Text of E0004.'],
  ])
})

it('fails where rustc was stopped, so that no code is lost in silence', async () => {
  const run = () => Promise.resolve({ kind: 'stopped' as const, reason: 'time' as const })
  await expect(createExplain({ run }, noCache)(['E0001'])).rejects.toThrow(/was stopped \(time\)\. Try again/)
})

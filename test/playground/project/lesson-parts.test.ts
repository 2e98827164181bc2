import { expect, it } from 'vitest'
import type { BootRequest } from '#protocol/boot.ts'
import type { ProvenExercise } from '#playground/backends/proven-exercise.ts'
import { loadLessonParts, withLessonParts } from '#playground/project/lesson-parts.ts'

const companions = {
  fixtures: { meters: { 'meters.c': 'int a;' } },
  programs: { leak: { 'leak.c': 'int main;' } },
}
const exercise = { title: 'Probe', companions } as unknown as ProvenExercise
const request: BootRequest = { language: 'c', variant: 'kasan', files: { 'driver.c': '' }, script: '' }

/** What a boot is asked with. */
async function requestOf(load: () => Promise<ProvenExercise>) {
  const asked: BootRequest[] = []
  const parts = loadLessonParts('driver-model/probe', load)
  const client = withLessonParts(
    { boot: async (request) => (asked.push(request), { kind: 'complete' as const }) },
    parts,
  )
  await client.boot(request, () => {}, new AbortController().signal)
  return { asked, state: parts.state.value }
}

it('each boot has the fixtures and programs of the lesson, also one that is asked for before they are there', async () => {
  const { asked, state } = await requestOf(async () => exercise)
  expect(asked).toEqual([{ ...request, ...companions }])
  expect(state).toEqual({ kind: 'loaded', title: 'Probe', files: ['meters.c', 'leak.c'] })
})

it('where they can’t be loaded the driver is booted without them, and it is told', async () => {
  const { asked, state } = await requestOf(() => Promise.reject(new Error('404')))
  expect(asked).toEqual([request])
  expect(state).toEqual({ kind: 'missing' })
})

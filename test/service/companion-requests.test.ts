import { describe, expect, it } from 'vitest'
import type { Companions } from '#protocol/companions.ts'
import { validateProgram } from '#service/validate-program.ts'
import { validateRequest } from '#service/validate-request.ts'
import { BootRequest } from '#protocol/boot.ts'
import type { HttpProblem } from '#service/http-problem.ts'

describe('the fixtures and programs of a request', () => {
  it('need their C file', () => {
    expect(errorsOf({ pulse: { 'pulse.h': '' } })).toEqual([
      { field: 'fixtures.pulse', message: 'pulse.c is missing' },
    ])
  })

  it('are at most four of each', () => {
    expect(errorsOf(many(4))).toEqual([])
    expect(errorsOf(many(5))).toEqual([{ field: 'fixtures', message: 'more than 4' }])
  })

  it('do not have the name of the driver, nor one that is a path', () => {
    for (const name of ['driver', '../pulse', 'Pulse', 'pulse.ko', ''])
      expect(BootRequest.safeParse(toRequest({ [name]: {} })).success).toBe(false)
  })

  it('count as sources, all together', () => {
    const large = { pulse: { 'pulse.c': 'x'.repeat(40_000) } }
    expect(() => validate({ ...toRequest(large) })).not.toThrow()
    expect(() => validate({ ...toRequest(large), programs: large })).toThrow(/too large/)
  })

  it('have as many files as a driver may have, none of which is a folder too', () => {
    const files = Object.fromEntries(Array.from({ length: 33 }, (_, n) => [`a${n}.h`, '']))
    expect(() => validate(toRequest({ pulse: files }))).toThrow()
    expect(() => validate(toRequest({ pulse: { 'pulse.c': '', a: '', 'a/b.h': '' } }))).toThrow()
  })
})

function many(count: number): Companions {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`f${n}`, { [`f${n}.c`]: '' }]))
}

function toRequest(fixtures: Companions) {
  return { language: 'c', variant: 'kasan', files: { 'driver.c': '' }, script: '', fixtures } as const
}

function errorsOf(fixtures: Companions): unknown {
  try {
    validateProgram({ target: 'kernel', ...toRequest(fixtures) })
    return []
  } catch (error) {
    return (error as HttpProblem).problem.errors
  }
}

function validate(data: unknown): void {
  validateRequest({ success: true, data })
}

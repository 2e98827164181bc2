import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runScript, type Script } from '#scripts/run-script.ts'
import { ScriptError } from '#scripts/script-error.ts'

let printed: string[]

beforeEach(() => {
  printed = []
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text))
  vi.spyOn(console, 'error').mockImplementation((text: string) => void printed.push(`✗ ${text}`))
})
afterEach(() => vi.restoreAllMocks())

const greet: Script<'loudly'> = {
  usage: 'Usage: greet NAME … [--loudly]',
  flags: ['loudly'],
  run: (names, flags) => (names.length > 0 ? greetAll(names, flags.has('loudly')) : undefined),
}

async function greetAll(names: string[], loudly: boolean): Promise<number> {
  if (names.includes('nobody')) throw new ScriptError('There is nobody. Name somebody.')
  if (names.includes('bug')) throw new TypeError('a bug')
  console.log(`hello ${names.join(', ')}${loudly ? '!' : ''}`)
  return names.length
}

describe('a script', () => {
  it('is given its words and flags, in whatever order, and gives its exit code', async () => {
    expect(await runScript(greet, ['--loudly', 'Ada', 'Grace'])).toBe(2)
    expect(await runScript(greet, ['Ada'])).toBe(1)
    expect(printed).toEqual(['hello Ada, Grace!', 'hello Ada'])
  })

  it.each([[['--help']], [['-h', 'Ada']]])('says how it is used: %j', async (args) => {
    expect(await runScript(greet, args)).toBe(0)
    expect(printed).toEqual([greet.usage])
  })

  it.each([[[]], [['Ada', '--quietly']], [['--loudly=yes', 'Ada']]])(
    'says so too when it is used wrongly: %j',
    async (args) => {
      expect(await runScript(greet, args)).toBe(2)
      expect(printed).toEqual([`✗ ${greet.usage}`])
    },
  )

  it('says without a stack what its user can do something about', async () => {
    expect(await runScript(greet, ['nobody'])).toBe(1)
    expect(printed).toEqual(['✗ There is nobody. Name somebody.'])
  })

  it('hides no bug', async () => {
    await expect(runScript(greet, ['bug'])).rejects.toThrow('a bug')
  })
})

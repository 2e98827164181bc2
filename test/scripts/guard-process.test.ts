import { describe, expect, it } from 'vitest'
import { runCommand } from '#scripts/run-command.ts'

describe('A guarded process', () => {
  it('logs a rejection that nobody caught, and goes on', async () => {
    const { code, output } = await run(
      `Promise.reject(new Error('not caught')); setTimeout(() => console.log('goes on'), 50)`,
    )
    expect(output).toMatch(/"unhandled":.*not caught[^]*goes on/)
    expect(code).toBe(0)
  })

  it('logs an exception, lets others get their answers, and ends with 1', async () => {
    const { code, output } = await run(
      `setTimeout(() => console.log('answer'), 100); setTimeout(() => { throw new Error('a bug') })`,
    )
    expect(output).toMatch(/"uncaught":.*a bug[^]*answer\nclosed\n$/)
    expect(code).toBe(1)
  })

  it('ends even if it cannot close', async () => {
    const { code } = await run(`setTimeout(() => { throw new Error('a bug') })`, 'new Promise(() => {})')
    expect(code).toBe(1)
  })
})

function run(program: string, closed = 'new Promise((resolve) => setTimeout(resolve, 200))') {
  const script = `
    import { pino } from 'pino'
    import { guardProcess } from '${import.meta.resolve('#scripts/guard-process.ts')}'
    guardProcess(() => ${closed}.then(() => console.log('closed')), pino({}, pino.destination({ sync: true })))
    setTimeout(() => {}, 300)
    ${program}`
  return runCommand([process.execPath, '--input-type=module-typescript', '-e', script], { quiet: true })
}

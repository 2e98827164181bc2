import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listenTo, toSignal, waitsWord } from '#service/boot/machine-signals.ts'

const word = '5b3c1d0e-0000-4000-8000-000000000000'
const off = '[    0.200000] reboot: Power down\r\n'

describe('what a machine tells by its console', () => {
  it('is not shown', async () => {
    const { shown, heard } = await listen([`a${toSignal(waitsWord)}b${toSignal(word)}c`])
    expect(shown).toBe('abc')
    expect(heard).toEqual(['waits'])
  })

  it('is heard in however many pieces it comes, and all else is shown', async () => {
    const said = `a\u001d${toSignal(waitsWord)}\u001f\u001dno-word\u001f\u001d${toSignal(word)}${off}`
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: said.length }), { maxLength: 12 }), async (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), said.length]
        const { shown, heard } = await listen(at.slice(1).map((end, index) => said.slice(at[index], end)))
        expect(shown).toBe(`a\u001d\u001f\u001dno-word\u001f\u001d${off}`)
        expect(heard).toEqual(['waits', 'off'])
      }),
    )
  })

  it('is its end only after the last word', async () => {
    expect((await listen([off])).heard).toEqual([])
    expect((await listen([toSignal(word), 'more\n', off])).heard).toEqual(['off'])
    expect((await listen([off, toSignal(word)])).heard).toEqual([])
  })

  it('is nothing more once it is off', async () => {
    expect((await listen([toSignal(word), off, 'late'])).shown).toBe(off)
  })

  it('takes no longer than its length, whatever it is', async () => {
    const started = performance.now()
    for (const piece of ['\u001d', '\u001da', `\u001d${word}`])
      expect((await listen([piece.repeat(256 * 1024)])).shown).toHaveLength(piece.length * 256 * 1024)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

async function listen(pieces: string[]): Promise<{ shown: string; heard: string[] }> {
  let shown = ''
  const heard: string[] = []
  const signals = listenTo(word, { pass: (chunk) => (shown += Buffer.from(chunk).toString('latin1')) })
  void signals.waits.then(() => heard.push('waits'))
  void signals.off.then(() => heard.push('off'))
  for (const piece of pieces) signals.receive(Buffer.from(piece, 'latin1'))
  signals.end()
  await Promise.resolve()
  return { shown, heard }
}

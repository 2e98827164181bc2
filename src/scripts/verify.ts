import { join } from 'node:path'
import { root } from './root.ts'
import { runMain } from './run-script.ts'
import { openVerifyContext } from './verify/open-verify-context.ts'
import { verifyCourse } from './verify/verify-course.ts'

const usage = `Usage: npm run verify -- [CHAPTER[/LESSON] | errors[/CODE] …] [--record]

Proves that every lesson and every text on an error code does what it says: with the real compilers, and each driver
booted in the real kernel.
  --record    writes what was seen into recorded.json, which readers without a service are shown, and what
              rustc says of its error codes into errors/rustc.json`

await runMain({
  usage,
  flags: ['record'],
  run: (words, flags) => verify(words.map(toUnit), flags.has('record')),
})

/** As completed by a shell in the root of the checkout. */
function toUnit(word: string): string {
  return word.replace(/^lessons\//, '')
}

async function verify(only: string[], record: boolean): Promise<number> {
  const started = performance.now()
  const course = { folder: join(root, 'lessons'), only, record }
  const { passed, failed } = await verifyCourse(await openVerifyContext(), course)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`\nLessons: ${passed} proofs hold, ${failed} do not  (${seconds} s)`)
  return failed === 0 ? 0 : 1
}

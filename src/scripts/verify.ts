import { join } from 'node:path'
import { root } from './root.ts'
import { openVerifyContext } from './verify/open-verify-context.ts'
import { verifyCourse } from './verify/verify-course.ts'

const usage = `Usage: npm run verify -- [CHAPTER[/LESSON] | errors[/CODE] …] [--record]

Proves that every lesson and every text on an error code does what it says: with the real compilers, and each driver
booted in the real kernel.
  --record    writes what was seen into recorded.json, which readers without a service are shown, and what
              rustc says of its error codes into errors/rustc.json`

const args = process.argv.slice(2)
if (args.some((arg) => arg.startsWith('--') && arg !== '--record')) {
  console.error(usage)
  process.exit(2)
}
const only = args.filter((arg) => !arg.startsWith('--')).map((arg) => arg.replace(/^lessons\//, ''))
const started = performance.now()
try {
  const record = args.includes('--record')
  const counts = await verifyCourse(await openVerifyContext(), {
    folder: join(root, 'lessons'),
    only,
    record,
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`\nLessons: ${counts.passed} proofs hold, ${counts.failed} do not  (${seconds} s)`)
  process.exitCode = counts.failed === 0 ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

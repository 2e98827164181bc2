import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RustcTexts } from '#course/error-text.ts'
import { listErrorTexts, readErrorText, readRustcTexts } from '#course/read-errors.ts'
import { possibleCodes } from './explain-codes.ts'
import type { Proof } from './proof.ts'
import { proveRustcTexts } from './prove-rustc-texts.ts'
import type { Unit, UnitsToMake } from './unit.ts'
import { verifyErrorText } from './verify-error-text.ts'

/** Makes units of what a course says of error codes, a text each, and one of what rustc says of all of them. */
export function toErrorUnits(job: UnitsToMake): Unit[] {
  const { context, files } = job
  const texts = listErrorTexts(files).map((code) => ({
    name: `errors/${code}`,
    verify: async () => verifyErrorText(context, readErrorText(files, code), files[`errors/${code}.md`]!),
  }))
  const isThere = Object.keys(files).some((path) => path.startsWith('errors/'))
  return isThere ? [...texts, { name: 'errors/rustc.json', verify: () => verifyRustcTexts(job) }] : []
}

async function verifyRustcTexts({ context, course, files }: UnitsToMake): Promise<Proof[]> {
  if (!course.record) return [await proveRustcTexts(context.rustc, readRustcTexts(files))]
  const { toolchain, explain } = context.rustc
  await record(course.folder, { toolchain, codes: await explain(possibleCodes) })
  return [{ claim: 'errors/rustc.json is recorded' }]
}

async function record(folder: string, texts: RustcTexts): Promise<void> {
  await writeFile(join(folder, 'errors/rustc.json'), `${JSON.stringify(texts, undefined, 2)}\n`)
}

import type { ErrorText } from '#course/error-text.ts'
import { describeUnknown } from '#course/read-errors.ts'
import { withoutHiddenLines } from '#protocol/hidden-lines.ts'
import { defaultVariant } from '#protocol/variants.ts'
import { proveFences } from './prove-fences.ts'
import { proveLinks } from './prove-links.ts'
import { proveSources } from './prove-sources.ts'
import { type Proof, toProof } from './proof.ts'
import { type Fence, type LessonText, readLessonText } from './read-lesson-text.ts'
import type { VerifyContext } from './verify-lesson.ts'

/** Proves everything that can be proven of what the course says of an error code; `source` is the whole file. */
export async function verifyErrorText(
  { runner, tree, pages }: Omit<VerifyContext, 'glossary' | 'checks'>,
  { code, meta }: ErrorText,
  source: string,
): Promise<Proof[]> {
  const path = `errors/${code}.md`
  const text = readLessonText(source)
  const [fences, sources] = await Promise.all([
    proveFences(runner, { path, variant: defaultVariant, text }),
    proveSources(tree, { path, sources: meta.sources, text }),
  ])
  return [
    toProof('rustc has this code', !pages.codes.includes(code) && describeUnknown(code)),
    ...proveExamples(path, code, text),
    proveLength(path, text),
    ...proveLinks(path, text, pages),
    ...fences,
    ...sources.proofs,
  ]
}

/** That the fences do so is proven with the others. */
function proveExamples(path: string, code: string, { fences }: LessonText): Proof[] {
  const rust = fences.filter(({ language, quote }) => language === 'rust' && quote === undefined)
  const isRefused = ({ fails }: Fence) => fails === code
  const isAccepted = ({ fails }: Fence) => fails === undefined
  const c = fences.filter(({ language, mark }) => language === 'c' && mark !== undefined)
  return [
    toProof(
      'one example is C',
      c.length === 0 && `${path} shows no C that is compiled. Add a block «c kernel» to its «In C».`,
    ),
    ...c.map((fence) => proveLines(path, fence)),
    toProof(
      `one example is refused with ${code}`,
      !rust.some(isRefused) && `${path} shows nothing that is refused so. Add a block «rust fails=${code}».`,
    ),
    toProof(
      'one example compiles',
      !rust.some(isAccepted) &&
        `${path} shows no fix that compiles. Add a block «rust» or «rust kernel» to its «Fixes».`,
    ),
  ]
}

/** Those that are shown, and have something on them. */
function proveLines(path: string, { code, line }: Fence): Proof {
  const { length } = withoutHiddenLines(`${code}\n`)
    .split('\n')
    .filter((text) => text.trim() !== '')
  const mistake = `${path}:${line}: the C has ${length} lines. Show 6 to 10; what only makes it run may stand after «//#».`
  return toProof(`the C at line ${line} has 6 to 10 lines`, (length < 6 || length > 10) && mistake)
}

function proveLength(path: string, { words }: LessonText): Proof {
  const next = words < 110 ? 'say what is missing' : 'shorten it'
  const mistake = `${path} has ${words} words. A text on an error code has 110 to 330: ${next}.`
  return toProof('the text has 110 to 330 words', (words < 110 || words > 330) && mistake)
}

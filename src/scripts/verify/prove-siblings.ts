import { listSiblings } from '../siblings/find-drift.ts'
import { findUnfit } from '../siblings/find-unfit.ts'
import { type Proof, toProof } from './proof.ts'

/** Proves that the files of a lesson in other languages fit the English ones; code is the same there, so it is proven already. */
export function proveSiblings(files: Record<string, string>, folder: string): Proof[] {
  const siblings = listSiblings(files).filter(({ path }) => path.startsWith(`${folder}/`))
  const languages = [...new Set(siblings.map(({ language }) => language))]
  return languages.map((language) => {
    const [mistake] = findUnfit(
      files,
      siblings.filter((of) => of.language === language),
    )
    return toProof(`fits in ${language}`, mistake)
  })
}

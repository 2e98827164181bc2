import type { Findings } from './findings.ts'

/** Prints what was found, and gives the exit code: 0 if nothing was wrong. */
export function report({ counts, complaints, longest }: Findings): number {
  console.log([...counts].map(([what, count]) => `${count} ${what}`).join(', '))
  for (const [what, ms] of longest) console.log(`The longest wait for ${what}: ${(ms / 1000).toFixed(1)} s`)
  for (const [what, count] of complaints) console.log(`✗ ${count} × ${what}`)
  if (complaints.size === 0) console.log('✓ Each answer came and was right, and nothing stayed behind.')
  return complaints.size === 0 ? 0 : 1
}

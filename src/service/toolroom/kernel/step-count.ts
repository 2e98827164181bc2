import { readFileSync } from 'node:fs'

/** What part of a build's steps has been done. */
export interface StepCount {
  /** Takes the next line of what make says. */
  read(line: string): number
}

/** Counts on from what the log of an earlier run has; make says nothing of what is there already. */
export function createStepCount(log: string, total = usual): StepCount {
  let count = readLog(log).filter(isStep).length
  return { read: (line) => Math.min(1, (count += isStep(line) ? 1 : 0) / total) }
}

/** Measured; the variants differ by two hundredths. */
const usual = 1360

/** Such as `  CC      init/main.o`; the rest are warnings. */
function isStep(line: string): boolean {
  return /^ {2}[A-Z]/.test(line)
}

function readLog(log: string): string[] {
  try {
    return readFileSync(log, 'utf8').split('\n')
  } catch {
    return []
  }
}

import { readFile } from 'node:fs/promises'

/** Seconds of CPU time that a process has used itself, and those of its children that have ended and that it has waited for. */
export interface CpuSeconds {
  own: number
  children: number
}

/** Reads from `/proc` what a process, else this one, has used so far. */
export async function readCpuSeconds(pid: number = process.pid): Promise<CpuSeconds> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  // The name of the program, in brackets, may contain anything. The state follows it; times are fields 14 to 17.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [user, system, childrenUser, childrenSystem] = fields
    .slice(11, 15)
    .map((ticks) => Number(ticks) / 100)
  return { own: user! + system!, children: childrenUser! + childrenSystem! }
}

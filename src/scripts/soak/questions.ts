import type { BootRequest } from '#protocol/boot.ts'
import type { CompileRequest } from '#protocol/compile.ts'
import { readDrivers } from '../bench/kernel-lessons.ts'
import { readPrograms, toCheck } from '../bench/programs.ts'

/** Something that a reader asks for: a comment at the end makes it new, and changes nothing of the answer. */
export type Question =
  | { kind: 'compile'; name: string; request: CompileRequest }
  | { kind: 'boot'; name: string; request: BootRequest }

/** Reads what readers ask for from the course: checks, builds and boots of both languages, and programs that never end. */
export async function readQuestions(): Promise<Question[]> {
  const programs = (await readPrograms()).slice(0, 8)
  const drivers = await readDrivers()
  return [
    ...programs.map(({ name, files }) => toCompile(name, toCheck({ name, files }))),
    ...programs
      .slice(0, 2)
      .map(({ name, files }) => toCompile(`build of ${name}`, toBuild(toCheck({ name, files })))),
    ...drivers.rustChecks(3).map((request, index) => toCompile(`Rust driver ${index}`, request)),
    ...drivers.cChecks(4).map((request, index) => toCompile(`C driver ${index}`, request)),
    toCompile('build of a C driver', toBuild(drivers.cChecks(1)[0]!)),
    toCompile('a program without end', toCheck({ name: 'endless', files: { 'main.rs': endless } })),
    ...drivers
      .cBoots(1)
      .map((request): Question => ({ kind: 'boot', name: 'boot of a C driver that crashes', request })),
    ...drivers
      .rustBoots(1)
      .map((request): Question => ({ kind: 'boot', name: 'boot of a Rust driver', request })),
  ]
}

function toCompile(name: string, request: CompileRequest): Question {
  return { kind: 'compile', name, request }
}

function toBuild(request: CompileRequest): CompileRequest {
  return { ...request, action: 'build' }
}

const endless = '#[allow(long_running_const_eval)]\nconst NEVER: u8 = loop {};\nfn main() { NEVER; }\n'

/** Makes a question that nobody has asked before. */
export function toNew<Asked extends Question>(question: Asked, text: string): Asked {
  const { files } = question.request
  const [root] = Object.keys(files)
  return {
    ...question,
    request: { ...question.request, files: { ...files, [root!]: `${files[root!]}\n// ${text}\n` } },
  }
}

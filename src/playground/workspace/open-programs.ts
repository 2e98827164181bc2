import { computed, untracked } from '@preact/signals'
import type { SourceFiles } from '#protocol/compile.ts'
import { defaultVariant } from '#protocol/variants.ts'
import { createServiceBootClient } from '../backends/boot/service-boot-client.ts'
import { retryWhileBusy } from '../backends/compile/retry-while-busy.ts'
import { createServiceCompileClient } from '../backends/compile/service-compile-client.ts'
import { loadRenamed } from '../backends/load-renamed.ts'
import { withPlayground } from '../backends/public/with-playground.ts'
import { createWasmRunner } from '../backends/runners/wasm-runner.ts'
import { serviceBase } from '../backends/service-base.ts'
import { createServiceTraceClient } from '../backends/trace/trace-client.ts'
import { createBootSession } from '../program/boot-session.ts'
import { buildProgram } from '../program/build-program.ts'
import type { EditedFile } from '../program/edited-file.ts'
import { createFileSession } from '../program/file-session.ts'
import {
  createProgramSession,
  type ProgramSession,
  type ProgramSessionOptions,
} from '../program/program-session.ts'
import { createRunSession } from '../program/run-session.ts'
import type { View } from '../program/view.ts'
import type { FileSet } from './file-set.ts'
import { filesOfProgram, findProgram, type FoundProgram } from './find-program.ts'
import { inFolder, withoutFolder } from './in-folder.ts'

/** The programs that the files in sight belong to; each is checked from the time that one of its files was first in sight. */
export interface OpenPrograms {
  /** Gives a file as a part of its program; undefined for what is in none, such as a README. */
  at(path: string): ProgramSession | undefined
  end(): void
}

/** Opens no program yet. */
export function openPrograms(set: FileSet, view: View): OpenPrograms {
  const programs = new Map<string, OpenProgram>()
  const neighbours = computed(
    () => new Map([...set.files.value].map(([path, { edited }]) => [path, edited] as const)),
  )
  function openProgram(found: FoundProgram, edited: EditedFile): OpenProgram {
    const beside = computed(() => textsOf(found, set))
    const session = createProgramSession({
      ...{ edited, view, others: {}, beside, loadRenamed, neighbours: neighbours.peek() },
      ...toMeans(found),
    })
    return { edited, session, files: new Map() }
  }
  function programOf(found: FoundProgram): OpenProgram | undefined {
    const edited = set.files.peek().get(found.root)?.edited
    const known = programs.get(found.root)
    if (known?.edited === edited && known) return known
    if (known) endProgram(known)
    programs.delete(found.root)
    if (!edited) return undefined
    const opened = openProgram(found, edited)
    programs.set(found.root, opened)
    return opened
  }
  function at(path: string): ProgramSession | undefined {
    const edited = set.files.peek().get(path)?.edited
    const found = findProgram(path, new Set(set.files.peek().keys()))
    const program = edited && found && programOf(found)
    if (!program) return undefined
    if (path === found.root) return program.session
    const known = program.files.get(path)
    if (known && known.edited === edited) return known.session
    known?.session.end()
    const session = createFileSession(program.session, edited, view)
    program.files.set(path, { edited, session })
    return session
  }
  return {
    // A page asks while it renders.
    at: (path) => untracked(() => at(path)),
    end: () => programs.forEach(endProgram),
  }
}

interface OpenFile {
  edited: EditedFile
  session: ProgramSession
}

interface OpenProgram extends OpenFile {
  files: Map<string, OpenFile>
}

function endProgram({ session, files }: OpenProgram) {
  files.forEach((file) => file.session.end())
  session.end()
}

function textsOf(found: FoundProgram, { files }: FileSet): SourceFiles {
  const paths = filesOfProgram(found, new Set(files.value.keys())).filter((path) => path !== found.root)
  return Object.fromEntries(paths.map((path) => [path, files.value.get(path)!.edited.text.value]))
}

/** What a program is checked by. It is run in the terminal; a session has to have a run all the same. */
function toMeans({
  folder,
  target,
  language,
}: FoundProgram): Pick<ProgramSessionOptions, 'compileClient' | 'run' | 'aim'> {
  const base = serviceBase()
  const compileClient = inFolder(withPlayground(retryWhileBusy(createServiceCompileClient(base))), folder)
  if (target === 'userspace') {
    const run = createRunSession({
      runner: createWasmRunner(),
      build: (source, signal) => buildProgram(compileClient, source, signal),
      traceClient: createServiceTraceClient(base),
    })
    return { compileClient, run, aim: { target, language } }
  }
  const variant = defaultVariant
  const run = createBootSession(createServiceBootClient(base), (files) => ({
    ...{ language, variant, files: withoutFolder(files, folder), script: '' },
  }))
  return { compileClient, run, aim: { target, language, variant } }
}

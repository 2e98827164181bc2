import type { SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { Assembly } from '#protocol/inspect.ts'
import type { TraceFrame } from '#protocol/trace.ts'
import { parseClang } from '../clang-diagnostics/parse-clang.ts'
import { readAssembly } from '../kernel/read-assembly.ts'
import { findUndefined, type UndefinedSymbols } from '../kernel/find-undefined.ts'
import { readFunctionSizes, type CodeSizes } from '../kernel/function-sizes.ts'
import { findExported } from '../kernel/find-exported.ts'
import { findUses } from '../kernel/find-uses.ts'
import { giveAddresses, type AddressedModule } from '../kernel/give-addresses.ts'
import { readElf } from '../kernel/elf.ts'
import { toLicence } from '../kernel/licence.ts'
import { toLinkerErrors } from '../kernel/linker-errors.ts'
import type { Frame, LoggedReport } from '../kernel-log/logged-report.ts'
import { parseKernelLog } from '../kernel-log/parse-kernel-log.ts'
import { resolveGoneFrames, type ResolvedFrame } from '../kernel-log/resolve-gone-frames.ts'
import { readFrames } from '../read-frames.ts'
import { parseRustcJson } from '#compiler-output/rustc-json/parse-rustc-json.ts'
import { toSourceLines } from '#compiler-output/rustc-json/source-lines.ts'

// Threads import this file, and call its functions by their names. What goes in and out is copied between threads.

/** What a tool wrote about a reader's files. */
export interface WrittenAbout {
  output: string
  files: SourceFiles
  /** There were more lines of it. */
  isCut?: boolean | undefined
}

/** Reads an answer of clang. */
export function clang({ output, files, isCut }: WrittenAbout): Diagnostic[] {
  return parseClang(output, files, { isCut })
}

/** Reads an answer of rustc or clippy; `rendered` asks for their own text, too. */
export function rustc({
  output,
  files,
  isCut,
  rendered,
}: WrittenAbout & { rendered?: boolean | undefined }): Diagnostic[] {
  return parseRustcJson(output, files, { rendered, isCut })
}

/** Reads where a program was. */
export function symboliser({ output, files }: WrittenAbout): TraceFrame[] {
  return readFrames(output, files)
}

/** Reads why the linker refused. */
export function linker({ output, files }: WrittenAbout): Diagnostic[] {
  return toLinkerErrors(output, files)
}

/** Reads the console of a kernel. */
export function kernelLog({ output }: { output: string }): LoggedReport[] {
  return parseKernelLog(output)
}

/** What a module says of itself, and what it needs of the kernel. */
export interface ModuleNeeds extends UndefinedSymbols {
  licence: string | undefined
}

/** Reads that of a module; undefined if it is no ELF file. */
export function moduleNeeds({ output }: { output: Uint8Array }): ModuleNeeds | undefined {
  const elf = readElf(output)
  return elf && { licence: toLicence(elf), ...findUndefined(elf) }
}

/** Reads what a module gives to those that are loaded after it. */
export function moduleExports({ output }: { output: Uint8Array }): string[] {
  const elf = readElf(output)
  return elf ? findExported(elf) : []
}

/** Reads what a compiler writes for an assembler. */
export function assembly({ output, files }: WrittenAbout): Assembly[] {
  return readAssembly(output, files)
}

/** Finds where a module uses each of the symbols. */
export function moduleUses(input: { output: Uint8Array; symbols: number[] }): (Frame | undefined)[] {
  const elf = readElf(input.output)
  return elf ? findUses(elf, input.symbols) : []
}

/** Puts the code of a module somewhere and finds the frames in it; undefined if it is no ELF file. */
export function addressedModule(input: { output: Uint8Array; frames: Frame[] }): AddressedModule | undefined {
  return giveAddresses(input.output, input.frames)
}

/** Finds what lay in a module where the frames are, which are told by its sections. */
export function goneFrames(input: {
  output: Uint8Array
  files: SourceFiles
  frames: Frame[]
}): ResolvedFrame[] {
  return resolveGoneFrames(input.frames, input.output, toSourceLines(input.files))
}

/** Reads the sizes of a module's functions. */
export function functionSizes({ output }: { output: string }): CodeSizes {
  return readFunctionSizes(output)
}

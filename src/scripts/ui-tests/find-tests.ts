import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { ScriptError } from '../script-error.ts'
import { headersFor, readHeaders, readRevisions } from './read-headers.ts'
import type { Header, UiTest } from './ui-test.ts'

/** What was found: tests with a `.stderr` file, and how many Rust files have none and so nothing to compare. */
export interface FoundTests {
  tests: UiTest[]
  withoutStderr: number
}

/** Finds the tests below a folder, or that of a file. Throws `ScriptError`. */
export async function findTests(path: string): Promise<FoundTests> {
  const files = await findRustFiles(path)
  const base = files[0] === path ? dirname(path) : path
  const found: UiTest[][] = []
  for (const file of files) found.push(await readTests(file, base))
  const tests = found.flat()
  if (tests.length === 0)
    throw new ScriptError(`${path} has no test: no file NAME.rs with NAME.stderr beside it.`)
  return { tests, withoutStderr: found.filter((of) => of.length === 0).length }
}

async function findRustFiles(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new ScriptError(`There is no ${path}. Name a folder or a file of UI tests.`)
  if (found.isFile()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.rs'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(path, file).split('/').includes('auxiliary'))
    .sort()
}

async function readTests(path: string, base: string): Promise<UiTest[]> {
  const source = await readFile(path, 'utf8')
  const headers = readHeaders(source)
  const revisions = readRevisions(headers)
  const forms: (string | undefined)[] = revisions.length > 0 ? revisions : [undefined]
  const tests = forms.map((revision) => readTest({ path, base, source, headers, revisions }, revision))
  return (await Promise.all(tests)).filter((test) => test !== undefined)
}

interface TestFile {
  path: string
  base: string
  source: string
  headers: Header[]
  revisions: string[]
}

async function readTest(
  { path, base, source, headers, revisions }: TestFile,
  revision?: string,
): Promise<UiTest | undefined> {
  const own = headersFor(headers, revision)
  const stderr = toStderrPath(path, own, revision)
  if (!existsSync(stderr)) return undefined
  const name = relative(base, path) + (revision === undefined ? '' : `#${revision}`)
  const place = { name, folder: dirname(path), file: basename(path) }
  const form = { headers: own, revisions, ...(revision === undefined ? {} : { revision }) }
  return { ...place, ...form, source, expected: await readFile(stderr, 'utf8') }
}

/** The target has 32 bits. */
function toStderrPath(path: string, headers: Header[], revision?: string): string {
  const perBitwidth = headers.some(({ name }) => name === 'stderr-per-bitwidth')
  const parts = [revision, perBitwidth ? '32bit' : undefined, 'stderr'].filter((part) => part !== undefined)
  return path.replace(/\.rs$/, `.${parts.join('.')}`)
}

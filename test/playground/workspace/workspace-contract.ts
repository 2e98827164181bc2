import type { FileChange, Workspace } from '#playground/workspace/workspace.ts'

/** What every engine keeps to, each by a sentence; a broken one throws. Needs nothing of a test runner: a page can run it, too. */
export const workspaceContract: Record<string, (workspace: Workspace) => Promise<void>> = {
  async 'gives back what was written, and lists it with its folders'({ files }) {
    await files.write('contract/b/two.txt', 'two ✓\n')
    await files.write('contract/one.txt', new Uint8Array([0, 255, 10]))
    equal(await textOf(files, 'contract/b/two.txt'), 'two ✓\n')
    equal([...(await files.read('contract/one.txt'))!].join(), '0,255,10')
    equal((await listed(files)).join(), 'contract/b/two.txt,contract/one.txt')
  },

  async 'has no file that was never written'({ files }) {
    equal(await files.read('contract/nobody.txt'), undefined)
  },

  async 'renames and removes files and folders; what is not there is removed already'({ files }) {
    await files.write('contract/old/a.txt', 'a')
    await files.write('contract/old/b.txt', 'b')
    await files.rename('contract/old', 'contract/new')
    equal(await textOf(files, 'contract/new/b.txt'), 'b')
    await files.rename('contract/new/a.txt', 'contract/c.txt')
    await files.remove('contract/new')
    await files.remove('contract/new')
    equal((await listed(files)).join(), 'contract/c.txt')
  },

  async 'runs a command, with what it writes and its exit code'(workspace) {
    await workspace.files.write('contract/said.txt', 'said\n')
    const fine = await finish(workspace, 'cat', ['contract/said.txt'])
    equal(fine.code, 0)
    equal(fine.output, 'said\n')
    const failed = await finish(workspace, 'cat', ['contract/nobody.txt'])
    equal(failed.code, 1)
    includes(failed.output, 'No such file')
  },

  async 'ends a command that is not there with 127'(workspace) {
    equal((await finish(workspace, 'no-such-command', [])).code, 127)
  },

  async 'tells of files that a command writes and removes'(workspace) {
    const { files } = workspace
    await files.write('contract/from.txt', 'x')
    const changes: FileChange[] = []
    const stop = files.watch((change) => void changes.push(change))
    await finish(workspace, 'cp', ['contract/from.txt', 'contract/to.txt'])
    await until(() => changes.some((change) => isAbout(change, 'contract/to.txt')))
    equal(await textOf(files, 'contract/to.txt'), 'x')
    changes.length = 0
    await finish(workspace, 'rm', ['contract/from.txt'])
    await until(() => changes.some((change) => isAbout(change, 'contract/from.txt')))
    stop()
    changes.length = 0
    await finish(workspace, 'cp', ['contract/to.txt', 'contract/more.txt'])
    equal(changes.length, 0)
  },

  async 'has a shell that is typed into, with pipes and redirection, until it exits'(workspace) {
    const terminal = await openTerminal(workspace)
    terminal.input('echo one two | cat > contract-typed.txt\r')
    await until(async () => (await textOf(workspace.files, 'contract-typed.txt')) === 'one two\n')
    terminal.resize({ rows: 10, columns: 40 })
    terminal.input('echo st""ill here\r')
    await until(() => terminal.output().includes('still here'))
    terminal.input('exit 3\r')
    equal(await terminal.exit, 3)
  },

  async 'ends a shell that is killed'(workspace) {
    const terminal = await openTerminal(workspace)
    terminal.kill()
    await terminal.exit
  },
}

/** Leaves nothing of a test to the next one. */
export async function cleanUp({ files }: Workspace): Promise<void> {
  await files.remove('contract')
  await files.remove('contract-typed.txt')
}

type Files = Workspace['files']

async function listed(files: Files): Promise<string[]> {
  return (await files.list()).filter((path) => path.startsWith('contract/'))
}

async function textOf(files: Files, path: string): Promise<string | undefined> {
  const content = await files.read(path)
  return content && new TextDecoder().decode(content)
}

async function finish(workspace: Workspace, command: string, args: string[]) {
  let output = ''
  const process = await workspace.spawn(command, args, { onOutput: (text) => void (output += text) })
  const code = await process.exit
  return { code, output: output.replaceAll('\r\n', '\n') }
}

async function openTerminal(workspace: Workspace) {
  let output = ''
  const process = await workspace.terminal({
    size: { rows: 24, columns: 80 },
    onOutput: (text) => void (output += text),
  })
  return { ...process, output: () => output }
}

function isAbout(change: FileChange, path: string): boolean {
  return change.kind === 'unknown' || change.path === path
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 8000
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`It never came to be so: ${isSo.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function equal(actual: unknown, expected: unknown): void {
  if (actual !== expected)
    throw new Error(`Expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`)
}

function includes(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`Expected ${JSON.stringify(part)} in ${JSON.stringify(text)}`)
}

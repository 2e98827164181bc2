// Is in what a lesson loads first: no schema here.

/** One test that a kernel (KUnit) or a program told of as KTAP: Documentation/dev-tools/ktap.rst. */
export interface KtapTest {
  /** The name of what it is a part of; empty where there is none. */
  suite: string
  name: string
  result: 'ok' | 'failed' | 'skipped'
  /** What was said between the test before it and its result. */
  messages: string[]
  /** Where it failed, if a message says so. */
  place?: { file: string; line: number }
}

/** Reads the tests of which a console tells, in their order; a kernel and a program may write at the same time. */
export function parseKtap(consoleText: string): KtapTest[] {
  const [kernel, program] = [createReader(), createReader()]
  const tests = consoleText.split('\n').flatMap((line) => {
    if (line.startsWith('# ') && isCommand(line)) return program.end()
    const stamp = timeStamp.exec(line)
    return stamp ? kernel.read(line.slice(stamp[0].length)) : program.read(line)
  })
  return [...tests, ...program.end(), ...kernel.end()]
}

const timeStamp = /^\[ *\d{1,9}\.\d{1,9}\] ?/

/** A console repeats each command; KTAP has words of its own after the same sign. */
function isCommand(line: string): boolean {
  return !/^# (Subtest: |module: |Totals: |[\w-]{1,100}: )/.test(line)
}

/** What has begun and not ended: tests of one depth. */
interface Level {
  indent: number
  suite: string
  /** How many tests were promised; undefined where that was not said. */
  planned?: number
  told: number
}

interface Reader {
  /** Takes a line; gives the tests of which it tells. */
  read(line: string): KtapTest[]
  /** Gives what was promised and is missing. */
  end(): KtapTest[]
}

function createReader(): Reader {
  let levels: Level[] = []
  let messages: string[] = []
  const levelAt = (indent: number): Level => {
    const found = levels.findLast((level) => level.indent === indent)
    if (found) return found
    const made = { indent, suite: '', told: 0 }
    levels.push(made)
    return made
  }
  const close = (indent: number): { hadTests: boolean; missing: KtapTest[] } => {
    const deeper = levels.filter((level) => level.indent > indent)
    levels = levels.filter((level) => level.indent <= indent)
    return { hadTests: deeper.length > 0, missing: deeper.flatMap(toMissing) }
  }
  const take = (result: Result): KtapTest[] => {
    const { hadTests, missing } = close(result.indent)
    const level = levelAt(result.indent)
    level.told += 1
    const said = messages
    messages = []
    // The line of a suite says nothing that its tests have not said.
    return hadTests ? missing : [...missing, toTest(level.suite, result, said)]
  }
  const end = (): KtapTest[] => {
    const missing = levels.flatMap(toMissing)
    levels = []
    messages = []
    return missing
  }
  return {
    read(line) {
      const head = header.exec(line)
      if (head) {
        const ended = head[1] === '' ? end() : []
        levelAt(head[1]!.length)
        return ended
      }
      if (levels.length === 0) return []
      const result = readResult(line)
      if (result) return take(result)
      const [, blank = '', suite] = subtest.exec(line) ?? []
      const [, before = '', planned] = plan.exec(line) ?? []
      if (suite !== undefined) levelAt(blank.length).suite = suite
      else if (planned !== undefined) levelAt(before.length).planned = Number(planned)
      else if (line.trim() !== '' && !quiet.test(line) && messages.length < mostMessages)
        messages.push(line.trim().slice(0, mostCharacters))
      return []
    },
    end,
  }
}

const header = /^( *)K?TAP version \d{1,4}$/
const subtest = /^( *)# Subtest: (.{1,200})$/
const plan = /^( *)1\.\.(\d{1,6})$/
const quiet = /^ *# (module: |speed: |Totals: |[\w-]{1,200}: pass:\d|[\w-]{1,200}\.speed: )/
const [mostMessages, mostCharacters] = [20, 300]

interface Result {
  indent: number
  isOk: boolean
  name: string
  isSkipped: boolean
}

function readResult(line: string): Result | undefined {
  const found = /^( *)(not )?ok (\d{1,6})(?: -)?(?: (.*))?$/.exec(line)
  if (!found) return undefined
  const [, blank, not, number, rest = ''] = found
  const [name = '', directive = ''] = rest.split(' # ')
  const isSkipped = /^SKIP/i.test(directive)
  return { indent: blank!.length, isOk: not === undefined, name: name || `test ${number}`, isSkipped }
}

function toTest(suite: string, { name, isOk, isSkipped }: Result, messages: string[]): KtapTest {
  const result = isSkipped ? 'skipped' : isOk ? 'ok' : 'failed'
  const place = messages.map(toPlace).find((found) => found !== undefined)
  return { suite, name, result, messages, ...(place && { place }) }
}

function toPlace(message: string): KtapTest['place'] {
  const found = /(?:ASSERTION|EXPECTATION) FAILED at ([^\s:]{1,200}):(\d{1,9})$/.exec(message)
  return found ? { file: found[1]!, line: Number(found[2]) } : undefined
}

/** Who promises five tests and tells of three has died in the fourth. */
function toMissing({ suite, planned = 0, told }: Level): KtapTest[] {
  if (planned <= told) return []
  const message = `${planned} tests were planned, ${told} came to an end`
  return [{ suite, name: 'every planned test comes to its end', result: 'failed', messages: [message] }]
}

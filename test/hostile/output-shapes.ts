/** Makes about so many characters of an output that a reader's program can bring a tool to write. */
export type Shape = (size: number) => string

function fill(text: string, size: number): string {
  return text.repeat(Math.ceil(size / text.length)).slice(0, size)
}

function numbered(size: number, toLine: (n: number) => string): string {
  const length = toLine(10_000).length + 1
  return Array.from({ length: Math.ceil(size / length) }, (_, n) => `${toLine(n)}\n`).join('')
}

const at = 'driver.c:1:1: error: '
const manyRanges = Array.from({ length: 100 }, (_, n) => `{2:${n}-2:9}`).join('')

/** What macros that double can make clang write, through any message that repeats the program's own text. */
export const clangShapes: Record<string, Shape> = {
  'a static assertion full of beginnings of a flag': (size) => `${at}${fill(' [-W', size)}\n`,
  'a static assertion of one endless flag': (size) => `${at}x [-W${fill('a', size)}\n`,
  'a static assertion of flags and commas': (size) => `${at}${fill(' [-Wa,', size)}]\n`,
  'brackets that open': (size) => `${at}${fill('[', size)}\n`,
  'brackets that close': (size) => `${at}${fill(' [-W]', size)}\n`,
  'nothing but blanks': (size) => fill(' ', size),
  'nothing but line ends': (size) => fill('\n', size),
  'line ends of Windows': (size) => fill('\r\n', size),
  'nothing but colons': (size) => fill(':', size),
  'one long file name': (size) => `${fill('a', size)}:1:1: error: x\n`,
  'a long name for each of many messages': (size) =>
    numbered(size, () => `${'a'.repeat(1000)}:1:1: error: x`),
  'a file name in brackets': (size) => `${fill('<', size)}:1:1: error: x\n`,
  'one long number': (size) => `driver.c:${fill('9', size)}:1: error: x\n`,
  'ranges without end': (size) => `driver.c:1:1:${'{1:1-1:2}'.repeat(size / 9)}: error: x\n`,
  'ranges that are cut off': (size) => `driver.c:1:1:${fill('{1:1-1:2}', size)}{1: error: x\n`,
  'many messages at the end of a long line': (size) => numbered(size, () => 'driver.c:1:65000: error: x'),
  'many ranges in a long line': (size) =>
    numbered(size, () => `driver.c:1:1:${'{1:64000-1:65000}'.repeat(50)}: error: x`),
  'many ranges in a file with a long name': (size) =>
    numbered(size, () => `${'a'.repeat(300)}:1:1:${manyRanges}: warning: x`),
  'many notes of one message': (size) => `${at}x\n${numbered(size, () => 'driver.c:1:65000: note: x')}`,
  'many messages far behind the file': (size) => numbered(size, (n) => `driver.c:9${n}:9${n}: warning: x`),
  'many fixes of one message': (size) =>
    `${at}x\n${numbered(size, (n) => `fix-it:"driver.c":{1:${n}-1:65000}:"x"`)}`,
  'a fix full of quotes': (size) => `${at}x\nfix-it:"driver.c":{1:1-1:1}:"${fill('"', size)}\n`,
  'a fix full of backslashes': (size) => `${at}x\nfix-it:"driver.c":{1:1-1:1}:"${fill('\\', size)}"\n`,
  'half fixes': (size) => fill('fix-it:"', size),
  'files that include each other': (size) =>
    `${numbered(size, (n) => `${n === 0 ? 'In file included' : ' '.repeat(17)} from a.h:${n}:`)}${at}x\n`,
}

/** A file with one line of the most bytes that a request may have, of characters that count differently everywhere. */
export const longLine = '𝒳'.repeat(16_000)

const span = {
  ...{ file_name: 'main.rs', line_start: 1, line_end: 1, column_start: 15_000, column_end: 16_000 },
  ...{ is_primary: true, label: 'x', expansion: null as unknown },
  ...{ suggested_replacement: null as string | null, suggestion_applicability: null },
}

/** What assembly by hand, in a driver, can bring a compiler to write. */
export const assemblyShapes: Record<string, Shape> = {
  'one function without end': (size) => `\t.type\tf,@function\nf:\n${fill('\tnop\n', size)}`,
  'functions without number': (size) =>
    numbered(size, (n) => `\t.type\tf${n},@function\nf${n}:\n\tnop\n\t.size\tf${n}, 1`),
  'a function that is begun again and again': (size) =>
    `\t.type\tf,@function\n${fill('f:\n\tnop\n\t.size\tf, 1\n', size)}`,
  'nothing but labels': (size) =>
    `\t.type\tf,@function\nf:\n${numbered(size, (n) => `.L${n}:`)}\t.size\tf, 1`,
  'jumps to labels without number': (size) =>
    `\t.type\tf,@function\nf:\n${numbered(size, (n) => `\tjmp .L${n}`)}\t.size\tf, 1`,
  'one endless instruction': (size) => `\t.type\tf,@function\nf:\n\t${fill('.L', size)}\n\t.size\tf, 1`,
  'one endless label': (size) => `${fill('a', size)}:\n`,
  'files without number': (size) => numbered(size, (n) => `\t.file\t${n} "/work" "driver.c"`),
  'a file without end': (size) => `\t.file\t1 "${fill('a', size)}`,
  'quotes without end': (size) => `\t.file\t1 ${fill('"" ', size)}`,
  'a place in each line': (size) => `\t.type\tf,@function\nf:\n${fill('\t.loc\t1 9 9\n\tnop\n', size)}`,
  'a directive of nothing but blanks': (size) => `\t.loc${fill(' ', size)}\n`,
  'remarks in remarks': (size) => `\t.type\tf,@function\nf:\n\tnop${fill(' #', size)}\n`,
}

function message(parts: object): string {
  const empty = { level: 'error', message: 'x', code: null, spans: [] as object[], children: [] as object[] }
  return `${JSON.stringify({ ...empty, ...parts })}\n`
}

function many<Part>(size: number, toPart: (n: number) => Part): Part[] {
  return Array.from({ length: Math.ceil(size / JSON.stringify(toPart(1000)).length) }, (_, n) => toPart(n))
}

/** A macro that calls itself so often that there are so many characters of it; made as text, since it is too deep for more. */
function nested(size: number): string {
  const [head, tail] = JSON.stringify({
    span: { ...span, expansion: 'HERE' },
    macro_decl_name: 'm!',
    def_site_span: span,
  }).split('"HERE"') as [string, string]
  const depth = Math.ceil(size / (head.length + tail.length))
  const outermost = JSON.stringify({ span, macro_decl_name: 'm!', def_site_span: span })
  return `${head.repeat(depth)}${outermost}${tail.repeat(depth)}`
}

/** What a program can make rustc write, and lines that it should never write. */
export const rustcShapes: Record<string, Shape> = {
  'one long message': (size) => message({ message: fill('`', size) }),
  'many messages in a long line': (size) => message({ spans: [span] }).repeat(Math.ceil(size / 300)),
  'many warnings and then an error': (size) =>
    message({ level: 'warning' }).repeat(Math.ceil(size / 80)) + message({}),
  'many spans of one message': (size) =>
    message({ spans: many(size, (n) => ({ ...span, column_start: n })) }),
  'many children of one message': (size) =>
    message({ children: many(size, () => ({ level: 'help', message: 'x', spans: [span] })) }),
  'many alternatives of a long help': (size) =>
    message({
      children: [
        {
          level: 'help',
          message: fill('x', size / 2),
          spans: many(size / 2, () => ({ ...span, suggested_replacement: 'x' })),
        },
      ],
    }),
  'many parts of one fix': (size) =>
    message({
      children: [
        {
          level: 'help',
          message: 'x',
          spans: many(size, (n) => ({ ...span, column_start: n, suggested_replacement: 'x' })),
        },
      ],
    }),
  'many messages with a small one for each fix': (size) =>
    message({
      children: many(size, () => ({
        level: 'help',
        message: 'x',
        spans: [{ ...span, suggested_replacement: 'x' }],
      })),
    }),
  'a macro in a macro in a macro': (size) =>
    message({ spans: [{ ...span, file_name: '/x.rs', expansion: 'DEEP' }] }).replace('"DEEP"', nested(size)),
  'brackets without end': (size) => `{"a":${fill('[', size)}\n`,
  'objects in objects': (size) => `${fill('{"a":', size)}\n`,
  'brackets that all close': (size) => `{"a":${fill('[', size / 2)}${fill(']', size / 2)}}\n`,
  'lines that are no messages': (size) => fill('{\n', size),
  'a message that is cut off': (size) => message({ message: fill('x', size) }).slice(0, -10),
  'nothing but line ends': (size) => fill('\n', size),
}

/** What the linker can be brought to write. */
export const linkerShapes: Record<string, Shape> = {
  'one long error': (size) => `ld.lld: error: ${fill('a', size)}\n`,
  'many errors': (size) => numbered(size, (n) => `ld.lld: error: ${n}`),
  'many beginnings of an error': (size) => fill('ld.lld: error: ', size),
  'nothing but line ends': (size) => fill('\n', size),
}

const symbol = { FileName: '/work/main.rs', Line: 1, Column: 60_000 }

/** What names and line tables of a program's own making can bring the symboliser to write. */
export const symboliserShapes: Record<string, Shape> = {
  'many addresses in a long line': (size) => numbered(size, () => JSON.stringify({ Symbol: [symbol] })),
  'many functions in each other': (size) =>
    `${JSON.stringify({ Symbol: Array.from({ length: Math.ceil(size / 55) }, () => symbol) })}\n`,
  'one long file name': (size) =>
    `${JSON.stringify({ Symbol: [{ ...symbol, FileName: fill('/a', size) }] })}\n`,
  'lines that are no answers': (size) => fill('{\n', size),
  'brackets without end': (size) => `{"Symbol":${fill('[', size)}\n`,
  'nothing but line ends': (size) => fill('\n', size),
}

const column = '|0000000000000000|   t  |              FUNC|000000000000004b|     |.text'

/** What names of a program's own making can bring llvm-nm to write. */
export const namesShapes: Record<string, Shape> = {
  'many functions': (size) => numbered(size, (n) => `driver::f${n}${column}`),
  'many functions with long names': (size) => numbered(size, (n) => `${'f'.repeat(2000)}${n}${column}`),
  'one long name': (size) => `${fill('a', size)}${column}\n`,
  'a name full of bars': (size) => `${fill('|', size)}${column}\n`,
  'nothing but bars': (size) => fill('|', size),
  'nothing but line ends': (size) => fill('\n', size),
}

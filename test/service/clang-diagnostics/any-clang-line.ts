import * as fc from 'fast-check'
import { anyNumber, anyText } from '../any-output.ts'

const anyFile = fc.oneof(
  fc.constantFrom('driver.c', './ring.h', '<scratch space>', '/usr/src/linux/a.h', 'x|'),
  anyText,
)
const anyRange = fc
  .tuple(anyNumber, anyNumber, anyNumber, anyNumber)
  .map(([a, b, c, d]) => `{${a}:${b}-${c}:${d}}`)
const anyLevel = fc.constantFrom('error', 'fatal error', 'warning', 'note', 'remark', 'help')

const anyMessage = fc
  .tuple(anyFile, anyNumber, anyNumber, fc.array(anyRange), anyLevel, anyText)
  .map(([file, line, column, ranges, level, text]) => {
    const shown = ranges.length > 0 ? `${ranges.join('')}:` : ''
    return `${file}:${line}:${column}:${shown} ${level}: ${text}`
  })
const anyFix = fc
  .tuple(anyFile, anyRange, anyText)
  .map(([file, range, text]) => `fix-it:"${file}":${range}:"${text}"`)
const anyInclusion = fc
  .tuple(anyFile, anyNumber)
  .map(([file, line]) => `In file included from ${file}:${line}:`)
/** A line as clang may write it, or a stranger makes it write. */
export const anyClangLine = fc.oneof({ weight: 4, arbitrary: anyMessage }, anyFix, anyInclusion, anyText)

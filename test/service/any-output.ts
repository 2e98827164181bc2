import * as fc from 'fast-check'

/** Numbers as a tool may print them, and those that a stranger makes it print. */
export const anyNumber = fc.oneof(
  fc.nat(5),
  fc.nat(200),
  fc.constantFrom(0, 2 ** 31, 2 ** 32, 2 ** 53, 1e21, 65_000),
)

/** Text of one line: words, what has a meaning for some parser, and any characters. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', ' ')),
  fc
    .array(
      fc.constantFrom(' [-W', ']', '[', ',', '`', '"', '\\', 'error: ', ':1:1: ', '{', '}', '\0', '𝒳', '\r'),
    )
    .map((parts) => parts.join('')),
)

/** A file with lines of all kinds; few enough that places are often behind it. */
export const anySource = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '\tx = 𝒳;', '\u{feff}é', 'int x;\r')))
  .map((lines) => lines.join('\n'))

/** Some of the items, up to so many, as the lines of an output; sometimes it is cut off. */
export function anyOutput(line: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(line, { maxLength: 60 }), fc.boolean(), fc.nat(200))
    .map(([lines, isCut, end]) => (isCut ? lines.join('\n').slice(0, -end - 1) : lines.join('\n')))
}

/** A piece of a text that is no words: a heading's level, a component, a code block. */
export interface OutlinePiece {
  /** As an author knows it. */
  shown: string
  /** Two pieces are the same if this is. */
  same: string
  /** From 1, in the file. */
  line: number
}

/** Lists what a translation has to have as well, in this order. Of code that is no quotation, comments may be in another language. */
export function toOutline(text: string): OutlinePiece[] {
  const pieces: OutlinePiece[] = []
  const lines = text.split('\n')
  for (let index = bodyFrom(lines); index < lines.length; index++) {
    const fence = /^(`{3,})(.*)$/.exec(lines[index]!)
    if (!fence) {
      pieces.push(...piecesOf(lines[index]!, index + 1))
      continue
    }
    const end = lines.indexOf(fence[1]!, index + 1)
    const code = lines.slice(index + 1, end < 0 ? undefined : end).join('\n')
    pieces.push({ ...toCode(fence[2]!.trim(), code), line: index + 1 })
    index = end < 0 ? lines.length : end
  }
  return pieces
}

/** Behind the head, if there is one. */
function bodyFrom(lines: string[]): number {
  return lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0
}

function toCode(info: string, code: string): Omit<OutlinePiece, 'line'> {
  const isQuote = /\bquote=|\brecorded\b/.test(info)
  const compared = isQuote ? code : code.replace(/\/\/.*$|\/\*[\s\S]*?\*\//gm, '')
  return { shown: `the code block \`\`\`${info}`, same: `${info}\n${compared}` }
}

function piecesOf(line: string, number: number): OutlinePiece[] {
  const heading = /^(#+) /.exec(line)
  if (heading) return [{ shown: `a heading «${heading[1]}»`, same: heading[1]!, line: number }]
  const tags = line.replace(/(`+)[^`]+\1/g, '').match(/<\/?[A-Z][^>]*>/g) ?? []
  return tags.map((tag) => {
    const same = tag.replace(/\salt="[^"]*"/, '')
    return { shown: same, same, line: number }
  })
}

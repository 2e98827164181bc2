/** What of a page the reader points at: a link to the glossary, or a place in code. */
export type PointedAt =
  | { kind: 'link'; word: string; box: DOMRect }
  | {
      kind: 'code'
      line: string
      /** From 0. */
      at: number
      /** Undefined in a text, which has code of both. */
      language: string | undefined
      /** All of the code. */
      html: string
      box: DOMRect
    }

/** Finds it by where the pointer is, or what has the focus. */
export function findPointedAt(event: Event): PointedAt | undefined {
  const target = event.target as Element
  const link = target.closest<HTMLAnchorElement>('article a[href*="/glossary/#"]')
  if (link) return { kind: 'link', word: link.hash.slice(1), box: link.getBoundingClientRect() }
  const code = target.closest('article code')
  if (!code || !(event instanceof MouseEvent)) return undefined
  const place = characterAt(event.clientX, event.clientY)
  return place && code.contains(place.node) ? toPlace(code, place) : undefined
}

interface Character {
  node: Node
  offset: number
  box: DOMRect
}

/** Browsers give the gap that is nearest: the character is before or behind it. */
function characterAt(x: number, y: number): Character | undefined {
  const gap = gapAt(x, y)
  if (gap?.node.nodeType !== Node.TEXT_NODE) return undefined
  return [gap.offset, gap.offset - 1].flatMap((offset) => {
    if (offset < 0 || offset >= (gap.node.textContent ?? '').length) return []
    const range = document.createRange()
    range.setStart(gap.node, offset)
    range.setEnd(gap.node, offset + 1)
    const box = range.getBoundingClientRect()
    const isIn = box.left <= x && x <= box.right && box.top <= y && y <= box.bottom
    return isIn ? [{ node: gap.node, offset, box }] : []
  })[0]
}

function gapAt(x: number, y: number): { node: Node; offset: number } | undefined {
  const caret = document.caretPositionFromPoint?.(x, y)
  if (caret) return { node: caret.offsetNode, offset: caret.offset }
  const range = (document as OlderDocument).caretRangeFromPoint?.(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined
}

/** Older versions of Safari have nothing else. */
type OlderDocument = Omit<Document, 'caretRangeFromPoint'> & {
  caretRangeFromPoint?: (x: number, y: number) => Range | null
}

function toPlace(code: Element, { node, offset, box }: Character): PointedAt {
  const line = node.parentElement!.closest('.src') ?? code
  const before = document.createRange()
  before.setStart(line, 0)
  before.setEnd(node, offset)
  return {
    kind: 'code',
    line: line.textContent ?? '',
    at: before.toString().length,
    language: code.closest<HTMLElement>('[data-language]')?.dataset.language,
    html: code.innerHTML,
    box,
  }
}

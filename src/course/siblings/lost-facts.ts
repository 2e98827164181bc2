/** Lists what one of two texts in different languages has and the other has not, of what is the same in each: code, links, numbers, CVEs, counts. */
export function lostFacts(english: string, sibling: string): string[] {
  const [from, to] = [factsOf(english), factsOf(sibling)]
  return [
    ...[...from].filter((fact) => !to.has(fact)).map((fact) => `lacks ${fact}`),
    ...[...to].filter((fact) => !from.has(fact)).map((fact) => `has ${fact}, which the English text has not`),
  ]
}

const code = /`[^`\n]+`/g
const others = /\]\([^)\s]+\)|CVE-\d{4}-\d+|\b[0-9a-f]{12}\b|\{count:[^}]*\}/g
const numbers = /\d[\d.,\u202f]*\d|\d/g

function factsOf(text: string): Set<string> {
  const codes = text.match(code) ?? []
  const plain = text.replace(code, ' ')
  const rest = plain.replace(others, ' ')
  return new Set([...codes, ...(plain.match(others) ?? []), ...(rest.match(numbers) ?? []).map(toNumber)])
}

/** 191,731 is 191.731 elsewhere. */
function toNumber(written: string): string {
  return written.replace(/[.,\u202f]/g, '')
}

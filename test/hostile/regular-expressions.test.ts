import { globSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { check } from 'recheck'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { root } from '#scripts/root.ts'

/** In this process: the other ways start one of their own. */
process.env.RECHECK_BACKEND = 'pure'

/** Expressions that are slow only on a text longer than they are ever given, and why. */
const bounded: Record<string, string> = {
  [String.raw`/[\s;]+$/`]: 'of the policy that our own pages have',
  [String.raw`/\b0{2,}([0-9a-f]+)\b/g`]: 'of a remark 200 characters are read',
}

/** The toolroom is made of what the machine and its distribution say, not of what readers send. */
const files = globSync(['src/service/**/*.ts', 'src/compiler-output/**/*.ts', 'src/protocol/**/*.ts'], {
  cwd: root,
}).filter((path) => !path.startsWith('src/service/toolroom/'))

describe('no text can make a regular expression of the service take the square of its length', () => {
  it.each(files.flatMap(findExpressions))(
    '$path: $literal',
    async ({ literal }) => {
      if (bounded[literal] !== undefined) return
      const end = literal.lastIndexOf('/')
      const { status } = await check(literal.slice(1, end), literal.slice(end + 1), { timeout: null })
      expect(status).toBe('safe')
    },
    300_000,
  )

  it.each(files)('%s has none that is put together', (path) => {
    expect(readFileSync(`${root}/${path}`, 'utf8')).not.toMatch(/\bRegExp\(/)
  })

  it('and one that can is found', async () => {
    const { status } = await check(String.raw` \[(?:-Werror,)?(-W[^\],]+)(?:,[^\]]*)?\]$`, '')
    expect(status).toBe('vulnerable')
  })
})

interface Expression {
  path: string
  literal: string
}

function findExpressions(path: string): Expression[] {
  const source = readFileSync(`${root}/${path}`, 'utf8')
  const found: Expression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push({ path: relative('src', path), literal: node.text })
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest))
  return found
}

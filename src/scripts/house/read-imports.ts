import ts from 'typescript'

export interface Import {
  /** As it stands in the source, such as `#protocol/boot.ts`. */
  specifier: string
  line: number
  /** Nothing of it is left when the program runs. */
  isType: boolean
}

/** Reads every import of a TypeScript or Astro file: static, dynamic, type-only and re-exported ones. */
export function readImports(path: string, text: string): Import[] {
  const code = path.endsWith('.astro') ? keepAstroCode(text) : text
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, toScriptKind(path))
  const imports: Import[] = []
  const visit = (node: ts.Node): void => {
    const found = toImport(node)
    if (found)
      imports.push({ ...found, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return imports
}

/** Blanks all but frontmatter and scripts, so that lines keep their numbers. */
function keepAstroCode(text: string): string {
  const code = [...text.matchAll(/^---\n([^]*?)^---$|<script[^>]*>([^]*?)<\/script>/gm)]
  const blank = text.replace(/[^\n]/g, ' ')
  return code.reduce((kept, { index, 0: whole, 1: front, 2: script }) => {
    const from = index + whole.indexOf((front ?? script)!)
    const to = from + (front ?? script)!.length
    return kept.slice(0, from) + text.slice(from, to) + kept.slice(to)
  }, blank)
}

function toScriptKind(path: string): ts.ScriptKind {
  return path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
}

function toImport(node: ts.Node): Omit<Import, 'line'> | undefined {
  if (ts.isImportDeclaration(node)) return named(node.moduleSpecifier, isTypeImport(node.importClause))
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return named(node.argument.literal, true)
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return named(node.arguments[0], false)
  return undefined
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const bindings = clause.namedBindings
  if (clause.name || !bindings || !ts.isNamedImports(bindings)) return false
  return bindings.elements.length > 0 && bindings.elements.every(({ isTypeOnly }) => isTypeOnly)
}

function named(specifier: ts.Node | undefined, isType: boolean): Omit<Import, 'line'> | undefined {
  return specifier && ts.isStringLiteralLike(specifier) ? { specifier: specifier.text, isType } : undefined
}

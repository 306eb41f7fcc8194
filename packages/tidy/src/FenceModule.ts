/**
 * A doc fence as a module that checks itself: every `statement // => literal` becomes an assertion,
 * line by line, so that an error's line is the line in the docs.
 *
 * What may carry `// =>`, at the end of its last line or alone on the next line: an expression
 * (`a + b // => 3`), or the declaration of one name (`const sum = a + b // => 3`, which asserts
 * `sum`). The literal is any JavaScript expression on the arrow's line. An arrow that stands
 * anywhere else, in a nested block for instance, is an error, for it would assert nothing.
 */
import ts from "typescript"

/** A module made of a fence; `strayLines` are the lines (from 1) of arrows that assert nothing. */
export interface FenceModule {
  readonly text: string
  readonly assertionCount: number
  readonly strayLines: ReadonlyArray<number>
}

/** The name under which a fence's module knows the assertion. */
export const assertion = "__equalsLiteral"

const arrow = /^[ \t]*;?[ \t]*(\n[ \t]*)?\/\/[ \t]*=>[ \t]*([^\n]*)/

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The module of a fence; `assertionFile` is what it imports the assertion from. */
export const make = (code: string, assertionFile: string): FenceModule => {
  const syntax = ts.createSourceFile("fence.ts", code, ts.ScriptTarget.Latest, true)
  const edits = syntax.statements.flatMap((statement) => {
    const edit = editOf(statement, code)
    return edit === undefined ? [] : [edit]
  })
  const lines = [...code.matchAll(/\/\/\s*=>/g)].map((match) => match.index)
  const stray = lines.filter(
    (index) => !edits.some(({ start, end }) => index >= start && index < end)
  )
  const body = edits.reduceRight(
    (text, { start, end, text: inserted }) => text.slice(0, start) + inserted + text.slice(end),
    code
  )
  return {
    text: `${body}\nimport { ${assertion} } from ${JSON.stringify(assertionFile)}\n`,
    assertionCount: edits.length,
    strayLines: stray.map((index) => syntax.getLineAndCharacterOfPosition(index).line + 1)
  }
}

/** Puts the assertion around an expression, or behind a declaration, in place of the comment. */
const editOf = (statement: ts.Statement, code: string): Edit | undefined => {
  const match = arrow.exec(code.slice(statement.end))
  if (match === null) return undefined
  const [comment, lineBreak = "", rest = ""] = match
  const literal = rest.trim()
  const end = statement.end + comment.length
  const expected = `${lineBreak}(${literal}), ${JSON.stringify(literal)});`
  if (ts.isExpressionStatement(statement)) {
    const actual = statement.expression.getText()
    return { start: statement.getStart(), end, text: `${assertion}((${actual}), ${expected}` }
  }
  const name = declaredName(statement)
  return name === undefined
    ? undefined
    : { start: statement.end, end, text: `; ${assertion}(${name}, ${expected}` }
}

const declaredName = (statement: ts.Statement): string | undefined => {
  if (!ts.isVariableStatement(statement)) return undefined
  const [declaration, ...more] = statement.declarationList.declarations
  return declaration !== undefined && more.length === 0 && ts.isIdentifier(declaration.name)
    ? declaration.name.text
    : undefined
}

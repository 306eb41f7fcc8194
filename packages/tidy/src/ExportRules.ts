/**
 * What a package shows: `index.ts` only re-exports, every file opens with a module comment, and every
 * export says what it is, in which category and since when.
 */
import ts from "typescript"
import type { Problem } from "./Problem.ts"
import * as Workspace from "./Workspace.ts"

/** `index.ts` re-exports files of its own package, each under the name of its file. */
export const indexOnlyReexports = (workspace: Workspace.Workspace): ReadonlyArray<Problem> =>
  inSources(workspace, (source) => {
    if (!source.path.endsWith("/src/index.ts")) return []
    return source.syntax.statements.flatMap((statement) => {
      const message = reexportProblem(statement)
      return message === undefined ? [] : [at(source, statement, message)]
    })
  })

/** Every source file opens with a comment that tells its idea. */
export const moduleComments = (workspace: Workspace.Workspace): ReadonlyArray<Problem> =>
  inSources(workspace, (source) => {
    const opening = /^(?:#!.*\n)?\/\*\*([\s\S]*?)\*\//.exec(source.text)?.[1] ?? ""
    return /[a-z]/i.test(opening)
      ? []
      : [{ path: source.path, line: 1, message: "does not open with a module comment" }]
  })

/** Every export of a source file has a docstring with a sentence, a category and a version. */
export const docstrings = (workspace: Workspace.Workspace): ReadonlyArray<Problem> =>
  inSources(workspace, (source) => {
    if (/\/src\/(index\.ts$|internal\/|.*\/internal\/)/.test(source.path)) return []
    const documented = new Set<string>()
    const problems = new Map<string, Problem>()
    for (const statement of source.syntax.statements) {
      if (!isExported(statement)) continue
      const missing = missingIn(statement)
      for (const name of namesOf(statement)) {
        if (missing.length === 0) documented.add(name)
        else {
          const message = `${name} is exported without ${missing.join(", ")}`
          problems.set(name, at(source, statement, message))
        }
      }
    }
    return [...problems].flatMap(([name, problem]) => (documented.has(name) ? [] : [problem]))
  })

const inSources = (
  workspace: Workspace.Workspace,
  rule: (source: Workspace.Source) => ReadonlyArray<Problem>
): ReadonlyArray<Problem> => workspace.packages.flatMap(({ src }) => src).flatMap(rule)

const at = (source: Workspace.Source, node: ts.Node, message: string): Problem => ({
  path: source.path,
  line: Workspace.lineOf(source, node),
  message
})

const reexportProblem = (statement: ts.Statement): string | undefined => {
  if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined) {
    return "does more than re-export"
  }
  const specifier = ts.isStringLiteral(statement.moduleSpecifier)
    ? statement.moduleSpecifier.text
    : ""
  if (!specifier.startsWith("./")) return `re-exports ${specifier}, which is not its own`
  if (specifier.includes("internal/")) return `re-exports ${specifier}, which is internal`
  const clause = statement.exportClause
  if (clause === undefined || !ts.isNamespaceExport(clause)) return undefined
  const file = specifier.replace(/^.*\//, "").replace(/\.ts$/, "")
  return clause.name.text === file ? undefined : `exports ${file} as ${clause.name.text}`
}

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

const namesOf = (statement: ts.Statement): ReadonlyArray<string> => {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText())
  }
  const name = ts.isDeclarationStatement(statement) ? statement.name : undefined
  return [name === undefined ? "an export" : name.getText()]
}

const missingIn = (statement: ts.Statement): ReadonlyArray<string> => {
  const comment = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc).at(-1)
  if (comment === undefined) return ["a docstring"]
  const tags = (comment.tags ?? []).map(({ tagName }) => tagName.text)
  const sentence = ts.getTextOfJSDocComment(comment.comment) ?? ""
  return [
    ...(sentence.trim() === "" ? ["a first sentence"] : []),
    ...["category", "since"].filter((tag) => !tags.includes(tag)).map((tag) => `@${tag}`)
  ]
}

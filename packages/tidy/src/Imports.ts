/**
 * The imports of a source file, read from its syntax tree: import and export declarations, dynamic
 * `import()` and `import("...")` types. What a specifier means (own file, own package, other
 * package, Node, third party) is decided here once for all checks.
 */
import { dirname, join } from "node:path/posix"
import ts from "typescript"
import * as Workspace from "./Workspace.ts"

/** One import: `names` are the imported names, or `*` for everything; type imports are erased. */
export interface Import {
  readonly specifier: string
  readonly isErased: boolean
  readonly line: number
  readonly names: ReadonlyArray<string>
}

/** What a specifier points to. `name` is a package name, `subpath` what follows it ("" if none). */
export type Target =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "node" }
  | { readonly kind: "package"; readonly name: string; readonly subpath: string }

/** All imports of a source, in order. */
export const importsOf = (source: Workspace.Source): ReadonlyArray<Import> => {
  const found: Array<Import> = []
  Workspace.walk(source, (node) => {
    const specifier = specifierOf(node)
    if (specifier === undefined) return
    found.push({
      specifier,
      isErased: isErased(node),
      line: Workspace.lineOf(source, node),
      names: namesOf(node)
    })
  })
  return found
}

/** What an import of `source` points to; paths are from the root of the repository. */
export const targetOf = (source: Workspace.Source, specifier: string): Target => {
  if (specifier.startsWith(".")) {
    return { kind: "file", path: join(dirname(source.path), specifier) }
  }
  if (specifier.startsWith("node:")) return { kind: "node" }
  const parts = specifier.split("/")
  const nameLength = specifier.startsWith("@") ? 2 : 1
  return {
    kind: "package",
    name: parts.slice(0, nameLength).join("/"),
    subpath: parts.slice(nameLength).join("/")
  }
}

const specifierOf = (node: ts.Node): string | undefined => {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return textOf(node.moduleSpecifier)
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return textOf(node.argument.literal)
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return textOf(node.arguments[0])
  }
  return undefined
}

const isErased = (node: ts.Node): boolean =>
  ts.isImportTypeNode(node) ||
  (ts.isExportDeclaration(node) && node.isTypeOnly) ||
  (ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)

const textOf = (node: ts.Node | undefined): string | undefined =>
  node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined

const namesOf = (node: ts.Node): ReadonlyArray<string> => {
  if (ts.isImportDeclaration(node)) {
    const clause = node.importClause
    if (clause === undefined) return []
    const bindings = clause.namedBindings
    const named =
      bindings === undefined
        ? []
        : ts.isNamespaceImport(bindings)
          ? ["*"]
          : bindings.elements.map((element) => (element.propertyName ?? element.name).text)
    return clause.name === undefined ? named : ["default", ...named]
  }
  if (ts.isExportDeclaration(node) && node.exportClause !== undefined) {
    return ts.isNamedExports(node.exportClause)
      ? node.exportClause.elements.map((element) => (element.propertyName ?? element.name).text)
      : ["*"]
  }
  return ["*"]
}

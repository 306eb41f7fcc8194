/**
 * What may not be written where: clocks and chance in the rules, transcendental functions of `Math`
 * (engines differ in their last bit) in anything a simulation calls, exceptions as control flow.
 */
import ts from "typescript"
import type { Problem } from "./Problem.ts"
import * as Workspace from "./Workspace.ts"

type Finding = (node: ts.Node) => string | undefined

const edges: ReadonlyArray<string> = ["adapter", "face"]
const pure: ReadonlyArray<string> = ["core", "lab"]

/** Members of `Math` with one exact answer on every engine. */
const exactMath: ReadonlyArray<string> = [
  "abs",
  "ceil",
  "clz32",
  "E",
  "floor",
  "fround",
  "imul",
  "LN10",
  "LN2",
  "LOG10E",
  "LOG2E",
  "max",
  "min",
  "PI",
  "round",
  "sign",
  "sqrt",
  "SQRT1_2",
  "SQRT2",
  "trunc"
]

/** Globals that reach the machine: its clock, chance, network, screen. */
const machineGlobals: ReadonlyArray<string> = [
  "Date",
  "performance",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "process",
  "console",
  "fetch",
  "crypto",
  "globalThis"
]

/** `core` has no clock, chance, input or output; nor has `lab`. */
export const machine = (workspace: Workspace.Workspace): ReadonlyArray<Problem> =>
  inLayers(workspace, pure, (source) => {
    const own = ownNames(source)
    return (node) =>
      ts.isIdentifier(node) &&
      machineGlobals.includes(node.text) &&
      isReference(node) &&
      !own.has(node.text)
        ? `uses ${node.text}`
        : undefined
  })

/** `core` answers at once: no promises, no `async`, no `await`. */
export const promises = (workspace: Workspace.Workspace): ReadonlyArray<Problem> =>
  inLayers(workspace, ["core"], () => (node) => {
    if (node.kind === ts.SyntaxKind.AsyncKeyword) return "is async"
    if (ts.isAwaitExpression(node)) return "awaits"
    if (!ts.isIdentifier(node) || !isReference(node)) return undefined
    return node.text === "Promise" || node.text === "PromiseLike" ? `uses ${node.text}` : undefined
  })

/** Where bytes must repeat on every engine, `Math` only does what has one exact answer. */
export const exactNumbers = (workspace: Workspace.Workspace): ReadonlyArray<Problem> =>
  inLayers(workspace, pure, () => (node) => {
    if (isPower(node)) return "uses the power operator"
    if (!ts.isIdentifier(node) || node.text !== "Math" || !isReference(node)) return undefined
    const parent = node.parent
    if (!ts.isPropertyAccessExpression(parent)) return "uses Math as a value"
    return exactMath.includes(parent.name.text) ? undefined : `uses Math.${parent.name.text}`
  })

/** No clock, chance or caught exception outside `adapter` and `face`. */
export const outsideEdges = (workspace: Workspace.Workspace): ReadonlyArray<Problem> =>
  inLayers(
    workspace,
    workspace.packages.map(({ layer }) => layer).filter((layer) => !edges.includes(layer)),
    () => (node) => {
      if (ts.isCatchClause(node)) return "tries and catches"
      if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) {
        return undefined
      }
      const call = `${node.expression.text}.${node.name.text}`
      return call === "Date.now" || call === "Math.random" ? `uses ${call}` : undefined
    }
  )

/** Nothing of ours is a default export: a name says what it is. */
export const namedExports = (workspace: Workspace.Workspace): ReadonlyArray<Problem> =>
  inLayers(
    workspace,
    workspace.packages.map(({ layer }) => layer),
    () => (node) => {
      const isDefault =
        (ts.isExportAssignment(node) && node.isExportEquals !== true) ||
        (node.kind === ts.SyntaxKind.DefaultKeyword && ts.canHaveModifiers(node.parent))
      return isDefault ? "exports by default" : undefined
    }
  )

const inLayers = (
  workspace: Workspace.Workspace,
  layers: ReadonlyArray<string>,
  rule: (source: Workspace.Source) => Finding
): ReadonlyArray<Problem> =>
  workspace.packages
    .filter(({ layer }) => layers.includes(layer))
    .flatMap(({ src }) => src)
    .flatMap((source) => {
      const finding = rule(source)
      const problems: Array<Problem> = []
      Workspace.walk(source, (node) => {
        const message = finding(node)
        if (message === undefined) return
        problems.push({ path: source.path, line: Workspace.lineOf(source, node), message })
      })
      return problems
    })

/** Whether an identifier refers to something, and is not merely a name of a member or property. */
const isReference = (node: ts.Identifier): boolean => {
  const parent = node.parent
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isQualifiedName(parent)) return parent.left === node
  if (ts.isBindingElement(parent)) return parent.initializer === node
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return false
  const isNamed =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isVariableDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isTypeAliasDeclaration(parent) ||
    ts.isInterfaceDeclaration(parent)
  return !isNamed || parent.name !== node
}

/** Names that the file itself declares or imports: they hide the global of the same name. */
const ownNames = (source: Workspace.Source): ReadonlySet<string> => {
  const names = new Set<string>()
  Workspace.walk(source, (node) => {
    const isDeclaration =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node) ||
      ts.isNamespaceImport(node)
    if (isDeclaration && node.name !== undefined && ts.isIdentifier(node.name)) {
      names.add(node.name.text)
    }
  })
  return names
}

/** A power of numbers; a power of bigints is exact. */
const isPower = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) &&
  (node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken ||
    node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken) &&
  !ts.isBigIntLiteral(node.left) &&
  !ts.isBigIntLiteral(node.right)

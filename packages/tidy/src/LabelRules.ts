/**
 * Words for people come in English and Chinese: whatever says `en` also says `zh`.
 */
import ts from "typescript"
import type { Problem } from "./Problem.ts"
import * as Workspace from "./Workspace.ts"

/** Every object or type with the property `en` has `zh`, and the other way round; one is empty only if both are. */
export const bothLanguages = (workspace: Workspace.Workspace): ReadonlyArray<Problem> =>
  workspace.packages
    .flatMap(({ src }) => src)
    .flatMap((source) => {
      const problems: Array<Problem> = []
      Workspace.walk(source, (node) => {
        const message = missingWord(node)
        if (message === undefined) return
        problems.push({ path: source.path, line: Workspace.lineOf(source, node), message })
      })
      return problems
    })

const missingWord = (node: ts.Node): string | undefined => {
  const members = membersOf(node)
  const english = members.find(({ name }) => name?.getText() === "en")
  const chinese = members.find(({ name }) => name?.getText() === "zh")
  if (english === undefined && chinese === undefined) return undefined
  if (chinese === undefined) return "says en and not zh"
  if (english === undefined) return "says zh and not en"
  return isEmptyText(english) === isEmptyText(chinese)
    ? undefined
    : "has a word in one language and an empty text in the other"
}

const membersOf = (node: ts.Node): ReadonlyArray<ts.ObjectLiteralElementLike | ts.TypeElement> => {
  if (ts.isObjectLiteralExpression(node)) return node.properties
  return ts.isTypeLiteralNode(node) || ts.isInterfaceDeclaration(node) ? node.members : []
}

const isEmptyText = (member: ts.Node): boolean =>
  ts.isPropertyAssignment(member) &&
  ts.isStringLiteralLike(member.initializer) &&
  member.initializer.text.trim() === ""

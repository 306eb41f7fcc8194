/**
 * Tests all run: none is left alone, skipped, or marked as failing. A test that needs a program the
 * machine may lack uses `skipIf`, and says so.
 */
import ts from "typescript"
import type { Problem } from "./Problem.ts"
import * as Workspace from "./Workspace.ts"

const makers: ReadonlyArray<string> = ["it", "test", "describe", "suite", "bench"]
const marks: ReadonlyArray<string> = ["only", "skip", "todo", "fails"]

/** No test is marked `.only`, `.skip`, `.todo` or `.fails`. */
export const allRun = (workspace: Workspace.Workspace): ReadonlyArray<Problem> =>
  [...workspace.files]
    .filter(([path]) => /\.(test|properties|model)\.ts$/.test(path))
    .flatMap(([path, text]) => {
      const source = Workspace.parse(path, text)
      const problems: Array<Problem> = []
      Workspace.walk(source, (node) => {
        if (!ts.isPropertyAccessExpression(node) || !marks.includes(node.name.text)) return
        if (!makers.includes(rootName(node.expression))) return
        const line = Workspace.lineOf(source, node)
        problems.push({ path, line, message: `is marked .${node.name.text}` })
      })
      return problems
    })

const rootName = (node: ts.Expression): string => {
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) {
    return rootName(node.expression)
  }
  return ts.isIdentifier(node) ? node.text : ""
}

/**
 * Names and sizes: a file is named after its noun, no file is a drawer for leftovers, files and
 * functions stay small enough to read.
 */
import { basename } from "node:path/posix"
import ts from "typescript"
import type { Problem } from "./Problem.ts"
import * as Workspace from "./Workspace.ts"

/** Names that say nothing: if a function has no home, its noun is missing. */
export const forbiddenNames: ReadonlyArray<string> = [
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "shared",
  "misc",
  "types",
  "constants",
  "manager"
]

/** Most lines of a source file. */
export const fileLinesMax = 300

/** Most lines of a function, its docstring not counted. */
export const functionLinesMax = 60

const ourFolders = ["packages/", "examples/", "docs/", "bench/", "scripts/"]

/** No file or folder of ours has a name that says nothing. */
export const saying = (workspace: Workspace.Workspace): ReadonlyArray<Problem> =>
  [...workspace.files.keys()]
    .filter((path) => ourFolders.some((folder) => path.startsWith(folder)))
    .flatMap((path) => {
      const bad = path
        .split("/")
        .map((part) => part.replace(/\..*$/, "").toLowerCase())
        .filter((part) => forbiddenNames.includes(part))
      return bad.map((name) => ({ path, line: 0, message: `"${name}" says nothing as a name` }))
    })

/** Sources are `Noun.ts`, `internal/camelCase.ts`, `commands/verb.ts`, or start a program. */
export const nouns = (workspace: Workspace.Workspace): ReadonlyArray<Problem> =>
  allSources(workspace)
    .filter(({ path }) => !isWellNamed(path))
    .map(({ path }) => ({ path, line: 0, message: "is not named after its noun in PascalCase" }))

/** No source file is longer than {@link fileLinesMax} lines. */
export const fileSizes = (workspace: Workspace.Workspace): ReadonlyArray<Problem> =>
  allSources(workspace).flatMap(({ path, text }) => {
    const count = text.trimEnd().split("\n").length
    return count <= fileLinesMax
      ? []
      : [{ path, line: 0, message: `has ${count} lines, more than ${fileLinesMax}` }]
  })

/** No function is longer than {@link functionLinesMax} lines. */
export const functionSizes = (workspace: Workspace.Workspace): ReadonlyArray<Problem> =>
  allSources(workspace).flatMap((source) => {
    const problems: Array<Problem> = []
    Workspace.walk(source, (node) => {
      if (!ts.isFunctionLike(node) || !("body" in node) || node.body === undefined) return
      const line = Workspace.lineOf(source, node)
      const end = source.syntax.getLineAndCharacterOfPosition(node.getEnd()).line + 1
      const count = end - line + 1
      if (count > functionLinesMax) {
        const message = `starts a function of ${count} lines, more than ${functionLinesMax}`
        problems.push({ path: source.path, line, message })
      }
    })
    return problems
  })

const allSources = (workspace: Workspace.Workspace): ReadonlyArray<Workspace.Source> =>
  workspace.packages.flatMap(({ src }) => src)

const isWellNamed = (path: string): boolean => {
  const name = basename(path, ".ts")
  if (/\/src\/(index|main|worker)\.ts$/.test(path)) return true
  const isNoun = /^[A-Z][A-Za-z0-9]*$/.test(name)
  const isVerb = /^[a-z][A-Za-z0-9]*$/.test(name)
  return /\/(internal|commands)\//.test(path) ? isVerb || isNoun : isNoun
}

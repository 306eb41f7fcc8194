/**
 * Texts of any kind: no path of somebody's machine, no link to a page that is not there.
 */
import { dirname, join } from "node:path/posix"
import type { Problem } from "./Problem.ts"
import type { Workspace } from "./Workspace.ts"

/** An absolute path that only exists on the machine of whoever wrote it. */
const machinePath = /(?<![\w.~$})@-])\/(?:work|home|root|Users)\/[\w.]/

/** No file names a place on its writer's machine. */
export const noMachinePaths = (workspace: Workspace): ReadonlyArray<Problem> =>
  [...workspace.files].flatMap(([path, text]) =>
    text.split("\n").flatMap((line, index) => {
      const match = machinePath.exec(line)
      if (match === null) return []
      const quoted = line.slice(match.index, match.index + 30)
      return [{ path, line: index + 1, message: `names a place on one machine: ${quoted}` }]
    })
  )

/** Every relative link of a Markdown page leads to a file or folder of the repository. */
export const links = (workspace: Workspace): ReadonlyArray<Problem> => {
  const paths = [...workspace.files.keys()]
  const folders = new Set(paths.flatMap(foldersOf))
  return paths
    .filter((path) => path.endsWith(".md"))
    .flatMap((path) => {
      const text = withoutCode(workspace.files.get(path) ?? "")
      return text.split("\n").flatMap((line, index) =>
        [...line.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)].flatMap((match) => {
          const link = match[1] ?? ""
          if (/^(?:[a-z]+:|#)/i.test(link)) return []
          const target = join(dirname(path), decodeURI(link.replace(/[#?].*$/, "")))
          const isThere = workspace.files.has(target) || folders.has(target.replace(/\/$/, ""))
          return isThere ? [] : [{ path, line: index + 1, message: `links to ${link}: not there` }]
        })
      )
    })
}

const foldersOf = (path: string): ReadonlyArray<string> => {
  const parts = path.split("/").slice(0, -1)
  return [".", ...parts.map((_, index) => parts.slice(0, index + 1).join("/"))]
}

/** The text with fenced and inline code blanked, lines kept. */
const withoutCode = (text: string): string =>
  text
    .replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, (block) => block.replace(/[^\n]/g, " "))
    .replace(/`[^`\n]*`/g, "")

/**
 * The `ts` fences of the documentation: in Markdown pages and in the docstrings of sources. Each is
 * a small program of its own that names packages as their users do.
 */
import ts from "typescript"
import type { Problem } from "./Problem.ts"
import * as Workspace from "./Workspace.ts"

/** One fence: `line` is that of its first line of code; a fence marked `no-run` is only checked. */
export interface DocFence {
  readonly path: string
  readonly line: number
  readonly code: string
  readonly isRun: boolean
}

/** A fence of any language, as Markdown has it. */
interface Block {
  readonly line: number
  readonly info: string
  readonly code: string
}

const pages =
  /^(README(\.[A-Za-z-]+)?\.md|docs\/.*\.md|packages\/([^/]+\/)?[^/]+\/README\.md|examples\/[^/]+\/README\.md)$/
const sources = /^packages\/[^/]+\/[^/]+\/src\/.*\.ts$/
const nearMisses: ReadonlyArray<string> = ["typescript", "mts", "tsx", "js", "javascript", "mjs"]

/** All fences of the documentation. */
export const all = (workspace: Workspace.Workspace): ReadonlyArray<DocFence> =>
  blocksOf(workspace).flatMap(([path, block]) => {
    const [language, ...marks] = block.info.split(/\s+/)
    if (language !== "ts") return []
    return [{ path, line: block.line, code: block.code, isRun: !marks.includes("no-run") }]
  })

/** Fences that would escape the check: program code under another name, or an unknown mark. */
export const strays = (workspace: Workspace.Workspace): ReadonlyArray<Problem> =>
  blocksOf(workspace).flatMap(([path, { line, info }]) => {
    const [language = "", ...marks] = info.split(/\s+/)
    if (nearMisses.includes(language)) {
      return [{ path, line, message: `opens a fence with ${language}: write ts` }]
    }
    const unknown = language === "ts" ? marks.filter((mark) => mark !== "no-run") : []
    return unknown.map((mark) => ({ path, line, message: `marks a fence ${mark}: only no-run` }))
  })

const blocksOf = (
  workspace: Workspace.Workspace
): ReadonlyArray<readonly [path: string, block: Block]> =>
  [...workspace.files].flatMap(([path, text]) => {
    const blocks = pages.test(path)
      ? inMarkdown(text, 1)
      : sources.test(path)
        ? inDocstrings(Workspace.parse(path, text))
        : []
    return blocks.map((block) => [path, block] as const)
  })

/** The fences of a Markdown text whose first line is `firstLine` of its file. */
export const inMarkdown = (text: string, firstLine: number): ReadonlyArray<Block> => {
  const blocks: Array<Block> = []
  const lines = text.split("\n")
  let at = 0
  while (at < lines.length) {
    const opening = /^(\s*(?:>\s?)?)(`{3,}|~{3,})\s*([^`]*)$/.exec(lines[at] ?? "")
    at += 1
    if (opening === null) continue
    const [, indent = "", marker = "", info = ""] = opening
    const start = at
    while (at < lines.length && !(lines[at] ?? "").trimStart().startsWith(marker)) at += 1
    const body = lines.slice(start, at).map((line) => withoutIndent(line, indent.length))
    blocks.push({ line: firstLine + start, info: info.trim(), code: body.join("\n") })
    at += 1
  }
  return blocks
}

/** The fences in the block comments of a source. */
export const inDocstrings = (source: Workspace.Source): ReadonlyArray<Block> => {
  const starts = new Map<number, ts.CommentRange>()
  Workspace.walk(source, (node) => {
    for (const range of ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? []) {
      starts.set(range.pos, range)
    }
  })
  return [...starts.values()].flatMap(({ pos, end }) => {
    const comment = source.text.slice(pos, end)
    if (!comment.startsWith("/**")) return []
    const line = source.syntax.getLineAndCharacterOfPosition(pos).line + 1
    const text = comment
      .replace(/\*\/$/, "")
      .split("\n")
      .map((one) => one.replace(/^\s*\/?\*+ ?/, ""))
      .join("\n")
    return inMarkdown(text, line)
  })
}

const withoutIndent = (line: string, width: number): string =>
  line.slice(0, width).trim() === "" || line.startsWith(">") ? line.slice(width) : line

/**
 * Codes for the nodes of a tree. `GridCode.assign` is its public face.
 */
import { Id } from "@wangge/facts"
import * as CodeProblem from "../CodeProblem.ts"
import { indexById } from "../GridTree.ts"
import { following, largestUsed, numberMax, partNumber, partText, roomOf } from "./codeNumbering.ts"
import { parseAt } from "./codeReading.ts"
import { type Code, type CodeScheme, partAt, startOf, zeroOf } from "./codeShape.ts"
import { parentOf } from "./codeWalking.ts"
import type { GridTree } from "./treeShape.ts"

/**
 * What numbering a tree needs: the root's code, the codes already known by node id, codes that
 * were given once and must not come again, and the scheme (default: that of `GridCode`).
 *
 * @category grid codes
 * @since 0.1.0
 */
export interface AssignOptions {
  readonly rootCode: string
  readonly known?: ReadonlyMap<string, string>
  readonly retired?: Iterable<Code>
  readonly scheme?: CodeScheme
}

/**
 * One code per node in tree order (empty below the scheme's last level) and, one row per node as
 * well, 1 where the caller gave the code and 0 where it was numbered; or every reason why not.
 *
 * @category grid codes
 * @since 0.1.0
 */
export type Assigned =
  | {
      readonly ok: true
      readonly codes: ReadonlyArray<Code | "">
      readonly isGiven: Uint8Array
    }
  | { readonly ok: false; readonly problems: ReadonlyArray<CodeProblem.CodeProblem> }

/** Codes for all nodes of a tree; see `GridCode.assign`. */
export const numbered = (scheme: CodeScheme, tree: GridTree, options: AssignOptions): Assigned => {
  const problems: Array<CodeProblem.CodeProblem> = []
  const schemeLevels = matchLevels(scheme, tree, problems)
  if (problems.length > 0) return { ok: false, problems }
  const given = readGiven(scheme, tree, schemeLevels, options, problems)
  if (problems.length > 0) return { ok: false, problems }
  const taken = takenNumbers(scheme, [...given.values(), ...(options.retired ?? [])])
  const codes: Array<Code | ""> = new Array(tree.ids.length).fill("")
  const isGiven = new Uint8Array(tree.ids.length)
  for (const [node, code] of given) {
    codes[node] = code
    isGiven[node] = 1
  }
  const coded = schemeLevels.filter((level) => level >= 0).length
  const parentCount = tree.firstOfLevel[coded - 1]!
  for (let parent = 0; parent < parentCount; parent++) {
    const problem = numberChildren(scheme, { tree, schemeLevels, taken, codes }, parent)
    if (problem !== undefined) problems.push(problem)
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, codes, isGiven }
}

/** The scheme's level of each level of the tree; −1 below the scheme's last one. */
const matchLevels = (
  scheme: CodeScheme,
  tree: GridTree,
  problems: Array<CodeProblem.CodeProblem>
): ReadonlyArray<number> => {
  const ids = scheme.levels.map((level) => level.id)
  let next = ids.indexOf(tree.levels[0]!.role)
  return tree.levels.map((level, index) => {
    while (index > 0 && next < ids.length && ids[next] !== level.role) {
      if (!scheme.levels[next]!.isSkippable) break
      next += 1
    }
    const at = next
    if (at >= ids.length) return -1
    if (ids[at] !== level.role) {
      const expected = ids[at] ?? ids.join(", ")
      problems.push(
        CodeProblem.make("MissingCodeLevel", `levels/${level.id}`, level.role, expected)
      )
      return -1
    }
    next = at + 1
    return at
  })
}

/** The root's code and the known ones by node number, each checked on its own and as siblings. */
const readGiven = (
  scheme: CodeScheme,
  tree: GridTree,
  schemeLevels: ReadonlyArray<number>,
  options: AssignOptions,
  problems: Array<CodeProblem.CodeProblem>
): ReadonlyMap<number, Code> => {
  const known = options.known ?? new Map<string, string>()
  const given = new Map<number, Code>()
  const nodeOf = known.size > 0 ? indexById(tree) : new Map<string, number>()
  const held = new Set<Code>()
  const enter = (node: number, text: string): void => {
    const { id, role } = tree.levels[tree.levelOf[node]!]!
    const level = schemeLevels[tree.levelOf[node]!]!
    if (level < 0) {
      const last = scheme.levels.at(-1)!.id
      problems.push(CodeProblem.make("MissingCodeLevel", `levels/${id}`, role, last))
      return
    }
    const parsed = parseAt(scheme, text, level)
    if (!parsed.ok) problems.push(...parsed.problems)
    else if (given.get(node) === parsed.code) return
    else if (given.has(node)) {
      problems.push(CodeProblem.make("DuplicateCode", tree.ids[node]!, 2, 1))
    } else if (held.has(parsed.code)) {
      problems.push(CodeProblem.make("DuplicateCode", parsed.code, 2, 1))
    } else {
      held.add(parsed.code)
      given.set(node, parsed.code)
    }
  }
  enter(0, options.rootCode)
  for (const [id, text] of known) {
    const node = nodeOf.get(id)
    if (node !== undefined) enter(node, text)
    else problems.push(CodeProblem.make("UnknownNodeId", `known/${id}`, id, "GridTree.ids"))
  }
  return given
}

/** The numbers that codes take, by the text before the number, at every level they pass. */
const takenNumbers = (
  scheme: CodeScheme,
  codes: ReadonlyArray<Code>
): ReadonlyMap<string, Set<number>> => {
  const taken = new Map<string, Set<number>>()
  for (const code of codes) {
    for (const [index, level] of scheme.levels.entries()) {
      if (scheme.lengths[index]! > code.length) break
      const above = code.slice(0, startOf(scheme, index))
      const number = partNumber(level, partAt(scheme, code, index))
      const numbers = taken.get(above) ?? new Set<number>()
      if (number > 0) numbers.add(number)
      taken.set(above, numbers)
    }
  }
  return taken
}

/** What numbering one parent's children reads, and the codes that it fills in. */
interface Work {
  readonly tree: GridTree
  readonly schemeLevels: ReadonlyArray<number>
  readonly taken: ReadonlyMap<string, ReadonlySet<number>>
  readonly codes: Array<Code | "">
}

const none: ReadonlySet<number> = new Set()

const numberChildren = (
  scheme: CodeScheme,
  work: Work,
  parent: number
): CodeProblem.CodeProblem | undefined => {
  const { tree, codes } = work
  const from = tree.firstChildOf[parent]!
  const until = tree.firstChildOf[parent + 1]!
  const above = codes[parent]!
  if (from === until || above === "") return undefined
  const index = work.schemeLevels[tree.levelOf[from]!]!
  const level = scheme.levels[index]!
  let prefix: string = above
  for (let skipped = work.schemeLevels[tree.levelOf[parent]!]! + 1; skipped < index; skipped++) {
    prefix += zeroOf(scheme.levels[skipped]!)
  }
  const numbers = { from: 1, until: numberMax(level), used: work.taken.get(prefix) ?? none }
  let unnumbered = 0
  for (let child = from; child < until; child++) {
    const own = codes[child]!
    if (own === "") unnumbered += 1
    else if (!own.startsWith(prefix)) {
      return CodeProblem.make("WrongParentCode", own, above, parentOf(scheme, own) || "-")
    }
  }
  const room = roomOf(level, numbers)
  if (unnumbered > room) {
    return CodeProblem.make("TooManyChildren", tree.ids[parent]!, unnumbered, room)
  }
  let number = largestUsed(numbers)
  for (let child = from; child < until; child++) {
    if (codes[child] !== "") continue
    number = following(level, numbers, number)
    codes[child] = Id.make(prefix + partText(level, number))
  }
  return undefined
}

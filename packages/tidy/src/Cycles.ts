/**
 * Cycles among files and among packages. Between packages every import counts. Between the files of
 * one package a type import does not: it is erased, and an internal file may name the type that the
 * noun's own file declares.
 */
import * as Imports from "./Imports.ts"
import type { Problem } from "./Problem.ts"
import type { Source, Workspace } from "./Workspace.ts"

type Graph = ReadonlyMap<string, ReadonlyArray<string>>

/** No two files of a package import each other, directly or around. */
export const betweenFiles = (workspace: Workspace): ReadonlyArray<Problem> =>
  workspace.packages.flatMap((owner) =>
    cycles(new Map(owner.src.map((source) => [source.path, filesImported(source)])))
  )

/** No two packages need each other, by import or by manifest. */
export const betweenPackages = (workspace: Workspace): ReadonlyArray<Problem> => {
  const graph = workspace.packages.map((owner): [string, ReadonlyArray<string>] => {
    const { dependencies = {}, peerDependencies = {}, devDependencies = {} } = owner.manifest
    const declared = Object.keys({ ...dependencies, ...peerDependencies, ...devDependencies })
    return [owner.manifest.name, [...declared, ...owner.src.flatMap(packagesImported)]]
  })
  return cycles(new Map(graph))
}

const filesImported = (source: Source): ReadonlyArray<string> =>
  Imports.importsOf(source).flatMap(({ specifier, isErased }) => {
    const target = Imports.targetOf(source, specifier)
    return target.kind === "file" && !isErased ? [target.path] : []
  })

const packagesImported = (source: Source): ReadonlyArray<string> =>
  Imports.importsOf(source).flatMap(({ specifier }) => {
    const target = Imports.targetOf(source, specifier)
    return target.kind === "package" ? [target.name] : []
  })

/** One problem per edge that closes a cycle in a depth-first walk; it names the whole round. */
const cycles = (graph: Graph): ReadonlyArray<Problem> => {
  const problems: Array<Problem> = []
  const done = new Set<string>()
  const visit = (node: string, trail: ReadonlyArray<string>): void => {
    for (const next of graph.get(node) ?? []) {
      const at = trail.indexOf(next)
      if (at >= 0) {
        const round = [...trail.slice(at), next].join(" -> ")
        problems.push({ path: next, line: 0, message: `is part of a cycle: ${round}` })
      } else if (!done.has(next) && graph.has(next)) visit(next, [...trail, next])
    }
    done.add(node)
  }
  for (const node of graph.keys()) if (!done.has(node)) visit(node, [node])
  return problems
}

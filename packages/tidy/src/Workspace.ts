/**
 * The repository as the checks see it: a map from paths to texts, and the packages found in it.
 * `read` takes the files that git knows or would add; `of` takes them from memory, so that each
 * check can be tried on a small bad example.
 */
import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path/posix"
import ts from "typescript"

/** A TypeScript file with its syntax tree. */
export interface Source {
  readonly path: string
  readonly text: string
  readonly syntax: ts.SourceFile
}

/** What the checks read of a package.json. */
export interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly exports?: Readonly<Record<string, unknown>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** One package of a layer: `packages/<layer>/<short>`. */
export interface Package {
  readonly layer: string
  readonly short: string
  readonly folder: string
  readonly manifest: Manifest
  readonly src: ReadonlyArray<Source>
  readonly test: ReadonlyArray<Source>
}

/** All files of the repository and the packages among them, in the order of their folders. */
export interface Workspace {
  readonly files: ReadonlyMap<string, string>
  readonly packages: ReadonlyArray<Package>
  /** TypeScript outside the packages of a layer: examples and benches. */
  readonly programs: ReadonlyArray<Source>
}

/** A workspace from texts by path. */
export const of = (texts: Readonly<Record<string, string>>): Workspace => {
  const files = new Map(Object.entries(texts).sort(([left], [right]) => (left < right ? -1 : 1)))
  const packages = [...files.keys()].flatMap((path) => {
    const match = /^packages\/([^/]+)\/([^/]+)\/package\.json$/.exec(path)
    return match?.[1] === undefined || match[2] === undefined
      ? []
      : [packageAt(files, { folder: dirname(path), layer: match[1], short: match[2] })]
  })
  return { files, packages, programs: sourcesIn(files, /^(examples|bench)\/.*\.ts$/) }
}

/** The workspace at `root`: every file that git tracks or would add; a picture counts as empty text. */
export const read = (root: string): Workspace => {
  const flags = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"]
  const listed = execFileSync("git", flags, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 })
  const texts: Record<string, string> = {}
  for (const path of listed.split("\0")) {
    const text = path === "" ? undefined : readText(join(root, path))
    if (text !== undefined) texts[path] = text
  }
  return of(texts)
}

/** The text of a file, "" for a binary one; nothing for one that was deleted and still is tracked. */
const readText = (path: string): string | undefined => {
  try {
    const bytes = readFileSync(path)
    return bytes.includes(0) ? "" : bytes.toString("utf8")
  } catch {
    return undefined
  }
}

const packageAt = (
  files: ReadonlyMap<string, string>,
  place: { readonly folder: string; readonly layer: string; readonly short: string }
): Package => ({
  ...place,
  manifest: JSON.parse(files.get(`${place.folder}/package.json`) ?? "{}"),
  src: sourcesIn(files, new RegExp(`^${place.folder}/src/.*\\.ts$`)),
  test: sourcesIn(files, new RegExp(`^${place.folder}/test/.*\\.ts$`))
})

const sourcesIn = (files: ReadonlyMap<string, string>, pattern: RegExp): ReadonlyArray<Source> =>
  [...files].flatMap(([path, text]) => (pattern.test(path) ? [parse(path, text)] : []))

/** A TypeScript text with its syntax tree; parents are set. */
export const parse = (path: string, text: string): Source => ({
  path,
  text,
  syntax: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
})

/** The line of a node, from 1. */
export const lineOf = (source: Source, node: ts.Node): number =>
  source.syntax.getLineAndCharacterOfPosition(node.getStart(source.syntax)).line + 1

/** Calls `visit` for every node of a source, parents before children. */
export const walk = (source: Source, visit: (node: ts.Node) => void): void => {
  const step = (node: ts.Node): void => {
    visit(node)
    ts.forEachChild(node, step)
  }
  step(source.syntax)
}

/**
 * What a package declares equals what it uses: dependencies, TypeScript references, README, and the
 * root's list of projects.
 */
import { join } from "node:path/posix"
import ts from "typescript"
import * as Imports from "./Imports.ts"
import type { Problem } from "./Problem.ts"
import type { Package, Source, Workspace } from "./Workspace.ts"

/** Every import is declared, and everything declared is imported. */
export const dependencies = (workspace: Workspace): ReadonlyArray<Problem> =>
  workspace.packages.flatMap((owner) => {
    const { manifest } = owner
    const runtime = Object.keys({
      ...manifest.dependencies,
      ...manifest.peerDependencies,
      ...manifest.optionalDependencies
    })
    const used = namesUsed(owner.src)
    const usedInTests = namesUsed(owner.test)
    const forTests = [...runtime, ...Object.keys(manifest.devDependencies ?? {}), manifest.name]
    const atRoot = rootDevDependencies(workspace)
    return [
      ...used.filter((name) => !runtime.includes(name)).map((name) => `uses ${name} undeclared`),
      ...runtime.filter((name) => !used.includes(name)).map((name) => `declares ${name} unused`),
      ...usedInTests
        .filter((name) => !forTests.includes(name) && !atRoot.includes(name))
        .map((name) => `uses ${name} undeclared in its tests`),
      ...Object.keys(manifest.devDependencies ?? {})
        .filter((name) => !usedInTests.includes(name) && !used.includes(name))
        .map((name) => `declares ${name} unused, for development`)
    ].map((message) => ({ path: `${owner.folder}/package.json`, line: 0, message }))
  })

/** TypeScript references equal the packages of ours that are imported; the root lists all. */
export const references = (workspace: Workspace): ReadonlyArray<Problem> => [
  ...differences(
    "tsconfig.json",
    referencesOf(workspace, "."),
    workspace.packages.map(({ folder }) => folder)
  ),
  ...workspace.packages.flatMap((owner) =>
    differences(
      `${owner.folder}/tsconfig.json`,
      referencesOf(workspace, owner.folder),
      foldersUsed(workspace, owner)
    )
  )
]

/** Each package has the same face: README, sources, tests, manifest, tsconfig. */
export const faces = (workspace: Workspace): ReadonlyArray<Problem> =>
  workspace.packages.flatMap((owner) => {
    const missing = ["README.md", "tsconfig.json", "typedoc.json", "src/index.ts"].filter(
      (file) => !workspace.files.has(`${owner.folder}/${file}`)
    )
    const hasTest = owner.test.some(({ path }) => path.endsWith(".test.ts"))
    return [...missing, ...(hasTest ? [] : ["test/<Noun>.test.ts"])].map((file) => ({
      path: owner.folder,
      line: 0,
      message: `has no ${file}`
    }))
  })

const namesUsed = (sources: ReadonlyArray<Source>): ReadonlyArray<string> => {
  const names = sources.flatMap((source) =>
    Imports.importsOf(source).flatMap(({ specifier }) => {
      const target = Imports.targetOf(source, specifier)
      return target.kind === "package" ? [target.name] : []
    })
  )
  return [...new Set(names)].sort()
}

const rootDevDependencies = (workspace: Workspace): ReadonlyArray<string> =>
  Object.keys(JSON.parse(workspace.files.get("package.json") ?? "{}").devDependencies ?? {})

const foldersUsed = (workspace: Workspace, owner: Package): ReadonlyArray<string> => {
  const used = namesUsed(owner.src)
  return workspace.packages
    .filter(({ manifest }) => used.includes(manifest.name))
    .map(({ folder }) => folder)
}

const referencesOf = (workspace: Workspace, folder: string): ReadonlyArray<string> => {
  const path = join(folder, "tsconfig.json")
  const { config } = ts.parseConfigFileTextToJson(path, workspace.files.get(path) ?? "{}")
  const listed: ReadonlyArray<{ readonly path: string }> = config?.references ?? []
  return listed.map((reference) => join(folder, reference.path))
}

const differences = (
  path: string,
  listed: ReadonlyArray<string>,
  wanted: ReadonlyArray<string>
): ReadonlyArray<Problem> =>
  [
    ...wanted.filter((folder) => !listed.includes(folder)).map((folder) => `lacks ${folder}`),
    ...listed.filter((folder) => !wanted.includes(folder)).map((folder) => `needs no ${folder}`)
  ].map((message) => ({ path, line: 0, message: `references: ${message}` }))

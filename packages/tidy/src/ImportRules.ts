/**
 * Import directions: layers and siblings, no way into another package but its front door, third
 * parties only where they are allowed, `effect` in `core` and `lab` only for schemas.
 */
import * as Imports from "./Imports.ts"
import * as LayerOrder from "./LayerOrder.ts"
import type { Problem } from "./Problem.ts"
import type { Package, Source, Workspace } from "./Workspace.ts"

interface Place {
  readonly workspace: Workspace
  readonly owner: Package
  readonly source: Source
  readonly isTest: boolean
}

/** Every import points left, at another package's front door, or at allowed third-party code. */
export const directions = (workspace: Workspace): ReadonlyArray<Problem> => [
  ...workspace.packages.flatMap((owner) => [
    ...placeProblems(owner),
    ...owner.src.flatMap((source) => sourceProblems({ workspace, owner, source, isTest: false })),
    ...owner.test.flatMap((source) => sourceProblems({ workspace, owner, source, isTest: true }))
  ]),
  ...workspace.programs.flatMap((source) => programProblems(workspace, source))
]

/** In `core` and `lab` each third-party library is imported by one file of a package only. */
export const oneFilePerLibrary = (workspace: Workspace): ReadonlyArray<Problem> =>
  workspace.packages
    .filter(({ layer }) => layer === "core" || layer === "lab")
    .flatMap((owner) => {
      const homes = new Map<string, string>()
      return owner.src.flatMap((source) =>
        Imports.importsOf(source).flatMap(({ specifier, line }) => {
          const target = Imports.targetOf(source, specifier)
          if (target.kind !== "package" || !isPureLibrary(target.name)) return []
          const home = homes.get(target.name) ?? source.path
          homes.set(target.name, home)
          if (home === source.path) return []
          const message = `imports ${target.name}, which already has its one file, ${home}`
          return [{ path: source.path, line, message }]
        })
      )
    })

const placeProblems = (owner: Package): ReadonlyArray<Problem> => {
  const known = LayerOrder.siblings[owner.layer]
  const path = `${owner.folder}/package.json`
  if (known === undefined) {
    return [{ path, line: 0, message: `${owner.layer} is not a layer: see LayerOrder.layers` }]
  }
  if (known[owner.short] === undefined) {
    return [{ path, line: 0, message: `${owner.short} has no place yet in LayerOrder.siblings` }]
  }
  return []
}

const sourceProblems = (place: Place): ReadonlyArray<Problem> =>
  Imports.importsOf(place.source).flatMap((found) =>
    importProblems(place, found).map((message) => ({
      path: place.source.path,
      line: found.line,
      message
    }))
  )

const importProblems = (place: Place, found: Imports.Import): ReadonlyArray<string> => {
  const target = Imports.targetOf(place.source, found.specifier)
  switch (target.kind) {
    case "file":
      return fileProblems(place, target.path)
    case "node":
      return place.isTest || ["adapter", "face"].includes(place.owner.layer)
        ? []
        : [`imports ${found.specifier}; only adapter and face know the machine`]
    case "package": {
      const other = place.workspace.packages.find(({ manifest }) => manifest.name === target.name)
      return other === undefined
        ? thirdPartyProblems(place, found, target.name)
        : [...doorProblems(other, target.subpath), ...directionProblems(place, other)]
    }
  }
}

const fileProblems = ({ owner, isTest }: Place, path: string): ReadonlyArray<string> => {
  const home = isTest ? `${owner.folder}/` : `${owner.folder}/src/`
  if (!path.startsWith(home)) return [`imports ${path}, which is outside ${home}`]
  if (!isTest && path === `${owner.folder}/src/index.ts`) {
    return ["imports its own index.ts: import the file that has the noun"]
  }
  return []
}

const doorProblems = (other: Package, subpath: string): ReadonlyArray<string> => {
  const door = subpath === "" ? "." : `./${subpath}`
  if (door === "." || Object.hasOwn(other.manifest.exports ?? {}, door)) return []
  return [`imports ${other.manifest.name}/${subpath}, which that package does not export`]
}

const directionProblems = (place: Place, other: Package): ReadonlyArray<string> => {
  const { owner, source, isTest } = place
  if (other === owner) {
    return isTest ? [] : ["imports its own package by name: import the file that has the noun"]
  }
  if (LayerOrder.importsNothingOfOurs.includes(`${owner.layer}/${owner.short}`)) {
    return [`imports ${other.manifest.name}, but ${owner.short} imports nothing of ours`]
  }
  const order: ReadonlyArray<string> = LayerOrder.layers
  const distance = order.indexOf(owner.layer) - order.indexOf(other.layer)
  const arrow = `${owner.layer}/${owner.short} -> ${other.layer}/${other.short}`
  if (distance < 0) return [`points right: ${arrow}`]
  if (distance === 0) {
    const allowed = LayerOrder.siblings[owner.layer]?.[owner.short] ?? []
    return allowed.includes(other.short) ? [] : [`is against the order of siblings: ${arrow}`]
  }
  if (owner.layer === "face" && other.layer === "adapter" && !isTest) {
    return LayerOrder.programFiles.includes(source.path)
      ? []
      : [`imports an adapter (${arrow}) but is not a file that starts a program`]
  }
  return []
}

const thirdPartyProblems = (
  { owner, source, isTest }: Place,
  { names, specifier }: Imports.Import,
  name: string
): ReadonlyArray<string> => {
  if (isTest && LayerOrder.testLibraries.includes(name)) return []
  if (owner.layer === "adapter" || owner.layer === "face") return []
  if (name === "effect") {
    if (owner.layer === "runtime") return []
    const modules = LayerOrder.effectModules[`${owner.layer}/${owner.short}`] ?? []
    if (modules.some((module) => specifier === `effect/${module}`)) return []
    const isSchema =
      LayerOrder.schemaModules.some((module) => specifier === `effect/${module}`) ||
      (specifier === "effect" && names.every((name) => LayerOrder.schemaModules.includes(name)))
    if (!source.path.endsWith("Schema.ts")) {
      return ["imports effect; in core and lab only *Schema.ts files may"]
    }
    return isSchema ? [] : [`imports ${names.join(", ")} from ${specifier}; only Schema is allowed`]
  }
  const further = LayerOrder.furtherLibraries[`${owner.layer}/${owner.short}`] ?? []
  if (owner.layer !== "runtime" && (isPureLibrary(name) || further.includes(name))) return []
  return [`imports ${name}, which is not on the list of ${owner.layer} (LayerOrder)`]
}

const isPureLibrary = (name: string): boolean =>
  LayerOrder.pureLibraries.includes(name) ||
  LayerOrder.pureScopes.some((scope) => name.startsWith(scope))

const programProblems = (workspace: Workspace, source: Source): ReadonlyArray<Problem> =>
  Imports.importsOf(source).flatMap(({ specifier, line }) => {
    const target = Imports.targetOf(source, specifier)
    const messages = programMessages(workspace, target)
    return messages.map((message) => ({ path: source.path, line, message }))
  })

const programMessages = (workspace: Workspace, target: Imports.Target): ReadonlyArray<string> => {
  if (target.kind === "file") {
    return target.path.startsWith("packages/")
      ? [`imports ${target.path}: use the package's name, as its users do`]
      : []
  }
  if (target.kind === "node") return []
  const other = workspace.packages.find(({ manifest }) => manifest.name === target.name)
  return other === undefined ? [] : doorProblems(other, target.subpath)
}

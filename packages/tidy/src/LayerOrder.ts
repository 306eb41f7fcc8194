/**
 * Who may import whom, as data: the layers from left to right, the order of siblings inside a
 * layer, and the third-party code that each layer may use. docs/architecture.md tells the reasons.
 */

/** The layers; a package imports from its own layer (siblings below) and from those before it. */
export const layers = ["core", "lab", "runtime", "adapter", "face"] as const

const factsToGrid = ["facts", "calendar", "privacy", "grid"]
const coreButLocalities = [...factsToGrid, "timebank", "evaluation", "cases", "service"]

/**
 * The siblings that a package may import. A package that is not listed is a problem of its own: a
 * new package takes its place here first.
 */
export const siblings: Readonly<Record<string, Readonly<Record<string, ReadonlyArray<string>>>>> = {
  core: {
    facts: [],
    calendar: ["facts"],
    privacy: ["facts"],
    grid: ["facts", "calendar"],
    timebank: ["facts", "calendar"],
    evaluation: ["facts", "calendar", "privacy"],
    cases: factsToGrid,
    service: factsToGrid,
    reactions: coreButLocalities,
    localities: [...coreButLocalities, "reactions"]
  },
  lab: { des: [], experiment: ["des"], simulator: ["des"], stress: ["des", "simulator"] },
  runtime: { governance: [] },
  adapter: { storage: [], workers: [], eventlog: [] },
  face: { report: [], cli: ["report"], api: [] }
}

/** Packages that import nothing of ours, whatever lies left of them. */
export const importsNothingOfOurs: ReadonlyArray<string> = ["lab/des"]

/** The files that start a program: the only ones in `face` that may import `adapter`. */
export const programFiles: ReadonlyArray<string> = ["packages/face/cli/src/main.ts"]

/** Small pure libraries that `core` and `lab` may use, each behind one file of a package. */
export const pureLibraries: ReadonlyArray<string> = [
  "chinese-days",
  "gcoord",
  "flatbush",
  "point-in-polygon-hao",
  "robust-predicates",
  "@noble/hashes"
]

/** Libraries of many small packages that `core` and `lab` may use, named by their scope. */
export const pureScopes: ReadonlyArray<string> = ["@stdlib/"]

/** Further third-party code by package; more than one file may import it. */
export const furtherLibraries: Readonly<Record<string, ReadonlyArray<string>>> = {
  "lab/stress": ["fast-check"]
}

/**
 * What `*Schema.ts` files of `core` and `lab` may take from `effect`: `Schema`, and the module that
 * says what a decoding failed on, which is a part of `Schema` in all but name.
 */
export const schemaModules: ReadonlyArray<string> = ["Schema", "SchemaIssue"]

/**
 * Modules of `effect` that every file of a package may use. `experiment` offers its long runs as
 * effects and streams, because interrupting, progress and parallel work are what Effect is for; its
 * numbers come from `des`, which knows none of it.
 */
export const effectModules: Readonly<Record<string, ReadonlyArray<string>>> = {
  "lab/experiment": ["Effect", "Latch", "Queue", "Schema", "SchemaIssue", "Stream"]
}

/** What tests may import beside what their package may. */
export const testLibraries: ReadonlyArray<string> = [
  "vitest",
  "fast-check",
  "@effect/vitest",
  "effect",
  "ajv",
  "point-in-polygon-hao",
  "which-polygon",
  "@turf/boolean-point-in-polygon"
]

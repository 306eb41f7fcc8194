/**
 * The third-party packages that come with ours when somebody installs them: what the lockfile says
 * is reached from our dependencies and peers, with version, licence and homepage. The same lockfile
 * gives the same list on every system.
 */
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { publicPackages, root } from "./packages.mjs"

/**
 * @typedef {object} Entry one package in the lockfile
 * @property {string} [version]
 * @property {string} [license]
 * @property {boolean} [optional]
 * @property {boolean} [link]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {Record<string, string>} [peerDependencies]
 * @property {Record<string, { optional?: boolean }>} [peerDependenciesMeta]
 *
 * @typedef {Readonly<Record<string, Entry>>} Lock entries by their folder
 *
 * @typedef {object} ThirdParty
 * @property {string} name
 * @property {string} version
 * @property {string} licence an SPDX expression, or "UNKNOWN"
 * @property {string} homepage
 */

/**
 * The folder in the lockfile that `name` means to a package in `folder`; none if not installed.
 *
 * @param {Lock} lock
 * @param {string} folder
 * @param {string} name
 * @returns {string | undefined}
 */
const resolveIn = (lock, folder, name) => {
  const place = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`
  if (lock[place] !== undefined) return place
  if (folder === "") return undefined
  const above = folder.lastIndexOf("/node_modules/")
  return resolveIn(lock, above < 0 ? "" : folder.slice(0, above), name)
}

/**
 * What a package needs at run time: dependencies, and peers that are not optional.
 *
 * @param {Entry} entry
 */
const needsOf = (entry) => [
  ...Object.keys(entry.dependencies ?? {}),
  ...Object.keys(entry.optionalDependencies ?? {}),
  ...Object.keys(entry.peerDependencies ?? {}).filter(
    (name) => entry.peerDependenciesMeta?.[name]?.optional !== true
  )
]

/**
 * The folders of all third-party packages that `roots` need, directly or around; sorted.
 *
 * @param {Lock} lock
 * @param {ReadonlyArray<{ folder: string, entry: Entry }>} roots
 * @returns {ReadonlyArray<string>}
 */
export const closure = (lock, roots) => {
  /** @type {Set<string>} */
  const found = new Set()
  const queue = [...roots]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const name of needsOf(next.entry)) {
      const folder = resolveIn(lock, next.folder, name)
      const entry = folder === undefined ? undefined : lock[folder]
      // A link is a package of ours: a root already.
      if (folder === undefined || entry === undefined || entry.link || found.has(folder)) continue
      found.add(folder)
      queue.push({ folder, entry })
    }
  }
  return [...found].sort()
}

/**
 * All third parties, sorted by name and version, each once.
 *
 * @returns {ReadonlyArray<ThirdParty>}
 */
export const thirdParties = () => {
  /** @type {Lock} */
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages
  const roots = publicPackages().map(({ folder, manifest }) => ({ folder, entry: manifest }))
  const rows = closure(lock, roots).map((folder) => describe(folder, lock[folder] ?? {}))
  const byKey = new Map(rows.map((row) => [`${row.name}@${row.version}`, row]))
  return [...byKey.values()].sort((left, right) => compare(keyOf(left), keyOf(right)))
}

/** @param {ThirdParty} row */
const keyOf = ({ name, version }) => `${name} ${version}`

/** @type {(left: string, right: string) => number} code units, so that every locale agrees */
const compare = (left, right) => (left < right ? -1 : left > right ? 1 : 0)

/**
 * An optional package may not be installed here: of it only what the lockfile says is used.
 *
 * @param {string} folder
 * @param {Entry} entry
 * @returns {ThirdParty}
 */
const describe = (folder, entry) => {
  const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length)
  const file = join(root, folder, "package.json")
  const isRead = entry.optional !== true && existsSync(file)
  const manifest = isRead ? JSON.parse(readFileSync(file, "utf8")) : {}
  const stated = entry.license ?? manifest.license?.type ?? manifest.license
  return {
    name,
    version: entry.version ?? "",
    licence: typeof stated === "string" ? stated : "UNKNOWN",
    homepage:
      typeof manifest.homepage === "string" && manifest.homepage !== ""
        ? manifest.homepage
        : `https://www.npmjs.com/package/${name}`
  }
}

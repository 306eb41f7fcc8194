/**
 * The packages of this repository as the scripts need them: folder, name and manifest, in the
 * order of the layers, so that a package comes after what it may import.
 */
import { globSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"

/** The folder that holds this checkout. */
export const root = resolve(import.meta.dirname, "../..")

const layers = ["core", "lab", "runtime", "adapter", "face"]

/**
 * @typedef {object} Manifest
 * @property {string} name
 * @property {string} version
 * @property {boolean} [private]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [peerDependencies]
 * @property {Record<string, string>} [optionalDependencies]
 *
 * @typedef {object} Package
 * @property {string} name npm name
 * @property {string} folder from the root, such as packages/core/facts
 * @property {Manifest} manifest
 */

/**
 * Every package that is published.
 *
 * @returns {ReadonlyArray<Package>}
 */
export const publicPackages = () =>
  layers.flatMap((layer) =>
    globSync(`packages/${layer}/*/package.json`, { cwd: root })
      .sort()
      .map((file) => ({ folder: dirname(file), manifest: readManifest(join(root, file)) }))
      .filter(({ manifest }) => manifest.private !== true)
      .map(({ folder, manifest }) => ({ name: manifest.name, folder, manifest }))
  )

/**
 * @param {string} file
 * @returns {Manifest}
 */
const readManifest = (file) => JSON.parse(readFileSync(file, "utf8"))

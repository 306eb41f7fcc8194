/**
 * Builds what is published: tsup bundles the JavaScript of each package, the TypeScript 7 compiler
 * writes the declarations of all of them in one go (project references) into the same `dist`.
 */
import { copyFileSync } from "node:fs"
import { join } from "node:path"
import { publicPackages, root } from "./packages.mjs"
import { inParallel, programs, runNode } from "./run.mjs"

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {boolean} ok
 * @property {string} output shown when the check failed
 */

/**
 * Declarations of every package; also the type check of all sources.
 *
 * @returns {Promise<Check>}
 */
export const buildTypes = async () => ({
  name: "types of sources (declarations)",
  ...(await runNode([programs.tsc, "-b", "--pretty", "false"]))
})

/**
 * The bundles, one check per package; each package also gets its copy of the licence, which npm
 * packs from the package's own folder only.
 *
 * @returns {Promise<Check[]>}
 */
export const buildBundles = () =>
  inParallel(publicPackages(), 2, async ({ name, folder }) => {
    copyFileSync(join(root, "LICENSE"), join(root, folder, "LICENSE"))
    const outcome = await runNode([programs.tsup, "--silent"], { cwd: join(root, folder) })
    return { name: `bundle of ${name}`, ...outcome }
  })

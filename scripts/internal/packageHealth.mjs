/**
 * Looks at each package as npm would publish it: packs all of them, then lets publint judge the
 * manifest against the files and attw the types as each kind of consumer resolves them.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { publicPackages } from "./packages.mjs"
import { inParallel, programs, run, runNode } from "./run.mjs"

/**
 * Packs every public package into `folder`; the output is npm's list of what is in each, as JSON.
 *
 * @param {string} folder
 */
export const packAll = (folder) =>
  run("npm", [
    "pack",
    "--silent",
    "--json",
    "--ignore-scripts",
    `--pack-destination=${folder}`,
    ...publicPackages().map(({ name }) => `--workspace=${name}`)
  ])

/**
 * The tarball that npm makes of a package name and version.
 *
 * @param {import("./packages.mjs").Package} found
 */
export const tarballOf = ({ name, manifest }) =>
  `${name.replace("@", "").replace("/", "-")}-${manifest.version}.tgz`

/**
 * What a package must not lack, and must not carry along.
 *
 * @param {ReadonlyArray<string>} paths of the files in a tarball
 * @returns {string} complaints, one a line
 */
export const contentProblems = (paths) => {
  const wanted = ["LICENSE", "README.md", "package.json", "dist/index.js", "dist/index.d.ts"]
  const stray = /(^|\/)(test|node_modules|coverage)\/|\.tsbuildinfo$|\.test\.|\.tgz$/
  return [
    ...wanted.filter((path) => !paths.includes(path)).map((path) => `It lacks ${path}.`),
    ...paths.filter((path) => stray.test(path)).map((path) => `It carries ${path}.`)
  ].join("\n")
}

/**
 * @typedef {object} Packed what npm says of one tarball
 * @property {string} name
 * @property {ReadonlyArray<{ path: string }>} files
 */

/**
 * npm's list of tarballs: an array, or in some versions an object by name.
 *
 * @param {string} output
 * @returns {ReadonlyArray<Packed>}
 */
const packedOf = (output) => Object.values(JSON.parse(output))

/**
 * @param {import("./packages.mjs").Package} found
 * @param {string} folder that holds the tarballs
 * @param {Packed} packed
 * @returns {Promise<import("./buildPackages.mjs").Check>}
 */
const checkTarball = async (found, folder, packed) => {
  const problems = contentProblems(packed.files.map(({ path }) => path))
  const tarball = join(folder, tarballOf(found))
  const publint = await runNode([programs.publint, "run", "--strict", tarball])
  const attw = await runNode([
    programs.attw,
    tarball,
    "--profile=esm-only",
    "--format=ascii",
    "--no-emoji",
    "--no-definitely-typed"
  ])
  return {
    name: `package health of ${found.name}`,
    ok: publint.ok && attw.ok && problems === "",
    output: [{ ok: problems === "", output: problems }, publint, attw]
      .flatMap(({ ok, output }) => (ok ? [] : [output]))
      .join("\n")
  }
}

/**
 * One check per package, on what `npm pack` makes of the present `dist`.
 *
 * @returns {Promise<import("./buildPackages.mjs").Check[]>}
 */
export const checkPackages = async () => {
  const folder = mkdtempSync(join(tmpdir(), "wangge-pack-"))
  try {
    const packed = await packAll(folder)
    if (!packed.ok) return [{ name: "npm pack", ...packed }]
    const tarballs = packedOf(packed.output)
    return await inParallel(publicPackages(), 2, async (found) => {
      const tarball = tarballs.find(({ name }) => name === found.name)
      return tarball === undefined
        ? { name: `package health of ${found.name}`, ok: false, output: "npm did not pack it." }
        : await checkTarball(found, folder, tarball)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

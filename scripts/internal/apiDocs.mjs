/**
 * The API docs, made by typedoc from all packages. Its validation is what fails on an undocumented
 * export, a broken link or a type that is used but not exported (typedoc.json).
 */
import { programs, runNode } from "./run.mjs"

/**
 * Reads all packages and judges the docs, without writing pages.
 *
 * @returns {Promise<import("./buildPackages.mjs").Check>}
 */
export const validateApiDocs = async () => ({
  name: "API docs",
  ...(await runNode([programs.typedoc, "--emit", "none"]))
})

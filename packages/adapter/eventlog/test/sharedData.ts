/**
 * Public data beside the repository: larger than what a test may carry, so tests that need it are
 * skipped where it is not there.
 */
import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

const pathOf = (name: string): string =>
  fileURLToPath(new URL(`../../../../../shared/data/${name}`, import.meta.url))

export const isThere = (name: string): boolean => existsSync(pathOf(name))

export const textOf = (name: string): string => readFileSync(pathOf(name), "utf8")

export { pathOf }

/**
 * The version of this package, read from its own manifest so that it is written down once.
 */
import { readFileSync } from "node:fs"

/**
 * The version of the `wangge` command, such as `0.1.0`.
 *
 * @category version
 * @since 0.1.0
 */
export const read = (): string => {
  // The manifest stands one folder above this file, in the checkout (src) as in the package (dist).
  const manifest: unknown = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8")
  )
  const hasVersion = typeof manifest === "object" && manifest !== null && "version" in manifest
  return hasVersion ? String(manifest.version) : "unknown"
}

/** Where threads start, and how many there may be. */

/**
 * The file that a thread starts with. `base` is the URL of the caller, which stands in `src` in a
 * checkout (TypeScript) and is bundled into `dist/index.js` where the package is built.
 */
export const threadEntry = (name: string, base: string): URL =>
  base.endsWith(".ts")
    ? new URL(`./internal/${name}.ts`, base)
    : new URL(`./internal/${name}.js`, base)

/** A number of threads; throws `RangeError` unless it is a whole number from 1. */
export const threadCount = (threads: number): number => {
  if (Number.isInteger(threads) && threads >= 1) return threads
  throw new RangeError(`threads is ${threads}; it must be a whole number of at least 1`)
}

/**
 * Starts programs for the other scripts and keeps what they print, and works through a list of
 * jobs a few at a time.
 */
import { spawn } from "node:child_process"
import { root } from "./packages.mjs"

/**
 * @typedef {object} Outcome
 * @property {boolean} ok it ended with exit code 0
 * @property {string} output both streams, in the order they came; empty when `show` was set
 */

/**
 * Runs one program to its end; `show` passes both its streams to our standard output instead of
 * keeping them.
 *
 * @param {string} program
 * @param {ReadonlyArray<string>} parameters
 * @param {{ cwd?: string, show?: boolean }} [options]
 * @returns {Promise<Outcome>}
 */
export const run = (program, parameters, options = {}) =>
  new Promise((done) => {
    const child = spawn(program, parameters, {
      cwd: options.cwd ?? root,
      env: options.show === true ? process.env : { ...process.env, NO_COLOR: "1" },
      stdio: options.show === true ? ["ignore", 1, 1] : ["ignore", "pipe", "pipe"]
    })
    /** @type {string[]} */
    const parts = []
    child.stdout?.on("data", (part) => parts.push(String(part)))
    child.stderr?.on("data", (part) => parts.push(String(part)))
    child.on("error", (error) => done({ ok: false, output: `${program}: ${error.message}\n` }))
    child.on("close", (code) => done({ ok: code === 0, output: parts.join("") }))
  })

/**
 * Runs a file with the Node that runs this script.
 *
 * @param {ReadonlyArray<string>} parameters
 * @param {{ cwd?: string, show?: boolean }} [options]
 */
export const runNode = (parameters, options) => run(process.execPath, parameters, options)

/** The program of an installed package: its file, to be run by `runNode`. */
export const programs = {
  attw: `${root}/node_modules/@arethetypeswrong/cli/dist/index.js`,
  biome: `${root}/node_modules/@biomejs/biome/bin/biome`,
  knip: `${root}/node_modules/knip/bin/knip.js`,
  publint: `${root}/node_modules/publint/src/cli.js`,
  tsc: `${root}/node_modules/ts7/bin/tsc`,
  tsup: `${root}/node_modules/tsup/dist/cli-default.js`,
  typedoc: `${root}/node_modules/typedoc/bin/typedoc`,
  vitest: `${root}/node_modules/vitest/vitest.mjs`
}

/**
 * Does `work` for each item, at most `width` at the same time; results in the order of the items.
 *
 * @template Item, Result
 * @param {ReadonlyArray<Item>} items
 * @param {number} width
 * @param {(item: Item) => Promise<Result>} work
 * @returns {Promise<Result[]>}
 */
export const inParallel = async (items, width, work) => {
  /** @type {Result[]} */
  const results = new Array(items.length)
  let next = 0
  const lane = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index]
      if (item !== undefined) results[index] = await work(item)
    }
  }
  await Promise.all(Array.from({ length: width }, lane))
  return results
}

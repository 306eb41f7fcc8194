/**
 * The C++ yardstick: compiled afresh into a temporary folder where a compiler is at hand, and run
 * once per call in a process of its own.
 */
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { BenchLine } from "../models/DesRuns.ts"

/** The compiled program, or why there is none. */
export type Yardstick =
  | { readonly isReady: true; readonly program: string; readonly remove: () => void }
  | { readonly isReady: false; readonly reason: string; readonly remove: () => void }

/** Compiles `des.cpp` at full optimisation for this machine, with `$CXX` or else g++. */
export const compileYardstick = (): Yardstick => {
  const folder = mkdtempSync(join(tmpdir(), "wangge-yardstick-"))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  const program = join(folder, "des")
  const source = fileURLToPath(new URL("des.cpp", import.meta.url))
  const compiler = process.env.CXX ?? "g++"
  const flags = ["-O3", "-march=native", "-std=c++17", "-o", program, source]
  const run = spawnSync(compiler, flags, { encoding: "utf8" })
  if (run.status === 0) return { isReady: true, program, remove }
  remove()
  const reason = (run.error?.message ?? run.stderr).trim()
  return { isReady: false, reason: `${compiler} did not compile it (${reason})`, remove: () => {} }
}

/** Runs one model with the 4-ary heap and gives its line the shape of ours. */
export const runYardstick = (
  program: string,
  model: "m1" | "m2",
  size: number,
  seed: number
): BenchLine => {
  const child = spawnSync(program, [model, "h4", String(size), String(seed)], { encoding: "utf8" })
  if (child.status !== 0) throw new Error(`The C++ yardstick failed on ${model}: ${child.stderr}`)
  const { tool, n, events, cpu, wall, rssMB, util, ...values } = JSON.parse(child.stdout)
  const use =
    model === "m2" ? { useGrid: util[0], useCommunity: util[1], useSubdistrict: util[2] } : {}
  return {
    bench: "des",
    tool,
    model,
    size: n,
    events,
    cpuSeconds: cpu,
    wallSeconds: wall,
    rssMB,
    ...values,
    ...use
  }
}

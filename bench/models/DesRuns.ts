/**
 * Runs of the models M1 and M2, in this process or in a fresh one, each with one line of what it
 * took and what it found; and whether what it found is right.
 */
import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import type { ModelResult } from "./DesModels.ts"
import * as desModels from "./DesModels.ts"
import * as networkModels from "./NetworkModels.ts"
import * as processModels from "./ProcessModels.ts"
import * as stepperModels from "./StepperModels.ts"

/** One printed result. */
export interface BenchLine {
  readonly bench: "des"
  readonly tool: string
  readonly model: string
  readonly size: number
  readonly events: number
  readonly cpuSeconds: number
  readonly wallSeconds: number
  readonly rssMB: number
  readonly [check: string]: string | number
}

/** The two models. */
export type ModelName = "m1" | "m2"

/**
 * Our ways to write a model: events and stations, generators, steps; or none, a declared network,
 * with random numbers by address or in order.
 */
export const styles = ["events", "generators", "steppers", "networks", "networks in order"] as const

/** One of {@link styles}. */
export type Style = (typeof styles)[number]

type Run = (size: number, seed: number) => ModelResult

const MODELS: Readonly<Record<Style, Readonly<Record<ModelName, Run>>>> = {
  events: desModels,
  generators: processModels,
  steppers: stepperModels,
  networks: networkModels,
  "networks in order": {
    m1: (size, seed) => networkModels.m1(size, seed, "sequential"),
    m2: (size, seed) => networkModels.m2(size, seed, "sequential")
  }
}

/**
 * Mean and standard deviation of one run, from 20 runs of the C++ yardstick with other seeds; the
 * wait of M1 from Erlang C. M2 has them for 625 hours only.
 */
const REFERENCE = {
  m1: { meanWait: [0.6687, 0.024] },
  m2: {
    size: [999_821, 1440],
    inTime: [0.9373, 0.0021],
    meanClose: [3.066, 0.027],
    useGrid: [0.7965, 0.0014],
    useCommunity: [0.7942, 0.0015],
    useSubdistrict: [0.7887, 0.0074]
  }
} as const

/** Runs a model in this process: CPU seconds from before the model is built to the end. */
export const measure = (style: Style, model: ModelName, size: number, seed: number): BenchLine => {
  const run = MODELS[style][model]
  const cpuStart = process.cpuUsage()
  const wallStart = performance.now()
  const { values, ...result } = run(size, seed)
  const cpu = process.cpuUsage(cpuStart)
  return {
    bench: "des",
    tool: `wangge, ${style}`,
    model,
    ...result,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    wallSeconds: Number(((performance.now() - wallStart) / 1000).toFixed(6)),
    rssMB: Number((process.resourceUsage().maxRSS / 1024).toFixed(1)),
    ...values
  }
}

/** Runs a program of the bench in a fresh process; its last line. */
export const fresh = <Line>(file: string, parameters: ReadonlyArray<string>): Line => {
  const program = fileURLToPath(new URL(`../${file}`, import.meta.url))
  const child = spawnSync(
    process.execPath,
    ["--conditions=@wangge/source", program, ...parameters],
    { encoding: "utf8" }
  )
  if (child.status !== 0) throw new Error(`${file} ${parameters.join(" ")} failed: ${child.stderr}`)
  return JSON.parse(child.stdout)
}

/** Runs a model in a fresh process, so that compilation counts as it does for a person. */
export const measureFresh = (
  style: Style,
  model: ModelName,
  size: number,
  seed: number
): BenchLine => fresh("des.bench.ts", ["--run", [model, size, seed, style].join(",")])

/** Values farther than 4 standard deviations from the reference, as sentences. */
export const deviations = (line: BenchLine, hours: number): ReadonlyArray<string> => {
  if (line.model === "m2" && hours !== 625) return []
  const widening = line.model === "m1" ? Math.sqrt(1e6 / line.size) : 1
  return Object.entries(line.model === "m1" ? REFERENCE.m1 : REFERENCE.m2).flatMap(
    ([name, [mean, deviation]]) => {
      const value = Number(line[name])
      const limit = 4 * deviation * widening
      return Math.abs(value - mean) <= limit
        ? []
        : [`${line.tool} ${line.model}: ${name} is ${value}, not within ${limit} of ${mean}`]
    }
  )
}

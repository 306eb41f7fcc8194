/**
 * The bench of `@wangge/des`: models M1 and M2 (`yardsticks/README.md`) on the public API, beside
 * the C++ yardstick in the same rounds, every run in a fresh process. One JSON line per result,
 * then one line of ratios per model. With `--smoke` it runs in this process, without C++, at the
 * least sizes at which the reference values still say something.
 *
 *     npm run bench -- des [--rounds N] [--size small|full] [--smoke]
 */
import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { type ModelResult, m1, m2 } from "./models/DesModels.ts"
import { compileYardstick, runYardstick } from "./yardsticks/Yardstick.ts"

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

/** M1 counts customers, M2 hours of arrivals (1600 cases an hour). */
const SIZES = {
  smoke: { m1: 200_000, m2: 625 },
  small: { m1: 1_000_000, m2: 625 },
  full: { m1: 10_000_000, m2: 2500 }
} as const

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

const isModel = (name: string | undefined): name is "m1" | "m2" => name === "m1" || name === "m2"

/** Runs a model in this process: CPU seconds from before the model is built to the end. */
const measure = (model: "m1" | "m2", size: number, seed: number): BenchLine => {
  const run: (size: number, seed: number) => ModelResult = model === "m1" ? m1 : m2
  const cpuStart = process.cpuUsage()
  const wallStart = performance.now()
  const { values, ...result } = run(size, seed)
  const cpu = process.cpuUsage(cpuStart)
  return {
    bench: "des",
    tool: "wangge",
    model,
    ...result,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    wallSeconds: Number(((performance.now() - wallStart) / 1000).toFixed(6)),
    rssMB: Number((process.resourceUsage().maxRSS / 1024).toFixed(1)),
    ...values
  }
}

/** The same in a fresh process, so that compilation counts as it does for a person. */
const measureFresh = (model: "m1" | "m2", size: number, seed: number): BenchLine => {
  const child = spawnSync(
    process.execPath,
    [
      "--conditions=@wangge/source",
      fileURLToPath(import.meta.url),
      "--run",
      `${model},${size},${seed}`
    ],
    { encoding: "utf8" }
  )
  if (child.status !== 0) throw new Error(`The run of ${model} failed: ${child.stderr}`)
  return JSON.parse(child.stdout)
}

/** Values farther than 4 standard deviations from the reference, as sentences. */
const deviations = (line: BenchLine, hours: number): ReadonlyArray<string> => {
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

const median = (values: ReadonlyArray<number>): number => {
  const sorted = [...values].sort((left, right) => left - right)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const print = (line: object): void => console.log(JSON.stringify(line))

/** Rounds of all runs, then the ratios; returns what was wrong. */
const compare = (size: "small" | "full", rounds: number): ReadonlyArray<string> => {
  const yardstick = compileYardstick()
  if (!yardstick.isReady) console.log(`No C++ yardstick: ${yardstick.reason}`)
  const wrong: Array<string> = []
  const ratios: Record<"m1" | "m2", Array<number>> = { m1: [], m2: [] }
  for (let round = 1; round <= rounds; round++) {
    for (const model of ["m1", "m2"] as const) {
      const ours = measureFresh(model, SIZES[size][model], round)
      print({ ...ours, round })
      wrong.push(...deviations(ours, SIZES[size].m2))
      if (!yardstick.isReady) continue
      const theirs = runYardstick(yardstick.program, model, SIZES[size][model], round)
      print({ ...theirs, round })
      wrong.push(...deviations(theirs, SIZES[size].m2))
      ratios[model].push(ours.cpuSeconds / theirs.cpuSeconds)
    }
  }
  yardstick.remove()
  for (const [model, all] of Object.entries(ratios)) {
    if (all.length === 0) continue
    const shown = all.map((ratio) => Number(ratio.toFixed(2)))
    print({
      bench: "des",
      result: "ratio of CPU seconds, wangge to cpp",
      model,
      size: SIZES[size][model === "m1" ? "m1" : "m2"],
      medianRatio: Number(median(all).toFixed(2)),
      ratios: shown
    })
  }
  return wrong
}

const smoke = (): ReadonlyArray<string> =>
  (["m1", "m2"] as const).flatMap((model) => {
    const line = measure(model, SIZES.smoke[model], 1)
    print(line)
    return deviations(line, SIZES.smoke.m2)
  })

const refuse = (message: string): never => {
  console.error(message)
  process.exit(2)
}

const main = (): void => {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "5" },
      size: { type: "string", default: "small" },
      smoke: { type: "boolean", default: false },
      run: { type: "string" }
    }
  })
  if (values.run !== undefined) {
    const [model, size, seed] = values.run.split(",")
    if (!isModel(model)) refuse(`--run takes m1 or m2, a size and a seed; got ${values.run}`)
    else print(measure(model, Number(size), Number(seed)))
    return
  }
  const { size } = values
  const rounds = Number(values.rounds)
  if (size !== "small" && size !== "full") {
    refuse(`--size is small or full; got ${size}`)
    return
  }
  if (!(Number.isSafeInteger(rounds) && rounds >= 1)) {
    refuse(`--rounds is a whole number from 1; got ${values.rounds}`)
  }
  const wrong = values.smoke ? smoke() : compare(size, rounds)
  for (const sentence of wrong) console.error(sentence)
  if (wrong.length > 0) process.exit(1)
}

main()

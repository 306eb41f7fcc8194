/**
 * The bench of the ledger (`@wangge/timebank`): the same transfers as records one by one and as packed
 * columns, each also with a hash chain over every thousand entries (by node:crypto, and by the pure
 * SHA-256 of @noble/hashes), beside the
 * yardstick `hash64`, in rounds: each run is a fresh process, after a warm-up with other transfers. One
 * JSON line per run, then lines of ratios of one round (median and all). With `--smoke` it
 * runs in this process, with few transfers. Where the checkout has `../shared/bench/ledger`, its program
 * of the same name runs in the rounds too.
 *
 *     npm run bench -- timebank [--rounds N] [--size N] [--smoke]
 */
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { median, print } from "./Measuring.ts"
import { runHash64, runObject, runPacked, type Timing } from "./models/LedgerModels.ts"

const NAMES = [
  "hash64",
  "object",
  "packed",
  "object+chain",
  "packed+chain",
  "object+chain (pure)",
  "packed+chain (pure)"
] as const
type Name = (typeof NAMES)[number]

const isName = (text: string | undefined): text is Name => NAMES.some((name) => name === text)

/** Each shape with the transfers and the seed that it gets. */
const RUNS: Readonly<Record<Name, (size: number, seed: number) => Timing>> = {
  hash64: runHash64,
  object: (size, seed) => runObject(size, seed, "None"),
  packed: (size, seed) => runPacked(size, seed, "None"),
  "object+chain": (size, seed) => runObject(size, seed, "Native"),
  "packed+chain": (size, seed) => runPacked(size, seed, "Native"),
  "object+chain (pure)": (size, seed) => runObject(size, seed, "Pure"),
  "packed+chain (pure)": (size, seed) => runPacked(size, seed, "Pure")
}

/** What is compared with what, and the stretch goal. */
const RATIOS = [
  { name: "object", to: "hash64", goal: 0.2 },
  { name: "packed", to: "hash64", goal: 0.5 },
  { name: "object+chain", to: "object", goal: 0.8 },
  { name: "packed+chain", to: "packed", goal: 0.8 },
  { name: "object+chain (pure)", to: "object", goal: 0.8 },
  { name: "packed+chain (pure)", to: "packed", goal: 0.8 }
] as const

/** One printed run; `cpuPerSecond` counts the seconds of the thread that posts. */
interface RunLine {
  readonly bench: "timebank"
  readonly name: string
  readonly size: number
  readonly perSecond: number
  readonly cpuPerSecond: number
  readonly rssMB: number
}

/** Transfers before the measured ones, so that the code is compiled. */
const WARM_UP = 100_000

const measure = (name: Name, size: number, seed: number, warmUp: number): RunLine => {
  if (warmUp > 0) RUNS[name](warmUp, seed + 1000)
  const { cpuSeconds, wallSeconds } = RUNS[name](size, seed)
  return {
    bench: "timebank",
    name,
    size,
    perSecond: Math.round(size / wallSeconds),
    cpuPerSecond: Math.round(size / cpuSeconds),
    rssMB: Number((process.resourceUsage().maxRSS / 1024).toFixed(1))
  }
}

const measureFresh = (name: Name, size: number, seed: number): RunLine => {
  const program = fileURLToPath(import.meta.url)
  const flags = ["--conditions=@wangge/source", program, "--run", `${name},${size},${seed}`]
  const child = spawnSync(process.execPath, flags, { encoding: "utf8" })
  if (child.status !== 0) throw new Error(`The run of ${name} failed: ${child.stderr}`)
  return JSON.parse(child.stdout)
}

const yardstick = fileURLToPath(new URL("../../shared/bench/ledger/mem.mjs", import.meta.url))

/** Transfers per second of the yardstick's own program, as it prints them. */
const runProgram = (size: number): number => {
  const flags = [yardstick, "--mode", "hash64", "--n", String(size)]
  const child = spawnSync(process.execPath, flags, { encoding: "utf8" })
  if (child.status !== 0) throw new Error(`The yardstick failed: ${child.stderr}`)
  return JSON.parse(child.stdout).tps
}

const short = (value: number): number => Number(value.toFixed(3))

const printRatios = (size: number, all: ReadonlyArray<ReadonlyMap<Name, RunLine>>): void => {
  for (const { name, to, goal } of RATIOS) {
    const of = (key: "perSecond" | "cpuPerSecond"): ReadonlyArray<number> =>
      all.map((round) => short(round.get(name)![key] / round.get(to)![key]))
    const [wall, cpu] = [of("perSecond"), of("cpuPerSecond")]
    print({
      bench: "timebank",
      result: `${name} to ${to}`,
      size,
      goal,
      medianRatio: short(median(wall)),
      medianCpuRatio: short(median(cpu)),
      ratios: wall,
      cpuRatios: cpu
    })
  }
}

const compare = (size: number, rounds: number): void => {
  const hasProgram = existsSync(yardstick)
  if (!hasProgram)
    console.log("No yardstick program beside the checkout; its loop here stands alone")
  const all: Array<Map<Name, RunLine>> = []
  for (let round = 1; round <= rounds; round++) {
    const lines = new Map<Name, RunLine>()
    if (hasProgram) {
      print({ bench: "timebank", name: "hash64 program", size, perSecond: runProgram(size), round })
    }
    for (const name of NAMES) {
      const line = measureFresh(name, size, round)
      lines.set(name, line)
      print({ ...line, round })
    }
    all.push(lines)
  }
  printRatios(size, all)
}

const main = (): void => {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "5" },
      size: { type: "string", default: "1000000" },
      smoke: { type: "boolean", default: false },
      run: { type: "string" }
    }
  })
  if (values.run !== undefined) {
    const [name, size, seed] = values.run.split(",")
    if (isName(name)) print(measure(name, Number(size), Number(seed), WARM_UP))
    return
  }
  if (values.smoke) {
    for (const name of NAMES) print(measure(name, 5000, 1, 0))
    return
  }
  const [rounds, size] = [Number(values.rounds), Number(values.size)]
  for (const value of [rounds, size]) {
    if (!(Number.isSafeInteger(value) && value >= 1)) {
      console.error(`--rounds and --size are whole numbers from 1; got ${value}`)
      process.exit(2)
    }
  }
  compare(size, rounds)
}

main()

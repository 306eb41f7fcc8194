/**
 * The parts of the bench of `@wangge/des` beside the models themselves: growth with pending events,
 * memory, SimPy, and threads. Each prints its results and returns what was wrong.
 */
import { spawnSync } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { Worker } from "node:worker_threads"
import { median, print } from "../Measuring.ts"
import { holdKinds } from "./DesHold.ts"
import { type BenchLine, fresh, type ModelName, measureFresh } from "./DesRuns.ts"

const PENDING = [100, 1000, 10_000, 100_000] as const

const shorter = (value: number, digits = 2): number => Number(value.toFixed(digits))

/** Cost per event by number of pending events, and the exponent of its growth from 100 to 100,000. */
export const growth = (rounds: number, events: number): void => {
  for (const kind of holdKinds) {
    const costs: Array<Array<number>> = PENDING.map(() => [])
    for (let round = 1; round <= rounds; round++) {
      for (const [place, pending] of PENDING.entries()) {
        const parameter = [kind, pending, events, round].join(",")
        const { nanoseconds } = fresh<{ readonly nanoseconds: number }>("des.bench.ts", [
          "--hold",
          parameter
        ])
        costs[place]!.push(nanoseconds)
      }
    }
    const exponents = costs[0]!.map((few, round) => Math.log10(costs.at(-1)![round]! / few) / 3)
    print({
      bench: "des",
      result: "CPU nanoseconds per event by pending events",
      delays: kind,
      ...Object.fromEntries(
        PENDING.map((pending, at) => [pending, shorter(median(costs[at]!), 1)])
      ),
      exponentFrom100To100000: shorter(median(exponents), 3),
      exponents: exponents.map((exponent) => shorter(exponent, 3))
    })
  }
}

/** Peak memory of M2 at several sizes, above that of a process that has only imported the package. */
export const memory = (rounds: number, hours: ReadonlyArray<number>): void => {
  const above: Array<Array<number>> = hours.map(() => [])
  const imports: Array<number> = []
  for (let round = 1; round <= rounds; round++) {
    const { rssMB } = fresh<{ readonly rssMB: number }>("models/desImportRun.ts", [])
    imports.push(rssMB)
    for (const [place, size] of hours.entries()) {
      above[place]!.push(measureFresh("events", "m2", size, round).rssMB - rssMB)
    }
  }
  print({
    bench: "des",
    result: "peak MB of M2 above import only, by hours of arrivals",
    importOnlyMB: shorter(median(imports), 1),
    aboveMB: Object.fromEntries(hours.map((size, at) => [size, shorter(median(above[at]!), 1)]))
  })
}

const SIMPY_SIZES = { m1: 200_000, m2: 60 } as const

/** How many times faster ours is than SimPy, in model events per CPU second. */
export const simpy = (rounds: number, sizes: Readonly<Record<ModelName, number>>): void => {
  const python = process.env.PYTHON ?? "/usr/bin/python3"
  const found = spawnSync(python, ["-c", "import simpy; print(simpy.__version__)"], {
    encoding: "utf8"
  })
  if (found.status !== 0) {
    console.log(`SKIPPED: no SimPy for ${python} (Debian: python3-simpy3; or set PYTHON)`)
    return
  }
  const program = fileURLToPath(new URL("../yardsticks/simpy_model.py", import.meta.url))
  for (const model of ["m1", "m2"] as const) {
    const ratios: Array<number> = []
    for (let round = 1; round <= rounds; round++) {
      const parameters = [program, model, String(SIMPY_SIZES[model]), String(round)]
      const run = spawnSync(python, parameters, { encoding: "utf8" })
      if (run.status !== 0) throw new Error(`SimPy failed on ${model}: ${run.stderr}`)
      const theirs: { readonly events: number; readonly cpu: number } = JSON.parse(run.stdout)
      const ours = measureFresh("events", model, sizes[model], round)
      ratios.push(ours.events / ours.cpuSeconds / (theirs.events / theirs.cpu))
    }
    print({
      bench: "des",
      result: "events per CPU second, wangge to SimPy",
      simpy: found.stdout.trim(),
      model,
      size: sizes[model],
      simpySize: SIMPY_SIZES[model],
      medianRatio: shorter(median(ratios), 1),
      ratios: ratios.map((ratio) => shorter(ratio, 1))
    })
  }
}

/** Wall seconds in which so many threads make four replications, each thread warm. */
const wallOf = async (threads: number, model: ModelName, size: number): Promise<number> => {
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL("./DesThread.ts", import.meta.url))
  )
  const run = async (seeds: ReadonlyArray<number>): Promise<void> => {
    const perThread = workers.map(async (worker, thread) => {
      for (const seed of seeds.filter((_, at) => at % threads === thread)) {
        worker.postMessage([model, size, seed])
        await once(worker, "message")
      }
    })
    await Promise.all(perThread)
  }
  await run(workers.map((_, thread) => 100 + thread))
  const start = performance.now()
  await run([1, 2, 3, 4])
  const seconds = (performance.now() - start) / 1000
  await Promise.all(workers.map((worker) => worker.terminate()))
  return seconds
}

/** How much sooner two threads have made four replications than one has. */
export const threads = async (
  rounds: number,
  sizes: Readonly<Record<ModelName, number>>
): Promise<void> => {
  for (const model of ["m1", "m2"] as const) {
    const gains: Array<number> = []
    for (let round = 1; round <= rounds; round++) {
      const one = await wallOf(1, model, sizes[model])
      const two = await wallOf(2, model, sizes[model])
      gains.push(one / two)
    }
    print({
      bench: "des",
      result: "wall time of four replications, one thread to two",
      model,
      size: sizes[model],
      medianGain: shorter(median(gains)),
      gains: gains.map((gain) => shorter(gain))
    })
  }
}

/** The lines of one round, ours to theirs. */
export const ratioOf = (ours: BenchLine, theirs: BenchLine): number =>
  ours.cpuSeconds / theirs.cpuSeconds

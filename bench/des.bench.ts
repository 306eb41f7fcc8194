/**
 * The bench of `@wangge/des`: models M1 and M2 (`yardsticks/README.md`) on the public API, beside
 * the C++ yardstick in the same rounds, every run in a fresh process; how cost grows with pending
 * events; memory; SimPy; and threads. One JSON line per result. With `--smoke` it runs in this
 * process, without C++, at the least sizes at which the reference values still say something.
 *
 *     npm run bench -- des [--rounds N] [--size small|full] [--parts a,b] [--smoke]
 *
 * Parts: events, generators, steppers, networks, networks in order (the models in five styles), growth,
 * memory, simpy, threads.
 */
import { parseArgs } from "node:util"
import { median, print } from "./Measuring.ts"
import { type HoldKind, hold, holdKinds } from "./models/DesHold.ts"
import { growth, memory, ratioOf, simpy, threads } from "./models/DesParts.ts"
import {
  deviations,
  type ModelName,
  measure,
  measureFresh,
  type Style,
  styles
} from "./models/DesRuns.ts"
import { compileYardstick, runYardstick } from "./yardsticks/Yardstick.ts"

/** M1 counts customers, M2 hours of arrivals (1600 cases an hour). */
const SIZES = {
  smoke: { m1: 200_000, m2: 625 },
  small: { m1: 1_000_000, m2: 625 },
  full: { m1: 10_000_000, m2: 2500 }
} as const

const PARTS: ReadonlyArray<string> = [...styles, "growth", "memory", "simpy", "threads"]
const MODEL_NAMES = ["m1", "m2"] as const

const isModel = (name: string | undefined): name is ModelName => name === "m1" || name === "m2"
const isStyle = (name: string): name is Style => styles.some((style) => style === name)
const isHold = (name: string | undefined): name is HoldKind =>
  holdKinds.some((kind) => kind === name)

/** Rounds of all runs, then the ratios; returns what was wrong. */
const compare = (
  chosen: ReadonlyArray<Style>,
  size: "small" | "full",
  rounds: number
): ReadonlyArray<string> => {
  const yardstick = compileYardstick()
  if (!yardstick.isReady) console.log(`SKIPPED: no C++ yardstick: ${yardstick.reason}`)
  const wrong: Array<string> = []
  const ratios = new Map<string, Array<number>>()
  for (let round = 1; round <= rounds; round++) {
    for (const model of MODEL_NAMES) {
      const theirs = yardstick.isReady
        ? runYardstick(yardstick.program, model, SIZES[size][model], round)
        : null
      if (theirs !== null) {
        print({ ...theirs, round })
        wrong.push(...deviations(theirs, SIZES[size].m2))
      }
      for (const style of chosen) {
        const ours = measureFresh(style, model, SIZES[size][model], round)
        print({ ...ours, round })
        wrong.push(...deviations(ours, SIZES[size].m2))
        if (theirs === null) continue
        const key = `${style},${model}`
        ratios.set(key, [...(ratios.get(key) ?? []), ratioOf(ours, theirs)])
      }
    }
  }
  yardstick.remove()
  for (const [key, all] of ratios) printRatios(key, size, all)
  return wrong
}

const printRatios = (key: string, size: "small" | "full", all: ReadonlyArray<number>): void => {
  const [style, model] = key.split(",")
  if (!isModel(model)) return
  print({
    bench: "des",
    result: "ratio of CPU seconds, wangge to cpp",
    style: `${style}`,
    model,
    size: SIZES[size][model],
    medianRatio: Number(median(all).toFixed(2)),
    ratios: all.map((ratio) => Number(ratio.toFixed(2)))
  })
}

/** All parts in this process at small sizes, but SimPy and threads: a check that they work. */
const smoke = (): ReadonlyArray<string> => {
  const wrong = MODEL_NAMES.flatMap((model) => {
    const line = measure("events", model, SIZES.smoke[model], 1)
    print(line)
    return deviations(line, SIZES.smoke.m2)
  })
  for (const style of ["generators", "steppers", "networks"] as const) {
    const line = measure(style, "m1", SIZES.smoke.m1, 1)
    print(line)
    wrong.push(...deviations(line, SIZES.smoke.m2))
  }
  for (const kind of holdKinds) {
    const nanoseconds = hold({ kind, pending: 1000, events: 100_000, seed: 1 })
    print({ bench: "des", result: "hold", delays: kind, pending: 1000, nanoseconds })
  }
  return wrong
}

const refuse = (message: string): never => {
  console.error(message)
  process.exit(2)
}

/** One run asked for by another process of this bench; false if none was. */
const runOne = (run: string | undefined, holdText: string | undefined): boolean => {
  if (run !== undefined) {
    const [model, size, seed, style = "events"] = run.split(",")
    if (!isModel(model) || !isStyle(style)) {
      return refuse(`--run takes m1 or m2, a size, a seed and perhaps a style; got ${run}`)
    }
    print(measure(style, model, Number(size), Number(seed)))
    return true
  }
  if (holdText === undefined) return false
  const [kind, pending, events, seed] = holdText.split(",")
  if (!isHold(kind)) return refuse(`--hold takes a kind and three numbers; got ${holdText}`)
  const numbers = { pending: Number(pending), events: Number(events), seed: Number(seed) }
  print({ nanoseconds: hold({ kind, ...numbers }) })
  return true
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "5" },
      size: { type: "string", default: "small" },
      parts: { type: "string", default: PARTS.join(",") },
      smoke: { type: "boolean", default: false },
      run: { type: "string" },
      hold: { type: "string" }
    }
  })
  if (runOne(values.run, values.hold)) return
  const { size } = values
  const rounds = Number(values.rounds)
  const parts = values.parts.split(",")
  if (size !== "small" && size !== "full") return refuse(`--size is small or full; got ${size}`)
  if (!(Number.isSafeInteger(rounds) && rounds >= 1)) {
    refuse(`--rounds is a whole number from 1; got ${values.rounds}`)
  }
  const unknown = parts.find((part) => !PARTS.includes(part))
  if (unknown !== undefined) refuse(`--parts are of ${PARTS.join(", ")}; got ${unknown}`)
  const chosen = styles.filter((style) => parts.includes(style))
  const wrong = values.smoke ? smoke() : chosen.length > 0 ? compare(chosen, size, rounds) : []
  if (!values.smoke) {
    const isFull = size === "full"
    if (parts.includes("growth")) growth(rounds, isFull ? 10_000_000 : 3_000_000)
    if (parts.includes("memory")) memory(rounds, isFull ? [625, 2500, 10_000] : [156, 625, 2500])
    if (parts.includes("simpy")) simpy(rounds, SIZES[size])
    if (parts.includes("threads")) await threads(rounds, SIZES[size])
  }
  for (const sentence of wrong) console.error(sentence)
  if (wrong.length > 0) process.exit(1)
}

await main()

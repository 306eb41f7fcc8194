/**
 * The bench of `@wangge/evaluation`: 10 million facts about 100,000 workers are counted and scored as a
 * stream, beside a plain loop over the same typed arrays that only sums, batch by batch in turns. One
 * JSON line per round, then the ratios; the plain loop comes twice, per worker only (`sum`) and per
 * worker and kind of fact (`sumByKind`, the least that a share needs). With `--records` also what it
 * costs to write out the same result as records with reasons.
 *
 *     npm run bench -- evaluation [--rounds N] [--size small|full] [--records] [--smoke]
 */
import { parseArgs } from "node:util"
import {
  type CompiledRules,
  Evaluation,
  EvaluationPeriod,
  EvaluationPreset,
  EvaluationRules,
  FactColumns,
  ScoreColumns,
  StreamCount,
  StreamTotals
} from "@wangge/evaluation"
import { median } from "./Measuring.ts"

const SIZES = {
  smoke: { workers: 2000, batch: 4096 },
  small: { workers: 20_000, batch: 65_536 },
  full: { workers: 100_000, batch: 16_384 }
} as const

const mattersPerWorker = 20
const factsPerMatter = 5

const compile = (): CompiledRules.CompiledRules => {
  const rules = { ...EvaluationPreset.threeRates, unitKind: "Worker" as const }
  const compilation = EvaluationRules.compile(rules)
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems))
  return compilation.compiled
}

/** Writes the facts from row `from` on; which kinds a matter has comes from a hash of its number. */
const fill = (
  batch: FactColumns.FactBatch,
  from: number,
  paths: ReadonlyArray<ReadonlyArray<number>>
): void => {
  for (let row = 0; row < batch.count; row += 1) {
    const place = from + row
    const matter = Math.floor(place / factsPerMatter)
    const unit = Math.floor(matter / mattersPerWorker)
    const mixed = Math.imul(matter ^ (matter >>> 15), 0x2c1b3c6d) ^ Math.imul(unit, 0x297a2d39)
    const path = paths[((mixed ^ (mixed >>> 12)) >>> 0) % paths.length]!
    batch.unit[row] = unit
    batch.matter[row] = matter
    batch.kind[row] = path[place % factsPerMatter]!
    batch.cause[row] = place
    batch.atSec[row] = 1_700_000_000 + (mixed >>> 12)
    batch.quantity[row] = 1
  }
}

/** What becomes of matters: five kinds in the order of their bits, or one of them twice. */
const pathsOf = ({
  factKinds
}: CompiledRules.CompiledRules): ReadonlyArray<ReadonlyArray<number>> =>
  [
    ["contactOnTime", "caseDue", "caseClaimed", "caseConfirmed", "reporterSatisfied"],
    ["contactOnTime", "caseDue", "caseClaimed", "caseConfirmed", "reporterSatisfied"],
    ["contactOnTime", "caseDue", "caseClaimed", "caseConfirmed", "reporterDissatisfied"],
    ["contactLate", "caseDue", "caseClaimed", "caseConfirmed", "reporterSatisfied"],
    ["contactLate", "caseDue", "caseClaimed", "caseNotResolved", "reporterDissatisfied"],
    ["contactOnTime", "caseDue", "caseClaimed", "reporterNotReached", "reporterNotReached"],
    ["contactOnTime", "caseDue", "caseNotResolved", "caseConfirmed", "reporterSatisfied"]
  ].map((kinds) => kinds.map((kind) => factKinds.indexOf(kind)).sort((left, right) => left - right))

const sum = (batch: FactColumns.FactBatch, sums: Float64Array): void => {
  const { unit, quantity, count } = batch
  for (let row = 0; row < count; row += 1) sums[unit[row]!]! += quantity[row]!
}

const sumByKind = (batch: FactColumns.FactBatch, sums: Float64Array, kindCount: number): void => {
  const { unit, kind, quantity, count } = batch
  for (let row = 0; row < count; row += 1) {
    sums[unit[row]! * kindCount + kind[row]!]! += quantity[row]!
  }
}

/** Seconds of each part of a round. */
interface Round {
  readonly sumSeconds: number
  readonly sumByKindSeconds: number
  readonly countSeconds: number
  readonly scoreSeconds: number
  readonly scoredCount: number
  readonly stream: StreamCount.StreamCount
}

/** The least seconds of each batch over all rounds: what is left when other programs keep still. */
interface Best {
  readonly batches: ReadonlyArray<Array<number>>
  readonly score: Array<number>
}

const newBest = (): Best => ({ batches: [[], [], []], score: [] })

const keepLeast = (least: Array<number>, place: number, seconds: number): void => {
  least[place] = Math.min(least[place] ?? seconds, seconds)
}

const sumOf = (values: ReadonlyArray<number>): number =>
  values.reduce((total, value) => total + value, 0)

const timed = (work: () => void): number => {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

/** One round: every batch is made, then read by all three in an order that changes. */
const round = (
  compiled: CompiledRules.CompiledRules,
  size: keyof typeof SIZES,
  best: Best
): Round => {
  const { workers, batch: batchSize } = SIZES[size]
  const total = workers * mattersPerWorker * factsPerMatter
  const kindCount = compiled.factKinds.length
  const paths = pathsOf(compiled)
  const period = EvaluationPeriod.make({ fromSec: 1_700_000_000, untilSec: 1_702_000_000 })
  const unitIds = Array.from({ length: workers }, (_, unit) => `w${unit}`)
  const beginning = StreamCount.begin(compiled, period, unitIds)
  if (!beginning.ok) throw new Error(JSON.stringify(beginning.problems))
  const { stream } = beginning
  const sums = new Float64Array(workers)
  const sumsByKind = new Float64Array(workers * kindCount)
  const full = FactColumns.empty(batchSize)
  const seconds = [0, 0, 0]
  for (let from = 0, turn = 0; from < total; from += batchSize, turn += 1) {
    const batch = { ...full, count: Math.min(batchSize, total - from) }
    fill(batch, from, paths)
    const works = [
      () => sum(batch, sums),
      () => sumByKind(batch, sumsByKind, kindCount),
      () => StreamCount.add(stream, batch)
    ]
    for (let step = 0; step < works.length; step += 1) {
      const which = (turn + step) % works.length
      const taken = timed(works[which]!)
      seconds[which]! += taken
      keepLeast(best.batches[which]!, turn, taken)
    }
  }
  const [sumSeconds = 0, sumByKindSeconds = 0, countSeconds = 0] = seconds
  let scoredCount = 0
  const scoreSeconds = timed(() => {
    StreamCount.end(stream)
    scoredCount = ScoreColumns.of(stream).scoredCount
  })
  keepLeast(best.score, 0, scoreSeconds)
  return { sumSeconds, sumByKindSeconds, countSeconds, scoreSeconds, scoredCount, stream }
}

const print = (line: object): void => console.log(JSON.stringify(line))
const shown = (value: number): number => Number(value.toPrecision(4))

const compare = (size: keyof typeof SIZES, rounds: number): void => {
  const compiled = compile()
  const { workers } = SIZES[size]
  const facts = workers * mattersPerWorker * factsPerMatter
  const best = newBest()
  const ratios: Array<number> = []
  const ratiosByKind: Array<number> = []
  round(compiled, "smoke", newBest())
  for (let number = 1; number <= rounds; number += 1) {
    const { stream: _, ...seconds } = round(compiled, size, best)
    const ours = seconds.countSeconds + seconds.scoreSeconds
    ratios.push(ours / seconds.sumSeconds)
    ratiosByKind.push(ours / seconds.sumByKindSeconds)
    const figures = Object.entries(seconds).map(([name, value]) => [name, shown(value)])
    print({
      bench: "evaluation",
      round: number,
      facts,
      workers,
      ...Object.fromEntries(figures),
      factsPerSecond: Math.round(facts / ours),
      rssMB: shown(process.resourceUsage().maxRSS / 1024)
    })
  }
  const [bestSum = 0, bestSumByKind = 0, bestCount = 0] = best.batches.map(sumOf)
  const bestOurs = bestCount + sumOf(best.score)
  for (const [beside, all, least] of [
    ["sum", ratios, bestSum],
    ["sumByKind", ratiosByKind, bestSumByKind]
  ] as const) {
    print({
      bench: "evaluation",
      result: `ratio of seconds, counting and scoring to a plain loop (${beside})`,
      facts,
      workers,
      medianRatio: shown(median(all)),
      ratioOfLeast: shown(bestOurs / least),
      leastSeconds: {
        plain: shown(least),
        count: shown(bestCount),
        score: shown(sumOf(best.score))
      },
      ratios: all.map(shown)
    })
  }
}

/** The same counts as records with lines, reasons, ranks and spread. */
const records = (size: keyof typeof SIZES): void => {
  const compiled = compile()
  const { stream } = round(compiled, size, newBest())
  const counting = StreamTotals.toCounted(stream)
  if (!counting.ok) throw new Error(JSON.stringify(counting.problems))
  let unitCount = 0
  const seconds = timed(() => {
    unitCount = Evaluation.ofCounts(compiled, counting.counted, stream.period).units.length
  })
  print({ bench: "evaluation", result: "records", units: unitCount, seconds: shown(seconds) })
}

const refuse = (message: string): never => {
  console.error(message)
  process.exit(2)
}

const main = (): void => {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "5" },
      size: { type: "string", default: "full" },
      records: { type: "boolean", default: false },
      smoke: { type: "boolean", default: false }
    }
  })
  const { size } = values
  const rounds = Number(values.rounds)
  if (size !== "small" && size !== "full") {
    refuse(`--size is small or full; got ${size}`)
    return
  }
  if (!(Number.isSafeInteger(rounds) && rounds >= 1)) {
    refuse(`--rounds is a whole number from 1; got ${values.rounds}`)
  }
  compare(values.smoke ? "smoke" : size, values.smoke ? 1 : rounds)
  if (values.records) records(values.smoke ? "smoke" : size)
}

main()

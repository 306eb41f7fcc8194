/**
 * Every measure of random networks, as the recorder gathers it event by event, against the same
 * measure found afterwards from the whole trace.
 */
import fc from "fast-check"
import { expect, test } from "vitest"
import * as EventTrace from "../src/EventTrace.ts"
import * as Measure from "../src/Measure.ts"
import * as Network from "../src/Network.ts"
import * as NetworkRun from "../src/NetworkRun.ts"
import { aSmallNetwork } from "./aSmallNetwork.ts"
import { slowMeasure } from "./slowMeasures.ts"

const RUNS = Math.max(150, Number(process.env["WANGGE_RUNS"] ?? 150))

const times = ["mean", "sd", "q(0.9)", "upTo(1)"]
const levels = ["mean", "is(0)", "is(2)", "q(0.5)", "q(0.9)", "at(2.5)", "is(1).at(20)"]
const texts = [
  ...["wait", "sojourn", "busyPeriod"].flatMap((name) => times.map((kind) => `${name}.${kind}`)),
  ...["number", "queue", "busy", "blocked", "onDuty", "overtime"].flatMap((name) =>
    levels.map((kind) => `${name}.${kind}`)
  ),
  ..."utilisation occupation waited lost balked abandoned inTime throughput".split(" ")
]

/** All measures that a network has. */
const allMeasures = (network: Network.Network): ReadonlyArray<Measure.Measure> => {
  const { classes, stations } = network.declaration
  const places = ["", ...stations.map(({ id }) => `@${id}`)]
  const whose = ["", ...classes.map(({ id }) => `/${id}`)]
  return texts.flatMap((text) =>
    places.flatMap((place) =>
      whose.flatMap((name) => {
        const measure = Measure.of(network, text + place + name)
        return measure.ok ? [measure.value] : []
      })
    )
  )
}

/** Throws for the first measure that the trace says otherwise; answers how many there were. */
const compare = (
  run: NetworkRun.NetworkRun,
  slow: (measure: Measure.Measure) => number
): number => {
  const values = run.values()
  for (const [index, measure] of run.settings.measures.entries()) {
    const [fast, wanted] = [values[index] ?? Number.NaN, slow(measure)]
    const isSame = Number.isNaN(wanted) ? Number.isNaN(fast) : Math.abs(fast - wanted) < 1e-7
    if (!isSame) throw new Error(`${Measure.toText(measure)}: ${fast}, not ${wanted}`)
  }
  return values.length
}

const aWarmUp = fc.constantFrom(0, 0, 3.5, 8)

test("what is gathered event by event is what the whole trace says", () => {
  let seen = 0
  fc.assert(
    fc.property(aSmallNetwork, fc.nat(1000), aWarmUp, (declaration, seed, warmUp) => {
      const network = Network.make(declaration)
      const measures = allMeasures(network)
      const trace = EventTrace.make({ network })
      const run = NetworkRun.make({
        network,
        seed,
        measures,
        horizon: 20,
        warmUp,
        trace
      }).runToEnd()
      if (run.problem !== null) return
      const rows = Array.from(trace.rows())
      seen += compare(run, slowMeasure({ network, rows, warmUp, end: run.now }))
    }),
    { numRuns: RUNS }
  )
  expect(seen).toBeGreaterThan(10_000)
})

test("so it is after a fork into another network of the same names", () => {
  let seen = 0
  fc.assert(
    fc.property(
      fc.tuple(aSmallNetwork, aSmallNetwork),
      fc.nat(1000),
      aWarmUp,
      fc.double({ min: 0, max: 12, noNaN: true }),
      ([before, after], seed, warmUp, time) => {
        const [network, as] = [Network.make(before), Network.make(after)]
        const both = new Set(allMeasures(as).map(Measure.toText))
        // Who has a deadline is decided at arrival, before or after the fork; who works off duty hangs
        // on who gets whose server at the fork, which is in no trace.
        const hidden = ["inTime", "overtime", "utilisation", "occupation"]
        const measures = allMeasures(network).filter(
          (measure) => both.has(Measure.toText(measure)) && !hidden.includes(measure.quantity)
        )
        const [early, late] = [EventTrace.make({ network }), EventTrace.make({ network: as })]
        const past = NetworkRun.make({ network, seed, measures, horizon: 20, warmUp, trace: early })
        const bytes = past.runUntil(time).checkpoint()
        const fork = NetworkRun.resume({ network, bytes, as, trace: late })
        if (past.isOver || !fork.ok) return
        const run = fork.value.runToEnd()
        if (run.problem !== null) return
        const rows = [...early.rows(), ...late.rows()]
        seen += compare(run, slowMeasure({ network, rows, warmUp, end: run.now }))
      }
    ),
    { numRuns: RUNS }
  )
  expect(seen).toBeGreaterThan(2000)
})

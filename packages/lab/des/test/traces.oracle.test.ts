/**
 * Deterministic examples of textbooks and of other tools, reproduced exactly: every departure and
 * every number that they give.
 */
import { describe, expect, test } from "vitest"
import * as EventTrace from "../src/EventTrace.ts"
import * as Network from "../src/Network.ts"
import * as NetworkRun from "../src/NetworkRun.ts"
import { type PublishedTrace, publishedTraces } from "./oracles/traces-published.ts"

/** Far beyond the last event of all examples that say no end. */
const LATE = 1000

const played = (example: PublishedTrace) => {
  const network = Network.make(example.network)
  const trace = EventTrace.make({ network })
  const measures = Object.keys(example.measures ?? {})
  const run = NetworkRun.make({
    network,
    seed: 1,
    measures: measures.length === 0 ? ["number.mean"] : measures,
    horizon: example.horizon ?? LATE,
    warmUp: example.warmUp ?? 0,
    trace
  }).runToEnd()
  return { run, rows: [...trace.rows()], measures }
}

const keyOf = (source: string | null, customer: number | null): string => `${source}#${customer}`

describe("published traces", () => {
  for (const example of publishedTraces) {
    test(example.name, () => {
      const { run, rows, measures } = played(example)
      const values = run.values()
      for (const [index, measure] of measures.entries()) {
        expect(values[index], measure).toBeCloseTo(example.measures?.[measure] ?? Number.NaN, 12)
      }
      const departed = rows.filter(({ event }) => event === "departed")
      const expected = example.departures ?? []
      for (const [source, customer, time, exit = "done"] of expected) {
        const row = departed.find(
          (one) => keyOf(one.source, one.customer) === keyOf(source, customer)
        )
        expect(row?.time, keyOf(source, customer)).toBeCloseTo(time, 12)
        expect(row?.note, keyOf(source, customer)).toBe(exit)
      }
      if (example.departures !== undefined && example.isPartial !== true) {
        expect(departed.length).toBe(expected.length)
      }
      if (example.servers !== undefined) {
        const began = rows.filter(({ event }) => event === "began").map(({ server }) => server)
        expect(began).toEqual(example.servers)
      }
      if (example.deadlockAt !== undefined) {
        expect(run.ending).toBe("deadlock")
        expect(run.problem?.found).toBe(example.deadlockAt)
      }
    })
  }
})

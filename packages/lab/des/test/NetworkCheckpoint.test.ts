import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type * as Network from "../src/Network.ts"
import * as Snapshot from "../src/Snapshot.ts"
import { aScribedRun, desk } from "./aNetworkScript.ts"

const exponential = (mean: number) => ({ kind: "exponential" as const, mean })

/** Everything at once: each kind of timer, queue and server that a snapshot has to hold. */
const everything: Network.Declaration = {
  classes: [
    {
      id: "urgent",
      priority: 0,
      deadline: { time: exponential(6), overdue: { kind: "leave" } }
    },
    {
      id: "normal",
      priority: 1,
      deadline: { time: exponential(4), overdue: { kind: "raise", priority: 0 } }
    }
  ],
  deadlock: "exchange",
  sources: [
    {
      id: "door",
      arrivals: { kind: "poisson", rate: 0.7 },
      class: { urgent: 0.4, normal: 0.6 },
      batch: { kind: "discrete", values: [1, 3], probabilities: [0.7, 0.3] },
      to: { kind: "shortest", among: ["desk", "bag", "shared"], tie: "random" }
    },
    {
      id: "wave",
      arrivals: { kind: "sinusoidal", mean: 0.3, amplitude: 0.8, period: 10 },
      class: "normal",
      to: { kind: "cycle", among: ["desk", "rare"] }
    },
    { id: "member", arrivals: { kind: "population", size: 3, away: exponential(5) }, to: "skilled" }
  ],
  stations: [
    desk({
      service: exponential(1.5),
      preemption: "resample",
      servers: {
        kind: "schedule",
        shifts: [
          { from: 0, servers: 2 },
          { from: 4, servers: 1 }
        ],
        period: 7,
        atEnd: { kind: "resume" }
      },
      rising: { kind: "steps", steps: [{ after: 2, priority: -1 }] },
      patience: { time: exponential(5), to: "shared" },
      to: "tight"
    }),
    desk({ id: "bag", discipline: "random", service: exponential(2), room: 6, to: "tight" }),
    desk({ id: "tight", service: exponential(1), room: 2, whenFull: "block", to: loop("bag") }),
    desk({ id: "shared", discipline: "sharing", servers: 2, service: exponential(2), to: "rare" }),
    desk({
      id: "rare",
      discipline: "shortest",
      service: exponential(1),
      vacation: { kind: "multiple", time: exponential(1) },
      balking: { kind: "chances", balk: [0, 0.2, 0.5] }
    }),
    desk({
      id: "skilled",
      discipline: "last-come",
      service: exponential(1),
      servers: {
        kind: "skills",
        groups: [
          { name: "one", servers: 1, serves: ["urgent"] },
          { name: "two", servers: 1, serves: ["urgent", "normal"] }
        ]
      }
    })
  ]
}

function loop(station: string): Network.Route {
  return { kind: "chance", ways: [{ station, probability: 0.4, as: "urgent" }] }
}

const options = { kind: "network test", version: 1 }

describe("a snapshot of a network", () => {
  for (const draws of ["addressed", "sequential"] as const) {
    test(`goes on to the same hash, wherever it was cut (${draws})`, () => {
      const whole = aScribedRun(everything, { draws })
      whole.engine.runUntil(60)
      const eventCount = whole.engine.executedCount
      expect(eventCount).toBeGreaterThan(300)
      fc.assert(
        fc.property(fc.array(fc.integer({ min: 1, max: eventCount }), { maxLength: 3 }), (cuts) => {
          let run = aScribedRun(everything, { draws })
          for (const cut of cuts) {
            run.engine.runUntil(60, cut)
            const { engine } = run
            const bytes = Snapshot.write({ ...options, body: (writer) => engine.save(writer) })
            run = aScribedRun(everything, { draws })
            const resumed = run.engine
            const outcome = Snapshot.read(bytes, {
              ...options,
              body: (reader) => resumed.restore(reader)
            })
            expect(outcome.ok).toBe(true)
            const again = Snapshot.write({ ...options, body: (writer) => resumed.save(writer) })
            expect(again).toEqual(bytes)
          }
          run.engine.runUntil(60)
          expect(run.engine.hash()).toBe(whole.engine.hash())
        }),
        { numRuns: 100 }
      )
    })
  }
})

/**
 * What seeded networks do, to the bit. A change here is a change of the stream version, or of what a
 * declaration means, and needs a changeset that says so.
 */
import { expect, test } from "vitest"
import { EventHash, RandomStreams } from "../src/index.ts"
import { makeArrivals } from "../src/internal/networkArrivals.ts"
import { NetworkDraws } from "../src/internal/networkDraws.ts"
import { filled } from "../src/internal/networkFilled.ts"
import type { Arrivals, Declaration } from "../src/Network.ts"
import { runSlowly } from "./slowNetwork.ts"
import { firstDifference, makeTraced, runTraced } from "./tracedNetwork.ts"

const firstTimes = (arrivals: Arrivals): ReadonlyArray<number> => {
  const declaration = filled({
    sources: [{ id: "door", to: "desk", arrivals }],
    stations: [{ id: "desk", servers: 1, service: { kind: "exponential", mean: 1 } }]
  })
  const streams = RandomStreams.make({ seed: 7, replication: 0 })
  const process = makeArrivals({
    declaration,
    source: 0,
    draws: new NetworkDraws(streams, "addressed")
  })
  return Array.from({ length: 3 }, () => {
    const at = process.next()
    process.batchSize()
    return at
  })
}

/** Much of what can be declared, in one small network. */
const office: Declaration = {
  classes: [
    { id: "normal", priority: 1 },
    {
      id: "urgent",
      priority: 0,
      deadline: { time: { kind: "exponential", mean: 6 }, overdue: { kind: "leave" } }
    },
    {
      id: "old",
      priority: 2,
      deadline: { time: { kind: "exponential", mean: 4 }, overdue: { kind: "raise", priority: 0 } }
    }
  ],
  sources: [
    {
      id: "door",
      arrivals: { kind: "sinusoidal", mean: 0.6, amplitude: 0.7, period: 24, shift: 3 },
      class: { normal: 0.6, urgent: 0.2, old: 0.2 },
      batch: { kind: "discrete", values: [1, 2], probabilities: [0.8, 0.2] },
      to: { kind: "shortest", among: ["desk", "window"], tie: "random" }
    },
    {
      id: "members",
      arrivals: { kind: "population", size: 4, away: { kind: "gamma", shape: 2, scale: 4 } },
      class: "normal",
      to: "desk"
    }
  ],
  stations: [
    {
      id: "desk",
      servers: {
        kind: "schedule",
        shifts: [
          { from: 0, servers: 1 },
          { from: 8, servers: 2 },
          { from: 20, servers: 0 }
        ],
        period: 24,
        atEnd: { kind: "resume" }
      },
      service: { kind: "lognormal", median: 0.8, sigma: 0.5 },
      preemption: "resample",
      patience: { time: { kind: "weibull", shape: 2, scale: 9 }, to: "window" },
      to: { kind: "chance", ways: [{ station: "back", probability: 0.5 }] }
    },
    {
      id: "window",
      servers: {
        kind: "skills",
        groups: [
          { name: "all", servers: 1, serves: ["normal", "urgent", "old"] },
          {
            name: "quick",
            servers: 1,
            serves: ["urgent"],
            service: { kind: "uniform", low: 0.2, high: 1 }
          }
        ]
      },
      service: { kind: "hyperexponential", means: [0.5, 3], probabilities: [0.7, 0.3] },
      discipline: "random",
      vacation: { kind: "multiple", time: { kind: "exponential", mean: 0.5 } },
      balking: { kind: "chances", balk: [0, 0.1, 0.4] },
      to: "back"
    },
    {
      id: "back",
      servers: 2,
      service: { kind: "erlang", phases: 2, mean: 1.5 },
      discipline: "shortest",
      room: 4,
      whenFull: "block"
    }
  ],
  deadlock: "exchange"
}

/** How much happened in 500 time units, and a hash of it all. */
const digestOf = (draws: "addressed" | "sequential"): readonly [number, string] => {
  const { engine, trace } = makeTraced(office, { seed: 7, draws })
  engine.runUntil(500)
  const hash = EventHash.make()
  for (const { at, what } of trace) {
    hash.addNumber(at)
    hash.addText(what)
  }
  return [trace.length, hash.digest()]
}

test("a stepped source has always sent its first customers at these times", () => {
  const steps = [
    { from: 0, rate: 2 },
    { from: 1, rate: 0 },
    { from: 3, rate: 5 }
  ]
  const times = firstTimes({ kind: "stepped", steps, period: 7 })
  expect(times).toEqual([3.14428356094586, 3.444628885352634, 3.6289704758623564])
})

test("a sinusoidal source has always sent its first customers at these times", () => {
  const times = firstTimes({ kind: "sinusoidal", mean: 1, amplitude: 0.9, period: 24 })
  expect(times).toEqual([1.4323251603838427, 2.2227075930332476, 5.023838561991546])
})

test("the slow simulator sees the same in the office", () => {
  const { engine, trace: found } = runTraced(office, { seed: 7, until: 500 })
  expect(engine.now).toBe(500)
  expect(firstDifference(found, runSlowly(office, { seed: 7, until: 500 }).trace)).toBeUndefined()
})

test("the same things have always happened in the office, at the same times", () => {
  expect(digestOf("addressed")).toEqual([5076, "577eae9ee45a1262"])
  expect(digestOf("sequential")).toEqual([4683, "375e8e4cdf91c6db"])
})

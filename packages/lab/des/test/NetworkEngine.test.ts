import { describe, expect, test } from "vitest"
import type * as Network from "../src/Network.ts"
import { aScribedRun, desk, given, script } from "./aNetworkScript.ts"

const always = (value: number) => ({ kind: "deterministic" as const, value })

describe("a run", () => {
  test("batches come one by one at the same time", () => {
    const network = {
      sources: [
        {
          id: "bus",
          arrivals: { kind: "renewal" as const, between: always(5) },
          batch: 3,
          limit: 5,
          to: "desk"
        }
      ],
      stations: [desk()]
    }
    expect(script(network, ["began"])).toEqual([
      "5 began bus0 desk 0",
      "6 began bus1 desk 0",
      "7 began bus2 desk 0",
      "10 began bus3 desk 0",
      "11 began bus4 desk 0"
    ])
  })

  test("each member of a population comes back that long after it left", () => {
    const network = {
      sources: [
        { id: "m", arrivals: { kind: "population" as const, size: 2, away: always(3) }, to: "desk" }
      ],
      stations: [desk()]
    }
    expect(script(network, ["arrived", "departed"], 10)).toEqual([
      "3 arrived m0",
      "3 arrived m1",
      "4 departed done m0",
      "5 departed done m1",
      "7 arrived m2",
      "8 arrived m3",
      "8 departed done m2",
      "9 departed done m3"
    ])
  })

  test("a class may change on the way", () => {
    const network: Network.Declaration = {
      classes: [{ id: "new" }, { id: "known" }],
      sources: [given("c", [0], [1], { class: "new" })],
      stations: [
        desk({
          service: { kind: "perClass", classes: { new: always(1), known: always(4) } },
          to: {
            kind: "perClass",
            classes: {
              new: { kind: "chance", ways: [{ station: "desk", as: "known", probability: 1 }] },
              known: "leave"
            }
          }
        })
      ]
    }
    expect(script(network, ["finished"])).toEqual(["1 finished c0 desk", "5 finished c0 desk"])
  })

  test("a run without an end is over when the last customer has left", () => {
    const { engine } = aScribedRun({
      sources: [given("c", [0], [1])],
      stations: [
        desk({
          servers: {
            kind: "schedule",
            shifts: [
              { from: 0, servers: 1 },
              { from: 5, servers: 2 }
            ],
            period: 10,
            atEnd: { kind: "finish" }
          }
        })
      ]
    })
    expect(engine.isOver).toBe(false)
    expect(engine.runUntil(Number.POSITIVE_INFINITY)).toBe(true)
    expect(engine.now).toBe(1)
    expect(engine.isOver).toBe(true)
    expect(engine.runUntil(12)).toBe(true)
    expect(engine.now).toBe(12)
  })

  test("services without length in a ring end the run with a station named", () => {
    const to = { kind: "function" as const, name: "on", stations: ["desk"], choose: () => "desk" }
    const { engine, scribe } = aScribedRun({
      sources: [given("c", [0], [0])],
      stations: [desk({ service: always(0), to })]
    })
    scribe.isSilent = true
    engine.runUntil(1)
    expect(engine.runaway).toEqual({ at: 0, station: 0 })
  })
})

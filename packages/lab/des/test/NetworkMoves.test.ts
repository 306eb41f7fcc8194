import { describe, expect, test } from "vitest"
import type * as Network from "../src/Network.ts"
import { aScribedRun, desk, given, script } from "./aNetworkScript.ts"

const always = (value: number) => ({ kind: "deterministic" as const, value })

describe("patience", () => {
  const network = (rest: Partial<Network.Patience> = {}): Network.Declaration => ({
    sources: [given("c", [0, 1, 2], [4, 4, 4]), given("o", [90], [1], { to: "other" })],
    stations: [desk({ patience: { time: always(3), ...rest } }), desk({ id: "other" })]
  })

  test("who has waited so long gives up; one who began at that very time does not", () => {
    // The service that ends at 4 began before the patience of c1, which ends at 4, was set.
    expect(script(network(), ["began", "gave", "departed"], 80)).toEqual([
      "0 began c0 desk 0",
      "4 began c1 desk 0",
      "4 departed done c0",
      "5 gave up c2 desk",
      "5 departed gave up c2",
      "8 departed done c1"
    ])
  })

  test("it may go to another station", () => {
    expect(script(network({ to: "other" }), ["gave", "joined", "departed"], 80).slice(4)).toEqual([
      "5 gave up c2 desk",
      "5 joined c2 other",
      "6 departed done c2",
      "8 departed done c1"
    ])
  })

  test("timers that can no longer matter are no events", () => {
    const { engine } = aScribedRun(network())
    engine.runUntil(Number.POSITIVE_INFINITY)
    // 4 arrivals, 3 ends of service, 1 end of patience.
    expect(engine.executedCount).toBe(8)
    expect(engine.now).toBe(91)
  })
})

describe("balking", () => {
  const network = (balking: Network.Balking): Network.Declaration => ({
    sources: [given("c", [0, 1, 2, 3], [9, 1, 1, 1]), given("o", [90], [1], { to: "other" })],
    stations: [desk({ balking }), desk({ id: "other" })]
  })

  test("by length: from the given number in queue on", () => {
    const lines = script(network({ kind: "length", fromQueue: 1 }), [
      "joined",
      "balked",
      "departed"
    ])
    expect(lines.slice(0, 6)).toEqual([
      "0 joined c0 desk",
      "1 joined c1 desk",
      "2 balked c2 desk",
      "2 departed balked c2",
      "3 balked c3 desk",
      "3 departed balked c3"
    ])
  })

  test("by chance: the last chance holds for all longer queues", () => {
    const lines = script(network({ kind: "chances", balk: [0, 1] }), ["balked"])
    expect(lines).toEqual(["2 balked c2 desk", "3 balked c3 desk"])
  })

  test("by a function, and to another station", () => {
    const join = (view: Network.View) => (view.queueAt("desk") + view.arrivedAt < 3 ? 1 : 0)
    const lines = script(network({ kind: "function", name: "patient", join, to: "other" }), [
      "balked",
      "joined"
    ])
    expect(lines).toEqual([
      "0 joined c0 desk",
      "1 joined c1 desk",
      "2 balked c2 desk",
      "2 joined c2 other",
      "3 balked c3 desk",
      "3 joined c3 other",
      "90 joined o0 other"
    ])
  })

  test("who is sent in a ring by balking ends the run with the station named", () => {
    const { engine } = aScribedRun({
      sources: [given("c", [0, 1], [9, 1])],
      stations: [desk({ balking: { kind: "function", name: "never", join: () => 0, to: "desk" } })]
    })
    engine.runUntil(Number.POSITIVE_INFINITY)
    expect(engine.runaway).toEqual({ at: 0, station: 0 })
    expect(engine.isOver).toBe(true)
  })
})

describe("room", () => {
  test("who finds no place is lost", () => {
    const network = {
      sources: [given("c", [0, 1, 2, 3], [2, 2, 2, 2])],
      stations: [desk({ room: 2 })]
    }
    expect(script(network, ["refused", "departed"])).toEqual([
      "2 departed done c0",
      "3 refused c3 desk",
      "3 departed lost c3",
      "4 departed done c1",
      "6 departed done c2"
    ])
  })

  const chain = (rest: Partial<Network.Station>): Network.Declaration => ({
    sources: [given("c", [0, 0, 0, 0], [1, 1, 1, 1])],
    stations: [
      desk({ to: "next", servers: 2 }),
      desk({ id: "next", service: always(10), room: 1, ...rest })
    ]
  })

  test("blocked after service: the customer keeps its server until there is a place", () => {
    const lines = script(chain({ whenFull: "block" }), [
      "began",
      "blocked",
      "unblocked",
      "departed"
    ])
    expect(lines).toEqual([
      "0 began c0 desk 0",
      "0 began c1 desk 1",
      "1 began c2 desk 0",
      "1 began c0 next 0",
      "1 blocked to next c1 desk",
      "2 blocked to next c2 desk",
      "11 departed done c0",
      "11 unblocked c1 desk",
      "11 began c3 desk 1",
      "11 began c1 next 0",
      "12 blocked to next c3 desk",
      "21 departed done c1",
      "21 unblocked c2 desk",
      "21 began c2 next 0",
      "31 departed done c2",
      "31 unblocked c3 desk",
      "31 began c3 next 0",
      "41 departed done c3"
    ])
  })

  test("lost after service where nobody may wait for a place", () => {
    expect(script(chain({}), ["refused"])).toEqual([
      "1 refused c1 next",
      "2 refused c2 next",
      "2 refused c3 next"
    ])
  })

  test("who comes from outside is lost even before a station that blocks", () => {
    const network: Network.Declaration = {
      sources: [given("c", [0, 1], [5, 5], { to: "desk" }), given("d", [0], [9], { to: "first" })],
      stations: [desk({ room: 1, whenFull: "block" }), desk({ id: "first", to: "desk" })]
    }
    expect(script(network, ["refused"])).toEqual(["1 refused c1 desk"])
  })

  test("a place that is given up goes to who is blocked longest", () => {
    const network: Network.Declaration = {
      sources: [given("c", [0, 0, 0], [1, 2, 3])],
      stations: [
        desk({ servers: 3, to: "next" }),
        desk({
          id: "next",
          service: always(10),
          room: 1,
          whenFull: "block",
          patience: { time: always(1) }
        })
      ]
    }
    expect(script(network, ["unblocked"])).toEqual(["11 unblocked c1 desk", "21 unblocked c2 desk"])
  })
})

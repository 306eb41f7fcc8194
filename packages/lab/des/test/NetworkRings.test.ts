import { describe, expect, test } from "vitest"
import type * as Network from "../src/Network.ts"
import { aScribedRun, desk, given } from "./aNetworkScript.ts"

const always = (value: number) => ({ kind: "deterministic" as const, value })

describe("deadlock", () => {
  const ring = (deadlock: "stop" | "exchange"): Network.Declaration => ({
    deadlock,
    sources: [given("a", [0, 0], [3, 1], { to: "left" }), given("b", [0], [4], { to: "right" })],
    stations: [
      desk({
        id: "left",
        room: 2,
        whenFull: "block",
        to: { kind: "function", name: "over", stations: ["right"], choose: over("right") }
      }),
      desk({
        id: "right",
        room: 1,
        whenFull: "block",
        to: { kind: "function", name: "over", stations: ["left"], choose: over("left") }
      })
    ]
  })
  const over = (to: string) => (view: Network.View) => (view.visits < 2 ? to : null)

  test("stop: the run ends when the ring closes, and names it", () => {
    const { engine } = aScribedRun(ring("stop"))
    expect(engine.runUntil(100)).toBe(true)
    expect(engine.deadlock).toEqual({ at: 4, stations: [0, 1] })
    expect(engine.isOver).toBe(true)
    expect(engine.now).toBe(4)
  })

  test("exchange: all in the ring move at once", () => {
    const { engine, scribe } = aScribedRun(ring("exchange"))
    engine.runUntil(Number.POSITIVE_INFINITY)
    expect(engine.deadlock).toBeNull()
    expect(scribe.lines.slice(8)).toEqual([
      "3 finished a0 left",
      "3 blocked to right a0 left",
      "4 finished b0 right",
      "4 blocked to left b0 right",
      "4 unblocked a0 left",
      "4 left a0 left",
      "4 unblocked b0 right",
      "4 left b0 right",
      "4 began a1 left 0",
      "4 joined a0 right",
      "4 began a0 right 0",
      "4 joined b0 left",
      "5 finished a1 left",
      "5 blocked to right a1 left",
      "5 finished a0 right",
      "5 left a0 right",
      "5 departed done a0",
      "5 unblocked a1 left",
      "5 left a1 left",
      "5 began b0 left 0",
      "5 joined a1 right",
      "5 began a1 right 0",
      "6 finished b0 left",
      "6 left b0 left",
      "6 departed done b0",
      "6 finished a1 right",
      "6 left a1 right",
      "6 departed done a1"
    ])
  })

  test("a customer that waits for a place in its own full station is in deadlock with itself", () => {
    const { engine } = aScribedRun({
      sources: [given("c", [0, 0], [1, 1])],
      stations: [
        desk({
          room: 2,
          whenFull: "block",
          to: { kind: "function", name: "again", stations: ["desk"], choose: over("desk") }
        })
      ]
    })
    engine.runUntil(Number.POSITIVE_INFINITY)
    expect(engine.deadlock).toEqual({ at: 1, stations: [0] })
  })

  test("somebody who may still give up keeps the run going", () => {
    const declaration = ring("stop")
    const [left, right] = declaration.stations
    const { engine } = aScribedRun({
      ...declaration,
      stations: [{ ...left!, patience: { time: always(6) } }, right!]
    })
    engine.runUntil(Number.POSITIVE_INFINITY)
    expect(engine.deadlock).toBeNull()
    expect(engine.customers.count).toBe(0)
  })
})

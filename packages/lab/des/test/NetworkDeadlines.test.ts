import { describe, expect, test } from "vitest"
import type * as Network from "../src/Network.ts"
import { desk, given, script } from "./aNetworkScript.ts"

const always = (value: number) => ({ kind: "deterministic" as const, value })

describe("deadlines", () => {
  const network = (
    overdue: Network.Overdue,
    rest: Partial<Network.Station> = {}
  ): Network.Declaration => ({
    classes: [
      { id: "timed", priority: 5, deadline: { time: always(3), overdue } },
      { id: "free", priority: 4 }
    ],
    sources: [
      given("t", [0, 1, 1.5], [2.5, 2, 2], { class: "timed" }),
      given("f", [2, 2], [3, 3], { class: "free" })
    ],
    stations: [desk(rest)]
  })

  test("note: only noted, and cancelled for who leaves in time", () => {
    expect(script(network({ kind: "note" }), ["overdue", "departed"])).toEqual([
      "2.5 departed done t0",
      "4 overdue t1",
      "4.5 overdue t2",
      "5.5 departed done f0",
      "8.5 departed done f1",
      "10.5 departed done t1",
      "12.5 departed done t2"
    ])
  })

  test("raise: from then on it has the new priority", () => {
    expect(script(network({ kind: "raise", priority: 1 }), ["began"])).toEqual([
      "0 began t0 desk 0",
      "2.5 began f0 desk 0",
      "5.5 began t1 desk 0",
      "7.5 began t2 desk 0",
      "9.5 began f1 desk 0"
    ])
  })

  test("raise: takes a server of lower priority if the station pre-empts", () => {
    const lines = script(network({ kind: "raise", priority: 1 }, { preemption: "resume" }), [
      "began",
      "interrupted",
      "resumed"
    ])
    expect(lines).toEqual([
      "0 began t0 desk 0",
      "2 interrupted t0 desk 0",
      "2 began f0 desk 0",
      "3 interrupted f0 desk 0",
      "3 resumed t0 desk 0",
      "3.5 resumed f0 desk 0",
      "4 interrupted f0 desk 0",
      "4 began t1 desk 0",
      "6 began t2 desk 0",
      "8 resumed f0 desk 0",
      "9.5 began f1 desk 0"
    ])
  })

  test("leave: who waits leaves at once, who is served after its service", () => {
    expect(script(network({ kind: "leave" }), ["overdue", "departed"])).toEqual([
      "2.5 departed done t0",
      "4 overdue t1",
      "4 departed overdue t1",
      "4.5 overdue t2",
      "4.5 departed overdue t2",
      "5.5 departed done f0",
      "8.5 departed done f1"
    ])
    const served = {
      classes: [
        { id: "timed", deadline: { time: always(3), overdue: { kind: "leave" as const } } }
      ],
      sources: [given("t", [0], [4])],
      stations: [desk({ to: "next" }), desk({ id: "next" })]
    }
    expect(script(served, ["departed"])).toEqual(["4 departed overdue t0"])
  })

  test("leave: who is blocked gives its server back", () => {
    const lines = script(
      {
        classes: [
          { id: "timed", deadline: { time: always(3), overdue: { kind: "leave" } } },
          { id: "free" }
        ],
        sources: [
          given("f", [0], [20], { class: "free", to: "next" }),
          given("t", [0, 2.5], [1, 1], { class: "timed" })
        ],
        stations: [desk({ to: "next" }), desk({ id: "next", room: 1, whenFull: "block" })]
      },
      ["began", "departed"]
    )
    expect(lines).toEqual([
      "0 began f0 next 0",
      "0 began t0 desk 0",
      "3 began t1 desk 0",
      "3 departed overdue t0",
      "5.5 departed overdue t1",
      "20 departed done f0"
    ])
  })
})

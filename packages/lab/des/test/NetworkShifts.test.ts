import { describe, expect, test } from "vitest"
import type * as Network from "../src/Network.ts"
import { aScribedRun, desk, given, script } from "./aNetworkScript.ts"

const finish: Network.ShiftEnd = { kind: "finish" }
const resume: Network.ShiftEnd = { kind: "resume" }
const words = ["servers", "began", "interrupted", "resumed", "finished", "departed", "joined"]

const planned = (
  shifts: ReadonlyArray<Network.Shift>,
  atEnd: Network.ShiftEnd,
  rest: { period?: number } = {}
): Network.Servers => ({ kind: "schedule", shifts, atEnd, ...rest })

describe("servers by a plan", () => {
  const twoThenOne = [
    { from: 0, servers: 2 },
    { from: 3, servers: 1 },
    { from: 6, servers: 2 }
  ]
  const sources = [given("c", [0, 1, 2], [4, 4, 4])]
  const lines = (atEnd: Network.ShiftEnd) =>
    script({ sources, stations: [desk({ servers: planned(twoThenOne, atEnd) })] }, [
      "servers",
      "began",
      "interrupted",
      "resumed",
      "finished"
    ])

  test("finish: the case in hand is finished, then the server goes", () => {
    expect(lines(finish)).toEqual([
      "0 servers desk 2",
      "0 began c0 desk 0",
      "1 began c1 desk 1",
      "3 servers desk 1",
      "4 finished c0 desk",
      "4 began c2 desk 0",
      "5 finished c1 desk",
      "6 servers desk 2",
      "8 finished c2 desk"
    ])
  })

  test("resume: the case is put back first and goes on when a server has time", () => {
    expect(lines(resume)).toEqual([
      "0 servers desk 2",
      "0 began c0 desk 0",
      "1 began c1 desk 1",
      "3 servers desk 1",
      "3 interrupted c1 desk 1",
      "4 finished c0 desk",
      "4 resumed c1 desk 0",
      "6 servers desk 2",
      "6 began c2 desk 1",
      "6 finished c1 desk",
      "10 finished c2 desk"
    ])
  })

  test("idle servers go first, whatever their numbers", () => {
    const shifts = [
      { from: 0, servers: 2 },
      { from: 3, servers: 1 }
    ]
    const stations = [desk({ servers: planned(shifts, resume) })]
    const own = [given("c", [0, 1], [2, 5])]
    expect(script({ sources: own, stations }, ["interrupted", "finished"])).toEqual([
      "2 finished c0 desk",
      "6 finished c1 desk"
    ])
  })

  test("a server who is called back while it finishes takes the next customer", () => {
    const shifts = [
      { from: 0, servers: 1 },
      { from: 3, servers: 0 },
      { from: 4, servers: 1 }
    ]
    const stations = [desk({ servers: planned(shifts, finish) })]
    expect(script({ sources: [given("c", [0, 0], [5, 1])], stations }, ["began"])).toEqual([
      "0 began c0 desk 0",
      "5 began c1 desk 0"
    ])
  })

  test("who comes while nobody is there waits for the next shift; plans repeat", () => {
    const shifts = [
      { from: 0, servers: 0 },
      { from: 8, servers: 1 },
      { from: 16, servers: 0 }
    ]
    const servers = planned(shifts, finish, { period: 24 })
    const lines = script(
      { sources: [given("c", [1, 15, 17, 41], [1, 2, 1, 1])], stations: [desk({ servers })] },
      ["servers", "began"]
    )
    expect(lines).toEqual([
      "0 servers desk 0",
      "8 servers desk 1",
      "8 began c0 desk 0",
      "15 began c1 desk 0",
      "16 servers desk 0",
      "32 servers desk 1",
      "32 began c2 desk 0",
      "40 servers desk 0",
      "56 servers desk 1",
      "56 began c3 desk 0"
    ])
  })

  test("a change to the same number is no event, also from one period to the next", () => {
    const shifts = [
      { from: 0, servers: 1 },
      { from: 2, servers: 1 },
      { from: 4, servers: 2 },
      { from: 6, servers: 1 }
    ]
    const servers = planned(shifts, finish, { period: 10 })
    const { engine, scribe } = aScribedRun({
      sources: [given("c", [0], [1])],
      stations: [desk({ servers })]
    })
    engine.runUntil(25)
    expect(scribe.lines.filter((line) => line.includes("servers"))).toEqual([
      "0 servers desk 1",
      "4 servers desk 2",
      "6 servers desk 1",
      "14 servers desk 2",
      "16 servers desk 1",
      "24 servers desk 2"
    ])
  })

  describe("elsewhere", () => {
    const network = (work: "remaining" | "fresh", room?: number): Network.Declaration => ({
      sources: [given("c", [0, 1], [5, 5])],
      stations: [
        desk({
          servers: planned(
            [
              { from: 0, servers: 2 },
              { from: 3, servers: 0 }
            ],
            { kind: "elsewhere", station: "night", work }
          )
        }),
        desk({ id: "night", ...(room === undefined ? {} : { room }) })
      ]
    })

    test("remaining: the rest of the service is done there, from the highest server on", () => {
      expect(script(network("remaining"), words).slice(5)).toEqual(
        [
          "3 servers desk 0",
          "3 interrupted c1 desk 1",
          "3 interrupted c0 desk 0",
          "3 joined c1 night",
          "3 began c1 night 0",
          "3 joined c0 night",
          "6 finished c1 night",
          "6 began c0 night 0",
          "6 departed c1",
          "8 finished c0 night",
          "8 departed c0"
        ].map((line) => line.replace("departed c", "departed done c"))
      )
    })

    test("fresh: the service is that of the station there", () => {
      expect(script(network("fresh"), ["finished"])).toEqual([
        "4 finished c1 night",
        "5 finished c0 night"
      ])
    })

    test("who finds no room there is lost", () => {
      expect(script(network("fresh", 1), ["refused", "departed"])).toEqual([
        "3 refused c0 night",
        "3 departed lost c0",
        "4 departed done c1"
      ])
    })
  })

  test("put back by a shift's end it takes a server of lower priority if the station pre-empts", () => {
    const lines = script(
      {
        classes: [
          { id: "urgent", priority: 0 },
          { id: "normal", priority: 1 }
        ],
        sources: [
          given("n", [0], [9], { class: "normal" }),
          given("u", [1], [9], { class: "urgent" })
        ],
        stations: [
          desk({
            preemption: "resume",
            servers: planned(
              [
                { from: 0, servers: 2 },
                { from: 2, servers: 1 }
              ],
              resume
            )
          })
        ]
      },
      ["interrupted", "resumed", "finished"]
    )
    expect(lines).toEqual([
      "2 interrupted u0 desk 1",
      "2 interrupted n0 desk 0",
      "2 resumed u0 desk 0",
      "10 finished u0 desk",
      "10 resumed n0 desk 0",
      "17 finished n0 desk"
    ])
  })
})

describe("vacations", () => {
  const network = (kind: "single" | "multiple"): Network.Declaration => ({
    sources: [given("c", [1, 7, 8, 14.5], [1, 1, 1, 1])],
    stations: [desk({ vacation: { kind, time: { kind: "deterministic", value: 2 } } })]
  })

  test("multiple: away again and again until somebody waits", () => {
    // Away 0-2, serves 2-3, away 3-5, 5-7 and 7-9 (the end at 7 comes after the arrival at 7).
    expect(script(network("multiple"), ["began"])).toEqual([
      "2 began c0 desk 0",
      "7 began c1 desk 0",
      "8 began c2 desk 0",
      "15 began c3 desk 0"
    ])
  })

  test("single: away once, then idle", () => {
    expect(script(network("single"), ["began"])).toEqual([
      "2 began c0 desk 0",
      "7 began c1 desk 0",
      "8 began c2 desk 0",
      "14.5 began c3 desk 0"
    ])
  })
})

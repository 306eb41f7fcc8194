import { describe, expect, test } from "vitest"
import type * as Network from "../src/Network.ts"
import { desk, given, script } from "./aNetworkScript.ts"

const classes = [
  { id: "urgent", priority: 0 },
  { id: "normal", priority: 1 },
  { id: "slow", priority: 2 }
]
const words = ["began", "interrupted", "resumed", "finished"]

describe("pre-emption by priority", () => {
  const sources = [
    given("n", [0, 1], [4, 1], { class: "normal" }),
    given("u", [1.5], [2], { class: "urgent" })
  ]
  const lines = (preemption: Network.Preemption) =>
    script({ classes, sources, stations: [desk({ preemption })] }, words)

  test("resume: the interrupted service goes on, before others of its priority", () => {
    expect(lines("resume")).toEqual([
      "0 began n0 desk 0",
      "1.5 interrupted n0 desk 0",
      "1.5 began u0 desk 0",
      "3.5 finished u0 desk",
      "3.5 resumed n0 desk 0",
      "6 finished n0 desk",
      "6 began n1 desk 0",
      "7 finished n1 desk"
    ])
  })

  test("restart: it begins anew with the same length", () => {
    expect(lines("restart").at(-3)).toBe("7.5 finished n0 desk")
  })

  test("resample: it begins anew with the service time of the station", () => {
    expect(lines("resample").at(-3)).toBe("4.5 finished n0 desk")
  })

  test("none: nobody is interrupted", () => {
    expect(lines("none")).toEqual([
      "0 began n0 desk 0",
      "4 finished n0 desk",
      "4 began u0 desk 0",
      "6 finished u0 desk",
      "6 began n1 desk 0",
      "7 finished n1 desk"
    ])
  })

  test("equals are not interrupted", () => {
    const equal = [
      given("u", [0, 1], [4, 1], { class: "urgent" }),
      given("n", [9], [1], { class: "normal" })
    ]
    expect(
      script({ classes, sources: equal, stations: [desk({ preemption: "resume" })] }, [
        "interrupted"
      ])
    ).toEqual([])
  })

  test("of several the one of the worst priority loses its server, among equals the newest", () => {
    const lines = script(
      {
        classes,
        sources: [
          given("n", [0], [9], { class: "normal" }),
          given("s", [0, 0], [9, 9], { class: "slow" }),
          given("u", [1, 2, 3], [20, 20, 20], { class: "urgent" })
        ],
        stations: [desk({ servers: 3, preemption: "resume" })]
      },
      ["interrupted"]
    )
    expect(lines).toEqual([
      "1 interrupted s1 desk 2",
      "2 interrupted s0 desk 1",
      "3 interrupted n0 desk 0"
    ])
  })
})

describe("pre-emption among equals", () => {
  test("last-come: the newcomer takes the server, and the interrupted is next", () => {
    const sources = [given("c", [0, 1, 2], [5, 4, 1])]
    const stations = [desk({ discipline: "last-come", preemption: "resume" })]
    expect(script({ sources, stations }, ["finished"])).toEqual([
      "3 finished c2 desk",
      "6 finished c1 desk",
      "10 finished c0 desk"
    ])
  })

  test("shortest: who has less work left is served", () => {
    const sources = [given("c", [0, 1, 2, 2], [5, 3, 1, 4.5])]
    const stations = [desk({ discipline: "shortest", preemption: "resume" })]
    expect(script({ sources, stations }, words)).toEqual([
      "0 began c0 desk 0",
      "1 interrupted c0 desk 0",
      "1 began c1 desk 0",
      "2 interrupted c1 desk 0",
      "2 began c2 desk 0",
      "3 finished c2 desk",
      "3 resumed c1 desk 0",
      "5 finished c1 desk",
      "5 resumed c0 desk 0",
      "9 finished c0 desk",
      "9 began c3 desk 0",
      "13.5 finished c3 desk"
    ])
  })

  test("shortest: who was interrupted waits by the work that it has left", () => {
    const sources = [given("c", [0, 1, 2, 3], [6, 3, 2, 1])]
    const stations = [desk({ discipline: "shortest", preemption: "resume" })]
    expect(script({ sources, stations }, ["finished"])).toEqual([
      "4 finished c1 desk",
      "5 finished c3 desk",
      "7 finished c2 desk",
      "12 finished c0 desk"
    ])
  })

  test("shortest: exactly as much work as is left takes no server", () => {
    const sources = [given("c", [0, 1], [5, 4])]
    const stations = [desk({ discipline: "shortest", preemption: "resume" })]
    expect(script({ sources, stations }, ["interrupted"])).toEqual([])
  })
})

describe("pre-emption with skills", () => {
  test("who is interrupted takes an idle server that may serve it", () => {
    const lines = script(
      {
        classes,
        sources: [
          given("n", [0, 0], [9, 9], { class: "normal" }),
          given("u", [1], [2], { class: "urgent" })
        ],
        stations: [
          desk({
            preemption: "resume",
            servers: {
              kind: "skills",
              groups: [
                { name: "one", servers: 2, serves: ["urgent", "normal"] },
                { name: "two", servers: 1, serves: ["normal"] }
              ]
            }
          })
        ]
      },
      words
    )
    expect(lines.slice(2)).toEqual([
      "1 interrupted n1 desk 1",
      "1 began u0 desk 1",
      "1 resumed n1 desk 2",
      "3 finished u0 desk",
      "9 finished n0 desk",
      "9 finished n1 desk"
    ])
  })
})

describe("priority that rises", () => {
  const steps = { kind: "steps" as const, steps: [{ after: 3, priority: 0 }] }
  const sources = [
    given("n", [0, 1], [4.5, 1], { class: "normal" }),
    given("u", [2, 5], [4, 1], { class: "urgent" })
  ]

  test("steps: at the given time after joining, keeping its order of joining", () => {
    // n1 is urgent from 4 on, and joined before u0.
    const stations = [desk({ rising: steps })]
    expect(script({ classes, sources, stations }, ["began"])).toEqual([
      "0 began n0 desk 0",
      "4.5 began n1 desk 0",
      "5.5 began u0 desk 0",
      "9.5 began u1 desk 0"
    ])
  })

  test("steps: too late for who is served before", () => {
    const later = { kind: "steps" as const, steps: [{ after: 3.6, priority: 0 }] }
    const stations = [desk({ rising: later })]
    expect(script({ classes, sources, stations }, ["began"]).slice(1, 3)).toEqual([
      "4.5 began u0 desk 0",
      "8.5 began n1 desk 0"
    ])
  })

  test("steps: who has risen takes a server if the station pre-empts", () => {
    const lines = script(
      {
        classes,
        sources: [
          given("s", [1], [6], { class: "slow" }),
          given("n", [0.5, 0.5], [2, 3], { class: "normal" })
        ],
        stations: [
          desk({
            preemption: "resume",
            servers: 1,
            rising: {
              kind: "perClass",
              classes: { slow: { kind: "steps", steps: [{ after: 2, priority: 0 }] } }
            }
          })
        ]
      },
      words
    )
    expect(lines).toEqual([
      "0.5 began n0 desk 0",
      "2.5 finished n0 desk",
      "2.5 began n1 desk 0",
      "3 interrupted n1 desk 0",
      "3 began s0 desk 0",
      "9 finished s0 desk",
      "9 resumed n1 desk 0",
      "11.5 finished n1 desk"
    ])
  })

  test("accumulating: rate times time waited decides, whatever the priority", () => {
    const lines = script(
      {
        classes,
        sources: [
          given("s", [0, 1], [4, 1], { class: "slow" }),
          given("u", [2, 3], [1, 1], { class: "urgent" })
        ],
        stations: [
          desk({
            rising: {
              kind: "perClass",
              classes: {
                slow: { kind: "accumulating", rate: 1 },
                urgent: { kind: "accumulating", rate: 2 }
              },
              otherwise: { kind: "accumulating", rate: 1 }
            }
          })
        ]
      },
      ["began"]
    )
    // At 4: s1 has 3, u0 has 4. At 5: s1 has 4, u1 has 4, and s1 joined first. At 6: u1.
    expect(lines).toEqual([
      "0 began s0 desk 0",
      "4 began u0 desk 0",
      "5 began s1 desk 0",
      "6 began u1 desk 0"
    ])
  })
})

test("nobody is interrupted whose own steps have made it more urgent than who comes", () => {
  const station = desk({
    preemption: "resume",
    priority: 1,
    rising: { kind: "steps", steps: [{ after: 1, priority: 0 }] },
    discipline: "last-come"
  })
  // The first has risen from 1 to 0 in service; the second comes with 1.
  const sources = [given("c", [0, 2], [5, 1])]
  expect(script({ classes, sources, stations: [station] }, words)).toEqual([
    "0 began c0 desk 0",
    "5 finished c0 desk",
    "5 began c1 desk 0",
    "6 finished c1 desk"
  ])
})

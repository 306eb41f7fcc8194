import { describe, expect, test } from "vitest"
import { desk, given, script } from "./aNetworkScript.ts"

const order = (lines: ReadonlyArray<string>): string =>
  lines.map((line) => `${line.split(" ")[2]}@${line.split(" ")[0]}`).join(" ")

describe("who is served next", () => {
  const times = [0, 1, 2, 3]
  const services = [10, 5, 1, 3]
  const served = (discipline: "first-come" | "last-come" | "shortest") =>
    order(
      script({ sources: [given("c", times, services)], stations: [desk({ discipline })] }, [
        "began"
      ])
    )

  test("first-come serves in order of joining", () => {
    expect(served("first-come")).toBe("c0@0 c1@10 c2@15 c3@16")
  })

  test("last-come serves the newest first and interrupts nobody", () => {
    expect(served("last-come")).toBe("c0@0 c3@10 c2@13 c1@14")
  })

  test("shortest serves by the length drawn on arrival", () => {
    expect(served("shortest")).toBe("c0@0 c2@10 c3@11 c1@14")
  })

  test("equal lengths are served in order of joining", () => {
    const network = {
      sources: [given("c", [0, 1, 2, 3, 4], [9, 2, 1, 2, 1])],
      stations: [desk({ discipline: "shortest" as const })]
    }
    expect(order(script(network, ["began"]))).toBe("c0@0 c2@9 c4@10 c1@11 c3@13")
  })

  test("random serves everybody, one at a time, in an order that the seed decides", () => {
    const network = {
      sources: [given("c", [0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1])],
      stations: [desk({ discipline: "random" as const })]
    }
    const lines = script(network, ["began"])
    expect(lines.map((line) => line.split(" ")[0])).toEqual(["0", "1", "2", "3", "4", "5", "6"])
    const names = lines.map((line) => line.split(" ")[2]).sort()
    expect(names).toEqual(["c0", "c1", "c2", "c3", "c4", "c5", "c6"])
    expect(lines).toEqual(script(network, ["began"]))
  })
})

describe("priority", () => {
  const classes = [
    { id: "urgent", priority: -1 },
    { id: "normal", priority: 2.5 }
  ]
  const sources = [
    given("n", [0, 1, 2], [4, 4, 4], { class: "normal" }),
    given("u", [2.5, 3], [1, 1], { class: "urgent" })
  ]

  test("the urgent go first, nobody is interrupted, equals keep their order", () => {
    const lines = script({ classes, sources, stations: [desk()] }, ["began"])
    expect(order(lines)).toBe("n0@0 u0@4 u1@5 n1@6 n2@10")
  })

  test("a station may see it otherwise", () => {
    const priority = { kind: "perClass" as const, classes: { urgent: 1, normal: 0 } }
    const lines = script({ classes, sources, stations: [desk({ priority })] }, ["began"])
    expect(order(lines)).toBe("n0@0 n1@4 n2@8 u0@12 u1@13")
  })

  test("the discipline decides among equals", () => {
    const lines = script({ classes, sources, stations: [desk({ discipline: "last-come" })] }, [
      "began"
    ])
    expect(order(lines)).toBe("n0@0 u1@4 u0@5 n2@6 n1@10")
  })
})

describe("servers", () => {
  test("the idle server with the lowest number is taken", () => {
    const lines = script(
      { sources: [given("c", [0, 1, 2, 6], [5, 4, 3, 1])], stations: [desk({ servers: 3 })] },
      ["began"]
    )
    expect(lines).toEqual([
      "0 began c0 desk 0",
      "1 began c1 desk 1",
      "2 began c2 desk 2",
      "6 began c3 desk 0"
    ])
  })

  test("more than 32 servers are found in order", () => {
    const times = Array.from({ length: 70 }, () => 0)
    const lines = script(
      {
        sources: [
          given(
            "c",
            times,
            times.map(() => 1)
          )
        ],
        stations: [desk({ servers: 67 })]
      },
      ["began"]
    )
    const servers = lines.map((line) => Number(line.split(" ")[4]))
    expect(servers.slice(0, 67)).toEqual(Array.from({ length: 67 }, (_, server) => server))
    expect(lines.slice(67).map((line) => line.split(" ")[0])).toEqual(["1", "1", "1"])
  })

  test("infinitely many serve everybody at once", () => {
    const lines = script(
      { sources: [given("c", [0, 0, 1], [3, 2, 1])], stations: [desk({ servers: "infinite" })] },
      ["began", "departed"]
    )
    expect(lines.map((line) => line.slice(0, 7))).toEqual([
      "0 began",
      "0 began",
      "1 began",
      "2 depar",
      "2 depar",
      "3 depar"
    ])
  })
})

describe("sharing", () => {
  const finished = (servers: number, times: Array<number>, services: Array<number>) =>
    order(
      script(
        {
          sources: [given("c", times, services)],
          stations: [desk({ servers, discipline: "sharing" })]
        },
        ["finished"]
      )
    )

  test("two customers get half a server each", () => {
    // c0 alone to 1 (2 left); shared until c1 has had its 1 at 3; then c0 alone.
    expect(finished(1, [0, 1], [3, 1])).toBe("c1@3 c0@4")
  })

  test("nobody gets more than one server", () => {
    // Two servers for three from 2 to 5 at 2/3 each: c2 has had 2 at 5.
    expect(finished(2, [0, 0, 2], [5, 6, 2])).toBe("c2@5 c0@6 c1@7")
  })

  test("those who end at the same time end in order of joining", () => {
    expect(finished(1, [0, 0, 0], [2, 2, 2])).toBe("c0@6 c1@6 c2@6")
  })
})

describe("skills", () => {
  const classes = [{ id: "a" }, { id: "b" }]
  const servers = {
    kind: "skills" as const,
    groups: [
      { name: "any", servers: 1, serves: ["a", "b"] },
      {
        name: "only b",
        servers: 1,
        serves: ["b"],
        service: { kind: "deterministic" as const, value: 7 }
      }
    ]
  }

  test("the first named group that may serve and is idle takes a customer", () => {
    const lines = script(
      {
        classes,
        sources: [
          { ...given("b", [0, 1], [2, 2], { class: "b" }) },
          { ...given("a", [1], [2], { class: "a" }) }
        ],
        stations: [desk({ servers })]
      },
      ["began", "finished"]
    )
    expect(lines).toEqual([
      "0 began b0 desk 0",
      "1 began b1 desk 1",
      "2 finished b0 desk",
      "2 began a0 desk 0",
      "3 finished b1 desk",
      "4 finished a0 desk"
    ])
  })

  test("a free server passes over whom it may not serve; groups have their own times", () => {
    const source = (id: string, times: Array<number>) => ({
      id,
      class: id,
      to: "desk",
      arrivals: { kind: "given" as const, times }
    })
    const lines = script(
      {
        classes,
        sources: [source("a", [0, 2, 2]), source("b", [1, 3])],
        stations: [
          desk({
            servers,
            service: { kind: "deterministic", value: 10 }
          })
        ]
      },
      ["began"]
    )
    expect(lines).toEqual([
      "0 began a0 desk 0",
      "1 began b0 desk 1",
      "8 began b1 desk 1",
      "10 began a1 desk 0",
      "20 began a2 desk 0"
    ])
  })
})

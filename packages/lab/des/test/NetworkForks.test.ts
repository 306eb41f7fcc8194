import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Network from "../src/Network.ts"
import * as Snapshot from "../src/Snapshot.ts"
import { aScribedRun, desk, given } from "./aNetworkScript.ts"
import { isCounted, isPreemptive, isWorkConserving } from "./Network.properties.ts"
import { someNetwork } from "./someNetwork.ts"

const options = { kind: "fork test", version: 1 }
type Scribed = ReturnType<typeof aScribedRun>

/** The run in another network, from where it is. */
const forked = (run: Scribed, to: Network.Declaration): Snapshot.Outcome<Scribed> => {
  const bytes = Snapshot.write({ ...options, body: (writer) => run.engine.save(writer) })
  const next = aScribedRun(to)
  const body = (reader: Snapshot.Reader) => {
    next.engine.restore(reader)
    return next
  }
  return Snapshot.read(bytes, { ...options, body })
}

/** The lines of the second half of a run that is forked at a time; events of these kinds. */
const linesAfter = (
  from: Network.Declaration,
  to: Network.Declaration,
  at: number,
  words: ReadonlyArray<string>
): ReadonlyArray<string> => {
  const run = aScribedRun(from)
  run.engine.runUntil(at)
  const outcome = forked(run, to)
  if (!outcome.ok) return [outcome.problem.code]
  outcome.value.engine.runUntil(Number.POSITIVE_INFINITY)
  return outcome.value.scribe.lines.filter((line) => words.includes(line.split(" ")[1] ?? ""))
}

describe("a fork into other arrivals", () => {
  const of = (arrivals: Network.Arrivals): Network.Declaration => ({
    sources: [{ id: "street", arrivals, to: "desk", until: 20 }],
    stations: [desk({})]
  })
  const poisson = of({ kind: "poisson", rate: 1 })
  const between = { kind: "exponential", mean: 1 } as const

  test("is taken where no kind keeps anything, and else refused with source and kinds", () => {
    const run = aScribedRun(poisson)
    run.engine.runUntil(5)
    const wave = of({ kind: "sinusoidal", mean: 1, amplitude: 0.5, period: 7 })
    expect(forked(run, wave).ok).toBe(true)
    expect(forked(run, of({ kind: "poisson", rate: 3 })).ok).toBe(true)
    for (const arrivals of [
      { kind: "renewal", between },
      { kind: "stepped", steps: [{ from: 0, rate: 1 }] },
      { kind: "given", times: [1, 9] }
    ] as const) {
      const outcome = forked(run, of(arrivals))
      expect(outcome.ok ? null : outcome.problem).toEqual({
        code: "DifferentModel",
        subject: 'source "street": arrivals',
        found: "poisson",
        expected: arrivals.kind
      })
    }
  })
})

describe("a fork into another policy", () => {
  const classes = [
    { id: "urgent", priority: 0 },
    { id: "normal", priority: 0 }
  ]
  const sources = [
    given("n", [0, 1, 2], [9, 6, 4], { class: "normal" }),
    given("u", [3], [5], { class: "urgent" })
  ]
  const of = (rest: Partial<Network.Station>): Network.Declaration => ({
    classes,
    sources,
    stations: [desk(rest)]
  })
  const words = ["servers", "began", "interrupted", "resumed", "finished"]

  test("more servers take up work at once", () => {
    expect(linesAfter(of({}), of({ servers: 3 }), 4, words).slice(0, 4)).toEqual([
      "4 servers desk 3",
      "4 began n1 desk 1",
      "4 began n2 desk 2",
      "8 finished n2 desk"
    ])
  })

  test("servers that are no more finish the case in hand", () => {
    expect(linesAfter(of({ servers: 3 }), of({ servers: 1 }), 4, words)).toEqual([
      "4 servers desk 1",
      "6 finished n2 desk",
      "7 finished n1 desk",
      "9 finished n0 desk",
      "9 began u0 desk 0",
      "14 finished u0 desk"
    ])
  })

  test("of servers that are no more the idle ones go first", () => {
    const run = (servers: number): Network.Declaration => ({
      sources: [given("n", [0, 0, 0, 5], [1, 1, 9, 1])],
      stations: [desk({ servers })]
    })
    // At 4 only n2 is left, with the third server: it keeps the one that stays.
    expect(linesAfter(run(3), run(1), 4, words)).toEqual([
      "4 servers desk 1",
      "9 finished n2 desk",
      "9 began n3 desk 0",
      "10 finished n3 desk"
    ])
  })

  test("a plan begins where it stands at that time", () => {
    const shifts = [
      { from: 0, servers: 1 },
      { from: 5, servers: 3 },
      { from: 7, servers: 1 }
    ]
    const plan = { kind: "schedule" as const, shifts, atEnd: { kind: "finish" as const } }
    expect(linesAfter(of({}), of({ servers: plan }), 6, words).slice(0, 4)).toEqual([
      "6 servers desk 3",
      "6 began n1 desk 1",
      "6 began n2 desk 2",
      "7 servers desk 1"
    ])
    const gone = linesAfter(of({ servers: plan }), of({}), 6, ["servers"])
    expect(gone).toEqual(["6 servers desk 1"])
  })

  test("the queue is put into the new order", () => {
    const priority = { kind: "perClass" as const, classes: { urgent: -1, normal: 0 } }
    const began = (rest: Partial<Network.Station>) =>
      linesAfter(of({}), of(rest), 4, ["began"]).map((line) => line.split(" ")[2])
    expect(began({ priority })).toEqual(["u0", "n1", "n2"])
    expect(began({ discipline: "last-come" })).toEqual(["u0", "n2", "n1"])
    expect(began({ discipline: "shortest" })).toEqual(["n2", "u0", "n1"])
    expect(linesAfter(of({}), of({ priority, preemption: "resume" }), 4, words)[1]).toBe(
      "4 interrupted n0 desk 0"
    )
  })

  test("more room lets the blocked in", () => {
    const chain = (room: number): Network.Declaration => ({
      sources: [given("c", [0, 0, 0], [1, 1, 1])],
      stations: [
        desk({ servers: 3, to: "next" }),
        desk({
          id: "next",
          room,
          whenFull: "block",
          service: { kind: "deterministic", value: 10 }
        })
      ]
    })
    expect(linesAfter(chain(1), chain(2), 4, ["unblocked"])[0]).toBe("4 unblocked c1 desk")
  })

  test("what cannot be taken over is refused with the station named", () => {
    const run = aScribedRun(of({}))
    run.engine.runUntil(4)
    expect(forked(run, of({ servers: "infinite" }))).toEqual({
      ok: false,
      problem: {
        code: "DifferentModel",
        subject: 'station "desk"',
        found: "servers of their own",
        expected: "infinitely many servers"
      }
    })
  })
})

/** A network of the same names with another policy, by a list of choices. */
const changed = (
  declaration: Network.Declaration,
  choices: ReadonlyArray<number>
): Network.Declaration => ({
  ...declaration,
  stations: declaration.stations.map((station, index) => {
    const choice = choices[index % choices.length] ?? 0
    const { patience, room, ...rest } = station
    const servers =
      typeof station.servers === "number" ? 1 + ((station.servers + choice) % 3) : station.servers
    const orders = ["first-come", "last-come", "random", "shortest"] as const
    const discipline =
      station.discipline === "sharing" ? station.discipline : orders[choice % orders.length]!
    const isKept = choice % 2 === 0
    return {
      ...rest,
      ...(isKept && patience !== undefined ? { patience } : {}),
      ...(isKept && room !== undefined ? { room } : {}),
      servers,
      discipline
    }
  })
})

test("a run keeps the laws of the network into which it is forked", () => {
  let forks = 0
  fc.assert(
    fc.property(
      someNetwork,
      fc.array(fc.nat(11), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 60 }),
      (declaration, choices, cut) => {
        const to = changed(declaration, choices)
        // A raise, or a step in time, may also lower the urgency of somebody in service, which gives
        // nobody its server.
        const mayFall =
          to.classes?.some(({ deadline }) => deadline?.overdue.kind === "raise") === true ||
          to.stations.some(({ rising }) => rising !== undefined)
        fc.pre(Network.check(to).length === 0)
        const run = aScribedRun(declaration)
        run.engine.runUntil(30, cut)
        fc.pre(!run.engine.isOver)
        const outcome = forked(run, to)
        expect(outcome.ok).toBe(true)
        if (!outcome.ok) return
        forks++
        const { engine } = outcome.value
        for (let count = 0; count < 100 && !engine.isOver; count++) {
          if (engine.runUntil(30, 1)) break
          isCounted(to, engine)
          isWorkConserving(to, engine)
          if (!mayFall) isPreemptive(to, engine)
        }
      }
    ),
    { numRuns: 150 }
  )
  expect(forks).toBeGreaterThan(100)
})

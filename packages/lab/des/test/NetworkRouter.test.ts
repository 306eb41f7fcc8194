import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { RandomStreams, Snapshot } from "../src/index.ts"
import { makeView, Router, type World } from "../src/internal/networkRouter.ts"
import type { Route } from "../src/Network.ts"

const declaration = {
  stations: [{ id: "a" }, { id: "b" }, { id: "c" }],
  classes: [{ id: "plain" }, { id: "urgent" }]
}

const aWorld = (numbers: ReadonlyArray<number> = [0, 0, 0]): World => ({
  now: 12,
  customers: {
    classOf: (row) => row,
    arrivedAt: (row) => 3 + row,
    visitsOf: (row) => 5 * row,
    stationOf: (row) => (row === 0 ? -1 : 2)
  },
  numberAt: (station) => numbers[station] ?? -1,
  queueAt: (station) => (numbers[station] ?? 0) / 2
})

const stream = RandomStreams.make({ seed: 1, replication: 0 }).stream("routes")

const aRouter = (route: Route, numbers?: ReadonlyArray<number>) => {
  const router = new Router({ declaration, world: aWorld(numbers) })
  const index = router.add(route)
  return {
    router,
    choose: (entity = 0, row = 0) => router.choose(index, row, stream.at(entity, 0))
  }
}

const sharesOf = (choose: (entity: number) => number, count = 6000): ReadonlyArray<number> => {
  const counts = [0, 0, 0, 0]
  for (let entity = 0; entity < count; entity++) counts[choose(entity) + 1]! += 1
  return counts.map((one) => one / count)
}

test("the name of a station leads there, and leave leads out", () => {
  expect(aRouter("b").choose()).toBe(1)
  expect(aRouter("leave").choose()).toBe(-1)
})

describe("by chance", () => {
  test("ways are taken in their shares, and what they leave of 1 leaves the network", () => {
    const { choose } = aRouter({
      kind: "chance",
      ways: [
        { station: "c", probability: 0.5 },
        { station: "a", probability: 0.2 }
      ]
    })
    const [out, a, b, c] = sharesOf(choose)
    expect(Math.abs(out! - 0.3)).toBeLessThan(0.03)
    expect(Math.abs(a! - 0.2)).toBeLessThan(0.03)
    expect(b).toBe(0)
    expect(Math.abs(c! - 0.5)).toBeLessThan(0.03)
  })

  test("a way with another class says so, and the next choice forgets it", () => {
    const { choose, router } = aRouter({
      kind: "chance",
      ways: [
        { station: "a", probability: 0 },
        { station: "b", as: "urgent", probability: 1 }
      ]
    })
    const plain = router.add("a")
    expect([choose(), router.chosenClass]).toEqual([1, 1])
    expect([router.choose(plain, 0, stream.at(0, 0)), router.chosenClass]).toEqual([0, -1])
  })

  test("a way without a station leaves, and rounding of the sum leaves nobody over", () => {
    const tenth = { station: "a", probability: 0.1 }
    const { choose } = aRouter({ kind: "chance", ways: Array.from({ length: 10 }, () => tenth) })
    expect(sharesOf(choose)[1]).toBe(1)
    expect(aRouter({ kind: "chance", ways: [{ probability: 1 }] }).choose()).toBe(-1)
  })
})

describe("to the shortest", () => {
  const among = ["c", "a", "b"]

  test("the fewest customers win, and among equals the first named", () => {
    const route: Route = { kind: "shortest", among, tie: "first" }
    expect(aRouter(route, [1, 2, 3]).choose()).toBe(0)
    expect(aRouter(route, [1, 2, 1]).choose()).toBe(2)
  })

  test("who chooses does not count itself where it is", () => {
    const route: Route = { kind: "shortest", among, tie: "first" }
    expect(aRouter(route, [1, 1, 2]).choose(0, 0)).toBe(0)
    expect(aRouter(route, [1, 1, 2]).choose(0, 1)).toBe(2)
  })

  test("random ties go to each of the shortest alike, and to nobody else", () => {
    const { choose } = aRouter({ kind: "shortest", among, tie: "random" }, [1, 2, 1])
    const [out, a, b, c] = sharesOf(choose)
    expect([out, b]).toEqual([0, 0])
    expect(Math.abs(a! - 0.5)).toBeLessThan(0.03)
    expect(Math.abs(c! - 0.5)).toBeLessThan(0.03)
  })
})

describe("in turn", () => {
  const cycle: Route = { kind: "cycle", among: ["b", "c", "a"] }

  test("each comes in turn from the first, and two cycles turn for themselves", () => {
    const { choose, router } = aRouter(cycle)
    const other = router.add(cycle)
    expect([choose(), choose()]).toEqual([1, 2])
    expect(router.choose(other, 0, stream.at(0, 0))).toBe(1)
    expect([choose(), choose()]).toEqual([0, 1])
  })

  test("a saved router goes on with the turn of each cycle", () => {
    fc.assert(
      fc.property(fc.nat(9), (count) => {
        const [before, after] = [aRouter(cycle), aRouter(cycle)]
        for (let turn = 0; turn < count; turn++) before.choose()
        const kind = { kind: "routes", version: 1 }
        const bytes = Snapshot.write({ ...kind, body: (writer) => before.router.save(writer) })
        Snapshot.read(bytes, { ...kind, body: (reader) => after.router.restore(reader) })
        expect(after.choose()).toBe(before.choose())
      }),
      { numRuns: 100 }
    )
  })
})

describe("by a function", () => {
  test("it sees who decides and what there is, with random numbers of its own", () => {
    const seen: Array<unknown> = []
    const { choose } = aRouter(
      {
        kind: "function",
        name: "look",
        stations: ["b"],
        choose: (view) => {
          seen.push(view.now, view.class, view.arrivedAt, view.visits)
          seen.push(view.numberAt("c"), view.queueAt("c"), view.uniform())
          return view.class === "urgent" ? "b" : null
        }
      },
      [0, 1, 6]
    )
    expect(choose(8, 1)).toBe(1)
    expect(seen).toEqual([12, "urgent", 4, 5, 5, 3, stream.uniform(8, 0)])
    expect(choose(8, 0)).toBe(-1)
  })

  test("a station that it did not name is refused with its name", () => {
    const lost = aRouter({ kind: "function", name: "stray", stations: ["b"], choose: () => "c" })
    expect(() => lost.choose()).toThrow(/"stray".*b or null; got c/)
  })

  test("asking about a station that there is none of is refused", () => {
    const view = makeView(declaration, aWorld()).of(0, stream.at(0, 0))
    expect(() => view.numberAt("nowhere")).toThrow(/nowhere/)
  })
})

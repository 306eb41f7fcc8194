import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Level from "../src/Level.ts"
import * as Signal from "../src/Signal.ts"
import * as Store from "../src/Store.ts"
import * as TimeWeighted from "../src/TimeWeighted.ts"
import { aStage } from "./aStage.ts"

describe("Level", () => {
  test("each side is served in order of asking, and nobody overtakes", () => {
    const { kernel, processes, note, log } = aStage()
    const tank = Level.make({ processes, capacity: 10 })
    for (const [name, amount] of [
      ["large", 8],
      ["small", 1]
    ] as const) {
      processes.start(function* (self) {
        note(`${name} ${yield tank.take(self, amount, { patienceSec: 25 })}`)
      })
    }
    processes.start(function* (self) {
      for (let load = 0; load < 4; load++) {
        yield 5
        note(`put ${yield tank.put(self, 4)}`)
      }
    })
    kernel.run()
    expect(log).toEqual([
      "5 put Done",
      "10 put Done",
      "10 large Done",
      "15 put Done",
      "15 small Done",
      "20 put Done"
    ])
    expect(tank.present).toBe(7)
  })

  test("who gives up makes way for those behind", () => {
    const { kernel, processes, note, log } = aStage()
    const tank = Level.make({ processes, capacity: 10, initial: 3 })
    for (const [amount, patienceSec] of [
      [5, 7],
      [3, Number.POSITIVE_INFINITY]
    ] as const) {
      processes.start(function* (self) {
        note(`${amount} ${yield tank.take(self, amount, { patienceSec })}`)
      })
    }
    kernel.run()
    expect(log).toEqual(["7 5 GaveUp", "7 3 Done"])
  })

  test("amounts that can never be are refused", () => {
    const { kernel, processes } = aStage()
    const tank = Level.make({ processes, capacity: 10 })
    for (const amount of [0, -1, 11, Number.NaN, Number.POSITIVE_INFINITY]) {
      processes.start(function* (self) {
        expect(() => tank.put(self, amount)).toThrow(/asks for/)
        expect(() => tank.take(self, amount)).toThrow(/asks for/)
        yield 1
      })
    }
    kernel.run()
    for (const initial of [-1, 11, Number.NaN]) {
      expect(() => Level.make({ processes, capacity: 10, initial })).toThrow(RangeError)
    }
  })

  test("what went in is what came out and what is there, and never outside its bounds", () => {
    const acts = fc.array(
      fc.record({
        isPut: fc.boolean(),
        amount: fc.integer({ min: 1, max: 10 }),
        delaySec: fc.integer({ min: 0, max: 20 }),
        patienceSec: fc.option(fc.integer({ min: 0, max: 9 }), { nil: Number.POSITIVE_INFINITY })
      }),
      { maxLength: 30 }
    )
    fc.assert(
      fc.property(acts, fc.boolean(), (all, areWakesInTurn) => {
        const { kernel, processes } = aStage({ areWakesInTurn })
        const level = TimeWeighted.make(kernel, 5)
        const tank = Level.make({ processes, capacity: 12, initial: 5, level })
        let balance = 5
        let settled = 0
        for (const { isPut, amount, delaySec, patienceSec } of all) {
          processes.start(
            function* (self) {
              const wait = isPut
                ? tank.put(self, amount, { patienceSec })
                : tank.take(self, amount, { patienceSec })
              if ((yield wait) === "Done") balance += isPut ? amount : -amount
              settled++
              expect(tank.present).toBeGreaterThanOrEqual(0)
              expect(tank.present).toBeLessThanOrEqual(12)
            },
            { delaySec }
          )
        }
        kernel.run()
        expect([tank.present, level.level]).toEqual([balance, balance])
        expect(settled + tank.putterCount + tank.takerCount).toBe(all.length)
      }),
      { numRuns: 200 }
    )
  })
})

describe("Store", () => {
  test("the oldest that will do is taken, and who finds nothing holds up nobody", () => {
    const { kernel, processes, note, log } = aStage()
    const store = Store.make<number>({ processes, items: [3, 1, 4] })
    for (const [name, filter] of [
      ["none", (item: number) => item > 8],
      ["even", (item: number) => item % 2 === 0],
      ["any", () => true]
    ] as const) {
      processes.start(function* (self) {
        yield store.take(self, { filter })
        note(`${name} ${store.taken(self)}`)
      })
    }
    kernel.run(5)
    expect(store.offer(9)).toBe(true)
    kernel.run()
    expect(log).toEqual(["0 even 4", "0 any 3", "5 none 9"])
    expect(store.items).toEqual([1])
  })

  test("a full store makes putters wait, in order, and refuses offers", () => {
    const { kernel, processes, note, log } = aStage()
    const store = Store.make<string>({ processes, capacity: 1, items: ["old"] })
    for (const item of ["a", "b", "c"]) {
      processes.start(function* (self) {
        const outcome = yield store.put(self, item, { patienceSec: item === "a" ? 5 : 50 })
        note(`${item} ${outcome}`)
      })
    }
    processes.start(function* (self) {
      yield 10
      expect(store.offer("offered")).toBe(false)
      yield store.take(self)
      yield 10
      yield store.take(self)
      note(store.taken(self))
    })
    kernel.run()
    expect(log).toEqual(["5 a GaveUp", "10 b Done", "20 b", "20 c Done"])
  })

  test("room that is no count, or too small, is refused; so is asking for what was not taken", () => {
    const { kernel, processes } = aStage()
    for (const capacity of [0, -1, 1.5, Number.NaN]) {
      expect(() => Store.make({ processes, capacity })).toThrow(RangeError)
    }
    expect(() => Store.make({ processes, capacity: 1, items: [1, 2] })).toThrow(RangeError)
    const store = Store.make({ processes })
    processes.start(function* (self) {
      expect(() => store.taken(self)).toThrow(/process that took something/)
    })
    kernel.run()
  })

  test("each item is taken once, or still there, or still in the hands of who waits", () => {
    const acts = fc.array(
      fc.record({
        isPut: fc.boolean(),
        parity: fc.constantFrom(0, 1, 2),
        delaySec: fc.integer({ min: 0, max: 15 }),
        patienceSec: fc.option(fc.integer({ min: 0, max: 9 }), { nil: Number.POSITIVE_INFINITY })
      }),
      { maxLength: 30 }
    )
    fc.assert(
      fc.property(acts, fc.boolean(), (all, areWakesInTurn) => {
        const { kernel, processes } = aStage({ areWakesInTurn })
        const store = Store.make<number>({ processes, capacity: 3 })
        const [put, taken]: [Array<number>, Array<number>] = [[], []]
        for (const [item, { isPut, parity, delaySec, patienceSec }] of all.entries()) {
          const filter = (found: number): boolean => parity === 2 || found % 2 === parity
          processes.start(
            function* (self) {
              const wait = isPut
                ? store.put(self, item, { patienceSec })
                : store.take(self, { filter, patienceSec })
              if ((yield wait) !== "Done") return
              if (isPut) put.push(item)
              else taken.push(store.taken(self))
              expect(store.items.length).toBeLessThanOrEqual(3)
            },
            { delaySec }
          )
        }
        kernel.run()
        expect([...taken, ...store.items].sort()).toEqual([...put].sort())
        expect(new Set(taken).size).toBe(taken.length)
      }),
      { numRuns: 200 }
    )
  })
})

describe("Signal", () => {
  test("fire lasts until the reset, a pulse only wakes those who wait", () => {
    const { kernel, processes, note, log } = aStage()
    const bell = Signal.make<string>()
    const listen = (delaySec: number): void => {
      processes.start(
        function* (self) {
          yield self.wait(bell)
          note(`${delaySec} heard ${bell.value}`)
        },
        { delaySec }
      )
    }
    for (const delaySec of [0, 2, 4, 6]) listen(delaySec)
    processes.start(function* () {
      yield 1
      bell.pulse("pulse")
      yield 2
      bell.fire("fire")
      yield 2
      bell.reset()
    })
    kernel.run()
    expect(log).toEqual(["1 0 heard pulse", "3 2 heard fire", "4 4 heard fire"])
    expect([bell.watcherCount, bell.isDone]).toEqual([1, false])
  })

  test("a condition is looked at now and at each change, and its waiters keep their order", () => {
    const { kernel, processes, note, log } = aStage()
    const tank = Level.make({ processes, capacity: 10 })
    for (const amount of [3, 6, 0, 6]) {
      processes.start(function* (self) {
        const wait = tank.changed.until(self, () => tank.present >= amount, { patienceSec: 35 })
        note(`${amount} ${yield wait}`)
      })
    }
    processes.start(function* (self) {
      for (let load = 0; load < 2; load++) {
        yield 10
        yield tank.put(self, 4)
      }
    })
    processes.start(function* (self) {
      note(`never ${yield tank.changed.until(self, () => false, { patienceSec: 35 })}`)
    })
    kernel.run()
    expect(log).toEqual(["0 0 Done", "10 3 Done", "20 6 Done", "20 6 Done", "35 never GaveUp"])
    expect(tank.changed.watcherCount).toBe(0)
  })
})

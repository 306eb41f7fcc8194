import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type * as Process from "../src/Process.ts"
import * as Resource from "../src/Resource.ts"
import * as Tally from "../src/Tally.ts"
import * as TimeWeighted from "../src/TimeWeighted.ts"
import { aStage } from "./aStage.ts"

describe("seizing and releasing", () => {
  test("the lowest priority number goes first, and within it who asked first", () => {
    const { kernel, processes, note, log } = aStage()
    const desk = Resource.make({ processes, capacity: 1 })
    for (const [name, priority] of [
      ["a", 5],
      ["b", 5],
      ["c", 1],
      ["d", 9],
      ["e", 1]
    ] as const) {
      processes.start(function* (self) {
        yield desk.seize(self, { priority })
        note(name)
        yield 10
        desk.release(self)
      })
    }
    kernel.run()
    expect(log).toEqual(["0 a", "10 c", "20 e", "30 b", "40 d"])
  })

  test("what is free takes no time, and the process goes on at once", () => {
    const { kernel, processes, note, log } = aStage()
    const desk = Resource.make({ processes, capacity: 2 })
    for (const name of ["a", "b", "c"]) {
      processes.start(function* (self) {
        note(`${name} ${desk.seizeNow(self)}`)
        if (desk.amountHeldBy(self) === 0) yield desk.seize(self)
        note(`${name} in`)
        yield 3
        desk.release(self)
      })
    }
    kernel.run()
    expect(log).toEqual(["0 a true", "0 a in", "0 b true", "0 b in", "0 c false", "3 c in"])
  })

  test("a large claim at the head is not overtaken by its own kind, but by more important ones", () => {
    const { kernel, processes, note, log } = aStage()
    const beds = Resource.make({ processes, capacity: 3 })
    const patient = (name: string, amount: number, priority: number): void => {
      processes.start(function* (self) {
        yield beds.seize(self, { amount, priority })
        note(name)
        yield 10
        beds.release(self)
      })
    }
    patient("first", 2, 1)
    patient("large", 3, 1)
    patient("small", 1, 1)
    patient("urgent", 1, 0)
    kernel.run()
    expect(log).toEqual(["0 first", "0 urgent", "10 large", "20 small"])
  })

  test("who gives up or is interrupted leaves the line, and may free it for those behind", () => {
    const { kernel, processes, note, log } = aStage()
    const beds = Resource.make({ processes, capacity: 2 })
    processes.start(function* (self) {
      yield beds.seize(self)
      yield 100
      beds.release(self)
    })
    processes.start(function* (self) {
      note(`large ${yield beds.seize(self, { amount: 2, patienceSec: 30 })}`)
    })
    processes.start(function* (self) {
      note(`small ${yield beds.seize(self)}`)
      beds.release(self)
    })
    kernel.run()
    expect(log).toEqual(["30 large GaveUp", "30 small Done"])
  })

  test("a claim in hand can be waited for with a deadline, granted later, or given up", () => {
    const { kernel, processes, note, log } = aStage()
    const desk = Resource.make({ processes, capacity: 1 })
    processes.start(function* (self) {
      const claim = desk.request(self)
      expect([claim.isDone, claim.isHeld]).toEqual([true, true])
      yield 10
      claim.letGo()
    })
    processes.start(function* (self) {
      const claim = desk.request(self)
      yield self.any([claim, processes.timer(4)])
      note(`held ${claim.isHeld}, queue ${desk.queueLength}`)
      yield self.any([claim, processes.timer(4)])
      claim.letGo()
      note(`queue ${desk.queueLength}`)
      const again = desk.request(self)
      yield self.wait(again)
      note(`held ${again.isHeld}`)
      desk.release(self)
      desk.request(self)
      desk.release(self)
    })
    kernel.run()
    expect(log).toEqual(["4 held false, queue 1", "8 queue 0", "10 held true"])
    expect([desk.inUse, desk.queueLength]).toEqual([0, 0])
  })

  test("a waiting process can be moved to another priority", () => {
    const { kernel, processes, note, log } = aStage()
    const desk = Resource.make({ processes, capacity: 1 })
    const all = ["a", "b", "c"].map((name) =>
      processes.start(function* (self) {
        yield desk.seize(self, { priority: 1 })
        note(name)
        yield 10
        desk.release(self)
      })
    )
    kernel.run(5)
    expect(all.map((process) => desk.setPriority(process, 0))).toEqual([false, true, true])
    expect(desk.setPriority(all[1]!, 1)).toBe(true)
    kernel.run()
    expect(log).toEqual(["0 a", "10 c", "20 b"])
  })

  test("waits, use and queue are noted", () => {
    const { kernel, processes } = aStage()
    const waits = Tally.make()
    const use = TimeWeighted.make(kernel)
    const queue = TimeWeighted.make(kernel)
    const desk = Resource.make({ processes, capacity: 1, waits, use, queue })
    for (let visitor = 0; visitor < 3; visitor++) {
      processes.start(function* (self) {
        if ((yield desk.seize(self, { patienceSec: 15 })) === "GaveUp") return
        yield 10
        desk.release(self)
      })
    }
    kernel.run(40)
    expect([waits.count, waits.mean, desk.grantedCount]).toEqual([2, 5, 2])
    expect([use.mean, queue.area]).toEqual([0.5, 25])
  })

  test("a capacity that is no count is refused, and one of 0 makes everybody wait", () => {
    const { processes } = aStage()
    for (const capacity of [-1, 1.5, Number.NaN]) {
      expect(() => Resource.make({ processes, capacity })).toThrow(RangeError)
    }
    expect(Resource.make({ processes, capacity: 0 }).freeCount).toBe(0)
  })
})

describe("pre-emption", () => {
  /** A worker with `workSec` to do, who comes back each time it is sent away. */
  const aWorker = (
    stage: ReturnType<typeof aStage>,
    desk: Resource.Resource,
    options: { name: string; priority: number; workSec: number; delaySec: number; amount?: number }
  ): Process.Process => {
    const { name, priority, workSec, delaySec, amount = 1 } = options
    return stage.processes.start(
      function* (self) {
        let leftSec = workSec
        for (;;) {
          yield desk.seize(self, { priority, amount })
          if ((yield self.hold(leftSec)) === "Done") break
          leftSec = self.interruption?.remainingSec ?? 0
          stage.note(`${name} sent away by ${self.interruption?.by?.name} with ${leftSec}`)
        }
        desk.release(self)
        stage.note(`${name} done`)
      },
      { delaySec, name }
    )
  }

  test("the least important and latest granted loses its units, and can resume", () => {
    const stage = aStage()
    const desk = Resource.make({ processes: stage.processes, capacity: 2, isPreemptive: true })
    aWorker(stage, desk, { name: "a", priority: 5, workSec: 10, delaySec: 0 })
    aWorker(stage, desk, { name: "b", priority: 5, workSec: 10, delaySec: 1 })
    aWorker(stage, desk, { name: "c", priority: 1, workSec: 4, delaySec: 3 })
    stage.kernel.run()
    expect(stage.log).toEqual(["3 b sent away by c with 8", "7 c done", "10 a done", "15 b done"])
  })

  test("nobody is sent away by an equal, nor where it would not make enough room", () => {
    const stage = aStage()
    const desk = Resource.make({ processes: stage.processes, capacity: 2, isPreemptive: true })
    aWorker(stage, desk, { name: "a", priority: 0, workSec: 10, delaySec: 0 })
    aWorker(stage, desk, { name: "b", priority: 2, workSec: 10, delaySec: 0 })
    aWorker(stage, desk, { name: "equal", priority: 2, workSec: 1, delaySec: 1 })
    aWorker(stage, desk, { name: "large", priority: 1, amount: 2, workSec: 1, delaySec: 2 })
    stage.kernel.run()
    expect(stage.log).toEqual(["10 a done", "10 b done", "11 large done", "12 equal done"])
  })

  test("units that are lost at the instant of the grant are told of at the next wait", () => {
    const stage = aStage()
    const { processes, note, kernel } = stage
    const desk = Resource.make({ processes, capacity: 1, isPreemptive: true })
    const user = (name: string, priority: number, isPassing: boolean) =>
      function* (self: Process.Process): Process.Body {
        note(`${name} ${yield desk.seize(self, { priority })}`)
        if (isPassing) desk.release(self)
        else {
          note(`${name} ${yield self.hold(5)} ${self.interruption?.remainingSec}`)
          if (desk.amountHeldBy(self) > 0) desk.release(self)
        }
      }
    for (const isPassing of [false, true]) {
      processes.start(function* (self) {
        yield desk.seize(self, { priority: 0 })
        yield 1
        processes.start(user("lesser", 5, isPassing))
        yield 1
        desk.release(self)
        // Granted now, and taken away before it has run.
        yield desk.seize(self, { priority: 1 })
        yield 1
        desk.release(self)
      })
      kernel.run()
    }
    expect(stage.log).toEqual(["2 lesser Done", "2 lesser Interrupted 5", "5 lesser Done"])
    expect([desk.inUse, desk.queueLength, processes.liveCount]).toEqual([0, 0, 0])
  })
})

describe("laws", () => {
  const visits = fc.array(
    fc.record({
      delaySec: fc.integer({ min: 0, max: 20 }),
      amount: fc.integer({ min: 1, max: 3 }),
      priority: fc.integer({ min: 0, max: 2 }),
      patienceSec: fc.option(fc.integer({ min: 0, max: 10 }), { nil: Number.POSITIVE_INFINITY }),
      holdSec: fc.integer({ min: 0, max: 8 }),
      fate: fc.constantFrom("stays", "interrupted", "cancelled"),
      fateSec: fc.integer({ min: 0, max: 30 })
    }),
    { minLength: 1, maxLength: 25 }
  )
  const counts = { capacity: fc.integer({ min: 3, max: 5 }), isPreemptive: fc.boolean() }
  const turns = fc.record({ ...counts, visits, areWakesInTurn: fc.boolean() })

  test("never over capacity, nothing lost, and everybody has one end", () => {
    fc.assert(
      fc.property(turns, ({ capacity, isPreemptive, visits: all, areWakesInTurn }) => {
        const { kernel, processes } = aStage({ areWakesInTurn })
        const desk = Resource.make({ processes, capacity, isPreemptive })
        const started: Array<Process.Process> = []
        const check = (): void => {
          const held = started.reduce((sum, process) => sum + desk.amountHeldBy(process), 0)
          expect(held).toBe(desk.inUse)
          expect(desk.inUse).toBeLessThanOrEqual(capacity)
        }
        let [granted, ends] = [0, 0]
        for (const { delaySec, holdSec, fate, fateSec, ...claim } of all) {
          const visitor = processes.start(
            function* (self) {
              if ((yield desk.seize(self, claim)) === "Done") {
                granted++
                check()
                yield holdSec
                if (desk.amountHeldBy(self) > 0) desk.release(self)
                check()
              }
              ends++
            },
            { delaySec }
          )
          started.push(visitor)
          processes.start(
            function* () {
              if (fate === "interrupted" && !visitor.isDone) visitor.interrupt()
              if (fate === "cancelled" && visitor.cancel()) ends++
              check()
              yield 0
            },
            { delaySec: fateSec }
          )
        }
        kernel.run()
        expect([desk.inUse, desk.queueLength, processes.liveCount]).toEqual([0, 0, 0])
        expect(ends).toBe(all.length)
        expect(granted).toBeLessThanOrEqual(desk.grantedCount)
      }),
      { numRuns: 300 }
    )
  })

  test("within a priority, claims of one size are granted in the order of asking", () => {
    fc.assert(
      fc.property(visits, (all) => {
        const { kernel, processes } = aStage()
        const desk = Resource.make({ processes, capacity: 2 })
        const asked = new Map<number, Array<number>>()
        const granted = new Map<number, Array<number>>()
        const put = (map: Map<number, Array<number>>, priority: number, index: number): void => {
          map.set(priority, [...(map.get(priority) ?? []), index])
        }
        for (const [index, { delaySec, priority, holdSec }] of all.entries()) {
          processes.start(
            function* (self) {
              put(asked, priority, index)
              yield desk.seize(self, { priority })
              put(granted, priority, index)
              yield holdSec
              desk.release(self)
            },
            { delaySec }
          )
        }
        kernel.run()
        expect(granted).toEqual(asked)
      }),
      { numRuns: 200 }
    )
  })

  test("many priorities in any order come out sorted, and leave no empty lines behind", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true }), { minLength: 80, maxLength: 120 }),
        (all) => {
          const { kernel, processes } = aStage()
          const desk = Resource.make({ processes, capacity: 1 })
          const order: Array<number> = []
          processes.start(function* (self) {
            yield desk.seize(self)
            yield 1
            desk.release(self)
          })
          for (const priority of all) {
            processes.start(function* (self) {
              yield desk.seize(self, { priority })
              order.push(priority)
              yield 1
              desk.release(self)
            })
          }
          kernel.run()
          const sorted = [...all].sort((left, right) => left - right)
          expect(order.map((priority) => priority + 0)).toEqual(
            sorted.map((priority) => priority + 0)
          )
        }
      ),
      { numRuns: 100 }
    )
  })
})

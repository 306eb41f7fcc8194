import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as EventQueue from "../src/EventQueue.ts"

/** The slow, obvious queue: a list kept in order of time, then of pushing. */
class ListQueue {
  private entries: Array<{ timeSec: number; order: number; id: number }> = []
  private order = 0

  push(timeSec: number, id: number): void {
    let place = this.entries.length
    while (place > 0 && this.entries[place - 1]!.timeSec > timeSec) place--
    this.entries.splice(place, 0, { timeSec, order: this.order++, id })
  }

  pop(): { timeSec: number; id: number } | undefined {
    return this.entries.shift()
  }

  peekTime(): number {
    return this.entries[0]?.timeSec ?? Number.POSITIVE_INFINITY
  }

  cancel(id: number): boolean {
    const at = this.entries.findIndex((entry) => entry.id === id)
    if (at < 0) return false
    this.entries.splice(at, 1)
    return true
  }

  has(id: number): boolean {
    return this.entries.some((entry) => entry.id === id)
  }

  get size(): number {
    return this.entries.length
  }
}

type Step =
  | readonly ["push", number, number]
  | readonly ["pop"]
  | readonly ["cancel", number]
  | readonly ["peek"]

/** Steps whose delays are few whole numbers, so that equal times are common, or spread out. */
const steps = (delay: fc.Arbitrary<number>, idMax: number) =>
  fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.tuple(fc.constant("push" as const), delay, fc.nat(idMax)) },
      { weight: 3, arbitrary: fc.constant(["pop"] as const) },
      { weight: 2, arbitrary: fc.tuple(fc.constant("cancel" as const), fc.nat(idMax)) },
      { weight: 1, arbitrary: fc.constant(["peek"] as const) }
    ),
    { maxLength: 300 }
  )

const agree = (sequence: ReadonlyArray<Step>): void => {
  const queue = EventQueue.make(1)
  const list = new ListQueue()
  let nowSec = 0
  const popBoth = (): number => {
    const id = queue.pop()
    const expected = list.pop()
    expect(id).toBe(expected?.id ?? -1)
    if (expected !== undefined) {
      nowSec = expected.timeSec
      expect(queue.topTime).toBe(nowSec)
    }
    return id
  }
  for (const step of sequence) {
    if (step[0] === "push") {
      if (list.has(step[2])) {
        expect(() => queue.push(nowSec + step[1], step[2])).toThrow(RangeError)
      } else {
        queue.push(nowSec + step[1], step[2])
        list.push(nowSec + step[1], step[2])
      }
    } else if (step[0] === "pop") popBoth()
    else if (step[0] === "cancel") expect(queue.cancel(step[1])).toBe(list.cancel(step[1]))
    else expect(queue.peekTime()).toBe(list.peekTime())
    expect(queue.size).toBe(list.size)
  }
  while (popBoth() >= 0);
  expect(queue.size).toBe(0)
}

describe("EventQueue", () => {
  test("agrees with a sorted list when many times are equal", () => {
    fc.assert(fc.property(steps(fc.nat(3), 40), agree), { numRuns: 300, seed: 1 })
  })

  test("agrees with a sorted list when times are spread out", () => {
    const delay = fc.double({ min: 0, max: 1e6, noNaN: true })
    fc.assert(fc.property(steps(delay, 200), agree), { numRuns: 200, seed: 2 })
  })

  test("agrees with a sorted list when all times are equal", () => {
    fc.assert(fc.property(steps(fc.constant(0), 60), agree), { numRuns: 100, seed: 3 })
  })

  // Many events at several scales of time at once, in waves of pushing and popping, so that buckets
  // are made and made anew, crowds come and go, and equal times meet in all of them.
  test("agrees with a sorted list however many events there are and wherever they crowd", () => {
    const scales = fc.array(fc.constantFrom(0, 1e-6, 1, 7, 1000, 1e7), { minLength: 1 })
    const waves = fc.array(fc.tuple(fc.nat(400), fc.nat(400), scales, fc.nat(3)), {
      minLength: 1,
      maxLength: 6
    })
    fc.assert(
      fc.property(waves, fc.infiniteStream(fc.nat(1_000_000)), (plan, chance) => {
        const next = (): number => chance.next().value! / 1_000_001
        const queue = EventQueue.make(1)
        const list = new ListQueue()
        let idCount = 0
        let nowSec = 0
        const pop = (): boolean => {
          const expected = list.pop()
          const id = queue.pop()
          // Only what differs is asserted: a million assertions that hold would take their time.
          if (id !== (expected?.id ?? -1)) expect(id).toBe(expected?.id ?? -1)
          nowSec = expected?.timeSec ?? nowSec
          return expected !== undefined
        }
        const push = (scaleSec: number): void => {
          const steps = next() < 0.5 ? Math.floor(next() * 4) : next()
          queue.push(nowSec + steps * scaleSec, idCount)
          list.push(nowSec + steps * scaleSec, idCount++)
        }
        const cancel = (): void => {
          const id = Math.floor(next() * idCount)
          const isCancelled = list.cancel(id)
          if (queue.cancel(id) !== isCancelled) expect(!isCancelled).toBe(isCancelled)
        }
        for (const [pushCount, holdCount, scalesSec, cancelCount] of plan) {
          const scaleSec = (): number => scalesSec[Math.floor(next() * scalesSec.length)]!
          for (let count = 0; count < pushCount; count++) push(scaleSec())
          for (let count = 0; count < holdCount; count++) {
            if (pop()) push(scaleSec())
            if (next() < cancelCount / 4) cancel()
          }
          expect(queue.size).toBe(list.size)
          expect(queue.peekTime()).toBe(list.peekTime())
        }
        while (pop());
      }),
      { numRuns: 150, seed: 4 }
    )
  })

  test("a thousand events of one time come out in the order of pushing", () => {
    const queue = EventQueue.make()
    for (let id = 0; id < 1000; id++) queue.push(7, (id * 389) % 1000)
    const order = Array.from({ length: 1000 }, () => queue.pop())
    expect(order).toEqual(Array.from({ length: 1000 }, (_, id) => (id * 389) % 1000))
  })

  test("an event pushed at the present time comes after those that wait at it", () => {
    const queue = EventQueue.make()
    for (const id of [3, 1, 2]) queue.push(5, id)
    expect(queue.pop()).toBe(3)
    queue.push(5, 9)
    queue.cancel(1)
    expect([queue.pop(), queue.pop(), queue.pop()]).toEqual([2, 9, -1])
  })

  test("an empty queue pops -1, peeks Infinity and can be used again", () => {
    const queue = EventQueue.make()
    expect([queue.pop(), queue.peekTime(), queue.size]).toEqual([-1, Number.POSITIVE_INFINITY, 0])
    queue.push(1, 0)
    queue.pop()
    expect([queue.pop(), queue.size]).toEqual([-1, 0])
    queue.push(1, 0)
    expect(queue.pop()).toBe(0)
  })

  test("refuses times that are no time, or in the past, and keeps its events", () => {
    const queue = EventQueue.make()
    queue.push(2, 0)
    queue.pop()
    for (const timeSec of [Number.NaN, Number.POSITIVE_INFINITY, 1.999, Number.NEGATIVE_INFINITY]) {
      expect(() => queue.push(timeSec, 1)).toThrow(`got ${timeSec}`)
    }
    queue.push(2, 1)
    expect(queue.size).toBe(1)
  })

  test("refuses ids that are no whole number from 0, or in the queue", () => {
    const queue = EventQueue.make()
    queue.push(1, 5)
    for (const id of [-1, 0.5, Number.NaN, 5, 2 ** 31]) {
      expect(() => queue.push(1, id)).toThrow(`got ${id}`)
    }
    expect(queue.cancel(-1)).toBe(false)
    expect(queue.cancel(99_999)).toBe(false)
    expect(queue.size).toBe(1)
  })

  test("refuses a capacity that is no whole number above 0", () => {
    for (const capacity of [0, -1, 1.5, Number.NaN]) {
      expect(() => EventQueue.make(capacity)).toThrow(`got ${capacity}`)
    }
  })
})

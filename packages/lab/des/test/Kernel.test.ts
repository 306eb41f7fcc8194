import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Kernel from "../src/Kernel.ts"

/** A kernel that notes the argument and time of each event of its one type. */
const aKernel = (options: Kernel.Options = {}) => {
  const kernel = Kernel.make(options)
  const seen: Array<readonly [number, number]> = []
  const note = kernel.on((argument) => {
    seen.push([argument, kernel.now])
  })
  return { kernel, seen, note }
}

describe("Kernel.run", () => {
  test("runs events in order of time, and of scheduling among equal times", () => {
    const { kernel, seen, note } = aKernel()
    kernel.in(5, note, 1)
    kernel.in(3, note, 2)
    kernel.in(5, note, 3)
    kernel.in(3, note, 4)
    kernel.run()
    expect(seen).toEqual([
      [2, 3],
      [4, 3],
      [1, 5],
      [3, 5]
    ])
    expect(kernel.now).toBe(5)
    expect(kernel.executedCount).toBe(4)
  })

  test("runs events at exactly the end, keeps later ones and goes on from there", () => {
    const { kernel, seen, note } = aKernel()
    for (const time of [1, 2, 2.001]) kernel.at(time, note, 0)
    kernel.run(2)
    expect([kernel.now, kernel.pendingCount, seen.length]).toEqual([2, 1, 2])
    kernel.at(2, note, 7)
    kernel.run(2)
    expect(seen.at(-1)).toEqual([7, 2])
    kernel.run(10)
    expect(seen.at(-1)).toEqual([0, 2.001])
    expect([kernel.now, kernel.pendingCount]).toEqual([10, 0])
  })

  test("an interrupted run is the same as one run", () => {
    const trace = (ends: ReadonlyArray<number>): string => {
      const kernel = Kernel.make({ hash: true })
      const step = kernel.on((argument) => {
        if (argument < 200) kernel.in((argument * 7919) % 13, step, argument + 3)
      })
      for (let start = 0; start < 5; start++) kernel.in(start, step, start)
      for (const end of ends) kernel.run(end)
      kernel.run()
      return kernel.hash()
    }
    const whole = trace([])
    fc.assert(
      fc.property(fc.array(fc.nat(400), { maxLength: 8 }), (ends) => {
        expect(trace(ends.sort((left, right) => left - right))).toBe(whole)
      }),
      { numRuns: 100, seed: 1 }
    )
  })

  test("refuses an end before now, NaN, and a run within a run", () => {
    const { kernel, note } = aKernel()
    kernel.at(4, note, 0)
    kernel.run(5)
    expect(() => kernel.run(4.9)).toThrow("got 4.9")
    expect(() => kernel.run(Number.NaN)).toThrow(RangeError)
    const nested = kernel.on(() => kernel.run())
    kernel.in(0, nested, 0)
    expect(() => kernel.run()).toThrow("running already")
  })

  test("a run without events ends at once, at the end that was asked for", () => {
    const kernel = Kernel.make()
    kernel.run()
    expect(kernel.now).toBe(0)
    kernel.run(3)
    expect(kernel.now).toBe(3)
  })
})

describe("Kernel.at and Kernel.in", () => {
  test("refuse times in the past and delays that are negative or NaN, with the value", () => {
    const { kernel, note } = aKernel()
    kernel.run(10)
    expect(() => kernel.at(9.5, note, 0)).toThrow("got 9.5")
    expect(() => kernel.at(Number.NaN, note, 0)).toThrow("got NaN")
    expect(() => kernel.in(-1, note, 0)).toThrow("got -1")
    expect(() => kernel.in(Number.NaN, note, 0)).toThrow("got NaN")
    expect(() => kernel.in(Number.POSITIVE_INFINITY, note, 0)).toThrow("got Infinity")
    kernel.at(10, note, 0)
    kernel.run()
    expect(kernel.executedCount).toBe(1)
  })

  test("refuse event types that were not registered and arguments beyond 32 bits", () => {
    const { kernel, note } = aKernel()
    for (const type of [-1, 1, 0.5 + 3]) expect(() => kernel.at(0, type, 0)).toThrow(`got ${type}`)
    for (const argument of [0.5, 2 ** 31, Number.NaN]) {
      expect(() => kernel.at(0, note, argument)).toThrow(`got ${argument}`)
    }
    kernel.at(0, note, -(2 ** 31))
    kernel.at(0, note, 2 ** 31 - 1)
    expect(kernel.pendingCount).toBe(2)
  })

  test("a refused event leaves nothing behind", () => {
    const { kernel, note, seen } = aKernel({ capacity: 1 })
    expect(() => kernel.at(Number.POSITIVE_INFINITY, note, 1)).toThrow("got Infinity")
    expect(kernel.cancel(kernel.at(1, note, 0))).toBe(true)
    expect(() => kernel.at(Number.NaN, note, 1)).toThrow("got NaN")
    expect(kernel.pendingCount).toBe(0)
    for (let argument = 0; argument < 20; argument++) kernel.at(1, note, argument)
    kernel.run()
    expect(seen.map(([argument]) => argument)).toEqual(Array.from({ length: 20 }, (_, n) => n))
  })
})

describe("Kernel.cancel", () => {
  test("takes an event back once", () => {
    const { kernel, seen, note } = aKernel()
    const handle = kernel.in(1, note, 0)
    expect([kernel.cancel(handle), kernel.cancel(handle)]).toEqual([true, false])
    kernel.run()
    expect(seen).toEqual([])
  })

  test("an old handle never reaches a later event in the same place", () => {
    const { kernel, seen, note } = aKernel({ capacity: 1 })
    const old: Array<number> = []
    for (let round = 0; round < 300; round++) {
      const handle = kernel.in(1, note, round)
      expect(old.some((stale) => kernel.cancel(stale))).toBe(false)
      if (round % 2 === 0) kernel.cancel(handle)
      else kernel.run()
      old.push(handle)
    }
    expect(seen.length).toBe(150)
    expect(new Set(old).size).toBe(300)
  })

  test("an event that runs cannot be taken back by its own handler", () => {
    const kernel = Kernel.make()
    const answers: Array<boolean> = []
    const event = kernel.on(() => answers.push(kernel.cancel(handle)))
    const handle = kernel.in(1, event, 0)
    kernel.run()
    expect(answers).toEqual([false])
  })

  test("numbers that are no handle are answered with false", () => {
    const { kernel } = aKernel()
    for (const handle of [-1, 0, 1e9, 0.5, Number.NaN]) expect(kernel.cancel(handle)).toBe(false)
  })

  test("every event runs or is taken back, exactly once", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.boolean()), { maxLength: 200 }), (plan) => {
        const { kernel, seen, note } = aKernel({ capacity: 2 })
        const handles = plan.map(([delay], index) => kernel.in(delay, note, index))
        const isCancelled = plan.map(
          ([, cancel], index) => cancel && kernel.cancel(handles[index]!)
        )
        kernel.run()
        const ran = new Set(seen.map(([argument]) => argument))
        expect(ran.size).toBe(seen.length)
        for (const index of plan.keys()) expect(ran.has(index)).toBe(!isCancelled[index])
      }),
      { numRuns: 100, seed: 2 }
    )
  })
})

describe("Kernel.hash", () => {
  const hashOf = (model: (kernel: Kernel.Kernel, note: number, other: number) => void): string => {
    const kernel = Kernel.make({ hash: true })
    const note = kernel.on(() => {})
    const other = kernel.on(() => {})
    model(kernel, note, other)
    kernel.run()
    return kernel.hash()
  }

  test("is the same for the same events and differs in time, type, argument and order", () => {
    const hashes = [
      hashOf(() => {}),
      hashOf((kernel, note) => kernel.at(1, note, 1)),
      hashOf((kernel, note) => kernel.at(1, note, 2)),
      hashOf((kernel, _, other) => kernel.at(1, other, 1)),
      hashOf((kernel, note) => kernel.at(1 + 2 ** -52, note, 1)),
      hashOf((kernel, note) => [kernel.at(1, note, 1), kernel.at(1, note, 2)]),
      hashOf((kernel, note) => [kernel.at(1, note, 2), kernel.at(1, note, 1)]),
      hashOf((kernel) => kernel.mix(1)),
      hashOf((kernel) => kernel.mix(2))
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{16}$/)
    expect(hashOf((kernel, note) => kernel.at(1, note, 1))).toBe(hashes[1])
  })

  test("leaves cancelled events out", () => {
    const without = hashOf((kernel, note) => kernel.at(1, note, 1))
    const cancelled = hashOf((kernel, note) => {
      const handle = kernel.at(0, note, 9)
      kernel.at(1, note, 1)
      kernel.cancel(handle)
    })
    expect(cancelled).toBe(without)
  })

  test("is refused by a kernel that keeps none, which lets values be mixed in vain", () => {
    const kernel = Kernel.make()
    kernel.mix(1)
    expect(() => kernel.hash()).toThrow("hash: true")
  })
})

describe("Kernel and endless loops", () => {
  test("a runaway at one instant is named, at the limit and not before", () => {
    const run = (count: number): void => {
      const kernel = Kernel.make({ instantLimit: 1000 })
      const loop = kernel.on((left) => {
        if (left > 1) kernel.in(0, loop, left - 1)
      }, "inspection")
      kernel.at(4, loop, count)
      kernel.run()
    }
    expect(() => run(1000)).not.toThrow()
    expect(() => run(1001)).toThrow(Kernel.RunawayInstantError)
    expect(() => run(1001)).toThrow(/1000 events ran at 4 s.*"inspection"/)
  })

  test("a loop at the very start, and one split over two runs, are found too", () => {
    const kernel = Kernel.make({ instantLimit: 50 })
    const loop = kernel.on(() => {
      kernel.in(0, loop, 0)
    })
    kernel.in(0, loop, 0)
    expect(() => kernel.run(0)).toThrow(Kernel.RunawayInstantError)
  })

  test("options that make no sense are refused", () => {
    for (const capacity of [0, -3, 1.5, 2 ** 25, Number.NaN]) {
      expect(() => Kernel.make({ capacity })).toThrow(`got ${capacity}`)
    }
    for (const instantLimit of [0, Number.NaN]) {
      expect(() => Kernel.make({ instantLimit })).toThrow(`got ${instantLimit}`)
    }
  })
})

import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Antithetic from "../src/Antithetic.ts"
import * as BatchTally from "../src/BatchTally.ts"
import * as EventHash from "../src/EventHash.ts"
import * as Kernel from "../src/Kernel.ts"
import * as RandomStreams from "../src/RandomStreams.ts"
import * as Snapshot from "../src/Snapshot.ts"
import { aDesk } from "./aDesk.ts"

const anything = (body: (writer: Snapshot.Writer) => void): Uint8Array =>
  Snapshot.write({ kind: "thing", version: 3, body })

const desks = fc.record({
  seed: fc.nat(1000),
  step: fc.constantFrom(0, 0.5, 1, 5),
  serverCount: fc.integer({ min: 1, max: 3 }),
  arrivalCount: fc.integer({ min: 1, max: 60 })
})

describe("A run that is cut", () => {
  test("at any events, and resumed each time in a fresh model, is the same as one run", () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(desks, cuts, (options, counts) => {
        const whole = aDesk(options)
        expect(whole.kernel.run()).toBe(true)
        let desk = aDesk(options)
        for (const eventCountMax of counts) {
          const before = desk.kernel.executedCount
          const isDone = desk.kernel.run(Number.POSITIVE_INFINITY, { eventCountMax })
          expect(desk.kernel.executedCount - before === eventCountMax).toBe(!isDone)
          const bytes = desk.save()
          desk = aDesk(options)
          expect(desk.restore(bytes)).toEqual({ ok: true, value: undefined })
          expect(desk.save()).toEqual(bytes)
        }
        desk.kernel.run()
        expect(desk.books()).toEqual(whole.books())
      }),
      { numRuns: 200, seed: 1 }
    )
  })

  test("gives the same bytes whether it was resumed before or not", () => {
    fc.assert(
      fc.property(desks, fc.nat(40), fc.nat(40), (options, first, second) => {
        const [whole, cut, resumed] = [aDesk(options), aDesk(options), aDesk(options)]
        const run = (desk: ReturnType<typeof aDesk>, count: number): void => {
          for (let event = 0; event < count; event++) {
            desk.kernel.run(Number.POSITIVE_INFINITY, { eventCountMax: 1 })
          }
        }
        run(whole, first + second)
        run(cut, first)
        resumed.restore(cut.save())
        run(resumed, second)
        expect(resumed.save()).toEqual(whole.save())
      }),
      { numRuns: 100, seed: 2 }
    )
  })

  test("has two futures that do not meet when it is restored twice", () => {
    const options = { seed: 4, step: 1, serverCount: 2, arrivalCount: 50 }
    const cut = aDesk(options)
    cut.kernel.run(20)
    const bytes = cut.save()
    const [left, right] = [aDesk(options), aDesk(options)]
    left.restore(bytes)
    left.kernel.mix(1)
    left.kernel.run()
    right.restore(bytes)
    right.kernel.run()
    cut.kernel.run()
    expect(right.books()).toEqual(cut.books())
    expect(left.books().hash).not.toBe(cut.books().hash)
    expect({ ...left.books(), hash: "", next: [] }).toEqual({ ...cut.books(), hash: "", next: [] })
  })

  test("keeps many events, wherever the queue holds them, and the handles of all", () => {
    const build = (scalesSec: ReadonlyArray<number>, seed: number) => {
      const draw = RandomStreams.make({ seed, replication: 0 }).stream("delays").sequential()
      const kernel = Kernel.make({ capacity: 1, hash: true })
      const delaySec = (): number => {
        const steps = draw.uniform() < 0.5 ? Math.floor(draw.uniform() * 4) : draw.uniform()
        return steps * scalesSec[Math.floor(draw.uniform() * scalesSec.length)]!
      }
      const again = kernel.on((left) => {
        if (left > 0) kernel.in(delaySec(), again, left - 1)
      }, "again")
      const schedule = (count: number): ReadonlyArray<number> =>
        Array.from({ length: count }, () => kernel.in(delaySec(), again, 3))
      const parts = [kernel, draw]
      return { kernel, schedule, parts }
    }
    const scales = fc.array(fc.constantFrom(0, 1e-6, 1, 7, 1000, 1e7), { minLength: 1 })
    fc.assert(
      fc.property(scales, fc.nat(99), fc.nat(500), fc.nat(1500), (scalesSec, seed, count, cut) => {
        const [whole, resumed] = [build(scalesSec, seed), build(scalesSec, seed)]
        const handles = whole.schedule(count)
        whole.kernel.run(Number.POSITIVE_INFINITY, { eventCountMax: cut + 1 })
        const save = (parts: typeof whole.parts): Uint8Array =>
          anything((writer) => {
            for (const part of parts) part.save(writer)
          })
        const bytes = save(whole.parts)
        resumed.schedule(seed)
        const outcome = Snapshot.read(bytes, {
          kind: "thing",
          version: 3,
          body: (reader) => {
            for (const part of resumed.parts) part.restore(reader)
          }
        })
        expect(outcome.ok).toBe(true)
        expect(save(resumed.parts)).toEqual(bytes)
        const cancel = (kernel: Kernel.Kernel): ReadonlyArray<boolean> =>
          handles.filter((_, place) => place % 3 === 0).map((handle) => kernel.cancel(handle))
        expect(cancel(resumed.kernel)).toEqual(cancel(whole.kernel))
        whole.kernel.run()
        resumed.kernel.run()
        expect(resumed.kernel.hash()).toBe(whole.kernel.hash())
        expect(resumed.kernel.executedCount).toBe(whole.kernel.executedCount)
      }),
      { numRuns: 150, seed: 5 }
    )
  })

  test("can go back in the same model, with its shifts", () => {
    const desk = aDesk({ seed: 9, step: 0, serverCount: 1, arrivalCount: 60 })
    desk.kernel.run(10)
    const bytes = desk.save()
    desk.kernel.run()
    const first = desk.books()
    desk.restore(bytes)
    desk.kernel.run()
    expect(desk.books()).toEqual(first)
  })
})

describe("Kernel.stop", () => {
  test("cuts the run after the event in hand, also among equal times", () => {
    const kernel = Kernel.make()
    const seen: Array<number> = []
    const note = kernel.on((argument) => {
      seen.push(argument)
      if (argument === 1) kernel.stop()
    })
    for (const argument of [0, 1, 2]) kernel.in(5, note, argument)
    expect(kernel.run(9)).toBe(false)
    expect([seen, kernel.now, kernel.pendingCount]).toEqual([[0, 1], 5, 1])
    expect(kernel.run(9)).toBe(true)
    expect([seen, kernel.now]).toEqual([[0, 1, 2], 9])
  })

  test("a cut after no event, or NaN, is refused", () => {
    for (const eventCountMax of [0, -1, Number.NaN]) {
      expect(() => Kernel.make().run(1, { eventCountMax })).toThrow(`got ${eventCountMax}`)
    }
  })

  test("a kernel cannot be saved from a handler", () => {
    const kernel = Kernel.make()
    const save = kernel.on(() => {
      Snapshot.write({ kind: "k", version: 1, body: (writer) => kernel.save(writer) })
    })
    kernel.in(0, save, 0)
    expect(() => kernel.run()).toThrow("running already")
  })

  test("a runaway split by cuts and snapshots is found", () => {
    const build = () => {
      const kernel = Kernel.make({ instantLimit: 50 })
      const loop = kernel.on(() => {
        kernel.in(0, loop, 0)
      }, "loop")
      return { kernel, loop }
    }
    let { kernel, loop } = build()
    kernel.at(3, loop, 0)
    for (let part = 0; part < 5; part++) {
      kernel.run(4, { eventCountMax: 10 })
      const { kernel: saved } = { kernel }
      const bytes = Snapshot.write({ kind: "k", version: 1, body: (writer) => saved.save(writer) })
      kernel = build().kernel
      const fresh = kernel
      Snapshot.read(bytes, { kind: "k", version: 1, body: (reader) => fresh.restore(reader) })
    }
    expect(() => kernel.run(4, { eventCountMax: 10 })).toThrow(Kernel.RunawayInstantError)
  })
})

test("draws, hashes and batches go on where they were", () => {
  const streams = Antithetic.make({ seed: 3, replication: 1 })
  const parts = () => ({
    draws: [streams.stream("a").sequential(), streams.stream("a").cursor().moveTo(7, 1)],
    hash: EventHash.make(),
    batches: BatchTally.make({ batchSize: 1, capacity: 4 })
  })
  fc.assert(
    fc.property(fc.nat(50), (steps) => {
      const [left, right] = [parts(), parts()]
      const step = ({ draws, hash, batches }: ReturnType<typeof parts>): ReadonlyArray<number> => {
        const values = draws.map((draw) => draw.exponential())
        for (const value of values) {
          hash.addNumber(value)
          batches.add(value)
        }
        return [...values, ...batches.means, ...hash.digestWords()]
      }
      for (let count = 0; count < steps; count++) step(left)
      const bytes = anything((writer) => {
        for (const part of [...left.draws, left.hash, left.batches]) part.save(writer)
      })
      const outcome = Snapshot.read(bytes, {
        kind: "thing",
        version: 3,
        body: (reader) => {
          for (const part of [...right.draws, right.hash, right.batches]) part.restore(reader)
        }
      })
      expect(outcome.ok).toBe(true)
      for (let count = 0; count < 20; count++) expect(step(right)).toEqual(step(left))
    }),
    { numRuns: 100, seed: 4 }
  )
})

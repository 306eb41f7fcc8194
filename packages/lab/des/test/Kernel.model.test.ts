import fc from "fast-check"
import { expect, test } from "vitest"
import * as Kernel from "../src/Kernel.ts"

/** One pending event of the slow, obvious kernel. */
interface Entry {
  readonly timeSec: number
  readonly type: number
  readonly argument: number
  readonly handle: number
}

/** A list kept in order of time, then of scheduling. */
const listKernel = () => {
  const entries: Array<Entry> = []
  return {
    entries,
    add: (entry: Entry): void => {
      let place = entries.length
      while (place > 0 && entries[place - 1]!.timeSec > entry.timeSec) place--
      entries.splice(place, 0, entry)
    },
    cancel: (handle: number): boolean => {
      const place = entries.findIndex((entry) => entry.handle === handle)
      if (place >= 0) entries.splice(place, 1)
      return place >= 0
    }
  }
}

// Waves of scheduling and running at several scales of time at once, so that events go through the
// run, the buckets and the heap of the kernel.
const TYPE_COUNT = 6
const waves = fc.array(
  fc.record({
    scheduleCount: fc.nat(300),
    runCount: fc.nat(300),
    cancelShare: fc.constantFrom(0, 0.3, 0.9),
    scalesSec: fc.array(fc.constantFrom(0, 1e-6, 1, 7, 1000, 1e7), { minLength: 1 })
  }),
  { minLength: 1, maxLength: 6 }
)

test("a kernel runs what a sorted list runs, whatever is cancelled and wherever events crowd", () => {
  fc.assert(
    fc.property(waves, fc.infiniteStream(fc.nat(1_000_000)), (plan, chance) => {
      const next = (): number => chance.next().value! / 1_000_001
      const kernel = Kernel.make({ capacity: 1 })
      const list = listKernel()
      const seen: Array<readonly [number, number, number]> = []
      const handles: Array<number> = []
      let scalesSec: ReadonlyArray<number> = [1]
      const schedule = (): void => {
        const steps = next() < 0.5 ? Math.floor(next() * 4) : next()
        const timeSec = kernel.now + steps * scalesSec[Math.floor(next() * scalesSec.length)]!
        const [type, argument] = [Math.floor(next() * TYPE_COUNT), handles.length]
        const handle = kernel.at(timeSec, type, argument)
        handles.push(handle)
        list.add({ timeSec, type, argument, handle })
      }
      let isHolding = false
      for (let type = 0; type < TYPE_COUNT; type++) {
        kernel.on((argument) => {
          seen.push([kernel.now, type, argument])
          if (isHolding) schedule()
        })
      }
      const runOne = (): void => {
        const due = list.entries.shift()
        kernel.run(Number.POSITIVE_INFINITY, { eventCountMax: 1 })
        const ran = seen.at(-1)
        const isRight =
          due === undefined ||
          (ran?.[0] === due.timeSec && ran[1] === due.type && ran[2] === due.argument)
        if (!isRight) expect(ran).toEqual([due?.timeSec, due?.type, due?.argument])
      }
      for (const wave of plan) {
        scalesSec = wave.scalesSec
        isHolding = true
        for (let count = 0; count < wave.scheduleCount; count++) schedule()
        for (let count = 0; count < wave.runCount; count++) {
          runOne()
          if (handles.length === 0 || next() >= wave.cancelShare) continue
          const handle = handles[Math.floor(next() * handles.length)]!
          const isPending = list.cancel(handle)
          if (kernel.cancel(handle) !== isPending) expect(!isPending).toBe(isPending)
        }
        expect(kernel.pendingCount).toBe(list.entries.length)
      }
      isHolding = false
      while (list.entries.length > 0) runOne()
      expect(kernel.run()).toBe(true)
      expect([kernel.pendingCount, kernel.executedCount]).toEqual([0, seen.length])
    }),
    { numRuns: 150, seed: 1 }
  )
})

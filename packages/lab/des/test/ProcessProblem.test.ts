import { describe, expect, test } from "vitest"
import * as Kernel from "../src/Kernel.ts"
import type * as Process from "../src/Process.ts"
import * as ProcessProblem from "../src/ProcessProblem.ts"
import * as Resource from "../src/Resource.ts"
import * as Signal from "../src/Signal.ts"
import * as Stepper from "../src/Stepper.ts"
import * as Store from "../src/Store.ts"
import { aStage, problemOf } from "./aStage.ts"

/** The problem of one process that runs a body with a desk of one unit. */
const faultOf = (
  body: (self: Process.Process, desk: Resource.Resource) => Process.Body
): ProcessProblem.ProcessProblem => {
  const { kernel, processes } = aStage()
  const desk = Resource.make({ processes, capacity: 1, name: "desk" })
  processes.start((self) => body(self, desk), { name: "visitor" })
  return problemOf(() => kernel.run())
}

describe("faults of a model name the process", () => {
  test("a wait that is not yielded", () => {
    const problem = faultOf(function* (self) {
      self.hold(5)
      yield self.hold(6)
    })
    expect(problem).toMatchObject({ code: "WaitNotYielded", subject: "visitor", found: "hold" })
  })

  test("a wait that is not yielded before the end", () => {
    const problem = faultOf(function* (self) {
      yield 1
      self.hold(5)
    })
    expect(problem).toMatchObject({ code: "EndedWaiting", subject: "visitor" })
  })

  test("a yield without a wait", () => {
    const problem = faultOf(function* (self) {
      const wait = self.hold(5)
      yield wait
      yield wait
    })
    expect(problem).toMatchObject({ code: "YieldedNothing", subject: "visitor" })
  })

  test("a yield of something else", () => {
    const odd: { readonly wait: Process.Wait } = JSON.parse('{ "wait": "five" }')
    const problem = faultOf(function* () {
      yield odd.wait
    })
    expect(problem).toMatchObject({ code: "YieldedUnknown", subject: "visitor", found: "five" })
  })

  test("an end with something in hand", () => {
    const problem = faultOf(function* (self, desk) {
      yield desk.seize(self)
    })
    expect(problem).toMatchObject({ code: "EndedHolding", subject: "visitor", found: "desk" })
  })

  test("a release of what is not held", () => {
    const problem = faultOf(function* (self, desk) {
      yield desk.seize(self)
      desk.release(self)
      desk.release(self)
    })
    expect(problem).toMatchObject({ code: "NotHeld", subject: "visitor", found: "desk" })
  })

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("a hold of %d s", (delaySec) => {
    const problem = faultOf(function* (self) {
      yield self.hold(delaySec)
    })
    expect(problem).toMatchObject({ code: "BadDelay", subject: "visitor", found: delaySec })
    const short = faultOf(function* () {
      yield delaySec
    })
    expect(short).toEqual(problem)
  })

  test.each([-1, Number.NaN])("a patience of %d s", (patienceSec) => {
    const bell = Signal.make()
    const { kernel, processes } = aStage()
    const store = Store.make({ processes })
    const waits = [
      (self: Process.Process) => self.wait(bell, { patienceSec }),
      (self: Process.Process) => bell.until(self, () => false, { patienceSec }),
      (self: Process.Process) => store.take(self, { patienceSec }),
      (self: Process.Process) => store.put(self, 1, { patienceSec })
    ]
    for (const wait of waits) {
      const problem = faultOf(function* (self) {
        yield wait(self)
      })
      expect(problem).toMatchObject({ code: "BadDelay", subject: "visitor" })
    }
    kernel.run()
  })

  test.each([0, -1, 0.5, 2, Number.NaN])("an amount of %d of 1", (amount) => {
    const problem = faultOf(function* (self, desk) {
      yield desk.seize(self, { amount })
    })
    expect(problem).toMatchObject({ code: "BadAmount", subject: "visitor" })
  })

  test("a wait on behalf of another, and one from outside", () => {
    const { kernel, processes } = aStage()
    const other = processes.start(
      function* () {
        yield 10
      },
      { name: "other" }
    )
    processes.start(function* () {
      yield 1
      yield other.hold(5)
    })
    const problem = problemOf(() => kernel.run())
    expect(problem).toMatchObject({ code: "WaitNotYielded", subject: "other" })
    const { processes: idle } = aStage()
    const asleep = idle.start(
      function* () {
        yield 0
      },
      { name: "asleep" }
    )
    expect(problemOf(() => asleep.hold(1))).toMatchObject({ code: "NotRunning", subject: "asleep" })
  })

  test("waiting for itself, interrupting itself, cancelling itself", () => {
    const acts: ReadonlyArray<(self: Process.Process) => unknown> = [
      (self) => self.wait(self),
      (self) => self.interrupt(),
      (self) => self.cancel()
    ]
    for (const act of acts) {
      const problem = faultOf(function* (self) {
        act(self)
        yield 1
      })
      expect(problem).toMatchObject({ code: "ActsOnItself", subject: "visitor" })
    }
  })

  test("interrupting a process that has ended", () => {
    const { kernel, processes } = aStage()
    const ended = processes.start(
      function* () {
        yield 0
      },
      { name: "ended" }
    )
    kernel.run()
    const problem = problemOf(() => ended.interrupt())
    expect(problem).toMatchObject({ code: "AlreadyEnded", subject: "ended" })
  })

  test("waiting in a finally block while it is cancelled", () => {
    const { kernel, processes } = aStage()
    const victim = processes.start(
      function* (self) {
        try {
          yield 10
        } finally {
          yield self.wait(Signal.make())
        }
      },
      { name: "victim" }
    )
    kernel.run(5)
    const problem = problemOf(() => victim.cancel())
    expect(problem).toMatchObject({ code: "NotRunning", subject: "victim" })
  })

  test("yielding a number in a finally block while it is cancelled", () => {
    const { kernel, processes } = aStage()
    const victim = processes.start(
      function* () {
        try {
          yield 10
        } finally {
          yield 5
        }
      },
      { name: "victim" }
    )
    kernel.run(5)
    const problem = problemOf(() => victim.cancel())
    expect(problem).toMatchObject({ code: "WaitedWhileCancelled", subject: "victim" })
  })

  test("starting a stepper that is under way", () => {
    class Endless extends Stepper.Stepper {
      step(): Process.Wait {
        return this.hold(1)
      }
    }
    const { kernel, processes } = aStage()
    const endless = processes.begin(new Endless(processes))
    kernel.run(3)
    const problem = problemOf(() => processes.begin(endless))
    expect(problem).toMatchObject({ code: "AlreadyStarted", subject: "Endless", found: "Waiting" })
  })
})

describe("endless loops at one instant", () => {
  test("holds of 0 s without end are stopped, with the process named", () => {
    const { kernel, processes } = aStage({ instantLimit: 1000 })
    processes.start(function* spinner(self) {
      yield 2
      for (;;) yield self.hold(0)
    })
    expect(() => kernel.run()).toThrow(Kernel.RunawayInstantError)
    expect(() => kernel.run()).toThrow()
  })

  test("so are seizures of what is free, and the name and instant are told", () => {
    const { kernel, processes } = aStage({ instantLimit: 1000 })
    const desk = Resource.make({ processes, capacity: 1 })
    processes.start(function* spinner(self) {
      yield 2
      for (;;) {
        yield desk.seize(self)
        desk.release(self)
      }
    })
    expect(() => kernel.run()).toThrow(/1000 events ran at 2 s and there are more: "spinner 0"/)
  })
})

describe("what JavaScript lets through is refused with a name and a remedy", () => {
  // Reflect knows no types, as JavaScript does not.
  const untyped = (owner: object, verb: string, ...given: ReadonlyArray<unknown>): unknown =>
    Reflect.apply(Reflect.get(owner, verb), owner, given)

  test("a hold for a text", () => {
    const problem = faultOf(function* (self) {
      untyped(self, "hold", "5")
      yield 1
    })
    expect(problem).toMatchObject({ code: "BadDelay", subject: "visitor", found: "5" })
  })

  test("a start of what is no generator function", () => {
    const { kernel, processes } = aStage()
    const bodies = [() => 5, () => null, async function* wrong() {}, async () => {}, () => [1]]
    for (const body of bodies) {
      expect(problemOf(() => untyped(processes, "start", body))).toMatchObject({ code: "NoCourse" })
    }
    expect(problemOf(() => untyped(processes, "spawn", () => 5, { name: "car" }))).toMatchObject({
      subject: "car",
      found: "5"
    })
    // An arrow that returns a generator is as good as a generator function.
    const twice = (function* () {
      yield 2
    })()
    processes.start(() => twice)
    kernel.run()
    expect(kernel.now).toBe(2)
  })

  test("a wait for nothing", () => {
    for (const target of [null, undefined, 5, {}]) {
      const problem = faultOf(function* (self) {
        untyped(self, "wait", target)
        yield 1
      })
      expect(problem).toMatchObject({
        code: "NotWaitable",
        subject: "visitor",
        found: String(target)
      })
    }
  })

  test("verbs without a process", () => {
    for (const verb of ["seize", "seizeNow", "request", "release"]) {
      const problem = faultOf(function* (_, desk) {
        untyped(desk, verb)
        yield 1
      })
      expect(problem).toEqual({
        code: "NotRunning",
        subject: "nobody",
        found: verb,
        expected: `give the process, as in ${verb}(self)`
      })
    }
    const { processes } = aStage()
    const store = Store.make<number>({ processes })
    expect(problemOf(() => untyped(store, "take"))).toMatchObject({ found: "take" })
    expect(problemOf(() => untyped(Signal.make(), "until"))).toMatchObject({ found: "until" })
  })

  test("a resource without processes", () => {
    expect(() => untyped(Resource, "make", { capacity: 1 })).toThrow(
      new RangeError("A resource needs processes, as Processes.make makes; got undefined")
    )
  })
})

test("every code has words in both languages, and describe fills them", () => {
  for (const code of ProcessProblem.codes) {
    const { en, zh } = ProcessProblem.describe(ProcessProblem.make(code, "A", "B", "C"))
    for (const text of [en, zh]) {
      expect(text).toContain("A")
      expect(text).not.toMatch(/\{|\}/)
    }
  }
})

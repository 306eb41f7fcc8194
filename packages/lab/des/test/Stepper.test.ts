import { expect, test } from "vitest"
import type * as Process from "../src/Process.ts"
import * as Resource from "../src/Resource.ts"
import * as Signal from "../src/Signal.ts"
import * as Stepper from "../src/Stepper.ts"
import { aStage, problemOf } from "./aStage.ts"

test("phases follow each other, a step can say which comes next, and the end has a value", () => {
  const { kernel, processes, note, log } = aStage()
  class Visit extends Stepper.Stepper<string> {
    rounds = 0
    step(phase: number): Process.Wait {
      note(`phase ${phase}`)
      if (phase === 0) return this.hold(5)
      this.rounds++
      if (this.rounds === 3) return this.finished("three rounds")
      this.goTo(1)
      return this.hold(1)
    }
  }
  const visit = new Visit(processes)
  expect([visit.status, visit.name]).toEqual(["Idle", "Visit"])
  processes.begin(visit, 2)
  kernel.run()
  expect(log).toEqual(["2 phase 0", "7 phase 1", "8 phase 1", "9 phase 1"])
  expect([visit.status, visit.value]).toEqual(["Ended", "three rounds"])
})

test("an ended or cancelled one can begin again, from the first phase and with nothing left over", () => {
  const { kernel, processes, note, log } = aStage()
  class Nap extends Stepper.Stepper {
    step(phase: number): Process.Wait {
      note(`phase ${phase} ${this.interruption === null} ${this.isDone}`)
      return phase === 2 ? this.finished() : this.hold(4)
    }
  }
  const nap = processes.begin(new Nap(processes))
  kernel.run(2)
  nap.interrupt()
  kernel.run(3)
  expect(nap.cancel()).toBe(true)
  processes.begin(nap)
  kernel.run()
  expect(log).toEqual([
    "0 phase 0 true false",
    "2 phase 1 false false",
    "3 phase 0 true false",
    "7 phase 1 true false",
    "11 phase 2 true false"
  ])
})

test("it sees outcomes, and lives with generators in one model", () => {
  const { kernel, processes, note, log } = aStage()
  const desk = Resource.make({ processes, capacity: 1 })
  const bell = Signal.make()
  class Customer extends Stepper.Stepper {
    step(phase: number): Process.Wait {
      if (phase === 0) return desk.seize(this, { patienceSec: 3 })
      note(`${phase} ${this.lastOutcome}`)
      if (phase === 1) return this.wait(bell)
      return this.finished()
    }
  }
  const customer = new Customer(processes)
  processes.start(function* (self) {
    yield desk.seize(self)
    processes.begin(customer)
    yield 10
    desk.release(self)
    bell.fire()
    yield self.wait(customer)
    note("joined")
  })
  kernel.run()
  expect(log).toEqual(["3 1 GaveUp", "10 2 Done", "10 joined"])
})

test("a step that returns no wait of its own making is refused", () => {
  const { kernel, processes } = aStage()
  class Stale extends Stepper.Stepper {
    private kept: Process.Wait | null = null
    step(): Process.Wait {
      this.kept ??= this.hold(1)
      return this.kept
    }
  }
  processes.begin(new Stale(processes))
  const problem = problemOf(() => kernel.run())
  expect(problem).toMatchObject({ code: "YieldedNothing", subject: "Stale" })
})

import { SelfTest } from "@wangge/experiment"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { afterAll, describe, expect, test } from "vitest"
import * as SelfTestRunner from "../src/SelfTestRunner.ts"

const runner = SelfTestRunner.make({ threads: 2 })
afterAll(() => runner.close())

const asked = { seed: 2, confidenceEach: SelfTest.confidenceEach }

describe("the self-test on threads", () => {
  test("gives what this thread gives, also for a network with a function", async () => {
    const only = ["control-servers", "balking-function"].map(SelfTest.caseOf)
    const results = await Effect.runPromise(
      Stream.runCollect(SelfTest.run({ seed: 2, only, runner }))
    )
    expect([...results]).toEqual(only.map((one) => SelfTest.runCase(one, asked)))
  })

  test("a case that throws is an error with its id", async () => {
    const error = await Effect.runPromise(Effect.flip(runner.run("nothing", asked)))
    expect([error.id, error.message]).toEqual([
      "nothing",
      'No case of the self-test has the id "nothing"'
    ])
  })

  test("an interrupt ends the work at once", async () => {
    const work = runner.run("mm1-busy", asked).pipe(Effect.timeoutOption("50 millis"))
    const result = await Effect.runPromise(work)
    expect(result._tag).toBe("None")
  })

  test("needs a thread", () => {
    expect(() => SelfTestRunner.make({ threads: 0 })).toThrow(RangeError)
  })
})

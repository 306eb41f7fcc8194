import * as NodeServices from "@effect/platform-node/NodeServices"
import { Runner as NetworkRunner, SelfTest } from "@wangge/experiment"
import { Runner } from "@wangge/simulator"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { describe, expect, test } from "vitest"
import * as Cli from "../src/Cli.ts"
import { EventLogs } from "../src/EventLogs.ts"
import { StatusScreen } from "../src/StatusScreen.ts"
import { Threads } from "../src/Threads.ts"

/** A judgement without a run: estimates are off by this share of the exact values. */
const answering = (offOf: (id: string) => number): SelfTest.Runner => ({
  parallelCount: 2,
  run: (id) => {
    const { title, method, source, isControl, truths } = SelfTest.caseOf(id)
    const off = offOf(id)
    const judgements = Object.entries(truths()).map(([measure, exact]) => {
      const estimate = exact * (1 + off)
      const half = 0.01 * exact
      return {
        measure,
        exact,
        estimate,
        low: estimate - half,
        high: estimate + half,
        relativeHalfWidth: 0.01,
        replications: 50,
        verdict: Math.abs(off) <= 0.01 ? ("agrees" as const) : ("disagrees" as const)
      }
    })
    return Effect.succeed({ id, title, method, source, isControl, judgements, eventCount: 1000 })
  }
})

const selftest = async (runner: SelfTest.Runner, ...args: ReadonlyArray<string>) => {
  const result: Array<string> = []
  const messages: Array<string> = []
  const asked: Array<number> = []
  const kept: Console.Console = Object.assign(Object.create(console), {
    log: (text: string) => result.push(`${text}\n`),
    error: (text: string) => messages.push(`${text}\n`)
  })
  const screen = Layer.succeed(StatusScreen, {
    isTerminal: false,
    columns: () => 80,
    write: (text) => {
      messages.push(text)
    },
    nowMs: () => 0
  })
  const threads = Layer.succeed(Threads, {
    usualCount: 4,
    open: () => Effect.succeed(Runner.thisThread),
    openForNetworks: () => Effect.succeed(NetworkRunner.thisThread),
    openForSelfTest: (count) => {
      asked.push(count)
      return Effect.succeed(runner)
    }
  })
  const eventLogs = Layer.succeed(EventLogs, {
    endings: [],
    pieces: () => {
      throw new Error("a self-test writes no event log")
    }
  })
  const code = await Effect.runPromise(
    Cli.run(["selftest", ...args], { isDebugging: false }).pipe(
      Effect.provide(Layer.mergeAll(screen, threads, eventLogs, NodeServices.layer)),
      Effect.provideService(Console.Console, kept)
    )
  )
  return { code, result: result.join(""), messages: messages.join(""), asked }
}

const isControl = (id: string): boolean => SelfTest.caseOf(id).isControl
const sound = answering((id) => (isControl(id) ? 0.05 : 0.002))

describe("wangge selftest", () => {
  test("ends with 0 where everything agrees, and prints value, estimate, interval and verdict", async () => {
    const { code, result, messages, asked } = await selftest(sound, "--only", "mm1k-over")
    expect(code).toBe(0)
    expect(result).toMatch(
      /mm1k-overloaded +lost@desk +0\.5079 +0\.5090 +0\.5039 … 0\.5140 +1\.0 % +agrees/
    )
    expect(result).toContain("1 case, 4,000 events, seed 1")
    expect(result).toContain("Controls: 4 of 4 wrong values were found out.")
    expect(result).toContain("The self-test is passed.")
    expect(messages).toContain("Testing: 4 / 4 (100 %)")
    expect(asked).toEqual([4])
  })

  test("ends with 1 where a value disagrees", async () => {
    const off = answering((id) => (isControl(id) || id === "mm3k" ? 0.05 : 0))
    const { code, result } = await selftest(off, "--only", "mm3k", "--threads", "2")
    expect(code).toBe(1)
    expect(result).toContain("DISAGREES")
    expect(result).toContain("THE SELF-TEST HAS FAILED.")
  })

  test("ends with 1 where a wrong value is not found out", async () => {
    const blind = answering(() => 0)
    const { code, result } = await selftest(blind, "--only", "mm3k")
    expect(code).toBe(1)
    expect(result).toContain("NOT FOUND OUT")
  })

  test("speaks Chinese", async () => {
    const { code, result } = await selftest(sound, "--only", "engset", "--lang", "zh")
    expect(code).toBe(0)
    expect(result).toContain("恩格塞特损失制")
    expect(result).toContain("自检通过。")
  })

  test("as JSON says the versions and every number unrounded", async () => {
    const { code, result } = await selftest(sound, "--format", "json", "--seed", "9")
    expect(code).toBe(0)
    const report = JSON.parse(result)
    expect(report.format).toBe("wangge-selftest")
    expect(report.seed).toBe(9)
    expect(report.isPassed).toBe(true)
    expect(report.cases.length).toBe(SelfTest.cases.length)
    expect(report.agreeCount).toBe(SelfTest.estimateCount)
  })

  test("names a text that no case has", async () => {
    const { code, messages } = await selftest(sound, "--only", "no such thing")
    expect(code).toBe(2)
    expect(messages).toContain('No case has "no such thing" in its id or title')
  })

  test("a case that cannot be run is a mistake of ours, with its id", async () => {
    const broken: SelfTest.Runner = {
      parallelCount: 1,
      run: (id) => Effect.fail(new SelfTest.SelfTestError({ id, message: "no memory" }))
    }
    const { code, messages } = await selftest(broken, "--only", "mm3k")
    expect(code).toBe(70)
    expect(messages).toContain("mm3k: no memory")
  })
})

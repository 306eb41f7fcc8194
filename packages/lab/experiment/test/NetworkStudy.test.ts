import { Estimate, EventHash, Network, NetworkResult, NetworkRun } from "@wangge/des"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as NetworkStudy from "../src/NetworkStudy.ts"
import * as NetworkTask from "../src/NetworkTask.ts"
import * as Runner from "../src/Runner.ts"
import { aDesk, aRing, asked, backwards } from "./aStudy.ts"

const run = (options: NetworkStudy.Options) => Effect.runPromise(NetworkStudy.run(options))
const failure = (options: NetworkStudy.Options) =>
  Effect.runPromise(NetworkStudy.run(options).pipe(Effect.flip))

describe("a number of runs", () => {
  test("each is the run of its number, and the estimates are those of the runs", async () => {
    const study = await run(asked)
    expect(study).toMatchObject({
      state: "finished",
      isPrecise: true,
      progress: 1,
      checkpoint: null
    })
    const hash = EventHash.make()
    for (const [replication, one] of study.runs.entries()) {
      const network = Network.make(asked.network)
      const alone = NetworkRun.make({ ...asked, network, replication }).runToEnd()
      expect(one.hash).toBe(alone.hash())
      expect(one.values).toEqual([...alone.values()])
      hash.addText(one.hash)
    }
    expect(study.runs).toHaveLength(6)
    expect(study.runHash).toBe(hash.digest())
    const numbers = Estimate.of(study.runs.map(({ values }) => values[1] ?? Number.NaN))
    expect(study.measures[1]).toMatchObject({ measure: "number.mean", count: 6 })
    expect(study.measures[1]?.mean).toBeCloseTo(numbers.mean, 10)
    expect(study.measures[1]?.halfWidth).toBeCloseTo(numbers.halfWidth ?? 0, 10)
  })

  test("the runner leaves no trace, whatever the order in which runs end", async () => {
    const alone = await run(asked)
    for (const parallelCount of [2, 3, 8]) {
      expect(await run({ ...asked, runner: backwards(parallelCount) })).toEqual(alone)
    }
  })

  test("one short run has its values and the reason why there is no interval", async () => {
    const { measures, runs } = await run({ ...asked, replications: 1 })
    expect(measures[0]).toMatchObject({ mean: runs[0]?.values[0], halfWidth: null, count: 1 })
    expect(measures[0]?.problem?.en).not.toBe("")
  })

  test("one long run is judged by its sections", async () => {
    const { horizon: _, ...steady } = asked
    const long = { ...steady, network: aDesk({ mean: 0.5 }), replications: 1 }
    const { measures, runs } = await run(long)
    const network = Network.make(long.network)
    const alone = NetworkResult.replicate({ ...long, network })
    expect(runs).toHaveLength(1)
    expect(measures[1]?.halfWidth).toBeGreaterThan(0)
    expect(measures.map(({ halfWidth }) => halfWidth)).toEqual(
      alone.judged.map(({ outcome }) => (outcome.ok ? outcome.value.halfWidth : null))
    )
  })

  test("more confidence gives a wider interval", async () => {
    const [usual] = (await run(asked)).measures
    const [sure] = (await run({ ...asked, confidence: 0.99 })).measures
    expect(sure?.mean).toBe(usual?.mean)
    expect(sure?.halfWidth).toBeGreaterThan(usual?.halfWidth ?? 0)
    const [together] = (await run({ ...asked, isSimultaneous: true })).measures
    expect(together?.confidence).toBe(0.975)
  })
})

test("an antithetic study is that of the pairs", async () => {
  const study = await run({ ...asked, isAntithetic: true })
  const network = Network.make(asked.network)
  const pairs = NetworkResult.replicate({
    ...asked,
    network,
    replications: 6,
    isAntithetic: true
  })
  expect(study.runs.map(({ hash }) => hash)).toEqual(pairs.records.map(({ hash }) => hash))
  for (const [index, { outcome }] of pairs.judged.entries()) {
    expect(study.measures[index]).toMatchObject(outcome.ok ? outcome.value : {})
  }
})

describe("a precision", () => {
  const precision = { goal: { relativeMax: 0.2 }, replicationsMin: 5, replicationsMax: 400 }
  const precise = { ...asked, measures: ["number.mean"], horizon: 300, precision }

  test("is reached by the first number of runs that has it", async () => {
    const study = await run(precise)
    expect(study.isPrecise).toBe(true)
    const count = study.runs.length
    expect(count).toBeGreaterThan(5)
    expect(count).toBeLessThan(400)
    const share = 0.2 / 1.2
    const widths = study.runs.map((_, index) => {
      const values = study.runs.slice(0, index + 1).map(({ values }) => values[0] ?? 0)
      const { mean, halfWidth } = Estimate.of(values)
      return (halfWidth ?? Number.POSITIVE_INFINITY) / mean
    })
    expect(widths.findIndex((width, index) => index >= 4 && width <= share)).toBe(count - 1)
  })

  test("stops at the same run on any number of threads", async () => {
    expect(await run({ ...precise, runner: backwards(4) })).toEqual(await run(precise))
  })

  test("that is too much ends at the largest number of runs and says so", async () => {
    const few = { goal: 0.0001, replicationsMin: 2, replicationsMax: 4 }
    const study = await run({ ...asked, precision: few })
    expect(study.runs).toHaveLength(4)
    expect(study).toMatchObject({ state: "finished", isPrecise: false })
  })

  test("asks nothing of a measure whose goal is infinite", async () => {
    const goal = [Number.POSITIVE_INFINITY, 1000]
    const study = await run({ ...asked, precision: { goal, replicationsMin: 2 } })
    expect(study.runs).toHaveLength(2)
  })
})

describe("partial results", () => {
  test("come after each run in order; the last is the study", async () => {
    const partials = await Effect.runPromise(Stream.runCollect(NetworkStudy.partials(asked)))
    const counts = partials.map(({ runs }) => runs.length)
    expect(new Set(counts)).toEqual(new Set([1, 2, 3, 4, 5, 6]))
    expect(counts).toEqual([...counts].sort((left, right) => left - right))
    expect(partials.at(-1)).toEqual(await run(asked))
    const shares = partials.map(({ progress }) => progress)
    expect(shares).toEqual([...shares].sort((left, right) => left - right))
    const third = partials.find(({ runs }) => runs.length === 3)
    expect(third?.measures).toEqual((await run({ ...asked, replications: 3 })).measures)
  })

  test("tell of progress inside a long run", async () => {
    const long = { ...asked, horizon: 100_000, replications: 1 }
    const partials = await Effect.runPromise(Stream.runCollect(NetworkStudy.partials(long)))
    expect(partials.length).toBeGreaterThan(3)
    expect(partials[0]).toMatchObject({ state: "running", runs: [] })
    expect(partials[0]?.progress).toBeGreaterThan(0)
    expect(partials[0]?.progress).toBeLessThan(1)
  })

  test("end when nobody listens any more", async () => {
    const first = NetworkStudy.partials({ ...asked, replications: 1_000_000 }).pipe(
      Stream.take(3),
      Stream.runCollect
    )
    expect(await Effect.runPromise(first)).toHaveLength(3)
  })
})

describe("interrupting", () => {
  test("ends a study in the middle of a run", async () => {
    let isHeard = false
    const endless = { ...asked, horizon: 1e12, onProgress: () => (isHeard = true) }
    const exit = await Effect.runPromise(
      Effect.gen(function* () {
        const fiber = yield* Effect.forkChild(NetworkStudy.run(endless))
        while (!isHeard) yield* Effect.yieldNow
        yield* Fiber.interrupt(fiber)
        return yield* Fiber.await(fiber)
      })
    )
    expect(Exit.hasInterrupts(exit)).toBe(true)
  })
})

describe("pausing", () => {
  /** A runner whose tasks are cut after every few events, and pauses after so many cuts. */
  const cutting = (eventCount: number, cutsUntilPause: number) => {
    const stop = new AbortController()
    let cuts = 0
    const runner: Runner.Runner = {
      parallelCount: 3,
      run: (task, options) =>
        Effect.gen(function* () {
          const work = NetworkTask.start(task, { eventCount })
          for (;;) {
            if (++cuts === cutsUntilPause) stop.abort()
            const answer = options?.pause?.aborted === true ? work.pause() : work.advance()
            if (answer !== null) return answer
            options?.onProgress?.(work.progress)
            yield* Effect.yieldNow
          }
        })
    }
    return { runner, pause: stop.signal }
  }

  test("anywhere, any number of times, on any number of threads leaves no trace", async () => {
    const whole = await run(asked)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 4 }),
        async (eventCount, pauses) => {
          let resume: Uint8Array | undefined
          for (const cuts of pauses) {
            const from = resume === undefined ? {} : { resume }
            const study = await run({ ...asked, ...from, ...cutting(eventCount, cuts) })
            if (study.checkpoint === null) expect(study).toEqual(whole)
            else expect(study.state).toBe("paused")
            resume = study.checkpoint ?? resume
          }
          const rest = resume === undefined ? {} : { resume }
          expect(await run({ ...asked, ...rest })).toEqual(whole)
        }
      ),
      { numRuns: 100 }
    )
  })

  test("a paused study can go on to more runs than were asked for at first", async () => {
    const { checkpoint } = await run({ ...asked, replications: 3, ...cutting(10, 20) })
    const more = await run({ ...asked, ...(checkpoint === null ? {} : { resume: checkpoint }) })
    expect(checkpoint).not.toBe(null)
    expect(more).toEqual(await run(asked))
  })

  test("bytes of another study are refused with what differs", async () => {
    const { checkpoint } = await run({ ...asked, ...cutting(10, 20) })
    const resume = checkpoint ?? new Uint8Array()
    const refused = async (change: Partial<NetworkStudy.Options>) => {
      const error = await failure({ ...asked, resume, ...change })
      return error._tag === "CheckpointRefused" ? error.problems[0] : error
    }
    expect(await refused({ seed: 8 })).toMatchObject({
      code: "DifferentModel",
      subject: "study: seed"
    })
    expect(await refused({ network: aDesk({ servers: 2 }) })).toMatchObject({
      code: "DifferentModel",
      subject: "study: network (its hash)"
    })
    expect(await refused({ measures: ["wait.mean@desk"] })).toMatchObject({
      subject: "study: measures"
    })
    expect(await refused({ horizon: 61 })).toMatchObject({ subject: "study: horizon" })
    expect(await refused({ resume: resume.subarray(0, 100) })).toMatchObject({ code: "Truncated" })
  })
})

describe("refusals", () => {
  test("a network that cannot be names its station, and all that is wrong", async () => {
    const network = aDesk({ servers: 0, mean: -1 })
    const error = await failure({ ...asked, network })
    expect(error).toMatchObject({ _tag: "StudyRefused" })
    expect(error.message).toContain('station "desk"')
    expect(error._tag === "StudyRefused" && error.problems.length).toBe(2)
  })

  test("a steady state without end is refused with its load", async () => {
    const { horizon: _, ...steady } = asked
    const error = await failure({ ...steady, network: aDesk({ mean: 1.25 }) })
    const problem = { code: "LoadTooHigh", subject: 'station "desk"', found: 1.25 }
    expect(error).toMatchObject({ _tag: "StudyRefused", problems: [problem] })
    expect(error.message).toContain("1.25")
  })

  test("a measure of no such station is refused", async () => {
    const error = await failure({ ...asked, measures: ["wait.mean@dsek"] })
    expect(error).toMatchObject({ _tag: "StudyRefused", problems: [{ code: "UnknownStation" }] })
  })

  test("a deadlock fails the study with its stations, unless its time is measured", async () => {
    const ring = { ...asked, network: aRing, horizon: 1000, measures: ["throughput"] }
    const error = await failure(ring)
    expect(error).toMatchObject({
      _tag: "RunFailed",
      replication: 0,
      problems: [{ code: "Deadlocked", subject: 'stations "left", "right"' }]
    })
    const { measures } = await run({ ...ring, measures: ["deadlockTime"] })
    expect(measures[0]?.count).toBe(6)
  })

  test("counts and goals that make no sense are the programmer's mistakes", async () => {
    for (const wrong of [{ replications: 0 }, { confidence: 1 }, { precision: { goal: 0 } }]) {
      const exit = await Effect.runPromiseExit(NetworkStudy.run({ ...asked, ...wrong }))
      expect(Exit.hasDies(exit)).toBe(true)
    }
  })
})

test("this thread takes a breath between slices, so that timers get their turn", async () => {
  let ticks = 0
  const timer = setInterval(() => {
    ticks += 1
  }, 1)
  const task = { plan: { ...asked, horizon: 200_000 }, seed: 1, replication: 0 }
  await Effect.runPromise(Runner.thisThread.run(task))
  clearInterval(timer)
  expect(ticks).toBeGreaterThan(0)
})

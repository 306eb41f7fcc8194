import { Estimate, Network, NetworkRun } from "@wangge/des"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { describe, expect, test } from "vitest"
import * as NetworkComparison from "../src/NetworkComparison.ts"
import * as NetworkStudy from "../src/NetworkStudy.ts"
import { aDesk, asked, backwards } from "./aStudy.ts"

const { network: _, ...rest } = asked
const compared: NetworkComparison.Options = {
  ...rest,
  networks: [aDesk(), aDesk({ mean: 0.7 })],
  replications: 20
}
const run = (options: NetworkComparison.Options) =>
  Effect.runPromise(NetworkComparison.run(options))
const study = (options: NetworkStudy.Options) => Effect.runPromise(NetworkStudy.run(options))

describe("under the same luck", () => {
  test("each network is run as in its own study", async () => {
    const { state, studies } = await run(compared)
    expect(state).toBe("finished")
    for (const [place, network] of compared.networks.entries()) {
      const alone = await study({ ...asked, network, replications: 20 })
      expect(studies[place]?.runs).toEqual(alone.runs)
      expect(studies[place]?.measures).toEqual(alone.measures)
      expect(studies[place]?.runHash).toBe(alone.runHash)
    }
  })

  test("the difference is that of the pairs, and sharper than two studies", async () => {
    const { differences, studies } = await run(compared)
    const numbers = studies.map(({ runs }) => runs.map(({ values }) => values[1] ?? Number.NaN))
    const paired = Estimate.paired(numbers[1] ?? [], numbers[0] ?? [], 0.975)
    const [, number] = differences
    expect(number).toMatchObject({ measure: "number.mean", network: 1, problem: null })
    expect(number?.difference?.estimate.mean).toBeCloseTo(paired.mean, 12)
    expect(number?.difference?.estimate.halfWidth).toBeCloseTo(paired.halfWidth ?? 0, 12)
    expect(number?.difference?.verdict).toBe("less")
    expect(number?.difference?.varianceRatio).toBeLessThan(0.5)
  })

  test("a network does not differ from itself", async () => {
    const { differences } = await run({ ...compared, networks: [aDesk(), aDesk()] })
    for (const { difference } of differences) {
      expect(difference).toMatchObject({ estimate: { mean: 0, halfWidth: 0 }, verdict: "unclear" })
    }
  })

  test("three networks give two differences for each measure", async () => {
    const networks = [...compared.networks, aDesk({ servers: 2 })]
    const { differences } = await run({ ...compared, networks })
    expect(differences.map(({ measure, network }) => `${measure} ${network}`)).toEqual([
      "wait.mean@desk 1",
      "wait.mean@desk 2",
      "number.mean 1",
      "number.mean 2"
    ])
  })

  test("the runner leaves no trace", async () => {
    expect(await run({ ...compared, runner: backwards(5) })).toEqual(await run(compared))
  })

  test("runs are equally long where nobody says how long", async () => {
    const { horizon: __, ...steady } = compared
    const { studies } = await run({
      ...steady,
      replications: 2,
      networks: [aDesk({ mean: 0.3 }), aDesk({ mean: 0.5 })]
    })
    const [first, second] = studies.map(({ settings }) => settings)
    expect(first?.horizon).toBe(second?.horizon)
    expect(first?.warmUp).toBe(second?.warmUp)
  })
})

describe("a precision", () => {
  test("of the difference stops the runs", async () => {
    const precision = { goal: [0.3, Number.POSITIVE_INFINITY], replicationsMin: 4 }
    const made = await run({ ...compared, horizon: 200, precision })
    expect(made.isPrecise).toBe(true)
    expect(made.differences[0]?.difference?.estimate.halfWidth).toBeLessThanOrEqual(0.3)
    expect(made.studies[0]?.runs.length).toBeGreaterThan(4)
  })
})

describe("a fork", () => {
  const forked = { ...compared, forkAt: 30 }

  test("has one past and several futures", async () => {
    const { studies } = await run(forked)
    const [first, second] = compared.networks.map((network) => Network.make(network))
    if (first === undefined || second === undefined) throw new Error("there are two networks")
    const measures = compared.measures
    const base = NetworkRun.make({ network: first, seed: 7, horizon: 60, measures })
    const bytes = base.runUntil(30).checkpoint()
    const other = NetworkRun.resume({ network: first, bytes, as: second })
    if (!other.ok) throw new Error("the second network has the same stations")
    expect(studies[0]?.runs[0]?.hash).toBe(base.runToEnd().hash())
    expect(studies[1]?.runs[0]?.hash).toBe(other.value.runToEnd().hash())
    expect(studies[0]?.runs[0]?.hash).not.toBe(studies[1]?.runs[0]?.hash)
    const whole = await study({ ...asked, replications: 20 })
    expect(studies[0]?.runs).toEqual(whole.runs)
  })

  test("at the end changes nothing, and at time 0 everything", async () => {
    const late = await run({ ...forked, forkAt: 60 })
    expect(late.differences[1]?.difference?.estimate.mean).toBe(0)
    const early = await run({ ...forked, forkAt: 0 })
    const apart = await run(compared)
    expect(early.studies[1]?.runs.map(({ hash }) => hash)).toEqual(
      apart.studies[1]?.runs.map(({ hash }) => hash)
    )
  })

  test("after the end is refused", async () => {
    const error = await Effect.runPromise(
      NetworkComparison.run({ ...forked, forkAt: 60.5 }).pipe(Effect.flip)
    )
    expect(error).toMatchObject({
      _tag: "StudyRefused",
      message: "forkAt: 60.5 cannot be; it should be at most the horizon, 60."
    })
  })

  test("into other stations is refused before anything is run", async () => {
    const text = JSON.stringify(aDesk()).replaceAll('"desk"', '"booth"')
    const networks = [aDesk(), JSON.parse(text)]
    const measures = ["number.mean"]
    const error = await Effect.runPromise(
      NetworkComparison.run({ ...forked, networks, measures }).pipe(Effect.flip)
    )
    expect(error).toMatchObject({ _tag: "StudyRefused", problems: [{ code: "DifferentModel" }] })
  })

  test("paused and gone on with is the same", async () => {
    const whole = await run(forked)
    for (const asks of [1, 2, 5, 17, 40]) {
      const stop = new AbortController()
      let count = 0
      const onProgress = () => {
        if (++count === asks) stop.abort()
      }
      const runner = backwards(3)
      const pause = stop.signal
      const paused = await run({ ...forked, horizon: 60, pause, onProgress, runner })
      const resume = paused.checkpoint
      if (resume === null) expect(paused).toEqual(whole)
      else expect(await run({ ...forked, resume })).toEqual(whole)
    }
  })
})

test("another number of servers from a date on, by schedules, has the same past", async () => {
  const withShifts = (
    shifts: ReadonlyArray<{ readonly from: number; readonly servers: number }>
  ) => ({
    ...aDesk(),
    stations: [
      {
        ...aDesk().stations[0]!,
        servers: { kind: "schedule", shifts, atEnd: { kind: "finish" } } as const
      }
    ]
  })
  const today = [{ from: 0, servers: 1 }]
  const networks = [withShifts(today), withShifts([...today, { from: 30, servers: 3 }])]
  const measures = ["number.at(29)", "number.at(55)"]
  const { differences } = await run({ ...compared, networks, measures })
  expect(differences[0]?.difference?.estimate).toMatchObject({ mean: 0, halfWidth: 0 })
  expect(differences[1]?.difference?.estimate.mean).toBeLessThan(0)
})

test("one network alone and a fork at no time are the programmer's mistakes", async () => {
  for (const wrong of [{ networks: [aDesk()] }, { forkAt: -1 }]) {
    const exit = await Effect.runPromiseExit(NetworkComparison.run({ ...compared, ...wrong }))
    expect(Exit.hasDies(exit)).toBe(true)
  }
})

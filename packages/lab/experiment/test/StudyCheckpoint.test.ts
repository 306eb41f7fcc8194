import { Network, NetworkRun } from "@wangge/des"
import * as Effect from "effect/Effect"
import { expect, test } from "vitest"
import * as NetworkStudy from "../src/NetworkStudy.ts"
import * as StudyCheckpoint from "../src/StudyCheckpoint.ts"
import { asked, backwards } from "./aStudy.ts"

const { network, measures, horizon } = asked
const subject = { plans: [{ network, measures, horizon: 60 }], forkAt: null, seed: 7 }

/** A study that is asked to pause when so much of it is done. */
const pausedAt = async (share: number): Promise<Uint8Array> => {
  const stop = new AbortController()
  const onProgress = (done: number, total: number) => {
    if (done >= share * total) stop.abort()
  }
  const runner = backwards(2)
  const study = await Effect.runPromise(
    NetworkStudy.run({ ...asked, runner, pause: stop.signal, onProgress })
  )
  if (study.checkpoint === null) throw new Error("the study was finished before it was paused")
  return study.checkpoint
}

test("what is read is what was written, and is written to equal bytes again", async () => {
  expect(horizon).toBe(60)
  const bytes = await pausedAt(0.4)
  const read = StudyCheckpoint.read(bytes, subject)
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  const finished = [...read.value.values()].flatMap((course) => course.finished)
  expect(finished.length).toBeGreaterThan(0)
  expect(finished[0]).toMatchObject({ ending: "horizon", endedAt: 60, problem: null })
  expect(StudyCheckpoint.write(subject, read.value)).toEqual(bytes)
})

test("a run that could not go on keeps its reason", () => {
  const run = NetworkRun.make({ network: Network.make(network), measures, horizon: 60, seed: 7 })
  run.runToEnd()
  const problem = {
    code: "Deadlocked",
    subject: "stations",
    found: 2.5,
    expected: "a way"
  } as const
  const replication = {
    replication: 0,
    values: [Number.NaN, -0],
    parts: run.parts(),
    hash: run.hash(),
    executedCount: run.executedCount,
    endedAt: 2.5,
    ending: "deadlock",
    problem,
    alone: null
  } as const
  const courses = new Map([[0, { finished: [replication], base: null, running: null }]])
  const read = StudyCheckpoint.read(StudyCheckpoint.write(subject, courses), subject)
  expect(read).toEqual({ ok: true, value: courses })
})

test("bytes of a run, and of nothing, are refused", () => {
  const run = NetworkRun.make({ network: Network.make(network), measures, horizon: 60, seed: 7 })
  expect(StudyCheckpoint.read(run.checkpoint(), subject)).toMatchObject({
    ok: false,
    problem: { code: "WrongKind" }
  })
  expect(StudyCheckpoint.read(new Uint8Array(), subject)).toMatchObject({ ok: false })
  expect(StudyCheckpoint.read(new TextEncoder().encode("{}"), subject)).toMatchObject({
    problem: { code: "NotASnapshot" }
  })
})

test("every byte counts", async () => {
  const bytes = await pausedAt(0.2)
  for (let place = 0; place < bytes.length; place += 97) {
    const damaged = Uint8Array.from(bytes)
    damaged[place] = 255 - (damaged[place] ?? 0)
    expect(StudyCheckpoint.read(damaged, subject).ok).toBe(false)
  }
})

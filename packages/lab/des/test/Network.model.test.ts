/**
 * The engine against the slow simulator, event by event, on random networks in which all features
 * meet. `npm run campaign:network` tries thousands; a failure prints the smallest network that fails,
 * the first event that differs and a line that replays it.
 */
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { Snapshot } from "../src/index.ts"
import { assertReplayable, enoughMs, isCampaign } from "./replayable.ts"
import { runSlowly } from "./slowNetwork.ts"
import { someNetwork } from "./someNetwork.ts"
import { firstDifference, makeTraced, runTraced } from "./tracedNetwork.ts"

const runs = { file: "Network.model.test.ts", runs: 200 }

const until = 25
const traceMax = 2000

const eventNames = [
  ...["arrived", "joined", "began", "resumed", "interrupted", "finished", "blocked", "unblocked"],
  ...["left", "refused", "balked", "gaveUp", "overdue", "departed", "servers", "deadlock"]
]

test(
  "the engine and the slow simulator agree on every event of every network",
  () => {
    const counts = new Map(eventNames.map((name) => [name, 0]))
    const count = (name: string): void => {
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    assertReplayable(
      fc.property(someNetwork, fc.nat(1000), (declaration, seed) => {
        const slow = runSlowly(declaration, { seed, until, traceMax })
        const { engine, trace } = runTraced(declaration, { seed, until, traceMax })
        const length = Math.min(traceMax, slow.trace.length)
        const difference = firstDifference(trace.slice(0, length), slow.trace.slice(0, length))
        if (difference !== undefined) throw new Error(difference)
        expect(engine.deadlock?.stations).toEqual(slow.deadlock?.stations)
        for (const { what } of slow.trace) count(what.slice(0, what.indexOf(" ")))
        if (slow.deadlock !== null) count("deadlock")
      }),
      runs
    )
    if (isCampaign) {
      console.info([...counts].map(([name, number]) => `${number} ${name}`).join(", "))
    }
    expect(eventNames.filter((name) => counts.get(name) === 0)).toEqual([])
    expect([...counts.keys()]).toEqual(eventNames)
  },
  enoughMs
)

test(
  "a run that is saved and restored at any event goes on as if nothing had happened",
  () => {
    const draws = fc.constantFrom("addressed" as const, "sequential" as const)
    assertReplayable(
      fc.property(someNetwork, draws, fc.nat(1000), (declaration, mode, seed) => {
        const options = { seed, draws: mode }
        const [whole, before, after] = [0, 1, 2].map(() => makeTraced(declaration, options))
        whole!.engine.runUntil(until, traceMax)
        const cut = 1 + (seed % Math.max(1, whole!.engine.executedCount))
        before!.engine.runUntil(until, cut)
        const kind = { kind: "network", version: 1 }
        const bytes = Snapshot.write({ ...kind, body: (writer) => before!.engine.save(writer) })
        const body = (reader: Snapshot.Reader): void => after!.engine.restore(reader)
        expect(Snapshot.read(bytes, { ...kind, body }).ok).toBe(true)
        const again = Snapshot.write({ ...kind, body: (writer) => after!.engine.save(writer) })
        expect(again).toEqual(bytes)
        if (cut < traceMax) after!.engine.runUntil(until, traceMax - cut)
        const trace = [...before!.trace, ...after!.trace]
        expect(firstDifference(trace, whole!.trace)).toBeUndefined()
        expect(after!.engine.hash()).toBe(whole!.engine.hash())
        expect(after!.engine.now).toBe(whole!.engine.now)
      }),
      runs
    )
  },
  enoughMs
)

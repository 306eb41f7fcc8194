import { readFileSync } from "node:fs"
import { ScenarioSchema, type Shock } from "@wangge/simulator"
import { Ajv2020 } from "ajv/dist/2020.js"
import * as fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import {
  Counterexample,
  CounterexampleSchema,
  Search,
  ShockOrder,
  ShockRange
} from "../src/index.ts"
import { someShock } from "./shocks.ts"
import { aScenario, toyRunner } from "./toyTown.ts"

const promise = { outcome: "onTimeShare", relation: ">=", bound: 0.9 } as const
const toy = {
  quiet: 0.95,
  harm: (shock: Shock.Shock): number => ShockOrder.cost(shock) / 300_000,
  spread: 0.02
}
const runner = toyRunner(toy)

const aFile = async (changes?: Partial<Search.Options>): Promise<Counterexample.Counterexample> => {
  const scenario = aScenario({ days: 365, grids: 69 })
  const verdict = await Search.smallestShock({
    scenario,
    objective: promise,
    seed: 3,
    runner,
    ...changes
  })
  if (verdict.verdict !== "broken") throw new Error(verdict.verdict)
  return verdict.counterexample
}

let file: Counterexample.Counterexample
beforeAll(async () => {
  file = await aFile()
})

/** The file with one value put at a path, as an editor would. */
const edited = (path: string, value: unknown): unknown => {
  const copy: unknown = JSON.parse(Counterexample.toJson(file))
  const keys = path.split(".")
  const last = keys.pop() ?? ""
  let place = copy
  for (const key of keys) place = Object.getOwnPropertyDescriptor(place, key)?.value
  if (typeof place !== "object" || place === null) throw new Error(`No ${path}`)
  Object.defineProperty(place, last, { value, enumerable: true })
  return copy
}

const pathsOf = (input: unknown): ReadonlyArray<string> => {
  const parsed = CounterexampleSchema.parse(input)
  return parsed.ok ? [] : parsed.problems.map((one) => one.path)
}

const read = (input: unknown): Counterexample.Counterexample => {
  const parsed = CounterexampleSchema.parse(input)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.counterexample
}

describe("a counter-example", () => {
  test("reads back what it wrote", () => {
    expect(read(JSON.parse(Counterexample.toJson(file)))).toEqual(file)
  })

  test("with any shock of the ranges, and with none, reads back the same", () => {
    const shocks = fc.option(someShock, { nil: null })
    fc.assert(
      fc.property(shocks, fc.maxSafeInteger(), (shock, seed) => {
        const one = { ...file, shock, seed }
        const text = Counterexample.toJson(one)
        expect(read(JSON.parse(text))).toEqual(one)
        expect(Counterexample.toJson(read(JSON.parse(text)))).toBe(text)
      }),
      { seed: 1, numRuns: 100 }
    )
  })

  test("without a shock is written and read too", async () => {
    const empty = await aFile({ runner: toyRunner({ ...toy, quiet: 0.8 }) })
    expect(empty.shock).toBeNull()
    expect(read(JSON.parse(Counterexample.toJson(empty)))).toEqual(empty)
  })

  test("names its replay", () => {
    expect(Counterexample.replayCommand("a/b.json")).toBe("wangge replay a/b.json")
    expect(Counterexample.replayCommand("my town.json")).toBe("wangge replay 'my town.json'")
    expect(Counterexample.replayCommand("it's.json")).toBe("wangge replay 'it'\\''s.json'")
  })
})

describe("a file that is none", () => {
  test("is told by its format or version before anything else", () => {
    for (const input of [null, 3, "text", [], {}, { format: "wangge-scenario" }]) {
      expect(pathsOf(input)).toEqual(["format"])
    }
    expect(pathsOf(edited("version", 2))).toEqual(["version"])
  })

  test("is told by path, value and what would be right", () => {
    const parsed = CounterexampleSchema.parse(edited("shock.days", 0))
    expect(parsed).toEqual({
      ok: false,
      problems: [{ path: "shock.days", value: 0, expected: "a value greater than or equal to 1" }]
    })
  })

  test("is refused for each part that does not fit", () => {
    const parts: ReadonlyArray<readonly [string, unknown, string]> = [
      ["promise", "onTime >= 0.9", "promise"],
      ["promise", 7, "promise"],
      ["seed", 1.5, "seed"],
      ["replications", 5, "replications"],
      ["interval.confidence", 1, "interval.confidence"],
      ["verdict", "holds", "verdict"],
      ["shock.grids", 70, "shock"],
      ["shock.extra", 1, "shock.extra"],
      ["shock", undefined, "shock"],
      ["ranges.gridCount", 68, "ranges.horizonDays, gridCount"],
      ["plan.looks", [8, 4], "plan"],
      ["order", 3, "order"],
      ["minimality.neighbours.0.state", "violated", "minimality.neighbours.0.state"]
    ]
    for (const [path, value, told] of parts) expect(pathsOf(edited(path, value))).toContain(told)
  })

  test("is refused where the simulator refuses its scenario", () => {
    const paths = pathsOf(edited("scenario.format", "other"))
    expect(paths[0]).toMatch(/^scenario/)
  })

  test("never makes the reader throw", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(file)), (value, key) => {
        const parsed = CounterexampleSchema.parse(edited(key, value))
        if (!parsed.ok) expect(parsed.problems.length).toBeGreaterThan(0)
      }),
      { seed: 2, numRuns: 200 }
    )
  })
})

describe("replay", () => {
  test("of an unchanged file sees the same runs and the same verdict", async () => {
    const before = runner.runs()
    const replay = await Counterexample.replay(
      read(JSON.parse(Counterexample.toJson(file))),
      runner
    )
    expect(replay).toEqual({
      sameHash: true,
      sameVerdict: true,
      sameVersions: true,
      got: {
        runHash: file.runHash,
        state: "violated",
        interval: file.interval,
        versions: file.versions
      }
    })
    expect(runner.runs() - before).toBe(file.replications)
  })

  test("of a file with another shock or seed differs", async () => {
    await fc.assert(
      fc.asyncProperty(someShock, fc.maxSafeInteger(), async (shock, seed) => {
        const isSame = ShockOrder.cost(shock) === ShockOrder.cost(file.shock ?? shock)
        fc.pre(!isSame && seed !== file.seed)
        for (const changed of [
          { ...file, shock },
          { ...file, seed },
          { ...file, shock: null }
        ]) {
          const { sameHash, sameVerdict } = await Counterexample.replay(changed, runner)
          expect(sameHash).toBe(false)
          expect(sameVerdict).toBe(false)
        }
      }),
      { seed: 3, numRuns: 100 }
    )
  })

  test("tells a changed promise by the verdict and a changed hash by the hash", async () => {
    const kept = await Counterexample.replay({ ...file, promise: "onTimeShare >= 0.5" }, runner)
    expect([kept.sameHash, kept.sameVerdict, kept.got.state]).toEqual([true, false, "holds"])
    const hashed = await Counterexample.replay({ ...file, runHash: "0" }, runner)
    expect([hashed.sameHash, hashed.sameVerdict]).toEqual([false, true])
    const interval = { ...file.interval, mean: 0.5 }
    const meant = await Counterexample.replay({ ...file, interval }, runner)
    expect([meant.sameHash, meant.sameVerdict]).toEqual([true, false])
  })

  test("says when the versions are others", async () => {
    const versions = { ...file.versions, streams: "older" }
    expect((await Counterexample.replay({ ...file, versions }, runner)).sameVersions).toBe(false)
  })

  test("stops when it is aborted", async () => {
    const signal = AbortSignal.abort(new Error("enough"))
    await expect(Counterexample.replay(file, runner, { signal })).rejects.toThrow("enough")
  })
})

describe("the published JSON Schema", () => {
  const published = new URL("../../../../docs/schemas/counterexample.schema.json", import.meta.url)

  test("is current", () => {
    const text = `${JSON.stringify(CounterexampleSchema.jsonSchema(), null, 2)}\n`
    expect(readFileSync(published, "utf8")).toBe(text)
  })

  test("takes what is written and refuses what is not", () => {
    const ajv = new Ajv2020({ strict: false })
    ajv.addSchema(ScenarioSchema.jsonSchema())
    const validate = ajv.compile(CounterexampleSchema.jsonSchema())
    expect(validate(JSON.parse(Counterexample.toJson(file)))).toBe(true)
    for (const [path, value] of [
      ["version", 2],
      ["shock.days", 0],
      ["seed", "1"],
      ["extra", 1]
    ] as const) {
      expect(validate(edited(path, value))).toBe(false)
    }
  })

  test("and the ranges of a file are those of its scenario", () => {
    expect(file.ranges).toEqual(ShockRange.of(file.scenario))
  })
})

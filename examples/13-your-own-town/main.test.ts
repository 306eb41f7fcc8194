import { readFileSync } from "node:fs"
import { ScenarioSchema, type Study } from "@wangge/simulator"
import { beforeAll, describe, expect, it } from "vitest"
import { blocksOf } from "../../scripts/internal/readmeBlocks.mjs"
import { load, problemText, simulate, slips, textOf } from "./main.ts"

describe("a town of your own", () => {
  let study: Study.Study
  beforeAll(async () => {
    study = await simulate(await load())
  })

  it("prints what the README shows", () => {
    const page = readFileSync(new URL("README.md", import.meta.url), "utf8")
    expect([textOf(study)]).toEqual(blocksOf(page))
  })

  it("is answered with the path of each slip of the pen", () => {
    const found = slips(study.scenario).map((slip) => problemText(ScenarioSchema.parse(slip)))
    expect(found.map((lines) => lines.length)).toEqual([1, 1])
    expect(found.flat()[0]).toMatch(/^staff\.gridWorkers: got -40; /)
    expect(found.flat()[1]).toMatch(/^demand\.urgencyMix: /)
  })

  it("loses no case: raised = ended + still open, in every replication", () => {
    for (const { conservation } of study.runs) {
      const { raised, writtenOff, rejected, merged, withdrawn, open } = conservation
      expect(raised).toBeGreaterThan(0)
      expect(writtenOff + rejected + merged + withdrawn + open).toBe(raised)
    }
  })
})

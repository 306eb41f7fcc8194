import { Json } from "@wangge/report"
import { Outcome } from "@wangge/simulator"
import { expect, test } from "vitest"
import { aStudy } from "./aStudy.ts"

test("keys stand in a fixed order, whatever the order in the study", () => {
  const study = aStudy()
  const turned = {
    ...study,
    outcomes: study.outcomes.map((outcome) =>
      Object.fromEntries(Object.entries(outcome).reverse())
    ) as unknown as typeof study.outcomes
  }
  expect(Json.toText(turned)).toBe(Json.toText(study))
  expect(Object.keys(Json.of(study))).toEqual([
    "format",
    "version",
    "scenario",
    "seed",
    "replications",
    "versions",
    "runHash",
    "outcomes",
    "notes"
  ])
  expect(Object.keys(Json.of(study).outcomes[0] ?? {})).toEqual([
    "id",
    "unit",
    "mean",
    "halfWidth",
    "confidence",
    "replications",
    "inputDetermined"
  ])
})

test("every outcome is there with the study's own numbers", () => {
  const study = aStudy()
  const back: unknown = JSON.parse(Json.toText(study))
  expect(back).toEqual(Json.of(study))
  expect(Json.of(study).outcomes.map((outcome) => outcome.id)).toEqual([...Outcome.ids])
  expect(Json.of(study).outcomes).toEqual(study.outcomes)
})

test("what JSON cannot write becomes null", () => {
  const study = aStudy({ runCount: 1 })
  const [first] = study.outcomes
  const outcomes = first === undefined ? [] : [{ ...first, mean: Number.NaN }]
  expect(Json.of({ ...study, outcomes }).outcomes[0]?.mean).toBeNull()
  expect(Json.of(study).outcomes[0]?.halfWidth).toBeNull()
})

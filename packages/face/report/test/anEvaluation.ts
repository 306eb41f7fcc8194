/** Small evaluations for the tests of reports: a few units, each with so many good answers of so many. */
import {
  BonusPreset,
  type BonusRules,
  EvaluationFact,
  EvaluationPeriod,
  EvaluationPreset,
  type EvaluationRules,
  Rational,
  SignalRules
} from "@wangge/evaluation"
import { Id } from "@wangge/facts"
import { EvaluationDossier } from "../src/index.ts"

/** Matters of a unit, and how many of them are good in every way. */
export interface Work {
  readonly unitId: string
  readonly good: number
  readonly of: number
}

/** A good, a middling, a poor unit and one with too little to measure. */
export const works: ReadonlyArray<Work> = [
  { unitId: "unit-1", good: 98, of: 100 },
  { unitId: "unit-2", good: 85, of: 100 },
  { unitId: "unit-3", good: 84, of: 100 },
  { unitId: "unit-4", good: 50, of: 100 },
  { unitId: "unit-5", good: 3, of: 4 }
]

/** The same units with a tenth of the work, for properties. */
export const fewWorks: ReadonlyArray<Work> = [
  { unitId: "unit-1", good: 10, of: 10 },
  { unitId: "unit-2", good: 8, of: 10 },
  { unitId: "unit-3", good: 1, of: 4 }
]

/** The facts of some work: contact, claim, follow-up and rating of every matter. */
export const factsOf = (
  all: ReadonlyArray<Work>,
  unitOf: (unitId: string) => Partial<EvaluationFact.EvaluationFact> = (subjectId) => ({
    subjectId
  })
): ReadonlyArray<EvaluationFact.EvaluationFact> =>
  all.flatMap(({ unitId, good, of }) =>
    Array.from({ length: of }, (_, index) => {
      const isGood = index < good
      const kinds = isGood
        ? ["contactOnTime", "caseClaimed", "caseConfirmed", "reporterSatisfied"]
        : ["contactLate", "caseClaimed", "caseNotResolved", "reporterDissatisfied"]
      return kinds.map((kind, at) => {
        const matterId = `${unitId}-case-${index + 1}`
        const { subjectId = unitId, workerId = `${unitId}-worker` } = unitOf(unitId)
        return EvaluationFact.of(
          {
            id: Id.make<"Fact">(`${matterId}/${at}`),
            kind,
            subjectId,
            gridId: Id.make<"Grid">("grid-1"),
            atSec: 100 + index,
            quantity: 1,
            unit: "case",
            causeId: `${matterId}/${at}`
          },
          { workerId }
        )
      })
    }).flat()
  )

/** What {@link aRequest} can be told. */
export interface Changes {
  readonly works?: ReadonlyArray<Work>
  readonly rules?: EvaluationRules.EvaluationRules
  readonly facts?: ReadonlyArray<EvaluationFact.EvaluationFact>
  readonly budgetFen?: number
  readonly bonus?: BonusRules.BonusRules
  readonly units?: EvaluationPeriod.EvaluationPeriod["units"]
}

/** A request by the preset of three rates, with one person a unit where there is a budget. */
export const aRequest = (changes: Changes = {}): EvaluationDossier.Request => {
  const all = changes.works ?? works
  return {
    rules: changes.rules ?? EvaluationPreset.threeRates,
    facts: changes.facts ?? factsOf(all),
    period: EvaluationPeriod.make({
      fromSec: -28_800,
      untilSec: 57_600,
      ...(changes.units === undefined ? {} : { units: changes.units })
    }),
    signals: SignalRules.usual,
    payment:
      changes.budgetFen === undefined
        ? "None"
        : {
            rules: changes.bonus ?? BonusPreset.helong,
            budgetFen: changes.budgetFen,
            members: all.map(({ unitId }) => ({
              personId: `${unitId}-worker`,
              unitId,
              workedShare: Rational.one
            })),
            leads: []
          }
  }
}

/** The dossier of a request, with the cases of every unit. */
export const aDossier = (changes: Changes = {}): EvaluationDossier.EvaluationDossier => {
  const request = aRequest(changes)
  const gathering = EvaluationDossier.gather(request)
  if (!gathering.ok) throw new Error(gathering.problems.map(({ words }) => words.en).join(" "))
  const { dossier } = gathering
  const unitIds = dossier.result.units.map(({ unitId }) => unitId)
  return EvaluationDossier.withCases(dossier, request.facts, unitIds)
}

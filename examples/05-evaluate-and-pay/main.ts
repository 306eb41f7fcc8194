/**
 * Six units, one quarter, from counts to money and back: scores by three rates, the places that the
 * data cannot rule out, a bonus for the first two by two rules, and an appeal that changes facts and
 * scores and, by the one rule, moves half of the money. Every rule comes from `@wangge/evaluation`.
 */
import {
  Bonus,
  BonusCut,
  BonusPreset,
  BonusRules,
  EvaluationFact,
  EvaluationPeriod,
  EvaluationPreset,
  type EvaluationResult,
  EvaluationRules,
  RankSet,
  Rational,
  Rescore,
  ScoreInterval,
  Settlement,
  SourcedDecimal
} from "@wangge/evaluation"
import { Id } from "@wangge/facts"

const period = EvaluationPeriod.make({ fromSec: 0, untilSec: 7_776_000 })

/** Of so many cases of a unit: contacted in time, verified as solved, residents satisfied. */
const work = [
  { unitId: "east", cases: 400, prompt: 392, solved: 384, satisfied: 380 },
  { unitId: "north", cases: 380, prompt: 350, solved: 336, satisfied: 330 },
  { unitId: "park", cases: 400, prompt: 360, solved: 350, satisfied: 352 },
  { unitId: "river", cases: 400, prompt: 240, solved: 232, satisfied: 216 },
  { unitId: "south", cases: 390, prompt: 340, solved: 338, satisfied: 330 },
  { unitId: "west", cases: 6, prompt: 6, solved: 6, satisfied: 6 }
] as const

const fact = (at: {
  readonly unitId: string
  readonly index: number
  readonly kind: string
  readonly supersedesId?: string
}): EvaluationFact.EvaluationFact => {
  const causeId = `${at.unitId}-case-${at.index}/1`
  const isCorrection = at.supersedesId !== undefined
  return EvaluationFact.of(
    {
      id: Id.make<"Fact">(`${causeId}/${at.kind}${isCorrection ? "/corrected" : ""}`),
      kind: at.kind,
      subjectId: at.unitId,
      gridId: Id.make<"Grid">("grid-1"),
      atSec: at.index * 60,
      quantity: 1,
      unit: "case",
      causeId
    },
    isCorrection ? { supersedesId: at.supersedesId } : {}
  )
}

/** What happened, case by case; production has the same facts from its cases. */
export const facts: ReadonlyArray<EvaluationFact.EvaluationFact> = work.flatMap(
  ({ unitId, cases, prompt, solved, satisfied }) =>
    Array.from({ length: cases }, (_, index) => [
      fact({ unitId, index, kind: index < prompt ? "contactOnTime" : "contactLate" }),
      fact({ unitId, index, kind: index < solved ? "caseConfirmed" : "caseNotResolved" }),
      fact({
        unitId,
        index,
        kind: index < satisfied ? "reporterSatisfied" : "reporterDissatisfied"
      })
    ]).flat()
)

/**
 * Appeal: a call centre outage had put 40 contacts of `south` down as late. Nothing is changed; each
 * correction supersedes the fact that was wrong and keeps its second.
 */
export const corrections: ReadonlyArray<EvaluationFact.EvaluationFact> = Array.from(
  { length: 40 },
  (_, index) => {
    const wrong = fact({ unitId: "south", index: 340 + index, kind: "contactLate" })
    return fact({
      unitId: "south",
      index: 340 + index,
      kind: "contactOnTime",
      supersedesId: wrong.id
    })
  }
)

const assumed = (value: string) => SourcedDecimal.assumed(value, "for this example")

/**
 * The first two places share the bonus: a rule as towns write it, with a cut.
 *
 * @source none: for this example
 */
const firstTwo = (overlap: BonusRules.OverlapRule): BonusRules.BonusRules => ({
  ...BonusPreset.helong,
  id: "first-two",
  basis: { kind: "ByPlace", steps: [{ placeLast: assumed("2"), weight: assumed("1") }] },
  overlap,
  insufficient: "Outside"
})

const confidence = Rational.make(95, 100)

/** Everything but good parts is a mistake in this file. */
const good = <Answer extends { readonly ok: boolean }>(
  answer: Answer
): Extract<Answer, { readonly ok: true }> => {
  if (isGood(answer)) return answer
  throw new Error(JSON.stringify(answer))
}
const isGood = <Answer extends { readonly ok: boolean }>(
  answer: Answer
): answer is Extract<Answer, { readonly ok: true }> => answer.ok

const { compiled } = good(EvaluationRules.compile(EvaluationPreset.threeRates))

/** The rank sets of a result: exact intervals that hold for all units at once. */
export const ranksOf = (result: EvaluationResult.EvaluationResult): RankSet.RankSets => {
  const choice = {
    level: "",
    confidence: Rational.toNumber(confidence),
    holds: "Together"
  } as const
  const { spans } = good(ScoreInterval.of(compiled, result, choice))
  return good(RankSet.ofIntervals(spans, confidence)).sets
}

/** 100,000 yuan for two people in each unit. */
export const planOf = (
  result: EvaluationResult.EvaluationResult,
  overlap: BonusRules.OverlapRule
): Bonus.BonusPlan =>
  good(
    Bonus.plan(good(BonusRules.compile(firstTwo(overlap))).compiled, {
      result,
      level: "",
      evidence: ranksOf(result),
      budgetFen: 10_000_000,
      members: work.flatMap(({ unitId }) =>
        [1, 2].map((number) => ({
          personId: `${unitId}-${number}`,
          unitId,
          workedShare: Rational.one
        }))
      ),
      leads: [],
      ties: { kind: "ById" }
    })
  ).plan

/** Old and new, side by side. */
export const rescoring: Rescore.Rescoring = good(
  Rescore.of(EvaluationPreset.threeRates, facts, corrections, period)
).rescoring

const scoreLines = (result: EvaluationResult.EvaluationResult): ReadonlyArray<string> => {
  const ranks = new Map(ranksOf(result).units.map((unit) => [unit.unitId, unit.simultaneous]))
  return result.units.map((unit) => {
    const name = unit.unitId.padEnd(6)
    if (unit.status === "Insufficient") return `${name}  insufficient`
    const range = ranks.get(unit.unitId)
    const score = Rational.toDecimal(unit.score.value, 2)
    return `${name}  ${score}  place ${unit.rank.first}, rank set ${range?.best}-${range?.worst}  ${unit.band.bandId}`
  })
}

const payLines = (result: EvaluationResult.EvaluationResult): ReadonlyArray<string> => {
  const plans = (["PayByScoreAllTheSame", "ShareEqually"] as const).map((rule) =>
    planOf(result, rule)
  )
  const [first] = plans
  if (first === undefined) return []
  const pays = plans.map((plan) => Bonus.payByUnit(plan))
  return [
    ...first.cuts
      .filter(BonusCut.isContested)
      .map(
        ({ placeLast, aboveIds, belowIds }) =>
          `cut after place ${placeLast}: the data do not tell ${aboveIds.join(", ")} from ${belowIds.join(", ")}`
      ),
    "          by score all the same  shared by who overlaps",
    ...(pays[0] ?? []).map(({ unitId }) =>
      row(
        unitId,
        pays.map((units) => units.find((unit) => unit.unitId === unitId)?.fen ?? 0)
      )
    ),
    row(
      "sum",
      plans.map(({ lines }) => lines.reduce((sum, { fen }) => sum + fen, 0))
    )
  ]
}

const row = (name: string, fens: ReadonlyArray<number>): string =>
  `${name.padEnd(9)}${fens.map(yuan).join("")}`

const yuan = (fen: number): string => `${(fen / 100).toFixed(2)} yuan`.padStart(22)

const movedLines = (): ReadonlyArray<string> => {
  const textOf = (side: Rescore.Side): string =>
    side.status === "Scored"
      ? `${Rational.toDecimal(side.score.value, 2)} place ${side.rank.first}`
      : side.status
  return Rescore.moved(rescoring).map(
    ({ unitId, before, after }) => `${unitId.padEnd(6)}  ${textOf(before)}  ->  ${textOf(after)}`
  )
}

/** What a town that tops up and never takes back would have to find, by each of the two rules. */
const settledLines = (): ReadonlyArray<string> =>
  (["PayByScoreAllTheSame", "ShareEqually"] as const).map((rule) => {
    const [paid, due] = [planOf(rescoring.before, rule), planOf(rescoring.after, rule)]
    const { settlement } = good(Settlement.of("TopUpOnly", paid, due))
    const people = Settlement.moved(settlement).length
    return `${BonusRules.overlapLabels[rule].en}: ${people} people move, ${yuan(settlement.topUpFen).trim()} to find`
  })

const story = (): ReadonlyArray<string> => [
  "1. Scores, and the places that the data cannot rule out",
  ...scoreLines(rescoring.before),
  "",
  "2. The bonus for the first two places, by two rules",
  ...payLines(rescoring.before),
  "",
  "3. The appeal of south is upheld: 40 facts superseded, old and new side by side",
  ...movedLines(),
  ...payLines(rescoring.after),
  "",
  "4. Money already paid, topped up and never taken back",
  ...settledLines()
]

/** What the README shows. */
export const outputs: ReadonlyArray<() => string> = [() => story().join("\n")]

/** True when Node was started with this file, not when a test or another program imports it. */
const { main: isMain }: { readonly url: string; readonly main?: boolean } = import.meta
if (isMain === true) console.log(outputs[0]?.())

/**
 * Inspections (听评看议, 明察暗访): what a task group saw, announced or not, in points of those
 * possible. Open and unannounced ones are kept apart, because the difference between them is itself
 * a result (`InspectionGap`).
 */
import { Id, type Label } from "@wangge/facts"
import * as EvaluationFact from "./EvaluationFact.ts"
import * as EvaluationProblem from "./EvaluationProblem.ts"
import * as Rational from "./Rational.ts"

/**
 * How an inspection looks: it listens, rates, looks, deliberates. Append only.
 *
 * @source Helong, article by the city party committee's organisation department: 听评看议
 * @category inspections
 * @since 0.1.0
 */
export const methods = ["Listen", "Rate", "Look", "Deliberate"] as const

/**
 * One of {@link methods}.
 *
 * @category inspections
 * @since 0.1.0
 */
export type InspectionMethod = (typeof methods)[number]

/**
 * What the methods are called on a screen, in English and Chinese.
 *
 * @source Helong, article by the city party committee's organisation department: 听评看议
 * @category labels
 * @since 0.1.0
 */
export const methodLabels: Readonly<Record<InspectionMethod, Label.Label>> = {
  Listen: { en: "listen", zh: "听" },
  Rate: { en: "rate", zh: "评" },
  Look: { en: "look", zh: "看" },
  Deliberate: { en: "deliberate", zh: "议" }
}

/**
 * Whether an inspection was announced: open (明察) or covert (暗访). Append only.
 *
 * @source Helong, article by the city party committee's organisation department: 明察暗访
 * @category inspections
 * @since 0.1.0
 */
export const kinds = ["Open", "Covert"] as const

/**
 * One of {@link kinds}.
 *
 * @category inspections
 * @since 0.1.0
 */
export type InspectionKind = (typeof kinds)[number]

/**
 * What the kinds are called on a screen, in English and Chinese.
 *
 * @source Helong, article by the city party committee's organisation department: 明察暗访
 * @category labels
 * @since 0.1.0
 */
export const kindLabels: Readonly<Record<InspectionKind, Label.Label>> = {
  Open: { en: "open inspection", zh: "明察" },
  Covert: { en: "unannounced inspection", zh: "暗访" }
}

/**
 * One inspection of one unit: `points` of `possible`, whole numbers.
 *
 * `falseRecordIds` are the records (a case, a visit) that it found false, as confirmed after the unit
 * was heard; none where it says nothing.
 *
 * @category inspections
 * @since 0.1.0
 */
export interface Inspection {
  readonly inspectionId: string
  readonly unitId: string
  readonly kind: InspectionKind
  readonly method: InspectionMethod
  readonly atSec: number
  readonly points: number
  readonly possible: number
  readonly falseRecordIds?: ReadonlyArray<string>
}

/**
 * The share of the points possible.
 *
 * @category inspections
 * @since 0.1.0
 */
export const share = ({ points, possible }: Inspection): Rational.Rational =>
  Rational.make(points, possible)

/**
 * What is wrong with some inspections.
 *
 * Returns `DuplicateId` (of an inspection, or of a false record in one), `NotWhole` (points or
 * possible), `OutOfRange` (nothing possible, negative points, or more than possible) and `EmptyText`
 * (a false record without an id).
 *
 * @category checks
 * @since 0.1.0
 */
export const check = (
  inspections: ReadonlyArray<Inspection>
): ReadonlyArray<EvaluationProblem.EvaluationProblem> => {
  const seen = new Set<string>()
  return inspections.flatMap(({ inspectionId, points, possible, falseRecordIds = [] }) => {
    const problems: Array<EvaluationProblem.EvaluationProblem> = []
    if (seen.has(inspectionId)) {
      problems.push(EvaluationProblem.make("DuplicateId", "inspections", inspectionId, 1))
    }
    seen.add(inspectionId)
    const odd = [points, possible].find((value) => !Number.isSafeInteger(value))
    if (odd !== undefined) {
      problems.push(EvaluationProblem.make("NotWhole", inspectionId, odd, ">= 0"))
    } else if (possible < 1 || points < 0 || points > possible) {
      const expected = `>= 0, <= ${possible}`
      problems.push(EvaluationProblem.make("OutOfRange", inspectionId, points, expected))
    }
    falseRecordIds.forEach((recordId, at) => {
      const subject = `${inspectionId}.falseRecordIds`
      if (recordId === "") problems.push(EvaluationProblem.make("EmptyText", subject, "", "an id"))
      else if (falseRecordIds.indexOf(recordId) < at) {
        problems.push(EvaluationProblem.make("DuplicateId", subject, recordId, 1))
      }
    })
    return problems
  })
}

/**
 * The inspections of each unit, in order of the units' ids.
 *
 * @category inspections
 * @since 0.1.0
 */
export const byUnit = (
  inspections: ReadonlyArray<Inspection>
): ReadonlyArray<readonly [unitId: string, inspections: ReadonlyArray<Inspection>]> => {
  const found = new Map<string, Array<Inspection>>()
  for (const inspection of inspections) {
    const own = found.get(inspection.unitId) ?? []
    own.push(inspection)
    found.set(inspection.unitId, own)
  }
  return [...found].sort(([left], [right]) => (left < right ? -1 : 1))
}

/**
 * The kinds of facts that inspections yield. Append only.
 *
 * | kind | matter | quantity |
 * | --- | --- | --- |
 * | `inspectionPointsOpen`, `inspectionPointsCovert` | inspection | `point`s given |
 * | `inspectionPointsPossibleOpen`, `inspectionPointsPossibleCovert` | inspection | `point`s possible |
 * | `recordFoundFalse` | record | 1 `record` |
 *
 * @source none: our own names
 * @category facts
 * @since 0.1.0
 */
export const factKinds = [
  "inspectionPointsOpen",
  "inspectionPointsCovert",
  "inspectionPointsPossibleOpen",
  "inspectionPointsPossibleCovert",
  "recordFoundFalse"
] as const

/**
 * One of {@link factKinds}.
 *
 * @category facts
 * @since 0.1.0
 */
export type FactKind = (typeof factKinds)[number]

/**
 * The facts of one inspection, about its unit in a grid: points possible, points given, and one fact
 * for each record found false. Where grids are evaluated, the unit is the grid.
 *
 * A false record is the matter itself: found by two inspections, it counts once. Throws a `RangeError`
 * for an inspection that {@link check} refuses, and for ids that are none or too long to build upon.
 *
 * ```ts
 * import { Inspection } from "@wangge/evaluation"
 * import { Id } from "@wangge/facts"
 *
 * const facts = Inspection.factsOf(
 *   {
 *     inspectionId: "look-1", unitId: "grid-1", kind: "Covert", method: "Look", atSec: 0, points: 83,
 *     possible: 100, falseRecordIds: ["case-7"]
 *   },
 *   Id.make("grid-1")
 * )
 * const told = facts.map(({ kind, matterId, quantity }) => `${kind} of ${matterId}: ${quantity}`)
 * told[1] // => "inspectionPointsCovert of look-1: 83"
 * told[2] // => "recordFoundFalse of case-7: 1"
 * ```
 *
 * @source none: our own rule
 * @category facts
 * @since 0.1.0
 */
export const factsOf = (
  inspection: Inspection,
  gridId: Id.Id<"Grid">
): ReadonlyArray<EvaluationFact.EvaluationFact> => {
  const [problem] = check([inspection])
  if (problem !== undefined) throw new RangeError(EvaluationProblem.describe(problem).en)
  const { inspectionId, unitId: subjectId, kind, atSec, points, possible } = inspection
  const place = { subjectId, gridId, atSec }
  const sheetOf = (factKind: FactKind, quantity: number): EvaluationFact.EvaluationFact => {
    const causeId = `${inspectionId}/sheet`
    const id: Id.Id<"Fact"> = Id.make(`${causeId}/${factKind}`)
    const fact = { ...place, id, kind: factKind, quantity, unit: "point", causeId }
    return EvaluationFact.of(fact, { matterId: inspectionId })
  }
  const falseOf = (recordId: string): EvaluationFact.EvaluationFact => {
    const factKind: FactKind = "recordFoundFalse"
    const id: Id.Id<"Fact"> = Id.make(`${inspectionId}/${recordId}/${factKind}`)
    const causeId = `${recordId}/false`
    const fact = { ...place, id, kind: factKind, quantity: 1, unit: "record", causeId }
    return EvaluationFact.of(fact, { matterId: recordId })
  }
  return [
    sheetOf(possibleKinds[kind], possible),
    sheetOf(givenKinds[kind], points),
    ...(inspection.falseRecordIds ?? []).map(falseOf)
  ]
}

const givenKinds: Readonly<Record<InspectionKind, FactKind>> = {
  Open: "inspectionPointsOpen",
  Covert: "inspectionPointsCovert"
}

const possibleKinds: Readonly<Record<InspectionKind, FactKind>> = {
  Open: "inspectionPointsPossibleOpen",
  Covert: "inspectionPointsPossibleCovert"
}

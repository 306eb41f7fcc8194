/**
 * Inspections (听评看议, 明察暗访): what a task group saw, announced or not, in points of those
 * possible. Open and unannounced ones are kept apart, because the difference between them is itself
 * a result (`InspectionGap`).
 */
import type { Label } from "@wangge/facts"
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
 * Returns `DuplicateId`, `NotWhole` (points or possible) and `OutOfRange` (nothing possible, negative
 * points, or more than possible).
 *
 * @category checks
 * @since 0.1.0
 */
export const check = (
  inspections: ReadonlyArray<Inspection>
): ReadonlyArray<EvaluationProblem.EvaluationProblem> => {
  const seen = new Set<string>()
  return inspections.flatMap(({ inspectionId, points, possible }) => {
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

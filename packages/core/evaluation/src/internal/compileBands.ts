/**
 * Bands with their edges read: best first, the lowest from 0 on, so that every score from 0 to 100
 * falls in exactly one.
 */
import type { BandRules } from "../Band.ts"
import type { CompiledBands } from "../CompiledRules.ts"
import * as EvaluationProblem from "../EvaluationProblem.ts"
import * as Rational from "../Rational.ts"
import { exactText } from "./exactText.ts"
import * as RuleReader from "./ruleReader.ts"

const points: RuleReader.Range = { min: 0, max: 100 }
const share: RuleReader.Range = { min: 0, max: 1 }

/** The compiled bands; what does not hold together is added to the problems. */
export const compileBands = (problems: RuleReader.Problems, given: BandRules): CompiledBands => {
  const ids = given.bands.map(({ id }) => id)
  const from = given.bands.map((band) =>
    RuleReader.number(problems, `bands.${band.id}.from`, band.from, points)
  )
  checkEdges(problems, ids, from)
  const quotaIds = given.quotas.map(({ bandId }) => bandId)
  RuleReader.distinctIds(problems, "bands.quotas", quotaIds)
  const { hysteresis } = given
  const hasMargins = hysteresis.kind === "Margins"
  return {
    ids,
    from,
    excellentIndex: RuleReader.placeOf(problems, "bands.excellentId", given.excellentId, ids),
    fall: hasMargins
      ? RuleReader.number(problems, "bands.hysteresis.fall", hysteresis.fall, points)
      : Rational.zero,
    rise: hasMargins
      ? RuleReader.number(problems, "bands.hysteresis.rise", hysteresis.rise, points)
      : Rational.zero,
    quotas: given.quotas
      .map((quota) => {
        const subject = `bands.quotas.${quota.bandId}`
        const bandIndex = RuleReader.placeOf(problems, subject, quota.bandId, ids)
        if (ids.length > 0 && quota.bandId === ids.at(-1)) {
          problems.push(EvaluationProblem.make("QuotaOnLowestBand", subject, quota.bandId, ""))
        }
        const shareMax = RuleReader.number(problems, subject, quota.shareMax, share)
        return { bandIndex, shareMax, ties: quota.ties }
      })
      .sort((left, right) => left.bandIndex - right.bandIndex)
  }
}

const checkEdges = (
  problems: RuleReader.Problems,
  ids: ReadonlyArray<string>,
  from: ReadonlyArray<Rational.Rational>
): void => {
  from.forEach((edge, index) => {
    const above = from[index - 1]
    if (above === undefined || Rational.compare(edge, above) < 0) return
    const subject = `bands.${ids[index]}.from`
    problems.push(
      EvaluationProblem.make("BandsNotOrdered", subject, exactText(edge), exactText(above))
    )
  })
  const lowest = from.at(-1)
  if (lowest === undefined) {
    problems.push(EvaluationProblem.make("EmptyText", "bands", "", ""))
  } else if (lowest.numerator !== 0n) {
    const subject = `bands.${ids.at(-1)}.from`
    problems.push(EvaluationProblem.make("LowestBandNotZero", subject, exactText(lowest), 0))
  }
}

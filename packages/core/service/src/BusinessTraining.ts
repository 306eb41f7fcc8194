/**
 * Training for kinds of business: who was trained for what, and when. A training is good for as long
 * as the catalogue says; a training repeated in time leaves no gap. From the records come the grants
 * that `Skill.mayTake` of the grid package asks, and the list of who is to be trained again.
 */
import { type Id, Seconds } from "@wangge/facts"
import { type Skill, Spell } from "@wangge/grid"
import * as BusinessCatalog from "./BusinessCatalog.ts"
import * as BusinessProblem from "./BusinessProblem.ts"
import { union } from "./internal/spellSet.ts"

/**
 * One person was trained for one kind of business.
 *
 * @category training
 * @since 0.1.0
 */
export interface BusinessTraining {
  readonly personId: Id.Id<"Person">
  readonly skillId: string
  readonly trainedSec: number
}

/**
 * What is wrong with training records: `UnknownBusiness`, `TimeNotWhole`, `TrainedTwice` (the same
 * person, kind and second).
 *
 * @category checks
 * @since 0.1.0
 */
export const check = (
  catalog: BusinessCatalog.BusinessCatalog,
  trainings: ReadonlyArray<BusinessTraining>
): ReadonlyArray<BusinessProblem.BusinessProblem> => {
  const times = new Map<string, number>()
  const known = BusinessCatalog.idsText(catalog)
  const problems = trainings.flatMap((training) => {
    const { personId, skillId, trainedSec } = training
    const subject = `${personId} ${skillId}`
    const key = `${subject} ${trainedSec}`
    times.set(key, (times.get(key) ?? 0) + 1)
    return [
      ...(BusinessCatalog.find(catalog, skillId) === undefined
        ? [BusinessProblem.make("UnknownBusiness", subject, skillId, known)]
        : []),
      ...(Seconds.isWhole(trainedSec)
        ? []
        : [BusinessProblem.make("TimeNotWhole", subject, trainedSec, Math.floor(trainedSec))])
    ]
  })
  const twice = Array.from(times).flatMap(([key, count]) =>
    count > 1 ? [BusinessProblem.make("TrainedTwice", key, count, 1)] : []
  )
  return [...problems, ...twice]
}

/**
 * The grants that follow from training: for each person and kind the spells in which some training is
 * good, those that touch joined into one. Trainings for kinds outside the catalogue give nothing.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { BusinessCatalog, BusinessTraining } from "@wangge/service"
 *
 * const [business] = BusinessCatalog.unnamed(1)
 * const catalog = business === undefined ? [] : [{ ...business, trainingValidSec: 100 }]
 * const li = { personId: Id.make<"Person">("li"), skillId: "business-1" }
 * const trainings = [{ ...li, trainedSec: 0 }, { ...li, trainedSec: 60 }]
 * BusinessTraining.grantsOf(catalog, trainings).map((grant) => grant.untilSec) // => [160]
 * ```
 *
 * @source none: a training is good from its second until its term has passed
 * @category training
 * @since 0.1.0
 */
export const grantsOf = (
  catalog: BusinessCatalog.BusinessCatalog,
  trainings: ReadonlyArray<BusinessTraining>
): ReadonlyArray<Skill.SkillGrant> => {
  const groups = new Map<string, Array<BusinessTraining>>()
  for (const training of trainings) {
    const key = `${training.personId} ${training.skillId}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [training])
    else group.push(training)
  }
  return Array.from(groups.values()).flatMap((group) => {
    const { personId, skillId } = group[0]!
    const business = BusinessCatalog.find(catalog, skillId)
    if (business === undefined) return []
    const spells = group.map(({ trainedSec }) => ({
      fromSec: trainedSec,
      untilSec: endSec(trainedSec, business.trainingValidSec)
    }))
    return union(spells).map(({ fromSec, untilSec }) => ({ personId, skillId, fromSec, untilSec }))
  })
}

const endSec = (trainedSec: number, validSec: number): number =>
  validSec >= Spell.openEnd - Math.max(0, trainedSec) ? Spell.openEnd : trainedSec + validSec

/**
 * One person is to be trained again for one kind; `isLapsed` when the training is no longer good.
 *
 * @category training
 * @since 0.1.0
 */
export interface Retraining {
  readonly personId: Id.Id<"Person">
  readonly skillId: string
  readonly lapsesSec: number
  readonly isLapsed: boolean
}

/**
 * Who is to be trained again: whose last training lapses within `noticeSec` of `atSec`, or has
 * lapsed; in the order of lapse, then person, then kind. Trainings after `atSec` count, too.
 *
 * @category training
 * @since 0.1.0
 */
export const retrainingDue = (
  catalog: BusinessCatalog.BusinessCatalog,
  trainings: ReadonlyArray<BusinessTraining>,
  { atSec, noticeSec }: { readonly atSec: number; readonly noticeSec: number }
): ReadonlyArray<Retraining> => {
  const lasts = new Map<string, Skill.SkillGrant>()
  for (const grant of grantsOf(catalog, trainings)) {
    const key = `${grant.personId} ${grant.skillId}`
    const last = lasts.get(key)
    if (last === undefined || last.untilSec < grant.untilSec) lasts.set(key, grant)
  }
  return Array.from(lasts.values())
    .filter((grant) => grant.untilSec <= atSec + noticeSec)
    .map(({ personId, skillId, untilSec }) => ({
      personId,
      skillId,
      lapsesSec: untilSec,
      isLapsed: untilSec <= atSec
    }))
    .toSorted(
      (one, other) =>
        one.lapsesSec - other.lapsesSec ||
        (one.personId < other.personId ? -1 : one.personId > other.personId ? 1 : 0) ||
        (one.skillId < other.skillId ? -1 : 1)
    )
}

/**
 * Puts a bonus plan together: weights, cuts, one level of pay, whole fen.
 */
import type * as Bonus from "../Bonus.ts"
import * as BonusCut from "../BonusCut.ts"
import type { CompiledBonus } from "../BonusRules.ts"
import * as LargestRemainder from "../LargestRemainder.ts"
import * as Rational from "../Rational.ts"
import { rangeProblem } from "./bonusChecks.ts"
import { occasionProblems, scoredOf } from "./bonusOccasion.ts"
import { unitWeights } from "./unitWeights.ts"
import * as waterLevel from "./waterLevel.ts"

/** The weights of one unit before and after the rule for overlapping units. */
interface Weights {
  readonly scoreWeight: Rational.Rational
  readonly weight: Rational.Rational
}

/** A member who takes part, with the leads above. */
interface Entrant {
  readonly member: Bonus.Member
  readonly scoreWeight: Rational.Rational
  readonly claim: waterLevel.Claim
}

/** A lead with the members below who take part, by their places among all entrants. */
interface Followed {
  readonly lead: Bonus.Lead
  readonly places: ReadonlyArray<number>
}

/** The plan, or everything that is wrong. */
export const planBonus = (compiled: CompiledBonus, occasion: Bonus.Occasion): Bonus.Planned => {
  const units = scoredOf(occasion)
  const given = unitWeights(compiled.basis, units)
  const wrong = [...occasionProblems(occasion), ...given.problems]
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const worked = workedByUnit(occasion.members)
  const weighed = units.map(({ unitId }, place) => ({
    unitId,
    weight: given.weights[place] ?? Rational.zero,
    worked: worked.get(unitId) ?? Rational.zero
  }))
  const isGraded = compiled.basis.kind !== "ByScore"
  const cuts = isGraded ? BonusCut.of(weighed, occasion.evidence) : []
  const after = BonusCut.weightsAfter(weighed, cuts, compiled.rules.overlap)
  const weights = new Map(
    weighed.map(({ unitId, weight }, place) => [
      unitId,
      { scoreWeight: weight, weight: after[place] ?? weight }
    ])
  )
  const entering = taking(compiled, occasion, weights)
  const led = followed(occasion.leads, entering)
  const entrants = withLeads(compiled, entering, led)
  return paid(compiled, occasion, { cuts, entrants, led })
}

/** The share of the period worked in each unit, all its members together. */
const workedByUnit = (
  members: ReadonlyArray<Bonus.Member>
): ReadonlyMap<string, Rational.Rational> => {
  const worked = new Map<string, Rational.Rational>()
  for (const { unitId, workedShare } of members) {
    worked.set(unitId, Rational.add(worked.get(unitId) ?? Rational.zero, workedShare))
  }
  return worked
}

/** The members who take part, in order of ids. */
const taking = (
  compiled: CompiledBonus,
  occasion: Bonus.Occasion,
  weights: ReadonlyMap<string, Weights>
): ReadonlyArray<Entrant> => {
  const mean =
    compiled.rules.insufficient === "MeanWeight" ? meanWeights(occasion, weights) : undefined
  return [...occasion.members].sort(byPerson).flatMap((member) => {
    const own = weights.get(member.unitId) ?? mean
    if (own === undefined) return []
    const claim = {
      weight: Rational.multiply(own.weight, member.workedShare),
      factor: Rational.one,
      floor: Rational.make(compiled.floorFen),
      cap: compiled.capFen === "None" ? ("None" as const) : Rational.make(compiled.capFen)
    }
    return [{ member, scoreWeight: own.scoreWeight, claim }]
  })
}

/** The mean weight of all persons with a score, by work; none where nobody has a score. */
const meanWeights = (
  occasion: Bonus.Occasion,
  weights: ReadonlyMap<string, Weights>
): Weights | undefined => {
  const having = occasion.members.flatMap(({ unitId, workedShare }) => {
    const own = weights.get(unitId)
    return own === undefined ? [] : [{ own, workedShare }]
  })
  const worked = Rational.sum(having.map(({ workedShare }) => workedShare))
  if (worked.numerator === 0n) return undefined
  const mean = (pick: (own: Weights) => Rational.Rational): Rational.Rational => {
    const parts = having.map(({ own, workedShare }) => Rational.multiply(pick(own), workedShare))
    return Rational.divide(Rational.sum(parts), worked)
  }
  return { scoreWeight: mean((own) => own.scoreWeight), weight: mean((own) => own.weight) }
}

const followed = (
  leads: ReadonlyArray<Bonus.Lead>,
  entrants: ReadonlyArray<Entrant>
): ReadonlyArray<Followed> => {
  const placesOf = new Map<string, Array<number>>()
  for (const [place, { member }] of entrants.entries()) {
    const places = placesOf.get(member.unitId) ?? []
    places.push(place)
    placesOf.set(member.unitId, places)
  }
  return [...leads].sort(byPerson).map((lead) => ({
    lead,
    places: lead.unitIds.flatMap((unitId) => placesOf.get(unitId) ?? [])
  }))
}

/** Every fen of a member costs the budget that fen and what it adds to the leads above. */
const withLeads = (
  compiled: CompiledBonus,
  entrants: ReadonlyArray<Entrant>,
  led: ReadonlyArray<Followed>
): ReadonlyArray<Entrant> => {
  const factors = entrants.map(() => Rational.one)
  for (const { places } of led) {
    for (const place of places) {
      const share = Rational.divide(compiled.leadFactor, Rational.make(places.length))
      factors[place] = Rational.add(factors[place]!, share)
    }
  }
  return entrants.map(({ member, scoreWeight, claim }, place) => ({
    member,
    scoreWeight,
    claim: { weight: claim.weight, factor: factors[place]!, floor: claim.floor, cap: claim.cap }
  }))
}

interface Parts {
  readonly cuts: ReadonlyArray<BonusCut.BonusCut>
  readonly entrants: ReadonlyArray<Entrant>
  readonly led: ReadonlyArray<Followed>
}

type UnpaidLine = Omit<Bonus.BonusLine, "fen">

const paid = (compiled: CompiledBonus, occasion: Bonus.Occasion, parts: Parts): Bonus.Planned => {
  const claims = parts.entrants.map(({ claim }) => claim)
  const refusal = rangeProblem(occasion.budgetFen, claims)
  if (refusal !== undefined) return { ok: false, problems: [refusal] }
  const levelFen = waterLevel.level(claims, Rational.make(occasion.budgetFen))
  const lines = exactLines(compiled, parts, levelFen)
  const shares = lines.map(({ personId, exactFen }) => ({ id: personId, exactFen }))
  const rounded = LargestRemainder.round(shares, lotOf(occasion, shares))
  if (!rounded.ok) return rounded
  const { rounding } = rounded
  const { rules, period } = occasion.result
  const { method, confidence } = occasion.evidence
  const plan: Bonus.BonusPlan = {
    rules: { id: compiled.rules.id, version: compiled.rules.version },
    basedOn: {
      rulesId: rules.id,
      version: rules.version,
      digest: rules.digest,
      fromSec: period.fromSec,
      untilSec: period.untilSec
    },
    evidence: { method, confidence },
    level: occasion.level,
    budgetFen: occasion.budgetFen,
    levelFen,
    overlap: compiled.rules.overlap,
    cuts: parts.cuts,
    lines: lines.map((line, place) => wholeLine(line, rounding.shares[place]?.fen ?? 0)),
    outsiders: outsidersOf(occasion, parts),
    ties: occasion.ties,
    tiedIds: rounding.tiedIds,
    raisedTiedIds: rounding.raisedTiedIds
  }
  return { ok: true, plan }
}

/** A lot is drawn among all persons before anybody knows who takes part. */
const lotOf = (
  occasion: Bonus.Occasion,
  shares: ReadonlyArray<LargestRemainder.Share>
): LargestRemainder.TieRule => {
  if (occasion.ties.kind === "ById") return occasion.ties
  const part = new Set(shares.map(({ id }) => id))
  const { recordId, order } = occasion.ties
  return { kind: "ByLot", recordId, order: order.filter((id) => part.has(id)) }
}

const exactLines = (
  compiled: CompiledBonus,
  parts: Parts,
  levelFen: Rational.Rational
): ReadonlyArray<UnpaidLine> => {
  const pays = parts.entrants.map(({ claim }) => waterLevel.paidAt(claim, levelFen))
  const members = parts.entrants.map(({ member, scoreWeight, claim }, place) => ({
    personId: member.personId,
    role: "Member" as const,
    unitIds: [member.unitId],
    scoreWeight,
    weight: claim.weight,
    limit: limitOf(claim, levelFen),
    exactFen: pays[place]!
  }))
  const leads = parts.led
    .filter(({ places }) => places.length > 0)
    .map(({ lead, places }) => ({
      personId: lead.personId,
      role: "Lead" as const,
      unitIds: [...lead.unitIds].sort(),
      scoreWeight: Rational.zero,
      weight: Rational.zero,
      limit: "None" as const,
      exactFen: leadPay(
        compiled.leadFactor,
        places.map((place) => pays[place]!)
      )
    }))
  return [...members, ...leads].sort(byPerson)
}

/** The lead's factor times the mean of what the members below are paid. */
const leadPay = (
  factor: Rational.Rational,
  pays: ReadonlyArray<Rational.Rational>
): Rational.Rational =>
  Rational.divide(Rational.multiply(factor, Rational.sum(pays)), Rational.make(pays.length))

const limitOf = (claim: waterLevel.Claim, level: Rational.Rational): "None" | "Floor" | "Cap" => {
  const byWeight = Rational.multiply(level, claim.weight)
  if (Rational.compare(byWeight, claim.floor) < 0) return "Floor"
  return claim.cap !== "None" && Rational.compare(byWeight, claim.cap) > 0 ? "Cap" : "None"
}

const wholeLine = (line: UnpaidLine, fen: number): Bonus.BonusLine => ({
  personId: line.personId,
  role: line.role,
  unitIds: line.unitIds,
  scoreWeight: line.scoreWeight,
  weight: line.weight,
  limit: line.limit,
  exactFen: line.exactFen,
  fen
})

const outsidersOf = (occasion: Bonus.Occasion, parts: Parts): ReadonlyArray<Bonus.Outsider> => {
  const entered = new Set(parts.entrants.map(({ member }) => member.personId))
  const members = occasion.members.flatMap(({ personId, unitId }) =>
    entered.has(personId) ? [] : [{ personId, unitIds: [unitId], cause: "Insufficient" as const }]
  )
  const leads = parts.led.flatMap(({ lead, places }) =>
    places.length > 0
      ? []
      : [
          {
            personId: lead.personId,
            unitIds: [...lead.unitIds].sort(),
            cause: "NobodyBelow" as const
          }
        ]
  )
  return [...members, ...leads].sort(byPerson)
}

const byPerson = (
  left: { readonly personId: string },
  right: { readonly personId: string }
): number => (left.personId < right.personId ? -1 : 1)

/**
 * Which facts count: each fact given is either usable or left out for exactly one reason. Nothing
 * depends on the order in which facts are given.
 */
import { Fact, Seconds } from "@wangge/facts"
import type { CompiledRules } from "../CompiledRules.ts"
import * as EvaluationFact from "../EvaluationFact.ts"
import * as EvaluationPeriod from "../EvaluationPeriod.ts"
import * as EvaluationProblem from "../EvaluationProblem.ts"
import * as FactTally from "../FactTally.ts"

/** A fact that counts, with its unit and the bit of its kind. */
export interface UsableFact {
  readonly fact: EvaluationFact.EvaluationFact
  readonly unitId: string
  readonly kindIndex: number
  readonly isInPeriod: boolean
}

/** The facts that count, the units that facts name, and the tally of all. */
export interface Usable {
  readonly facts: ReadonlyArray<UsableFact>
  readonly namedUnitIds: ReadonlyArray<string>
  readonly tally: FactTally.FactTally
}

/** What is usable, or what is wrong with the facts. */
export const usableFacts = (
  compiled: CompiledRules,
  facts: ReadonlyArray<EvaluationFact.EvaluationFact>,
  period: EvaluationPeriod.EvaluationPeriod
):
  | { readonly ok: true; readonly usable: Usable }
  | {
      readonly ok: false
      readonly problems: ReadonlyArray<EvaluationProblem.EvaluationProblem>
    } => {
  const kindIndex = new Map(compiled.factKinds.map((kind, index) => [kind, index]))
  const superseded = supersededIds(facts)
  const problems = [
    ...superseded.problems,
    ...facts.filter(({ kind }) => kindIndex.has(kind)).flatMap(factProblems)
  ]
  if (problems.length > 0) return { ok: false, problems: problems.sort(bySubject) }
  const excluded = new Map<FactTally.FactReason, number>()
  const leaveOut = (reason: FactTally.FactReason): void => {
    excluded.set(reason, (excluded.get(reason) ?? 0) + 1)
  }
  const byUnit = new Map<string, Array<EvaluationFact.EvaluationFact>>()
  const listed = new Set(period.units.map(({ id }) => id))
  for (const fact of facts) {
    const unitId = EvaluationFact.unitOf(fact, compiled.rules.unitKind)
    const reason = unheardReason(kindIndex.has(fact.kind), unitId, listed)
    if (reason !== "None") {
      leaveOut(reason)
      continue
    }
    const heard = byUnit.get(unitId) ?? []
    byUnit.set(unitId, heard)
    if (superseded.ids.has(fact.id)) leaveOut("Superseded")
    else heard.push(fact)
  }
  const usable: Array<UsableFact> = []
  for (const [unitId, heard] of byUnit) {
    const distinct = Fact.distinct(heard.sort(byTime))
    for (let count = distinct.length; count < heard.length; count += 1) leaveOut("Duplicate")
    for (const fact of distinct) {
      const index = kindIndex.get(fact.kind) ?? 0
      const isOutcome = (compiled.outcomeBits & (1 << index)) !== 0
      const standing = EvaluationPeriod.standing(period, fact.atSec, isOutcome)
      if (standing === EvaluationPeriod.after) leaveOut("AfterAsOf")
      else if (standing === EvaluationPeriod.outside) leaveOut("OutsidePeriod")
      else {
        const isInPeriod = standing === EvaluationPeriod.inPeriod
        usable.push({ fact, unitId, kindIndex: index, isInPeriod })
      }
    }
  }
  const tally = FactTally.of(usable.length, excluded)
  return { ok: true, usable: { facts: usable, namedUnitIds: [...byUnit.keys()], tally } }
}

const unheardReason = (
  isUsed: boolean,
  unitId: string,
  listed: ReadonlySet<string>
): "KindNotUsed" | "UnitMissing" | "UnitNotListed" | "None" => {
  if (!isUsed) return "KindNotUsed"
  if (unitId === "") return "UnitMissing"
  return listed.size > 0 && !listed.has(unitId) ? "UnitNotListed" : "None"
}

export const byTime = (
  left: EvaluationFact.EvaluationFact,
  right: EvaluationFact.EvaluationFact
): number => left.atSec - right.atSec || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0)

const bySubject = (
  left: EvaluationProblem.EvaluationProblem,
  right: EvaluationProblem.EvaluationProblem
): number => {
  const [one, other] = [JSON.stringify(left), JSON.stringify(right)]
  return one < other ? -1 : one > other ? 1 : 0
}

export const factProblems = (
  fact: EvaluationFact.EvaluationFact
): ReadonlyArray<EvaluationProblem.EvaluationProblem> => {
  const problems: Array<EvaluationProblem.EvaluationProblem> = []
  if (!Seconds.isWhole(fact.atSec)) {
    const subject = `${fact.id}.atSec`
    problems.push(EvaluationProblem.make("NotWhole", subject, String(fact.atSec), "1700000000"))
  }
  if (!Number.isSafeInteger(fact.quantity) || fact.quantity < 0) {
    const subject = `${fact.id}.quantity`
    problems.push(EvaluationProblem.make("NotWhole", subject, String(fact.quantity), ">= 0"))
  }
  if (fact.matterId === "") {
    problems.push(EvaluationProblem.make("MatterMissing", fact.id, fact.kind, "matterId"))
  }
  return problems
}

/** The ids that a fact replaces, each at most once; two facts with one id must be the same. */
export const supersededIds = (
  facts: ReadonlyArray<EvaluationFact.EvaluationFact>
): {
  readonly ids: ReadonlySet<string>
  readonly problems: ReadonlyArray<EvaluationProblem.EvaluationProblem>
} => {
  const problems: Array<EvaluationProblem.EvaluationProblem> = []
  const texts = new Map<string, string>()
  for (const fact of facts) {
    const text = textOf(fact)
    const other = texts.get(fact.id)
    if (other === undefined) texts.set(fact.id, text)
    else if (other !== text) {
      const [found, expected] = [other, text].sort()
      problems.push(EvaluationProblem.make("FactIdConflict", fact.id, found ?? "", expected ?? ""))
    }
  }
  const by = new Map<string, string>()
  for (const { id, supersedesId } of facts) {
    if (supersedesId === "") continue
    const other = by.get(supersedesId)
    if (supersedesId === id) {
      problems.push(EvaluationProblem.make("SupersedesItself", id, supersedesId, "another"))
    } else if (!texts.has(supersedesId)) {
      const expected = "one of the facts given"
      problems.push(EvaluationProblem.make("SupersedesUnknown", id, supersedesId, expected))
    } else if (other !== undefined && other !== id) {
      const [found, expected] = [other, id].sort()
      problems.push(
        EvaluationProblem.make("SupersededTwice", supersedesId, found ?? "", expected ?? "")
      )
    }
    by.set(supersedesId, id)
  }
  return { ids: new Set(by.keys()), problems }
}

const textOf = (fact: EvaluationFact.EvaluationFact): string =>
  JSON.stringify([
    fact.kind,
    fact.subjectId,
    fact.gridId,
    fact.atSec,
    fact.quantity,
    fact.unit,
    fact.causeId,
    fact.matterId,
    fact.workerId,
    fact.typeId,
    fact.finderId,
    fact.supersedesId
  ])

/**
 * Facts as columns of numbers, for streams of millions: the same facts as `EvaluationFact`, a few bytes
 * each, in batches that are read once and forgotten. `StreamCount` counts them by the very rules that
 * count records; `of` turns records into columns and shows what each number means.
 */
import type { CompiledRules } from "./CompiledRules.ts"
import * as EvaluationFact from "./EvaluationFact.ts"
import type { EvaluationPeriod } from "./EvaluationPeriod.ts"
import type * as EvaluationProblem from "./EvaluationProblem.ts"
import { byTime, factProblems, supersededIds } from "./internal/usableFacts.ts"

/**
 * What stands in the column of kinds for a kind that no rule reads, and for a fact that a later one
 * supersedes; all other numbers are places in the `factKinds` of the compiled rules.
 *
 * @source none: our own codes
 * @category columns
 * @since 0.1.0
 */
export const kindCodes = { notUsed: 255, superseded: 254 } as const

/**
 * What stands in the column of units for a fact without a unit, and for a unit that is not on the list;
 * all other numbers are places in the list of unit ids.
 *
 * @source none: our own codes
 * @category columns
 * @since 0.1.0
 */
export const unitCodes = { missing: 4_294_967_295, notListed: 4_294_967_294 } as const

/**
 * A batch of facts, the first `count` rows of each column; 29 bytes a fact.
 *
 * - `unit`, `kind`: see {@link unitCodes} and {@link kindCodes}; all rows of a matter have one unit.
 * - `matter`: from 0, the number of the matter at its unit: equal for facts of one unit about one
 *   matter, another one for each other unit that the same matter was with.
 * - `cause`: the number of subject and cause, equal for facts with the same subject and cause.
 * - `atSec`: whole seconds since the Unix epoch.
 * - `quantity`: a whole number from 0, in the unit of the kind.
 *
 * Rows are ordered by matter, kind, cause, then `atSec`, over all batches of a stream: a database or a
 * sorted file gives that. Then nothing has to be remembered but the row before: a matter is judged when
 * its rows end, and rows with the same matter, kind and cause are one fact said again, of which the
 * first counts. A cause belongs to one matter.
 *
 * @category columns
 * @since 0.1.0
 */
export interface FactBatch {
  readonly count: number
  readonly unit: Uint32Array
  readonly matter: Int32Array
  readonly kind: Uint8Array
  readonly cause: Uint32Array
  readonly atSec: Float64Array
  readonly quantity: Float64Array
}

/**
 * Empty columns for up to `size` facts.
 *
 * @category columns
 * @since 0.1.0
 */
export const empty = (size: number): FactBatch => ({
  count: size,
  unit: new Uint32Array(size),
  matter: new Int32Array(size),
  kind: new Uint8Array(size),
  cause: new Uint32Array(size),
  atSec: new Float64Array(size),
  quantity: new Float64Array(size)
})

/**
 * Records as columns: one batch in the order of a stream, and what the numbers of units stand for, in
 * the order of their ids.
 *
 * The units are those that the period lists, or all that facts of used kinds name. What is wrong with
 * the facts is refused as `Evaluation.count` does. Cost: n log n; all facts are in memory.
 *
 * @category columns
 * @since 0.1.0
 */
export const of = (
  compiled: CompiledRules,
  facts: ReadonlyArray<EvaluationFact.EvaluationFact>,
  period: EvaluationPeriod
):
  | { readonly ok: true; readonly batch: FactBatch; readonly unitIds: ReadonlyArray<string> }
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
  if (problems.length > 0) return { ok: false, problems }
  const { unitKind } = compiled.rules
  const used = facts.filter(({ kind }) => kindIndex.has(kind))
  const named = used.map((fact) => EvaluationFact.unitOf(fact, unitKind))
  const listed = period.units.length > 0 ? period.units.map(({ id }) => id) : named
  const unitIds = [...new Set(listed)].filter((id) => id !== "").sort()
  const unitIndex = new Map(unitIds.map((id, index) => [id, index]))
  const matters = new Map<string, number>()
  const causes = new Map<string, number>()
  const matterOfCause = new Map<string, number>()
  const rows = [...facts].sort(byTime).map((fact): Row => {
    const unitId = EvaluationFact.unitOf(fact, unitKind)
    const known = unitId === "" ? unitCodes.missing : unitCodes.notListed
    const unit = unitIndex.get(unitId) ?? known
    const isGone = superseded.ids.has(fact.id)
    const kind = kindIndex.get(fact.kind) ?? kindCodes.notUsed
    const cause = numberOf(causes, JSON.stringify([fact.subjectId, fact.causeId]))
    const place = JSON.stringify([unit, kind, cause])
    const first = numberOf(matters, JSON.stringify([unit, fact.matterId]))
    const matter = matterOfCause.get(place) ?? first
    const isUsed = kind !== kindCodes.notUsed
    if (isUsed && !isGone) matterOfCause.set(place, matter)
    return { fact, unit, matter, kind: isUsed && isGone ? kindCodes.superseded : kind, cause }
  })
  return { ok: true, batch: batchOf(rows.sort(byPlace)), unitIds }
}

interface Row {
  readonly fact: EvaluationFact.EvaluationFact
  readonly unit: number
  readonly matter: number
  readonly kind: number
  readonly cause: number
}

const numberOf = (numbers: Map<string, number>, key: string): number => {
  const found = numbers.get(key) ?? numbers.size
  numbers.set(key, found)
  return found
}

const byPlace = (left: Row, right: Row): number =>
  left.matter - right.matter ||
  left.kind - right.kind ||
  left.cause - right.cause ||
  byTime(left.fact, right.fact)

const batchOf = (rows: ReadonlyArray<Row>): FactBatch => {
  const batch = empty(rows.length)
  rows.forEach(({ fact, unit, matter, kind, cause }, place) => {
    batch.unit[place] = unit
    batch.matter[place] = matter
    batch.kind[place] = kind
    batch.cause[place] = cause
    batch.atSec[place] = fact.atSec
    batch.quantity[place] = fact.quantity
  })
  return batch
}

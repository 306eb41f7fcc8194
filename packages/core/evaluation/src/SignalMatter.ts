/**
 * A matter as the search for signals sees it: what became of it at one unit, who found and who closed
 * it, when it was opened, closed and due. Made from the same facts that evaluation counts, by the same
 * rules for corrections and repeats.
 */
import { Fact } from "@wangge/facts"
import * as EvaluationFact from "./EvaluationFact.ts"
import type { EvaluationPeriod } from "./EvaluationPeriod.ts"
import type { EvaluationProblem } from "./EvaluationProblem.ts"
import { byTime, supersededIds } from "./internal/usableFacts.ts"
import type { CompiledSignalRules } from "./SignalRules.ts"

/**
 * One matter at one unit; `""` and `"None"` where no fact says so.
 *
 * `bits` are the kinds of the unit's own facts about it; type, grid, finder, opening and limit are
 * read from all facts about the matter, whoever's they are. `workerId` is who closed it.
 *
 * @category matters
 * @since 0.1.0
 */
export interface SignalMatter {
  readonly unitId: string
  readonly matterId: string
  readonly typeId: string
  readonly gridId: string
  readonly finderId: string
  readonly workerId: string
  readonly bits: number
  readonly openedSec: number | "None"
  readonly closedSec: number | "None"
  readonly dueSec: number | "None"
}

/**
 * One inspection of one unit: points given and possible.
 *
 * @category matters
 * @since 0.1.0
 */
export interface SignalSheet {
  readonly unitId: string
  readonly matterId: string
  readonly isOpen: boolean
  readonly points: number
  readonly possible: number
}

/**
 * What a search looks at: matters and inspections at their units, and `all` matters of the period,
 * each once, whoever had them; `all` have the unit `""`.
 *
 * @category matters
 * @since 0.1.0
 */
export interface SignalMatters {
  readonly matters: ReadonlyArray<SignalMatter>
  readonly all: ReadonlyArray<SignalMatter>
  readonly sheets: ReadonlyArray<SignalSheet>
}

/**
 * The matters of some facts: facts before the period's `asOfSec`, corrections followed, repeats
 * dropped. Where the period lists units, only these have matters of their own, while all matters count
 * for comparison.
 *
 * Ids of facts that contradict each other, and corrections of nothing, are problems. The order of the
 * facts is irrelevant. Cost: n log n in the facts.
 *
 * @category matters
 * @since 0.1.0
 */
export const of = (
  compiled: CompiledSignalRules,
  facts: ReadonlyArray<EvaluationFact.EvaluationFact>,
  period: EvaluationPeriod
):
  | { readonly ok: true; readonly found: SignalMatters }
  | { readonly ok: false; readonly problems: ReadonlyArray<EvaluationProblem> } => {
  const superseded = supersededIds(facts)
  if (superseded.problems.length > 0) return { ok: false, problems: superseded.problems }
  const known = new Set(compiled.factKinds)
  const live = facts.filter(
    ({ id, kind, atSec }) => known.has(kind) && atSec < period.asOfSec && !superseded.ids.has(id)
  )
  const drafts = new Map<string, Draft>()
  for (const fact of Fact.distinct(live.sort(byTime))) {
    const draft = drafts.get(fact.matterId) ?? newDraft()
    drafts.set(fact.matterId, draft)
    learn(draft, compiled, fact)
  }
  const listed = new Set(period.units.map(({ id }) => id))
  const matters: Array<SignalMatter> = []
  const all: Array<SignalMatter> = []
  const sheets: Array<SignalSheet> = []
  for (const [matterId, draft] of [...drafts].sort(byKey)) {
    all.push(matterOf(matterId, "", { bits: draft.bits, closedSec: "None", workerId: "" }, draft))
    for (const [unitId, own] of [...draft.units].sort(byKey)) {
      if (listed.size > 0 && !listed.has(unitId)) continue
      matters.push(matterOf(matterId, unitId, own, draft))
      sheets.push(...sheetsOf(matterId, unitId, own, period))
    }
  }
  return { ok: true, found: { matters, all, sheets } }
}

/** What one unit's facts say of a matter; points are those of facts in time order. */
interface Own {
  bits: number
  closedSec: number | "None"
  workerId: string
  readonly points: Array<{
    readonly isOpen: boolean
    readonly isPossible: boolean
    readonly atSec: number
    readonly quantity: number
  }>
}

interface Draft {
  typeId: string
  gridId: string
  finderId: string
  bits: number
  openedSec: number | "None"
  dueSec: number | "None"
  readonly units: Map<string, Own>
}

const newDraft = (): Draft => ({
  typeId: "",
  gridId: "",
  finderId: "",
  bits: 0,
  openedSec: "None",
  dueSec: "None",
  units: new Map()
})

/** Facts come in the order of time: the first to say something stays, but the last limit counts. */
const learn = (
  draft: Draft,
  { bits, factKinds, rules }: CompiledSignalRules,
  fact: EvaluationFact.EvaluationFact
): void => {
  const bit = 1 << factKinds.indexOf(fact.kind)
  draft.bits |= bit
  if (draft.typeId === "") draft.typeId = fact.typeId
  if (draft.gridId === "") draft.gridId = fact.gridId
  if (draft.finderId === "") draft.finderId = fact.finderId
  if ((bits.opened & bit) !== 0 && draft.openedSec === "None") draft.openedSec = fact.atSec
  if ((bits.due & bit) !== 0) draft.dueSec = fact.atSec
  const unitId = EvaluationFact.unitOf(fact, rules.unitKind)
  if (unitId === "") return
  const own: Own = draft.units.get(unitId) ?? {
    bits: 0,
    closedSec: "None",
    workerId: "",
    points: []
  }
  draft.units.set(unitId, own)
  own.bits |= bit
  if ((bits.closed & bit) !== 0 && own.closedSec === "None") {
    own.closedSec = fact.atSec
    own.workerId = fact.workerId
  }
  const isOpen = (bit & (bits.openPoints | bits.openPossible)) !== 0
  const isPossible = (bit & (bits.openPossible | bits.covertPossible)) !== 0
  if (isOpen || (bit & (bits.covertPoints | bits.covertPossible)) !== 0) {
    own.points.push({ isOpen, isPossible, atSec: fact.atSec, quantity: fact.quantity })
  }
}

const matterOf = (
  matterId: string,
  unitId: string,
  own: Pick<Own, "bits" | "closedSec" | "workerId">,
  draft: Draft
): SignalMatter => ({
  unitId,
  matterId,
  typeId: draft.typeId,
  gridId: draft.gridId,
  finderId: draft.finderId,
  workerId: own.workerId,
  bits: own.bits,
  openedSec: draft.openedSec,
  closedSec: own.closedSec,
  dueSec: draft.dueSec
})

/** The open and the covert sheet of an inspection, each where points were possible in the period. */
const sheetsOf = (
  matterId: string,
  unitId: string,
  own: Own,
  period: EvaluationPeriod
): ReadonlyArray<SignalSheet> =>
  [true, false].flatMap((isOpen) => {
    const lines = own.points.filter(
      (line) =>
        line.isOpen === isOpen && period.fromSec <= line.atSec && line.atSec < period.untilSec
    )
    const sum = (isPossible: boolean): number =>
      lines.reduce((sum, line) => (line.isPossible === isPossible ? sum + line.quantity : sum), 0)
    const possible = sum(true)
    return possible === 0 ? [] : [{ unitId, matterId, isOpen, points: sum(false), possible }]
  })

const byKey = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number =>
  left < right ? -1 : left > right ? 1 : 0

/**
 * What must happen to several cases at once: merging, undoing a merge, splitting. A plan is the
 * commands, each with the version that it expects and the event that it leads to; a store applies
 * all or none. Ten reports of one lamp become one work that ten reporters wait for.
 */
import type { Id } from "@wangge/facts"
import { type Case, evolve, type Pause } from "./Case.ts"
import type { CaseCommand, Order, ReportCase } from "./CaseCommand.ts"
import * as CaseDecider from "./CaseDecider.ts"
import type { CaseEvent } from "./CaseEvent.ts"
import type { CaseRejection } from "./CaseRejection.ts"
import * as CaseRules from "./CaseRules.ts"
import * as Urgency from "./Urgency.ts"

/**
 * One step of a plan: a command, the version of the case that it was planned on (0 for a case that
 * is still to be reported), and the event.
 *
 * @category plans
 * @since 0.1.0
 */
export interface Step {
  readonly command: CaseCommand
  readonly expectedVersion: number
  readonly event: CaseEvent
}

/**
 * A plan, in the order in which its steps are to be stored; or the first rejection, and then nothing
 * is to be done at all.
 *
 * @category plans
 * @since 0.1.0
 */
export type Plan =
  | { readonly ok: true; readonly steps: ReadonlyArray<Step> }
  | { readonly ok: false; readonly rejection: CaseRejection }

/**
 * Who plans, when and why: what all commands of a plan carry.
 *
 * @category plans
 * @since 0.1.0
 */
export type Signature = Omit<Order<"Merge">, "action" | "caseId">

/** One command on the state of its case, `None` for one that is still to be reported. */
interface Draft {
  readonly state: Case | "None"
  readonly command: CaseCommand
}

/** Decides draft after draft; two on one case follow each other. */
const decideAll = (rules: CaseRules.CaseRules, drafts: ReadonlyArray<Draft>): Plan => {
  const steps: Array<Step> = []
  const now = new Map<string, Case>()
  for (const { command, state } of drafts) {
    const before = now.get(command.caseId) ?? (state === "None" ? { status: "None" } : state)
    const decision = CaseDecider.decide(rules, before, command)
    if (!decision.ok) return { ok: false, rejection: decision.rejection }
    const expectedVersion = before.status === "None" ? 0 : before.version
    steps.push({ command, expectedVersion, event: decision.event })
    now.set(command.caseId, evolve(before, decision.event))
  }
  return { ok: true, steps }
}

/**
 * Merges duplicates into the case that stays: each duplicate ends as merged, and the original takes
 * it with all the reports that it stood for.
 *
 * @category plans
 * @since 0.1.0
 */
export const merge = (
  rules: CaseRules.CaseRules,
  original: Case,
  duplicates: ReadonlyArray<Case>,
  signature: Signature
): Plan =>
  decideAll(
    rules,
    duplicates.flatMap((duplicate): ReadonlyArray<Draft> => {
      const { caseId, demandCount } = duplicate
      const taken = { ...signature, action: "TakeDuplicate" as const, caseId: original.caseId }
      const merged = { ...signature, action: "Merge" as const, caseId }
      return [
        { state: duplicate, command: { ...merged, intoCaseId: original.caseId } },
        { state: original, command: { ...taken, duplicateCaseId: caseId, demandCount } }
      ]
    })
  )

/**
 * Undoes one merge: the duplicate is open again as it was, its clock stood still in between, and
 * the original lets it go.
 *
 * @category plans
 * @since 0.1.0
 */
export const unmerge = (
  rules: CaseRules.CaseRules,
  original: Case,
  duplicate: Case,
  signature: Signature
): Plan => {
  const { caseId } = duplicate
  const released = { ...signature, action: "ReleaseDuplicate" as const, caseId: original.caseId }
  return decideAll(rules, [
    { state: duplicate, command: { ...signature, action: "Unmerge", caseId } },
    { state: original, command: { ...released, duplicateCaseId: caseId } }
  ])
}

/**
 * One case to be carved out: what is its own, beside what it takes over from its parent.
 *
 * @category plans
 * @since 0.1.0
 */
export type Child = Pick<ReportCase, "caseId" | "category" | "urgency" | "gridId" | "unitId">

/**
 * Carves cases out of a parent, which stays or (with `endsParent`) ends. The children know their
 * parent, and their limits begin where its limit began, later by what the parent was paused: a
 * split gives no time away.
 *
 * @category plans
 * @since 0.1.0
 */
export const split = (
  rules: CaseRules.CaseRules,
  parent: Case,
  children: ReadonlyArray<Child>,
  options: { readonly signature: Signature; readonly endsParent: boolean }
): Plan => {
  const { endsParent, signature } = options
  const { caseId, source } = parent
  const childCaseIds = children.map((child) => child.caseId)
  const parted = { ...signature, action: "Split" as const, caseId, childCaseIds, endsParent }
  const inherited = {
    source,
    isAnonymous: parent.report.isAnonymous,
    seenSec: parent.report.seenSec,
    parentCaseId: caseId
  }
  return decideAll(rules, [
    { state: parent, command: parted },
    ...children.map((child): Draft => {
      const startSec = startOf(rules, parent, child.urgency, signature.atSec)
      const report = { ...signature, ...inherited, ...child, startSec, action: "Report" as const }
      return { state: "None", command: report }
    })
  ])
}

/** When a child's limit begins, on the clock of its urgency; never after the split itself. */
const startOf = (
  rules: CaseRules.CaseRules,
  parent: Case,
  urgency: Urgency.Urgency,
  atSec: number
): number => {
  const row = Urgency.codeOf(urgency)
  const pausedSec = parent.pauses.reduce(
    (sum: number, { fromSec, untilSec }: Pause) =>
      sum + CaseRules.pausedSec(rules, row, fromSec, untilSec),
    0
  )
  const startSec = CaseRules.laterSec(rules, row, parent.startSec, pausedSec)
  return Number.isNaN(startSec) ? parent.startSec : Math.min(startSec, atSec)
}

/**
 * The cases whose reporters wait for the answer to a case: itself, its duplicates, and the
 * duplicates that those had taken before. `find` gives the cases that were merged into others.
 *
 * Cost: linear in the cases that come out.
 *
 * @category plans
 * @since 0.1.0
 */
export const toAnswer = (
  original: Case,
  find: (caseId: Id.Id<"Case">) => Case | undefined
): ReadonlyArray<Id.Id<"Case">> => {
  const found = new Set<Id.Id<"Case">>([original.caseId])
  for (const caseId of found) {
    const one = caseId === original.caseId ? original : find(caseId)
    for (const duplicate of one?.duplicates ?? []) found.add(duplicate.caseId)
  }
  return [...found]
}

/**
 * How often something was asked for, and how many works that made: demand counts reports (not the
 * cases that a split made of one report), work counts cases that were not merged into others.
 *
 * ```ts
 * import { CasePlan } from "@wangge/cases"
 *
 * CasePlan.tally([]) // => { demandCount: 0, workCount: 0 }
 * ```
 *
 * @source none: usual counting of duplicates on case platforms; what a split counts is ours
 * @category plans
 * @since 0.1.0
 */
export const tally = (
  cases: ReadonlyArray<Case>
): { readonly demandCount: number; readonly workCount: number } => ({
  demandCount: cases.filter((one) => one.report.parentCaseId === "").length,
  workCount: cases.filter((one) => one.status !== "Merged").length
})

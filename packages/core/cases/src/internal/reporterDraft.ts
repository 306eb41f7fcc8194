/** How the record of a reporter changes: a fresh copy that nobody else holds yet, and its checks. */
import { Seconds } from "@wangge/facts"
import type { Act, Decision, Order, Reporter } from "../Reporter.ts"
import { theReporter } from "../ReporterParts.ts"
import * as ReporterProblem from "../ReporterProblem.ts"

/** One change: checks the order, writes the act, then what `write` sets. */
export const change = (
  of: Reporter,
  order: Order,
  act: Pick<Act, "kind" | "cause">,
  write: (next: Draft) => void
): Decision => {
  const problem = orderProblem(order, of.lastSec) ?? erasedProblem(of)
  if (problem !== undefined) return { ok: false, problem }
  const actorId = actorOf({ actorId: order.actorId, reporterId: of.reporterId })
  const next = copy(of)
  next.acts = [...of.acts, { kind: act.kind, atSec: order.atSec, actorId, cause: act.cause }]
  next.lastSec = order.atSec
  write(next)
  return { ok: true, reporter: next }
}

/** The actor to keep: an act of the reporter names no id. */
export const actorOf = (order: {
  readonly actorId: string
  readonly reporterId: string
}): string => (order.actorId === order.reporterId ? theReporter : order.actorId)

/** A record that is being written. */
type Draft = { -readonly [Field in keyof Reporter]: Reporter[Field] }

/** A copy in the one order of fields. */
const copy = (of: Reporter): Draft => ({
  recordId: of.recordId,
  caseId: of.caseId,
  reporterId: of.reporterId,
  contact: of.contact,
  isAnonymous: of.isAnonymous,
  reportedSec: of.reportedSec,
  isHidden: of.isHidden,
  hiddenFromUnitIds: of.hiddenFromUnitIds,
  hiddenFromPersonIds: of.hiddenFromPersonIds,
  consents: of.consents,
  acts: of.acts,
  lastSec: of.lastSec
})

type Found = ReporterProblem.ReporterProblem | undefined

/** What is wrong with time and actor of an entry. */
export const orderProblem = ({ atSec, actorId }: Order, lastSec: number): Found => {
  if (!Seconds.isWhole(atSec)) {
    return ReporterProblem.make("TimeNotWhole", "atSec", atSec, "whole seconds")
  }
  if (actorId.trim() === "") return ReporterProblem.make("ActorMissing", "actorId", "", "an id")
  return atSec < lastSec ? ReporterProblem.make("TimeWentBack", "atSec", atSec, lastSec) : undefined
}

const erasedProblem = (of: Reporter): Found =>
  of.contact === "Erased"
    ? ReporterProblem.make("AlreadyErased", "reporter", Seconds.toIsoInstant(of.lastSec), "None")
    : undefined

/**
 * Overdue findings: when a period closes, each case that was late names the unit that had it. A
 * finding is about a unit and a matter, never about a person, enters no score, is answered and
 * appealed against, and lapses when a logged external block was the cause.
 */
import { Clock, Deadline } from "@wangge/calendar"
import { type Provenance, Seconds } from "@wangge/facts"
import type { EvaluationFact } from "./EvaluationFact.ts"
import type { EvaluationPeriod } from "./EvaluationPeriod.ts"
import * as ExternalBlock from "./ExternalBlock.ts"
import { coveredSec } from "./internal/coveredSec.ts"
import { type LateMatter, lateMatters } from "./internal/lateMatters.ts"
import { notYet } from "./internal/notYet.ts"

export { notYet } from "./internal/notYet.ts"

/**
 * On which clock lateness and blocks are counted, and how many days a unit may answer a finding.
 *
 * @category terms
 * @since 0.1.0
 */
export interface FindingTerms {
  readonly clock: Clock.Clock
  readonly answerDays: number
  readonly provenance: Provenance.Provenance
}

/**
 * Calendar time; seven days to answer.
 *
 * @source none: assumed
 * @category terms
 * @since 0.1.0
 */
export const defaults: FindingTerms = {
  clock: Clock.calendar,
  answerDays: 7,
  provenance: { kind: "assumed", reason: "a working week to look up the case, and two days" }
}

/**
 * A finding as it is made. `closedSec` is {@link notYet} for a matter still open at the close;
 * `lateSec` and `blockedSec` are seconds of the clock, until it was closed or else until the close.
 * `Lapsed` says that without the blocks that count the matter would have been in time.
 *
 * @category findings
 * @since 0.1.0
 */
export interface OverdueFinding {
  readonly findingId: string
  readonly unitId: string
  readonly matterId: string
  readonly dueSec: number
  readonly closedSec: number
  readonly lateSec: number
  readonly blockedSec: number
  readonly blocks: ReadonlyArray<{
    readonly blockId: string
    readonly cause: ExternalBlock.Cause
    readonly standing: ReturnType<typeof ExternalBlock.standing>
  }>
  readonly status: "Open" | "Lapsed"
  readonly madeSec: number
  readonly answerUntilSec: number
}

/**
 * The findings of a period at its close, in order of their ids `overdue/unit/matter`.
 *
 * Late is a matter whose `caseDue` lies in the period and that was not closed by then: closed later,
 * or open at the close (`asOfSec` of the period); a closing that was taken back counts for nothing.
 * The unit is the one that had the matter when it was due. With late = the seconds from due to
 * closing and blocked = the seconds before the closing in blocks that count, overlaps once, a finding
 * lapses when late <= blocked: but for the blocks it would have been in time. Example: two hours late
 * after a power cut of three hours lapses. Facts that are superseded do not count, nor do those at
 * `asOfSec` or later.
 *
 * @source domain reference row 20 (Helong): a finding names the unit, is open to appeal, lapses for a
 * logged external block; that the block must make up for the lateness is ours
 * @category findings
 * @since 0.1.0
 */
export const close = (
  terms: FindingTerms,
  given: {
    readonly facts: ReadonlyArray<EvaluationFact>
    readonly blocks: ReadonlyArray<ExternalBlock.ExternalBlock>
    readonly period: EvaluationPeriod
  }
): ReadonlyArray<OverdueFinding> => {
  const { facts, blocks, period } = given
  return lateMatters(facts, period)
    .map((late) =>
      findingOf(
        terms,
        period,
        late,
        blocks.filter(({ matterId }) => matterId === late.matterId)
      )
    )
    .sort((left, right) => (left.findingId < right.findingId ? -1 : 1))
}

const findingOf = (
  terms: FindingTerms,
  period: EvaluationPeriod,
  late: LateMatter,
  blocks: ReadonlyArray<ExternalBlock.ExternalBlock>
): OverdueFinding => {
  const { unitId, matterId, dueSec, closedSec } = late
  const untilSec = closedSec === notYet ? period.asOfSec : closedSec
  const judged = blocks.map((block) => ({
    block,
    standing: ExternalBlock.standing(block, dueSec)
  }))
  const counting = judged.flatMap(({ block, standing }) => (standing === "Counts" ? [block] : []))
  const lateSec = -Deadline.untilDueSec(terms.clock, { dueSec, atSec: untilSec })
  const blockedSec = coveredSec(terms.clock, counting, untilSec)
  return {
    findingId: `overdue/${unitId}/${matterId}`,
    unitId,
    matterId,
    dueSec,
    closedSec,
    lateSec,
    blockedSec,
    blocks: judged
      .map(({ block, standing }) => ({ blockId: block.blockId, cause: block.cause, standing }))
      .sort((left, right) => (left.blockId < right.blockId ? -1 : 1)),
    status: lateSec <= blockedSec ? "Lapsed" : "Open",
    madeSec: period.asOfSec,
    answerUntilSec: period.asOfSec + terms.answerDays * Seconds.daySec
  }
}

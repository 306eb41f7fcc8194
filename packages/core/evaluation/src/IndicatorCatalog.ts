/**
 * The usual indicators as data, to be taken over or changed by a town. Each says over what it counts:
 * a closing share counts on what was due, a satisfied share on who answered. The kinds of facts are
 * those that cases emit, and a few that a register, a visit plan or an inspection adds
 * (`RegisterFacts` of cases, `VisitFacts` of services, `Inspection.factsOf`).
 */
import type { IndicatorRule } from "./Indicator.ts"
import * as SourcedDecimal from "./SourcedDecimal.ts"

/** Below ten, one matter more or less moves a share by over ten points. */
const tenMatters = SourcedDecimal.assumed(
  "10",
  "below ten matters, one more or less moves a share by over ten points"
)

/** What most indicators share: a share of matters, more is better, ten at least. */
const share = {
  measure: "Share",
  better: "Higher",
  againstKinds: [],
  askedKinds: [],
  exclusions: [],
  sampleMin: tenMatters
} as const satisfies Partial<IndicatorRule>

/**
 * First contact in time (响应), of the matters contacted at all.
 *
 * @source none: the name is usual, what counts is ours: a contact within a limit
 * @category indicators
 * @since 0.1.0
 */
export const response: IndicatorRule = {
  ...share,
  id: "response",
  label: { en: "response", zh: "响应率" },
  numeratorKinds: ["contactOnTime"],
  denominatorKinds: ["contactOnTime", "contactLate"],
  againstKinds: ["contactLate"]
}

/**
 * Claimed resolved (办结), of the cases due in the period: what the worker says.
 *
 * @source Tianmen digital-city bulletin, December 2016, for counting on cases due
 * @category indicators
 * @since 0.1.0
 */
export const claimed: IndicatorRule = {
  ...share,
  id: "claimed",
  label: { en: "claimed resolved", zh: "办结率" },
  numeratorKinds: ["caseClaimed"],
  denominatorKinds: ["caseDue"]
}

/**
 * Verified resolved (核实解决), of the cases whose reporter or checker answered: a case once said to
 * be unsolved does not count as solved.
 *
 * @source none: our own rule; claimed and verified are kept apart because published shares differ
 * widely (99.93 % closed beside 83.76 % satisfied, Hengdong county, first quarter of 2025)
 * @category indicators
 * @since 0.1.0
 */
export const verified: IndicatorRule = {
  ...share,
  id: "verified",
  label: { en: "verified resolved", zh: "核实解决率" },
  numeratorKinds: ["caseConfirmed"],
  denominatorKinds: ["caseConfirmed", "caseNotResolved"],
  againstKinds: ["caseNotResolved"],
  askedKinds: ["reporterNotReached"]
}

/**
 * Satisfied (满意), of those who answered; the others are counted as unanswered and bound the share.
 *
 * @source none: our own rule
 * @category indicators
 * @since 0.1.0
 */
export const satisfied: IndicatorRule = {
  ...share,
  id: "satisfied",
  label: { en: "satisfied", zh: "满意率" },
  numeratorKinds: ["reporterSatisfied"],
  denominatorKinds: ["reporterSatisfied", "reporterDissatisfied"],
  againstKinds: ["reporterDissatisfied"],
  askedKinds: ["caseConfirmed", "caseNotResolved", "reporterNotReached"]
}

/**
 * Reached at follow-up (回访接通), of those called.
 *
 * @source none: our own rule
 * @category indicators
 * @since 0.1.0
 */
export const reached: IndicatorRule = {
  ...share,
  id: "reached",
  label: { en: "reached at follow-up", zh: "回访接通率" },
  numeratorKinds: ["caseConfirmed", "caseNotResolved"],
  denominatorKinds: ["caseConfirmed", "caseNotResolved", "reporterNotReached"]
}

/**
 * Closed (结案), of the cases due in the period.
 *
 * @source Tianmen digital-city bulletin, December 2016: 911 closed of 972 due, published as 93.72 %
 * @category indicators
 * @since 0.1.0
 */
export const closed: IndicatorRule = {
  ...share,
  id: "closed",
  label: { en: "closing share", zh: "结案率" },
  numeratorKinds: ["caseOnTime", "caseLate"],
  denominatorKinds: ["caseDue"]
}

/**
 * Closed in time (按期结案), of the cases due in the period.
 *
 * @source Tianmen digital-city bulletin, December 2016: 737 closed in time of 972 due, published as
 * 75.82 %
 * @category indicators
 * @since 0.1.0
 */
export const onTime: IndicatorRule = {
  ...share,
  id: "onTime",
  label: { en: "on-time share", zh: "按期结案率" },
  numeratorKinds: ["caseOnTime"],
  denominatorKinds: ["caseDue"],
  againstKinds: ["caseLate"]
}

/**
 * Filed (立案), of the cases reported in the period.
 *
 * @source Tianmen digital-city bulletin, December 2016: 996 filed of 1,054 accepted
 * @category indicators
 * @since 0.1.0
 */
export const filed: IndicatorRule = {
  ...share,
  id: "filed",
  label: { en: "filing share", zh: "立案率" },
  numeratorKinds: ["caseFiled"],
  denominatorKinds: ["caseReported"]
}

/**
 * Sent back by a checker (返工), of the cases checked. Less is better.
 *
 * @source Yulin scoring items, 2022, for the name (redo rate); what counts is ours
 * @category indicators
 * @since 0.1.0
 */
export const rework: IndicatorRule = {
  ...share,
  id: "rework",
  label: { en: "rework share", zh: "返工率" },
  better: "Lower",
  numeratorKinds: ["caseReworked"],
  denominatorKinds: ["caseChecked", "caseReworked"]
}

/**
 * Reopened after it was closed (重办), of the cases closed. Less is better. A merge taken back is no
 * redo.
 *
 * @source Yulin scoring items, 2022, for the name (redo rate); what counts is ours
 * @category indicators
 * @since 0.1.0
 */
export const redo: IndicatorRule = {
  ...share,
  id: "redo",
  label: { en: "redo share", zh: "重办率" },
  better: "Lower",
  numeratorKinds: ["caseReopened"],
  denominatorKinds: ["caseOnTime", "caseLate"]
}

/**
 * Returned to triage (退回), of the cases assigned in the period. Less is better, though a return
 * can be right: a wrong assignment is no fault of who returns it.
 *
 * @source Yulin scoring items, 2022, for the name (return rate); what counts is ours
 * @category indicators
 * @since 0.1.0
 */
export const returned: IndicatorRule = {
  ...share,
  id: "returned",
  label: { en: "return share", zh: "退回率" },
  better: "Lower",
  numeratorKinds: ["caseReturned"],
  denominatorKinds: ["caseAssigned"]
}

/**
 * Found by a worker before a resident complained (先于投诉发现), of the cases that either raised.
 * Shown, not paid for, in our presets: pay for finds makes finds.
 *
 * @source none: our own rule
 * @category indicators
 * @since 0.1.0
 */
export const foundFirst: IndicatorRule = {
  ...share,
  id: "foundFirst",
  label: { en: "found before complaint", zh: "先于投诉发现率" },
  numeratorKinds: ["caseFoundByWorker"],
  denominatorKinds: ["caseFoundByWorker", "caseFoundByResident"],
  againstKinds: ["caseFoundByResident"]
}

/**
 * Households visited (走访覆盖), of the visits due; a household that wants no visit is left out.
 *
 * @source none: cover = visited / due is a mechanism of the field; leaving out refusals is ours
 * @category indicators
 * @since 0.1.0
 */
export const visitCover: IndicatorRule = {
  ...share,
  id: "visitCover",
  label: { en: "visit cover", zh: "走访覆盖率" },
  numeratorKinds: ["visitDone"],
  denominatorKinds: ["visitDue"],
  exclusions: [
    {
      reason: "VisitDeclined",
      label: { en: "the household declined", zh: "住户谢绝走访" },
      factKinds: ["visitDeclined"]
    }
  ]
}

/** Three sheets of a hundred points. */
const threeSheets = SourcedDecimal.assumed(
  "300",
  "three inspections with a sheet of 100 points each"
)

/**
 * Points of open inspections (明察), of those possible.
 *
 * @source none: Helong names open and covert inspections without numbers; the sheet is the town's own
 * @category indicators
 * @since 0.1.0
 */
export const openInspection: IndicatorRule = {
  ...share,
  id: "openInspection",
  label: { en: "open inspections", zh: "明察得分率" },
  measure: "Ratio",
  numeratorKinds: ["inspectionPointsOpen"],
  denominatorKinds: ["inspectionPointsPossibleOpen"],
  sampleMin: threeSheets
}

/**
 * Points of unannounced inspections (暗访), of those possible.
 *
 * @source none: Helong names open and covert inspections without numbers; the sheet is the town's own
 * @category indicators
 * @since 0.1.0
 */
export const covertInspection: IndicatorRule = {
  ...share,
  id: "covertInspection",
  label: { en: "unannounced inspections", zh: "暗访得分率" },
  measure: "Ratio",
  numeratorKinds: ["inspectionPointsCovert"],
  denominatorKinds: ["inspectionPointsPossibleCovert"],
  sampleMin: threeSheets
}

/**
 * What a move of a side process can lack: a reason, an approver, one of the seven items of a
 * lead-case contract and so on. A refusal names all that are missing at once, so that nobody has to
 * try again and again.
 */
import type { Label } from "@wangge/facts"

/**
 * All items. Append only: they are stored and compared by name.
 *
 * @source none: our own names; the seven items of a contract follow Longxian's 四定三包
 * @category items
 * @since 0.1.0
 */
export const list = [
  "Actor",
  "Reason",
  "Approver",
  "Result",
  "Note",
  "Target",
  "Leader",
  "Measures",
  "Time",
  "Responsibility",
  "Investigation",
  "Handling",
  "Stability",
  "Official",
  "GridWorker",
  "InvestigationResult",
  "HandlingResult",
  "StabilityResult",
  "ResponsibleUnit",
  "NextDate",
  "Subject",
  "DecisionRecord",
  "ImplementationDate",
  "Mediator",
  "Promise"
] as const

/**
 * One item that a move can need.
 *
 * @category items
 * @since 0.1.0
 */
export type SideProcessItem = (typeof list)[number]

/**
 * What each item is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<SideProcessItem, Label.Label>> = {
  Actor: { en: "who acts", zh: "经办人" },
  Reason: { en: "reason", zh: "理由" },
  Approver: { en: "approver", zh: "审批人" },
  Result: { en: "result", zh: "处置结果" },
  Note: { en: "note", zh: "情况说明" },
  Target: { en: "who is called", zh: "被吹哨单位" },
  Leader: { en: "leader", zh: "包案领导" },
  Measures: { en: "measures", zh: "措施" },
  Time: { en: "time limit", zh: "时限" },
  Responsibility: { en: "responsibility", zh: "责任" },
  Investigation: { en: "investigation", zh: "包调查" },
  Handling: { en: "handling", zh: "包处理" },
  Stability: { en: "lawful follow-up on the dispute", zh: "包稳定(依法跟踪纠纷本身)" },
  Official: { en: "responsible official", zh: "责任人" },
  GridWorker: { en: "grid worker", zh: "网格员" },
  InvestigationResult: { en: "result of the investigation", zh: "调查结果" },
  HandlingResult: { en: "result of the handling", zh: "处理结果" },
  StabilityResult: { en: "result of the follow-up", zh: "跟踪结果" },
  ResponsibleUnit: { en: "responsible unit", zh: "责任单位" },
  NextDate: { en: "next date", zh: "下次时间" },
  Subject: { en: "agenda item", zh: "议题" },
  DecisionRecord: { en: "decision record", zh: "决议记录" },
  ImplementationDate: { en: "implementation deadline", zh: "落实期限" },
  Mediator: { en: "mediator", zh: "调解员" },
  Promise: { en: "what is promised, by whom, until when", zh: "协议事项(内容、履行方、期限)" }
}

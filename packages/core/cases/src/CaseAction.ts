/**
 * What can be done with a case: the actions, in the order in which tables and recorded runs number
 * them. A `CaseProfile` says which action is allowed in which status and what it needs.
 */
import type { Label } from "@wangge/facts"

/**
 * All actions. The position in the list is the number used in tables and recorded runs: append
 * only, never reorder or reuse a position.
 *
 * @source none: our own names for the moves of the usual case chain
 * @category actions
 * @since 0.1.0
 */
export const list = [
  "Report",
  "Verify",
  "Reject",
  "Merge",
  "Withdraw",
  "Triage",
  "Assign",
  "Accept",
  "Return",
  "Start",
  "Escalate",
  "Extend",
  "Suspend",
  "Resume",
  "Resolve",
  "BeginFollowUp",
  "RecordFollowUp",
  "Reopen",
  "WriteOff",
  "SettleOnSpot",
  "Assess",
  "Split",
  "Unmerge",
  "TakeDuplicate",
  "ReleaseDuplicate",
  "Arbitrate",
  "HandOver",
  "Contact",
  "Check",
  "Publish",
  "Reclassify",
  "ChangeTerms",
  "OpenSideProcess",
  "CloseSideProcess",
  "Appeal",
  "DecideAppeal"
] as const

/**
 * One action on a case.
 *
 * @category actions
 * @since 0.1.0
 */
export type CaseAction = (typeof list)[number]

/**
 * How many actions there are.
 *
 * @category actions
 * @since 0.1.0
 */
export const count = list.length

/**
 * The number of an action: its position in {@link list}.
 *
 * Throws a `RangeError` for a text that is no action: a schema at the edge has let it pass.
 *
 * ```ts
 * import { CaseAction } from "@wangge/cases"
 *
 * CaseAction.codeOf("Report") // => 0
 * ```
 *
 * @category actions
 * @since 0.1.0
 */
export const codeOf = (action: CaseAction): number => {
  const code = list.indexOf(action)
  if (code < 0) throw new RangeError(`An action is one of ${list.join(", ")}; got ${action}`)
  return code
}

/**
 * What each action is called on a screen, in English and Chinese.
 *
 * @source none: usual words of case platforms
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<CaseAction, Label.Label>> = {
  Report: { en: "report", zh: "上报" },
  Verify: { en: "verify", zh: "核实" },
  Reject: { en: "reject", zh: "不予受理" },
  Merge: { en: "merge", zh: "并案" },
  Withdraw: { en: "withdraw", zh: "撤回" },
  Triage: { en: "triage", zh: "分流" },
  Assign: { en: "assign", zh: "派遣" },
  Accept: { en: "accept", zh: "受理" },
  Return: { en: "return", zh: "退回" },
  Start: { en: "start", zh: "开始处置" },
  Escalate: { en: "escalate one level up", zh: "上报一级" },
  Extend: { en: "extend", zh: "延期" },
  Suspend: { en: "suspend", zh: "挂起" },
  Resume: { en: "resume", zh: "恢复" },
  Resolve: { en: "claim resolved", zh: "办结" },
  BeginFollowUp: { en: "begin follow-up", zh: "开始回访" },
  RecordFollowUp: { en: "record follow-up", zh: "登记回访" },
  Reopen: { en: "reopen", zh: "重开" },
  WriteOff: { en: "write off", zh: "销号" },
  SettleOnSpot: { en: "settle on the spot", zh: "现场办结" },
  Assess: { en: "assess cost, conflict and difficulty", zh: "研判评分" },
  Split: { en: "split", zh: "拆分" },
  Unmerge: { en: "undo the merge", zh: "撤销并案" },
  TakeDuplicate: { en: "take a duplicate", zh: "并入重复件" },
  ReleaseDuplicate: { en: "release a duplicate", zh: "移出重复件" },
  Arbitrate: { en: "arbitrate", zh: "裁定归属" },
  HandOver: { en: "hand over", zh: "移交" },
  Contact: { en: "make first contact", zh: "首次联系" },
  Check: { en: "check the claim", zh: "核查" },
  Publish: { en: "publish to residents", zh: "向居民公示" },
  Reclassify: { en: "reclassify", zh: "重新分类" },
  ChangeTerms: { en: "change terms", zh: "变更时限规则" },
  OpenSideProcess: { en: "open a side process", zh: "启动附属程序" },
  CloseSideProcess: { en: "close a side process", zh: "办结附属程序" },
  Appeal: { en: "appeal", zh: "申诉" },
  DecideAppeal: { en: "decide an appeal", zh: "裁定申诉" }
}

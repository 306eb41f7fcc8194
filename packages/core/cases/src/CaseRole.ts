/**
 * In which role somebody acts on a case. A profile says per move which roles may make it; who holds
 * which role is the business of posts and appointments, not of the case.
 */
import type { Label } from "@wangge/facts"

/**
 * All roles. The position in the list is the number used in tables and
 * columns: append only, never reorder or reuse a position.
 *
 * @source none: our own names for who acts in the usual case chain
 * @category roles
 * @since 0.1.0
 */
export const list = [
  "Reporter",
  "GridWorker",
  "IntakeDesk",
  "TriageDesk",
  "HandlingUnit",
  "Checker",
  "Caller",
  "Approver",
  "Arbiter",
  "System"
] as const

/**
 * One role in which somebody acts on a case.
 *
 * @category roles
 * @since 0.1.0
 */
export type CaseRole = (typeof list)[number]

/**
 * The number of a role: its position in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list.
 *
 * @category roles
 * @since 0.1.0
 */
export const codeOf = (value: CaseRole): number => {
  const code = list.indexOf(value)
  if (code < 0) throw new RangeError(`Expected one of ${list.join(", ")}; got ${value}`)
  return code
}

/**
 * What each is called on a screen, in English and Chinese.
 *
 * @source none: usual words of case platforms
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<CaseRole, Label.Label>> = {
  Reporter: { en: "reporter", zh: "上报人" },
  GridWorker: { en: "grid worker", zh: "网格员" },
  IntakeDesk: { en: "intake desk", zh: "受理台" },
  TriageDesk: { en: "triage desk", zh: "分流派遣岗" },
  HandlingUnit: { en: "handling unit", zh: "承办单位" },
  Checker: { en: "checker", zh: "核查员" },
  Caller: { en: "follow-up caller", zh: "回访员" },
  Approver: { en: "approver", zh: "审批人" },
  Arbiter: { en: "arbiter one level up", zh: "上级裁定人" },
  System: { en: "system", zh: "系统" }
}

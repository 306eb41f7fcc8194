/**
 * The processes that hang on an open case beside its own life: a whistle, a deliberation, a lead-case
 * contract, a mediation, a joint meeting. Each is an aggregate of its own; the case only counts how
 * many of each are open, so that it cannot be written off before all are accounted for.
 */
import type { Label } from "@wangge/facts"

/**
 * All kinds. The position in the list is the number used in tables and
 * columns: append only, never reorder or reuse a position.
 *
 * @source Helong, Bagongshan (whistle 吹哨报到), Jiyang, Longxian, Bagongshan (deliberation 议事协商), Longxian (lead-case contract 包案, joint meeting 联席会议), Longxian, Bagongshan (mediation 调解)
 * @category side processes
 * @since 0.1.0
 */
export const list = [
  "Whistle",
  "Deliberation",
  "LeadAssignment",
  "Mediation",
  "JointMeeting"
] as const

/**
 * One kind of side process.
 *
 * @category side processes
 * @since 0.1.0
 */
export type SideProcess = (typeof list)[number]

/**
 * The number of a side process: its position in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list.
 *
 * @category side processes
 * @since 0.1.0
 */
export const codeOf = (value: SideProcess): number => {
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
export const labels: Readonly<Record<SideProcess, Label.Label>> = {
  Whistle: { en: "whistle", zh: "吹哨报到" },
  Deliberation: { en: "deliberation", zh: "议事协商" },
  LeadAssignment: { en: "lead-case contract", zh: "领导包案" },
  Mediation: { en: "mediation", zh: "调解" },
  JointMeeting: { en: "joint meeting", zh: "联席会议" }
}

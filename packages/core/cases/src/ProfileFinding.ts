/**
 * What the static checker of profiles can find, as typed values with a shortest way there, and the
 * words for it in English and Chinese. A finding is no bad value (see `ProfileProblem`) but a bad
 * life cycle: every value in the profile is possible, and some case still comes to no good.
 */
import { Label, type Problem } from "@wangge/facts"
import * as CaseAction from "./CaseAction.ts"
import * as CaseItem from "./CaseItem.ts"
import * as CaseStatus from "./CaseStatus.ts"
import * as MatterKind from "./MatterKind.ts"
import * as ProfilePath from "./ProfilePath.ts"
import { gateRuleLabels } from "./ProfileTerms.ts"
import * as SideProcess from "./SideProcess.ts"
import * as Urgency from "./Urgency.ts"

/**
 * The codes of all findings. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category findings
 * @since 0.1.0
 */
export const codes = [
  "StatusUnreachable",
  "EndUnreachable",
  "WriteOffUnreachable",
  "NobodyMoves",
  "NobodyOwns",
  "NoClockRuns",
  "AmbiguousMoves",
  "NeedNeverGiven",
  "GateNeverOpens",
  "GateUnused",
  "SideProcessStuck",
  "MoveNeverPossible"
] as const

/**
 * One of {@link codes}.
 *
 * @category findings
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One finding: `subject`, `found` and `expected` are words of the lists of this package, several of
 * them with commas between; `path` is a shortest way from the report to a case that shows it, empty
 * where no case comes that far.
 *
 * What they are, per code: the status; the same; the same; the same; the same; the status and the
 * urgencies; the action, the status and both targets; the action and the item; the action, side process
 * with rule and kind of matter, twice; the side process and the status; the action, the status and the
 * target.
 *
 * @category findings
 * @since 0.1.0
 */
export interface ProfileFinding extends Problem.Problem<Code> {
  readonly subject: string
  readonly found: string
  readonly expected: string
  readonly path: ProfilePath.ProfilePath
}

type Words = Readonly<Record<string, Label.Label>>

/** The words for the three values of a finding. */
interface Lists {
  readonly subject: Words
  readonly found: Words
  readonly expected: Words
}

const statuses: Words = CaseStatus.labels
const targets: Words = {
  ...CaseStatus.labels,
  Same: { en: "the same status", zh: "状态不变" },
  Remembered: { en: "the status before", zh: "原状态" }
}
const gated: Words = { ...SideProcess.labels, ...gateRuleLabels }

const ofStatus: Lists = { subject: statuses, found: CaseAction.labels, expected: statuses }
const ofMove: Lists = { subject: CaseAction.labels, found: statuses, expected: targets }
const ofGate: Lists = { subject: CaseAction.labels, found: gated, expected: MatterKind.labels }

/** Which list each value is a word of. */
const lists: Readonly<Record<Code, Lists>> = {
  StatusUnreachable: ofStatus,
  EndUnreachable: ofStatus,
  WriteOffUnreachable: ofStatus,
  NobodyMoves: ofStatus,
  NobodyOwns: ofStatus,
  NoClockRuns: { subject: statuses, found: Urgency.labels, expected: {} },
  AmbiguousMoves: ofMove,
  NeedNeverGiven: { subject: CaseAction.labels, found: CaseItem.labels, expected: {} },
  GateNeverOpens: ofGate,
  GateUnused: ofGate,
  SideProcessStuck: { subject: SideProcess.labels, found: statuses, expected: {} },
  MoveNeverPossible: ofMove
}

/**
 * What each finding says, in English and Chinese, with the places of its values in braces.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  StatusUnreachable: {
    en: "No case ever comes to “{subject}”; what would lead there: {found}.",
    zh: "没有案件能到达“{subject}”;通往该状态的动作:{found}。"
  },
  EndUnreachable: {
    en: "A case that is “{subject}” here comes to no end at all.",
    zh: "案件到此处“{subject}”后无法以任何方式结束。"
  },
  WriteOffUnreachable: {
    en: "A case that is “{subject}” here can be dropped but never written off.",
    zh: "案件到此处“{subject}”后只能中止,无法销号。"
  },
  NobodyMoves: {
    en: "Nobody who answers for a case that is “{subject}” here may move it on.",
    zh: "案件到此处“{subject}”后,负责人员均无权推进。"
  },
  NobodyOwns: {
    en: "No unit answers for a case that is “{subject}” here.",
    zh: "案件到此处“{subject}”后没有责任单位。"
  },
  NoClockRuns: {
    en: "No clock with a limit runs when a case becomes “{subject}”; urgency: {found}.",
    zh: "案件转为“{subject}”时没有任何时限在计时;紧急程度:{found}。"
  },
  AmbiguousMoves: {
    en: "“{subject}” from “{found}” is ambiguous: it leads to {expected}.",
    zh: "从“{found}”执行“{subject}”有歧义:可到{expected}。"
  },
  NeedNeverGiven: {
    en: "“{subject}” needs what nobody can give there: {found}.",
    zh: "“{subject}”所需的内容无法给出:{found}。"
  },
  GateNeverOpens: {
    en: "“{subject}” waits for what never comes: {found}; kind of matter: {expected}.",
    zh: "“{subject}”等待的条件永远不会满足:{found};事项类别:{expected}。"
  },
  GateUnused: {
    en: "A gate on “{subject}” guards nothing: {found}; kind of matter: {expected}.",
    zh: "“{subject}”的前置条件没有作用:{found};事项类别:{expected}。"
  },
  SideProcessStuck: {
    en: "“{subject}” can be opened and never closed for a case that is “{found}” here.",
    zh: "案件到此处“{found}”后,已启动的“{subject}”无法办结。"
  },
  MoveNeverPossible: {
    en: "Nobody can ever do “{subject}” from “{found}” (to {expected}).",
    zh: "从“{found}”永远无法执行“{subject}”(至{expected})。"
  }
}

const none: Label.Label = { en: "none", zh: "无" }
const example: Label.Label = { en: " Shortest way there: {path}.", zh: "最短路径:{path}。" }

const shown = (value: string, list: Words): Label.Label => {
  if (value === "") return none
  const parts = value.split(", ").map((part) => list[part] ?? { en: part, zh: part })
  return {
    en: parts.map((part) => part.en).join(", "),
    zh: parts.map((part) => part.zh).join("、")
  }
}

/**
 * A finding in words, in English and Chinese, with the shortest way there where there is one.
 *
 * ```ts
 * import { ProfileFinding } from "@wangge/cases"
 *
 * ProfileFinding.describe({
 *   code: "StatusUnreachable", subject: "Triaged", found: "Triage", expected: "", path: []
 * }).en
 * // => "No case ever comes to “triaged”; what would lead there: triage."
 * ```
 *
 * @category labels
 * @since 0.1.0
 */
export const describe = (finding: ProfileFinding): Label.Label => {
  const list = lists[finding.code]
  const subject = shown(finding.subject, list.subject)
  const found = shown(finding.found, list.found)
  const expected = shown(finding.expected, list.expected)
  const path = ProfilePath.describe(finding.path)
  const inOne = (language: keyof Label.Label): string => {
    const values = {
      subject: subject[language],
      found: found[language],
      expected: expected[language],
      path: path[language]
    }
    const said = Label.fill(words[finding.code], values)[language]
    return finding.path.length === 0 ? said : said + Label.fill(example, values)[language]
  }
  return { en: inOne("en"), zh: inOne("zh") }
}

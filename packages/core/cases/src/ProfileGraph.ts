/**
 * A profile as a drawing: Mermaid's `stateDiagram-v2` for a page, and SCXML (the W3C's state chart
 * notation) for tools that run or check state charts. Both are made from the same moves as the rules.
 */
import type { Label } from "@wangge/facts"
import * as CaseAction from "./CaseAction.ts"
import * as CaseClock from "./CaseClock.ts"
import * as CaseProfile from "./CaseProfile.ts"
import * as CaseStatus from "./CaseStatus.ts"
import { type Arrow, arrowsOf, statusesOf } from "./internal/profileArrows.ts"
import { clocksOfStatus } from "./internal/profileModel.ts"
import * as profileScxml from "./internal/profileScxml.ts"
import type * as Urgency from "./Urgency.ts"

/**
 * The profile as a Mermaid state diagram, in one language.
 *
 * A state shows the locality's own word for its step above its status; one arrow carries every action
 * that leads from one status to another, and actions that change no status are an arrow back. An
 * action whose condition decides is followed by a question mark.
 *
 * ```ts
 * import { CaseProfile, ProfileGraph } from "@wangge/cases"
 *
 * const text = ProfileGraph.toMermaid(CaseProfile.fiveStep, "en")
 * text.split("\n")[0] // => "stateDiagram-v2"
 * text.includes("Triaged --> Assigned: assign") // => true
 * ```
 *
 * @source Mermaid documentation, State diagrams (stateDiagram-v2)
 * @category drawings
 * @since 0.1.0
 */
export const toMermaid = (
  profile: CaseProfile.CaseProfile,
  language: keyof Label.Label
): string => {
  const statuses = statusesOf(profile)
  const arrows = arrowsOf(profile)
  const comma = language === "zh" ? "、" : ", "
  const lines = [
    "stateDiagram-v2",
    ...statuses.map((status) => `  state "${stateText(profile, status, language)}" as ${status}`),
    `  [*] --> Reported: ${CaseAction.labels.Report[language]}`,
    ...grouped(arrows).map(({ actions, from, to }) => {
      const words = actions.map(
        ({ action, isConditional }) =>
          `${CaseAction.labels[action][language]}${isConditional ? question[language] : ""}`
      )
      return `  ${from} --> ${to}: ${words.join(comma)}`
    }),
    ...statuses.filter(isEnd).map((status) => `  ${status} --> [*]`)
  ]
  return `${lines.join("\n")}\n`
}

/**
 * The profile as an SCXML document: well formed, with every open status inside one state whose
 * history a suspension or a merge goes back to, and a `final` state per end.
 *
 * Events are actions; of an action whose condition decides, one per outcome, such as `Check.Refuted`
 * and `Check.Confirmed`. An end that can be left again (reopened, appealed) is a state with an event `Settled` to its `final` one.
 * Roles, levels, needs and gates stand in attributes of the namespace `urn:wangge:profile`.
 *
 * ```ts
 * import { CaseProfile, ProfileGraph } from "@wangge/cases"
 *
 * const text = ProfileGraph.toScxml(CaseProfile.digitalCity)
 * text.includes('<final id="Withdrawn"/>') // => true
 * ```
 *
 * @source W3C Recommendation, State Chart XML (SCXML), 1 September 2015
 * @category drawings
 * @since 0.1.0
 */
export const toScxml = (profile: CaseProfile.CaseProfile): string => profileScxml.write(profile)

/**
 * The clocks that can run while a case of an urgency stands in a status, of those that have a limit,
 * in the order of their list. The first contact and the check may have been made before.
 *
 * ```ts
 * import { CaseProfile, ProfileGraph } from "@wangge/cases"
 *
 * ProfileGraph.clocksIn(CaseProfile.base, "Reported", "Ordinary") // => ["Contact", "Handle"]
 * ProfileGraph.clocksIn(CaseProfile.base, "FollowUp", "Ordinary") // => ["CallBack"]
 * ```
 *
 * @category clocks
 * @since 0.1.0
 */
export const clocksIn = (
  profile: CaseProfile.CaseProfile,
  status: CaseStatus.CaseStatus,
  urgency: Urgency.Urgency
): ReadonlyArray<CaseClock.CaseClock> => {
  const row = profile.limits[urgency]
  const running = clocksOfStatus(status)
  return CaseClock.list.filter(
    (clock) => running.includes(clock) && row[limitFields[clock]] !== Number.POSITIVE_INFINITY
  )
}

const question: Label.Label = { en: "?", zh: "?" }

/** The field of a limit row that limits each clock. */
const limitFields = {
  SignIn: "signInSec",
  Contact: "contactSec",
  Handle: "resolveSec",
  Verify: "verifySec",
  CallBack: "callBackSec"
} as const satisfies Readonly<Record<CaseClock.CaseClock, keyof CaseProfile.LimitRow>>

const isEnd = (status: CaseStatus.CaseStatus): boolean =>
  CaseStatus.isEnd(CaseStatus.codeOf(status))

/** The words of a state: the step in the locality's own words, then the status. */
const stateText = (
  profile: CaseProfile.CaseProfile,
  status: CaseStatus.CaseStatus,
  language: keyof Label.Label
): string => {
  const step = profile.steps[CaseProfile.stepIndexOf(profile, status)]
  const own = CaseStatus.labels[status][language]
  // A quotation mark or a line break in a word of a profile from outside would end the text.
  const word = step?.label[language].replace(/["\n\r;]/g, " ") ?? ""
  return word === "" ? own : `${word}<br/>${own}`
}

interface Group {
  readonly from: CaseStatus.CaseStatus
  readonly to: CaseStatus.CaseStatus
  readonly actions: Array<Arrow>
}

/** Arrows between the same two statuses as one, each action once. */
const grouped = (arrows: ReadonlyArray<Arrow>): ReadonlyArray<Group> => {
  const groups = new Map<string, Group>()
  for (const arrow of arrows) {
    const { from, to } = arrow
    const key = `${from} ${to}`
    const group = groups.get(key) ?? { from, to, actions: [] }
    if (!group.actions.some((one) => one.action === arrow.action)) group.actions.push(arrow)
    groups.set(key, group)
  }
  return [...groups.values()]
}

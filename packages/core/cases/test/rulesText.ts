/**
 * What compiled rules do, as lines of text, by asking them: which move leads where for whom and at which
 * level, what it needs, every limit, every border number. The frozen test and the mutation run compare it.
 */
import { Clock } from "@wangge/calendar"
import {
  CaseAction,
  CaseClock,
  CaseItem,
  CaseProfile,
  CaseRole,
  CaseRules,
  CaseSource,
  CaseStatus,
  HandlingLevel,
  MatterKind,
  SideProcess,
  Urgency
} from "../src/index.ts"

type Rules = CaseRules.CaseRules

/** `anyone`, or the roles that may; a role whose move leads elsewhere says where. */
const whoMay = (rules: Rules, status: number, action: number, level: number): string => {
  const to = CaseRules.nextStatus(rules, status, action, 0, level)
  const roles = CaseRules.rolesOf(rules, status, action, level)
  const strays = CaseRole.list.flatMap((role, code) => {
    const own = CaseRules.nextStatus(rules, status, action, 0, level, code + 1)
    const isAsked = roles.length === 0 || roles.includes(role)
    return isAsked && own !== to ? [`${role} to ${CaseStatus.list[own] ?? "nothing"}`] : []
  })
  const unstated = CaseRules.nextStatus(rules, status, action, 0, level, CaseRules.unstated)
  const nobody = unstated < 0 || unstated === to ? [] : [`nobody to ${CaseStatus.list[unstated]}`]
  return [roles.length === 0 ? "anyone" : roles.join(" "), ...strays, ...nobody].join(", ")
}

/** The statuses after a move, by level and role; the status remembered is `Reported` here. */
const moveLines = (rules: Rules): ReadonlyArray<string> =>
  CaseAction.list.flatMap((name, action) =>
    CaseStatus.list.flatMap((from, status) => {
      const byLevel = HandlingLevel.list.map((_, level) => {
        const to = CaseRules.nextStatus(rules, status, action, 0, level)
        return to < 0 ? "" : `${CaseStatus.list[to]} by ${whoMay(rules, status, action, level)}`
      })
      if (byLevel.every((text) => text === "")) return []
      const first = byLevel[0] ?? ""
      const told = byLevel.every((text) => text === first) ? [first] : byLevel
      const toOther = CaseRules.nextStatus(rules, status, action, status)
      const isBack = toOther !== CaseRules.nextStatus(rules, status, action, 0)
      return [`${name} from ${from}: ${told.join(" | ")}${isBack ? " (remembered)" : ""}`]
    })
  )

const items = (bits: number): string => CaseItem.fromBits(bits).join(" ")

const needLines = (rules: Rules): ReadonlyArray<string> => [
  ...CaseAction.list.map(
    (name, action) => `${name} needs: ${items(CaseRules.missingBits(rules, action, 0))}`
  ),
  ...CaseSource.list.map(
    (name, source) => `${name} reports need: ${items(CaseRules.missingToReport(rules, source, 0))}`
  )
]

const clockName = (rules: Rules, timer: number, urgency: number): string => {
  const clock: Clock.Clock | undefined = rules.timerClocks[timer]?.[urgency]
  return clock === undefined ? "" : clock === Clock.calendar ? "calendar" : clock.kind
}

const limitLines = (rules: Rules): ReadonlyArray<string> =>
  Urgency.list.flatMap((name, urgency) => [
    ...CaseClock.list.map((clock, timer) => {
      const seconds = rules.limitSec[timer * Urgency.list.length + urgency]
      const end = rules.profile.limits[name].atEnd[clock]
      return `${name} ${clock}: ${seconds} s of ${clockName(rules, timer, urgency)}, then ${end}`
    }),
    `${name} due from 0: ${CaseRules.contactDueSec(rules, urgency, 0)}, ${CaseRules.dueSec(rules, urgency, 0)}`,
    `${name} extends: ${rules.extensionSec[urgency]} s, ${rules.extensionCountMax[urgency]} times`
  ])

/** The last number from `from` on for which something holds; -1 if it does not hold there. */
const lastOf = (from: number, step: number, holds: (value: number) => boolean): number => {
  let value = from
  while (holds(value)) value += step
  return value - step
}

const scores = Array.from({ length: 101 }, (_, score) => score)

const levelLines = (rules: Rules): ReadonlyArray<string> =>
  HandlingLevel.list.map((name, level) => {
    const up = CaseRules.usesLevel(rules, level) ? rules.levelAbove[level]! : -2
    const above = up === -2 ? "not used" : up < 0 ? "top" : (HandlingLevel.list[up] ?? "")
    const [cost, conflict, difficulty] = [
      scores.findIndex((score) => up >= 0 && CaseRules.goesUp(rules, level, score, 0, 0)),
      scores.findIndex((score) => up >= 0 && CaseRules.goesUp(rules, level, 0, score, 0)),
      scores.findIndex((score) => up >= 0 && CaseRules.goesUp(rules, level, 0, 0, score))
    ]
    const matters = MatterKind.list.filter((_, kind) => CaseRules.fitsMatter(rules, kind, level))
    return `${name}: ${above}, goes up at ${cost} ${conflict} ${difficulty}, for ${matters.join(" ")}`
  })

const gateLines = (rules: Rules): ReadonlyArray<string> =>
  CaseAction.list.flatMap((name, action) =>
    rules.gates[action]!.map((gate) => {
      const kinds = MatterKind.list.filter((_, kind) => (gate.matterKinds & (1 << kind)) !== 0)
      const process = SideProcess.list[gate.process]
      return `${name} gate: ${process} ${CaseProfile.gateRules[gate.rule]} for ${kinds.join(" ")}`
    })
  )

const policyLines = (rules: Rules): ReadonlyArray<string> => {
  const appeal = lastOf(rules.appealSec - 2, 1, (atSec) => CaseRules.mayAppeal(rules, 0, atSec))
  const reopens = [0, 1, 2].map((answer) => CaseRules.reopensOn(rules, 1, answer))
  return [
    `amber after: ${rules.amberShare}`,
    `lowest level: ${HandlingLevel.list[rules.lowestLevel]}`,
    `returns: ${lastOf(0, 1, (count) => CaseRules.mayReturn(rules, count)) + 1}`,
    `appeal until: ${appeal}`,
    `confirmed reopens when satisfied, dissatisfied, unanswered: ${reopens.join(" ")}`,
    ...CaseAction.list.flatMap((name, action) => {
      const asked = HandlingLevel.list.filter((_, at) => CaseRules.fitsActor(rules, action, 0, at))
      return asked.length === HandlingLevel.list.length
        ? []
        : [`${name} at Grid: by ${asked.join(" ")}`]
    })
  ]
}

/** All lines of compiled rules. */
export const of = (rules: Rules): string =>
  [
    ...moveLines(rules),
    ...needLines(rules),
    ...limitLines(rules),
    ...levelLines(rules),
    ...gateLines(rules),
    ...policyLines(rules),
    `roles: ${CaseRole.list.length}`
  ].join("\n")

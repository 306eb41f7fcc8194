/**
 * The alert light of a case: green, amber when little of the limit is left, red after the due
 * second, off when nobody has to act. It is computed from the clock, never stored; the changes
 * between two instants say which notices go out, each exactly once.
 */
import type { Label } from "@wangge/facts"
import { type Case, isOverdue } from "./Case.ts"
import * as CaseRules from "./CaseRules.ts"
import * as CaseStatus from "./CaseStatus.ts"
import * as Urgency from "./Urgency.ts"

/**
 * All lights. The first three stand at the numbers that `CaseRules.alertLight` returns: append
 * only, never reorder or reuse a position.
 *
 * @source Helong, article by the city party committee's organisation department, undated: 亮灯提醒;
 * the colours are ours
 * @category alert lights
 * @since 0.1.0
 */
export const list = ["Green", "Amber", "Red", "Off"] as const

/**
 * One light.
 *
 * @category alert lights
 * @since 0.1.0
 */
export type AlertLight = (typeof list)[number]

/**
 * A light that came on at `atSec`.
 *
 * @category alert lights
 * @since 0.1.0
 */
export interface Change {
  readonly light: AlertLight
  readonly atSec: number
}

/**
 * The light of a case at `atSec`, which is at or after its last event.
 *
 * Off once the matter is claimed resolved or the case has ended. While a case is suspended the
 * light stays as it was at the suspension, until the planned end; from then on the clock runs
 * again.
 *
 * @category alert lights
 * @since 0.1.0
 */
export const of = (rules: CaseRules.CaseRules, item: Case, atSec: number): AlertLight => {
  if (!CaseStatus.canRunLate(CaseStatus.codeOf(item.status))) return "Off"
  if (isOverdue(item, atSec)) return "Red"
  const isPaused = item.status === "Suspended" && atSec < item.suspendedUntilSec
  const light = CaseRules.alertLight(
    rules,
    Urgency.codeOf(item.urgency),
    item.startSec,
    isPaused ? item.pausedDueSec : item.dueSec,
    isPaused ? item.suspendedSec : atSec
  )
  return list[light]!
}

/**
 * The changes of the light after `fromSec` and until `untilSec`, in order: at most amber, then red.
 *
 * The case must not have had an event in between: a caller that ticks asks with the case as it
 * stands and moves `fromSec` on, so that every change is told once, however often the clock ticks.
 *
 * ```ts
 * import { Clock } from "@wangge/calendar"
 * import { AlertLight, Case, CaseDecider, CaseProfile, CaseRules } from "@wangge/cases"
 * import { Id } from "@wangge/facts"
 *
 * const clocks = { calendar: Clock.calendar, working: Clock.calendar }
 * const rules = CaseRules.compile(CaseProfile.base, { clocks })
 * const decision = CaseDecider.decide(rules, Case.none, {
 *   action: "Report", caseId: Id.make("case-1"), atSec: 0, actorId: "hotline-3", reason: "",
 *   source: "Hotline", category: "Noise", urgency: "Urgent", gridId: Id.make("grid-5"),
 *   unitId: "intake"
 * })
 * if (!decision.ok) throw new Error(decision.rejection.code)
 * const item = Case.evolve(Case.none, decision.event)
 * AlertLight.changes(rules, item, { fromSec: 0, untilSec: 90_000 })
 * // => [{ light: "Amber", atSec: 64800 }, { light: "Red", atSec: 86401 }]
 * ```
 *
 * @category alert lights
 * @since 0.1.0
 */
export const changes = (
  rules: CaseRules.CaseRules,
  item: Case,
  spell: { readonly fromSec: number; readonly untilSec: number }
): ReadonlyArray<Change> => {
  const urgency = Urgency.codeOf(item.urgency)
  const candidates = [
    CaseRules.amberSec(rules, urgency, item.startSec, item.dueSec),
    item.dueSec + 1
  ]
  return candidates
    .filter((atSec) => atSec > spell.fromSec && atSec <= spell.untilSec)
    .filter((atSec) => of(rules, item, atSec) !== of(rules, item, atSec - 1))
    .map((atSec) => ({ light: of(rules, item, atSec), atSec }))
}

/**
 * What each light is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<AlertLight, Label.Label>> = {
  Green: { en: "green", zh: "绿灯" },
  Amber: { en: "amber", zh: "黄灯" },
  Red: { en: "red", zh: "红灯" },
  Off: { en: "off", zh: "灯灭" }
}

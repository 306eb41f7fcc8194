/**
 * Trigger rules (三必访 in the generic form): an event of some kind makes a task due, for somebody,
 * within so many days. The rules that come with the package are about hardship only: illness and
 * serious hardship. The triggers of Xixian's report that serve discipline inside the party (absence
 * from dues or meetings, and the five talks) are left out on purpose; a town that writes rules of its
 * own answers for them.
 */
import { type Clock, Deadline, WorkDays } from "@wangge/calendar"
import { Id, type Label, type Provenance, Seconds } from "@wangge/facts"
import type { DataClass, Purpose } from "@wangge/privacy"
import type { DueTask } from "./DueTask.ts"
import type { RaiseTask } from "./DueTaskCommand.ts"

/**
 * The clocks on which days are counted. Append only.
 *
 * @source none: our own list
 * @category triggers
 * @since 0.1.0
 */
export const clockIds = ["calendar", "workingDays"] as const

/**
 * One of {@link clockIds}.
 *
 * @category triggers
 * @since 0.1.0
 */
export type ClockId = (typeof clockIds)[number]

/**
 * One rule: events of `eventKind` make the task `task` due within `limitDays` days of `clock`, for
 * whoever holds the duty `dutyId`, for one purpose. `dataClass` is how delicate it is to know that
 * somebody has such a task at all.
 *
 * With `isMerged` an event for a subject who has an open task of this rule raises no second one.
 *
 * @category triggers
 * @since 0.1.0
 */
export interface TriggerRule {
  readonly ruleId: string
  readonly label: Label.Label
  readonly eventKind: string
  readonly task: Label.Label
  readonly dutyId: string
  readonly purpose: Purpose.Purpose
  readonly dataClass: DataClass.DataClass
  readonly clock: ClockId
  readonly limitDays: number
  readonly isMerged: boolean
  readonly provenance: Provenance.Provenance
}

const assumed = (reason: string): Provenance.Provenance => ({ kind: "assumed", reason })

/**
 * The rules that come with the package: a visit after illness, and one after serious hardship.
 *
 * ```ts
 * import { TriggerRule } from "@wangge/service"
 *
 * TriggerRule.defaults.map(({ eventKind }) => eventKind) // => ["Illness", "SeriousHardship"]
 * ```
 *
 * @source Xixian, 社区城市基层党建创新案例, 1 November 2018: “三必访”, two of three; the numbers of days are
 * assumed, since the report gives none
 * @category triggers
 * @since 0.1.0
 */
export const defaults: ReadonlyArray<TriggerRule> = [
  {
    ruleId: "visitOnIllness",
    label: { en: "Visit in illness", zh: "患病必访" },
    eventKind: "Illness",
    task: { en: "visit", zh: "走访" },
    dutyId: "careVisitor",
    purpose: "Care",
    dataClass: "Health",
    clock: "calendar",
    limitDays: 3,
    isMerged: true,
    provenance: assumed("three days: soon enough to help, late enough not to intrude")
  },
  {
    ruleId: "visitOnHardship",
    label: { en: "Visit in serious hardship", zh: "重大困难必访" },
    eventKind: "SeriousHardship",
    task: { en: "visit", zh: "走访" },
    dutyId: "careVisitor",
    purpose: "Care",
    dataClass: "Ordinary",
    clock: "calendar",
    limitDays: 3,
    isMerged: true,
    provenance: assumed("three days, the same as in illness")
  }
]

/**
 * Something that happened to somebody. `eventId` is the same however often it is told; `subjectId` is
 * an opaque id; what exactly happened is no part of it.
 *
 * @category triggers
 * @since 0.1.0
 */
export interface TriggerEvent {
  readonly eventId: Id.Id<"TriggerEvent">
  readonly kind: string
  readonly subjectId: Id.Id<"Person">
  readonly gridId: Id.Id<"Grid">
  readonly atSec: number
}

/**
 * The rules of a town with its clocks.
 *
 * @category triggers
 * @since 0.1.0
 */
export interface TriggerRules {
  readonly rules: ReadonlyArray<TriggerRule>
  readonly clocks: Readonly<Record<ClockId, Clock.Clock>>
}

/**
 * Rules with their clocks, ready to ask.
 *
 * Throws a `RangeError` for a rule that is there twice, an id that is none, and days that are not a
 * whole number from 0.
 *
 * @category triggers
 * @since 0.1.0
 */
export const compile = (
  rules: ReadonlyArray<TriggerRule>,
  options: { readonly clocks: Readonly<Record<ClockId, Clock.Clock>> }
): TriggerRules => {
  const ids = rules.map(({ ruleId }) => ruleId)
  if (new Set(ids).size < ids.length) throw new RangeError("A trigger rule is there twice")
  const bad = rules.find(
    ({ ruleId, limitDays }) =>
      !Id.isValid(ruleId) || !Number.isSafeInteger(limitDays) || limitDays < 0
  )
  if (bad !== undefined) throw new RangeError(`The trigger rule ${bad.ruleId} cannot be`)
  return { rules, clocks: options.clocks }
}

/**
 * The limit of a rule in seconds of its clock.
 *
 * @category triggers
 * @since 0.1.0
 */
export const limitSec = ({ clock, limitDays }: TriggerRule): number =>
  limitDays * (clock === "workingDays" ? WorkDays.daySec : Seconds.daySec)

/**
 * The last second at which a task of a rule is on time. Throws a `RangeError` where the clock does not
 * reach that far (`Clock.reaches`).
 *
 * ```ts
 * import { Clock } from "@wangge/calendar"
 * import { TriggerRule } from "@wangge/service"
 *
 * const clocks = { calendar: Clock.calendar, workingDays: Clock.calendar }
 * const rules = TriggerRule.compile(TriggerRule.defaults, { clocks })
 * const [illness] = TriggerRule.defaults
 * illness === undefined ? 0 : TriggerRule.dueSec(rules, illness, 1000) // => 260200
 * ```
 *
 * @category triggers
 * @since 0.1.0
 */
export const dueSec = (rules: TriggerRules, rule: TriggerRule, atSec: number): number =>
  Deadline.dueSec(rules.clocks[rule.clock], atSec, limitSec(rule))

/**
 * The id of the task that a rule makes of an event: the same event always makes the same task.
 *
 * Throws a `RangeError` when the two ids together are too long for one.
 *
 * @category triggers
 * @since 0.1.0
 */
export const taskIdOf = (rule: TriggerRule, eventId: Id.Id<"TriggerEvent">): Id.Id<"DueTask"> =>
  Id.make(`${rule.ruleId}/${eventId}`)

/**
 * The commands that raise the tasks of some events, beside those that are there already.
 *
 * An event makes one task per rule of its kind, however often it is told, in this run or an earlier
 * one; under a rule with `isMerged`, none while an open task of the rule for the same subject is
 * there. Events are taken in the order of time, ties by id, whatever order they come in. Fails as
 * {@link dueSec} does.
 *
 * @source Xixian, 社区城市基层党建创新案例, 1 November 2018, for the form: event, due task, within n days
 * @category triggers
 * @since 0.1.0
 */
export const tasksOf = (
  rules: TriggerRules,
  events: ReadonlyArray<TriggerEvent>,
  known: {
    readonly tasks: ReadonlyArray<DueTask>
    readonly atSec: number
    readonly byId: string
  }
): ReadonlyArray<RaiseTask> => {
  const ids = new Set<string>(known.tasks.map(({ taskId }) => taskId))
  const open = new Set(
    known.tasks
      .filter(({ status }) => status === "Due")
      .map(({ ruleId, subjectId }) => keyOf(ruleId, subjectId))
  )
  const ordered = events.toSorted(
    (one, other) => one.atSec - other.atSec || (one.eventId < other.eventId ? -1 : 1)
  )
  const raised: Array<RaiseTask> = []
  for (const event of ordered) {
    for (const rule of rules.rules) {
      if (rule.eventKind !== event.kind) continue
      const taskId = taskIdOf(rule, event.eventId)
      const key = keyOf(rule.ruleId, event.subjectId)
      if (ids.has(taskId) || (rule.isMerged && open.has(key))) continue
      ids.add(taskId)
      open.add(key)
      raised.push({
        action: "RaiseTask",
        taskId,
        atSec: known.atSec,
        byId: known.byId,
        reason: "",
        ruleId: rule.ruleId,
        eventId: event.eventId,
        subjectId: event.subjectId,
        gridId: event.gridId,
        dutyId: rule.dutyId,
        happenedSec: event.atSec
      })
    }
  }
  return raised
}

const keyOf = (ruleId: string, subjectId: string): string => JSON.stringify([ruleId, subjectId])

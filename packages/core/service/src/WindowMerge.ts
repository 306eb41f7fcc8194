/**
 * The change from many special windows to a few combined ones (Helong: more than ten to three): who
 * keeps the combined windows, who stays in the office, who is released to the grids, and which kinds
 * can then be brought at which hours that could not before, or no longer.
 */
import type { Id } from "@wangge/facts"
import { Skill, type Spell } from "@wangge/grid"
import { without } from "./internal/spellSet.ts"
import type * as OpeningHours from "./OpeningHours.ts"
import type * as Window from "./Window.ts"
import * as WindowCover from "./WindowCover.ts"
import * as WindowProblem from "./WindowProblem.ts"

/**
 * What is to become of a hall: combined windows with hours of their own, the share of the other staff
 * that is released to the grids (0 to 1, rounded down to whole persons; the `releasedShare` of a
 * locality's numbers), and the range of time for which cover is compared.
 *
 * @category merging
 * @since 0.1.0
 */
export interface MergeOrder {
  readonly windowIds: ReadonlyArray<Id.Id<"Window">>
  readonly gridId: Id.Id<"Grid">
  readonly hours: OpeningHours.OpeningHours
  readonly hoursIds: ReadonlyArray<string>
  readonly releasedShare: number
  readonly range: Spell.Spell
}

/**
 * One kind of business at one spell of time.
 *
 * @category merging
 * @since 0.1.0
 */
export interface KindSpell extends Spell.Spell {
  readonly skillId: string
}

/**
 * The change as a plan. `crewIds`, `officeIds` and `releasedIds` together are everybody who was on
 * duty before, each once. `losses` are the kinds and spells no longer covered, `gains` the new ones.
 *
 * @category merging
 * @since 0.1.0
 */
export interface WindowMerge {
  readonly hall: Window.Hall
  readonly crewIds: ReadonlyArray<Id.Id<"Person">>
  readonly officeIds: ReadonlyArray<Id.Id<"Person">>
  readonly releasedIds: ReadonlyArray<Id.Id<"Person">>
  readonly losses: ReadonlyArray<KindSpell>
  readonly gains: ReadonlyArray<KindSpell>
}

/**
 * The plan, or why there is none.
 *
 * @category merging
 * @since 0.1.0
 */
export type Made =
  | { readonly ok: true; readonly merge: WindowMerge }
  | { readonly ok: false; readonly problems: ReadonlyArray<WindowProblem.WindowProblem> }

/**
 * Plans the change at the counter: counter windows become combined ones, windows of other channels
 * and their staff stay as they are.
 *
 * The crew is everybody at the counter who may take every kind at the first second of the range; they
 * share the windows evenly and take turns. Of the others, those with the fewest kinds go first, at
 * equal numbers by id. Returns `BadCount` (no window), `BadShare`, `CrewTooSmall` (fewer in the crew
 * than windows). Losses and gains are counted over the counter alone, for residents who did not book.
 *
 * @source Helong report for the change itself; who of the others goes first is our choice
 * @category merging
 * @since 0.1.0
 */
export const plan = (before: Window.Hall, order: MergeOrder): Made => {
  const counterIds = before.windows
    .filter(({ channel }) => channel === "Counter")
    .map(({ windowId }) => windowId)
  const atCounter = (duty: Window.WindowDuty): boolean => counterIds.includes(duty.windowId)
  const staffIds = [...new Set(before.duties.filter(atCounter).map(({ personId }) => personId))]
  const kindCountOf = kindCounts(before, staffIds, order.range.fromSec)
  const isCrew = (personId: Id.Id<"Person">): boolean =>
    kindCountOf.get(personId) === before.book.skills.length
  const crewIds = staffIds.filter(isCrew).toSorted()
  const problems = orderProblems(order, crewIds.length)
  if (problems.length > 0) return { ok: false, problems }
  const others = staffIds
    .filter((personId) => !isCrew(personId))
    .toSorted()
    .toSorted((one, other) => (kindCountOf.get(one) ?? 0) - (kindCountOf.get(other) ?? 0))
  const releasedCount = wholePart(order.releasedShare, others.length)
  const hall: Window.Hall = {
    windows: [
      ...before.windows.filter(({ windowId }) => !counterIds.includes(windowId)),
      ...order.windowIds.map((windowId) => combined(windowId, order))
    ],
    duties: [
      ...before.duties.filter((duty) => !atCounter(duty)),
      ...crewIds.map((personId, index) => ({
        windowId: order.windowIds[index % order.windowIds.length]!,
        personId,
        fromSec: order.range.fromSec,
        untilSec: order.range.untilSec
      }))
    ],
    hours: order.hours,
    book: before.book,
    staff: before.staff
  }
  const releasedIds = others.slice(0, releasedCount)
  const officeIds = others.slice(releasedCount)
  const { losses, gains } = compare(before, hall, order.range)
  return { ok: true, merge: { hall, crewIds, officeIds, releasedIds, losses, gains } }
}

/** A share of so many people in whole persons, rounded down; exact to a millionth of the share. */
const wholePart = (share: number, count: number): number =>
  Math.floor((Math.round(share * 1_000_000) * count) / 1_000_000)

const combined = (windowId: Id.Id<"Window">, { gridId, hoursIds }: MergeOrder): Window.Window => ({
  windowId,
  gridId,
  model: "FullService",
  skillIds: [],
  channel: "Counter",
  hoursIds
})

const kindCounts = (
  { book, staff }: Window.Hall,
  staffIds: ReadonlyArray<Id.Id<"Person">>,
  atSec: number
): ReadonlyMap<string, number> =>
  new Map(
    staffIds.map((personId) => [
      personId,
      book.skills.filter(
        (skill) => Skill.mayTake(book, staff, { personId, skillId: skill.id, atSec }).ok
      ).length
    ])
  )

const orderProblems = (
  order: MergeOrder,
  crewCount: number
): ReadonlyArray<WindowProblem.WindowProblem> => {
  const windowCount = order.windowIds.length
  const share = order.releasedShare
  return [
    ...(windowCount > 0 ? [] : [WindowProblem.make("BadCount", "windowIds", 0, ">= 1")]),
    ...(share >= 0 && share <= 1
      ? []
      : [WindowProblem.make("BadShare", "releasedShare", share, "0-1")]),
    ...(crewCount >= windowCount
      ? []
      : [WindowProblem.make("CrewTooSmall", "crew", crewCount, windowCount)])
  ]
}

const compare = (
  before: Window.Hall,
  after: Window.Hall,
  range: Spell.Spell
): { readonly losses: ReadonlyArray<KindSpell>; readonly gains: ReadonlyArray<KindSpell> } => {
  const losses: Array<KindSpell> = []
  const gains: Array<KindSpell> = []
  for (const { id: skillId } of before.book.skills) {
    const asked = {
      skillId,
      channels: ["Counter"],
      isBooked: false,
      fromSec: range.fromSec,
      untilSec: range.untilSec
    } as const
    const was = WindowCover.spellsOf(before, asked)
    const is = WindowCover.spellsOf(after, asked)
    for (const { fromSec, untilSec } of without(was, is))
      losses.push({ skillId, fromSec, untilSec })
    for (const { fromSec, untilSec } of without(is, was)) gains.push({ skillId, fromSec, untilSec })
  }
  return { losses, gains }
}

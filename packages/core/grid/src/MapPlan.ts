/**
 * Decides on changes of a territory map. `plan` checks a change against the map and says exactly
 * what it would do; a plan can be shown, discussed and signed. `apply` then turns it into one event,
 * if nothing that the plan relied on has changed since. Neither changes the map.
 */
import { type Id, Seconds } from "@wangge/facts"
import { type Draft, type GridId, refused } from "./internal/changeDraft.ts"
import * as lookup from "./internal/mapLookup.ts"
import { mergeDraft } from "./internal/mergeDraft.ts"
import {
  alterDraft,
  closeDraft,
  openDraft,
  reparentDraft,
  resizeDraft
} from "./internal/placeDraft.ts"
import { splitDraft } from "./internal/splitDraft.ts"
import type { MapChange } from "./MapChange.ts"
import type { MapEvent } from "./MapEvent.ts"
import * as MapProblem from "./MapProblem.ts"
import type { TerritoryMap } from "./TerritoryMap.ts"

/**
 * A place as a plan found it: the version of its record, and of its content or {@link anyContent}
 * if the plan did not depend on what is inside.
 *
 * @category plans
 * @since 0.1.0
 */
export interface Expected {
  readonly id: Id.Id<"Grid">
  readonly version: number
  readonly contentVersion: number
}

/**
 * The `contentVersion` of a place whose content does not matter to a plan.
 *
 * @source none: below every version
 * @category plans
 * @since 0.1.0
 */
export const anyContent = -1

/**
 * What a change would do, and what it relies on; `expected` is in order of id.
 *
 * @category plans
 * @since 0.1.0
 */
export interface MapPlan {
  readonly change: MapChange
  readonly expected: ReadonlyArray<Expected>
  readonly event: MapEvent
}

/**
 * A plan, or every reason against the change.
 *
 * @category plans
 * @since 0.1.0
 */
export type Planned =
  | { readonly ok: true; readonly plan: MapPlan }
  | { readonly ok: false; readonly problems: ReadonlyArray<MapProblem.MapProblem> }

/**
 * The event of a plan, or why the plan no longer holds.
 *
 * @category plans
 * @since 0.1.0
 */
export type Applied =
  | { readonly ok: true; readonly event: MapEvent }
  | { readonly ok: false; readonly problems: ReadonlyArray<MapProblem.MapProblem> }

/**
 * Plans a change of the map as it stands.
 *
 * A change may take effect in the past or in the future, but not before the last change of a place
 * it relies on (`BeforeLastChange`): so every place has one history, and changes of different
 * places may be entered in any order. Each kind of change has its own problems besides
 * `UnknownNode`, `ClosedNode`, `BadInstant` and `NothingChanges`; see `MapProblem.codes`. Cost: the
 * places that move with all inside them, and those they move from; nothing else is visited.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { GridTree, MapPlan, TerritoryMap } from "@wangge/grid"
 *
 * const built = GridTree.spread({
 *   rootId: "east",
 *   levels: [
 *     { id: "community", role: "community", name: { en: "Community", zh: "社区" }, count: 1 },
 *     { id: "grid", role: "grid", name: { en: "Grid", zh: "网格" }, count: 2 },
 *     { id: "building", role: "building", name: { en: "Building", zh: "楼栋" }, count: 12 }
 *   ],
 *   households: 1200
 * })
 * if (!built.ok) throw new Error("no tree")
 * const map = TerritoryMap.fromTree(built.tree, { startedSec: 0 })
 * const planned = MapPlan.plan(map, {
 *   kind: "Split", atSec: 86_400, gridId: Id.make("east/1"),
 *   targetHouseholds: 300, capHouseholds: 300, order: [], partIds: [], names: []
 * })
 * const opened = planned.ok ? planned.plan.event.opened.map(({ id }) => id) : []
 * opened // => ["east/1.1", "east/1.2"]
 * ```
 *
 * @category plans
 * @since 0.1.0
 */
export const plan = (map: TerritoryMap, change: MapChange): Planned => {
  const draft = Seconds.isWhole(change.atSec)
    ? draftOf(map, change)
    : refused([MapProblem.make("BadInstant", change.kind, change.atSec, "Seconds.isWhole")])
  if (draft.problems.length > 0) return { ok: false, problems: draft.problems }
  const expected = expectedOf(map, draft)
  const problems = expected.flatMap((one) => timeProblems(map, change, one))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, plan: { change, expected, event: eventOf(map, change, draft) } }
}

/**
 * The event that carries out a plan.
 *
 * Returns `StalePlan` for every place that changed since the plan was made, and `IdUsed` for a new
 * id that somebody took meanwhile: make the plan anew then.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { GridTree, MapPlan, TerritoryMap } from "@wangge/grid"
 *
 * const built = GridTree.make({
 *   levels: [{ id: "grid", role: "grid", name: { en: "Grid", zh: "网格" } }],
 *   nodes: [{ id: "yard", parentId: "", levelId: "grid", households: 90 }]
 * })
 * if (!built.ok) throw new Error("no tree")
 * const map = TerritoryMap.fromTree(built.tree, { startedSec: 0 })
 * const planned = MapPlan.plan(map, {
 *   kind: "Rename", atSec: 60, nodeId: Id.make("yard"), name: { en: "Old yard", zh: "老院" }
 * })
 * if (!planned.ok) throw new Error("no plan")
 * const applied = MapPlan.apply(map, planned.plan)
 * if (!applied.ok) throw new Error("stale")
 * const after = TerritoryMap.evolve(map, applied.event)
 * const again = MapPlan.apply(after, planned.plan)
 * again.ok ? [] : again.problems.map(({ code }) => code) // => ["StalePlan"]
 * ```
 *
 * @category plans
 * @since 0.1.0
 */
export const apply = (map: TerritoryMap, { expected, event }: MapPlan): Applied => {
  const problems = [
    ...expected.flatMap((one) => staleProblems(map, one)),
    ...event.opened.flatMap(({ id }) =>
      lookup.find(map, id) === undefined ? [] : [MapProblem.make("IdUsed", id, id, "unused")]
    )
  ]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, event }
}

const draftOf = (map: TerritoryMap, change: MapChange): Draft => {
  switch (change.kind) {
    case "Split":
      return splitDraft(map, change)
    case "Merge":
      return mergeDraft(map, change)
    case "Resize":
      return resizeDraft(map, change)
    case "Reparent":
      return reparentDraft(map, change)
    case "Open":
      return openDraft(map, change)
    case "Close":
      return closeDraft(map, change)
    case "Rename":
    case "Recount":
    case "SetDuties":
      return alterDraft(map, change)
  }
}

/** The places of the map whose records the event would change, each once, in order of id. */
const touchedIds = (draft: Draft): ReadonlyArray<GridId> =>
  lookup.inOrder([...draft.moved, ...draft.closed, ...draft.altered].map(({ id }) => id))

const expectedOf = (map: TerritoryMap, draft: Draft): ReadonlyArray<Expected> => {
  const withContent = new Set(draft.reads.flatMap((read) => (read.withContent ? [read.id] : [])))
  return lookup.inOrder([...touchedIds(draft), ...draft.reads.map(({ id }) => id)]).map((id) => ({
    id,
    version: lookup.nodeOf(map, id).version,
    contentVersion: withContent.has(id) ? lookup.contentOf(map, id).version : anyContent
  }))
}

const timeProblems = (
  map: TerritoryMap,
  { atSec }: MapChange,
  { id, contentVersion }: Expected
): ReadonlyArray<MapProblem.MapProblem> => {
  const recordSec = lookup.nodeOf(map, id).changedSec
  const contentSec =
    contentVersion === anyContent ? recordSec : lookup.contentOf(map, id).changedSec
  const lastSec = Math.max(recordSec, contentSec)
  return atSec >= lastSec
    ? []
    : [
        MapProblem.make(
          "BeforeLastChange",
          id,
          Seconds.toIsoInstant(atSec),
          Seconds.toIsoInstant(lastSec)
        )
      ]
}

const staleProblems = (
  map: TerritoryMap,
  { id, version, contentVersion }: Expected
): ReadonlyArray<MapProblem.MapProblem> => {
  const now = lookup.find(map, id)?.version ?? 0
  if (now !== version) return [MapProblem.make("StalePlan", id, now, version)]
  const contentNow = lookup.contentOf(map, id).version
  return contentVersion === anyContent || contentNow === contentVersion
    ? []
    : [MapProblem.make("StalePlan", `${id}/members`, contentNow, contentVersion)]
}

const eventOf = (map: TerritoryMap, change: MapChange, draft: Draft): MapEvent => {
  const { opened, moved, closed, altered } = draft
  return {
    kind: "MapChanged",
    cause: change.kind,
    atSec: change.atSec,
    opened,
    moved,
    closed,
    altered,
    versions: lookup
      .inOrder([...touchedIds(draft), ...opened.map(({ id }) => id)])
      .map((id) => ({ id, version: (lookup.find(map, id)?.version ?? 0) + 1 }))
  }
}

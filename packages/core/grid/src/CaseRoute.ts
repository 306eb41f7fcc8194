/**
 * Where a reported case goes: by who owns the thing, or by where it is. Components (a lamp, a
 * manhole cover) go to their owner first and to the place if no owner is known; events (litter, noise) to
 * the place first and to a unit if there is no place. A property case goes to the firm that services
 * the residential area, or to the community where none does. Every answer tells why.
 */
import type { Id } from "@wangge/facts"
import type { Point } from "./Area.ts"
import type { Datum } from "./Datum.ts"
import * as GridLocator from "./GridLocator.ts"
import * as PropertyCover from "./PropertyCover.ts"
import { ownerBy, type RouteRules } from "./RouteRules.ts"
import type { Code, RouteStep } from "./RouteStep.ts"

/**
 * What a case is about: a component is a thing with an owner, an event something that happens.
 *
 * @source none: the division into components (部件) and events (事件) of digital city management
 * @category routing
 * @since 0.1.0
 */
export const objects = ["component", "event"] as const

/**
 * What routing needs to know of a case.
 *
 * `category` is the town's own name of it; `componentId` the number on the thing's plate,
 * `componentKind` what it is, `residentialAreaId` the area the reporter names: each the empty text
 * where not known.
 *
 * @category routing
 * @since 0.1.0
 */
export interface Request<D extends Datum = Datum> {
  readonly object: (typeof objects)[number]
  readonly category: string
  readonly componentId: string
  readonly componentKind: string
  readonly residentialAreaId: string
  readonly point: Point<D> | "none"
}

/**
 * The case goes to an owner: a unit of the owners' table, a property firm, or the community in an
 * area without one. `gridId` is the place, empty where it is not known.
 *
 * @category routing
 * @since 0.1.0
 */
export interface RoutedToOwner {
  readonly kind: "RoutedToOwner"
  readonly ownerKind: "unit" | "propertyFirm" | "community"
  readonly ownerId: string
  readonly gridId: Id.Id<"Grid"> | ""
  readonly trace: ReadonlyArray<RouteStep>
}

/**
 * The case goes to the grid it lies in; `communityId` is empty in a tree without communities.
 *
 * @category routing
 * @since 0.1.0
 */
export interface RoutedToPlace {
  readonly kind: "RoutedToPlace"
  readonly gridId: Id.Id<"Grid">
  readonly communityId: Id.Id<"Grid"> | ""
  readonly trace: ReadonlyArray<RouteStep>
}

/**
 * Why there may be no place for a case.
 *
 * @source none: our own names
 * @category routing
 * @since 0.1.0
 */
export const reasons = ["NoPoint", "InvalidPoint", "Outside", "InGap", "InOverlap"] as const

/**
 * No owner is known, and no place: a person decides. `candidateIds` are the grids that overlap.
 *
 * @category routing
 * @since 0.1.0
 */
export interface Unroutable {
  readonly kind: "Unroutable"
  readonly reason: (typeof reasons)[number]
  readonly candidateIds: ReadonlyArray<Id.Id<"Grid">>
  readonly trace: ReadonlyArray<RouteStep>
}

/**
 * Where a case goes.
 *
 * @category routing
 * @since 0.1.0
 */
export type Route = RoutedToOwner | RoutedToPlace | Unroutable

/**
 * Where a case goes, and why.
 *
 * 1. A property case (its category is in `property.categories`) goes to the firm that services the
 *    residential area, named or found by its place; where none does, to the community. Where the
 *    area is not known or not clear, the case goes on as any other.
 * 2. A component goes to its owner: of the registered component, else of its kind.
 * 3. Whatever is left goes to its place: the grid of its point, on a shared border by the locator's
 *    tie rule. Where grids overlap, the map is wrong: with `askPerson` there is no place, and the answer
 *    names the candidates.
 * 4. Without a place it goes to the unit of its category, else it is `Unroutable`.
 *
 * The trace tells the place first, then each answer on the way. Cost: one point in the locator, and
 * a few look-ups.
 *
 * ```ts
 * import { type Area, CaseRoute, GridLocator, GridTree, PropertyCover, RouteRules } from "@wangge/grid"
 *
 * const built = GridTree.spread({
 *   levels: [
 *     { id: "community", role: "community", name: { en: "Community", zh: "社区" }, count: 1 },
 *     { id: "grid", role: "grid", name: { en: "Grid", zh: "网格" }, count: 1 }
 *   ],
 *   households: 300
 * })
 * if (!built.ok) throw new Error("no tree")
 * const ring = [[120, 30], [121, 30], [120, 31], [120, 30]] as const
 * const areas: ReadonlyArray<Area.Area> = [{ gridId: built.tree.ids[1]!, polygons: [[ring]] }]
 * const made = GridLocator.make({ datum: "WGS-84", areas })
 * const cover = PropertyCover.make([])
 * if (!made.ok || !cover.ok) throw new Error("no map")
 * const compiled = RouteRules.compile({
 *   locator: made.locator,
 *   tree: built.tree,
 *   owners: [{ by: "componentKind", key: "manhole cover", ownerId: "water" }],
 *   property: { cover: cover.cover, categories: [] },
 *   onOverlap: "askPerson"
 * })
 * if (!compiled.ok) throw new Error("no rules")
 * const request: CaseRoute.Request<"WGS-84"> = {
 *   object: "component",
 *   category: "PublicFacilities",
 *   componentId: "",
 *   componentKind: "manhole cover",
 *   residentialAreaId: "",
 *   point: { datum: "WGS-84", longitude: 120.2, latitude: 30.2 }
 * }
 * const codesOf = (route: CaseRoute.Route) => [route.kind, ...route.trace.map(({ code }) => code)]
 * codesOf(CaseRoute.route(compiled.rules, request)) // => ["RoutedToOwner", "PlaceFound", "OwnerOfKind"]
 * codesOf(CaseRoute.route(compiled.rules, { ...request, object: "event" })) // => ["RoutedToPlace", "PlaceFound"]
 * ```
 *
 * @source none: "components by owner first, events by place first" (部件按权属优先, 事件按属地优先) is
 *   common practice of digital city management, of which no clause is cited; property cases are
 *   our reading of the reports' "three-no areas"
 * @category routing
 * @since 0.1.0
 */
export const route = <D extends Datum>(
  rules: RouteRules<D>,
  request: Request<NoInfer<D>>
): Route => {
  const place = placeOf(rules, request)
  const trace: Array<RouteStep> = [place.step]
  const note = (code: Code, detail: string): void => {
    trace.push({ code, detail })
  }
  const toOwner = (ownerKind: RoutedToOwner["ownerKind"], ownerId: string): Route => ({
    kind: "RoutedToOwner",
    ownerKind,
    ownerId,
    gridId: place.gridId,
    trace
  })
  const { categories } = rules.tables.property
  if (categories.includes(request.category)) {
    const owner = propertyOwner(rules, request, { gridId: place.gridId, note })
    if (owner !== undefined) return toOwner(owner.ownerKind, owner.ownerId)
  }
  if (request.object === "component") {
    const ownerId = componentOwner(rules, request, note)
    if (ownerId !== undefined) return toOwner("unit", ownerId)
  }
  if (place.isKnown) {
    const communityId = rules.communityOf.get(place.gridId) ?? ""
    return { kind: "RoutedToPlace", gridId: place.gridId, communityId, trace }
  }
  const unitId = ownerBy(rules, "category", request.category)
  note(unitId === undefined ? "CategoryUnowned" : "OwnerOfCategory", unitId ?? request.category)
  return unitId === undefined
    ? { kind: "Unroutable", reason: place.reason, candidateIds: place.candidateIds, trace }
    : toOwner("unit", unitId)
}

type Place =
  | { readonly isKnown: true; readonly gridId: Id.Id<"Grid">; readonly step: RouteStep }
  | {
      readonly isKnown: false
      readonly gridId: ""
      readonly reason: Unroutable["reason"]
      readonly candidateIds: ReadonlyArray<Id.Id<"Grid">>
      readonly step: RouteStep
    }

const placeOf = <D extends Datum>(rules: RouteRules<D>, { point }: Request<D>): Place => {
  const nowhere = (
    reason: Unroutable["reason"],
    detail: string,
    candidateIds: ReadonlyArray<Id.Id<"Grid">> = []
  ): Place => ({ isKnown: false, gridId: "", reason, candidateIds, step: { code: reason, detail } })
  if (point === "none") return nowhere("NoPoint", "")
  const location = GridLocator.locate<D>(rules.tables.locator, point)
  const shown = `${point.longitude},${point.latitude}`
  switch (location.kind) {
    case "Found": {
      const code = location.isOnBorder ? "PlaceOnBorder" : "PlaceFound"
      return { isKnown: true, gridId: location.gridId, step: { code, detail: location.gridId } }
    }
    case "InOverlap": {
      const ids = location.gridIds
      return rules.tables.onOverlap === "firstId"
        ? {
            isKnown: true,
            gridId: ids[0]!,
            step: { code: "PlaceOfOverlap", detail: ids.join(", ") }
          }
        : nowhere("InOverlap", ids.join(", "), ids)
    }
    default:
      return nowhere(location.kind, shown)
  }
}

type Note = (code: Code, detail: string) => void

const componentOwner = (
  rules: RouteRules,
  { componentId, componentKind }: Pick<Request, "componentId" | "componentKind">,
  note: Note
): string | undefined => {
  const registered = ownerBy(rules, "componentId", componentId)
  const ofKind = ownerBy(rules, "componentKind", componentKind)
  if (registered !== undefined) note("OwnerRegistered", registered)
  else if (ofKind !== undefined) note("OwnerOfKind", ofKind)
  else note("OwnerUnknown", [componentId, componentKind].filter((text) => text !== "").join(", "))
  return registered ?? ofKind
}

interface Asked {
  readonly gridId: Id.Id<"Grid"> | ""
  readonly note: Note
}

/** The owner of a property case, or undefined where the residential area does not tell it. */
const propertyOwner = (
  rules: RouteRules,
  { residentialAreaId }: Pick<Request, "residentialAreaId">,
  { gridId, note }: Asked
): Pick<RoutedToOwner, "ownerKind" | "ownerId"> | undefined => {
  const service =
    residentialAreaId === "" && gridId !== ""
      ? PropertyCover.serviceAt(rules.cover, gridId)
      : PropertyCover.serviceOf(rules.cover, residentialAreaId)
  if (service.kind === "Unknown") {
    note("PropertyUnknown", residentialAreaId || gridId)
    return undefined
  }
  const areaIds = service.areas.map(({ areaId }) => areaId).join(", ")
  if (service.kind === "Mixed") {
    note("PropertyMixed", areaIds)
    return undefined
  }
  if (service.kind === "Serviced") {
    note("PropertyFirm", service.firmId)
    return { ownerKind: "propertyFirm", ownerId: service.firmId }
  }
  const communityId = communityOf(rules, gridId, service.areas)
  note(communityId === "" ? "CommunityUnknown" : "NoPropertyService", communityId || areaIds)
  return communityId === "" ? undefined : { ownerKind: "community", ownerId: communityId }
}

/** The community of a place; without a place, the only one that the areas lie in. */
const communityOf = (
  rules: RouteRules,
  gridId: Id.Id<"Grid"> | "",
  areas: ReadonlyArray<PropertyCover.ResidentialArea>
): string => {
  if (gridId !== "") return rules.communityOf.get(gridId) ?? ""
  const ids = new Set(
    areas.flatMap(({ gridIds }) => gridIds).map((id) => rules.communityOf.get(id))
  )
  const [only] = ids
  return ids.size === 1 ? (only ?? "") : ""
}

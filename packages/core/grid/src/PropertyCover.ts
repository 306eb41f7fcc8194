/**
 * Which residential areas have a property firm, and which have none. In the latter ("three-no"
 * areas; the reports give the name, not what the three are) nobody is paid to mend the lamp in
 * the stairwell, so the community answers for it; `CaseRoute` asks here.
 */
import type { Id } from "@wangge/facts"
import * as RouteProblem from "./RouteProblem.ts"

/**
 * A residential area: `firmId` is the firm that services it, the empty text when none does;
 * `gridIds` are the places of the tree it is made of, such as its grid or its buildings.
 *
 * @category property service
 * @since 0.1.0
 */
export interface ResidentialArea {
  readonly areaId: string
  readonly firmId: string
  readonly gridIds: ReadonlyArray<Id.Id<"Grid">>
}

/**
 * All residential areas, by id and by place; `make` builds it.
 *
 * @category property service
 * @since 0.1.0
 */
export interface PropertyCover {
  readonly areas: ReadonlyArray<ResidentialArea>
  readonly areaOf: ReadonlyMap<string, ResidentialArea>
  readonly areasAt: ReadonlyMap<Id.Id<"Grid">, ReadonlyArray<ResidentialArea>>
}

/**
 * Who services a place: one firm; nobody; it depends on which of its residential areas is meant; or
 * no residential area is known there.
 *
 * @category property service
 * @since 0.1.0
 */
export type Service =
  | {
      readonly kind: "Serviced"
      readonly firmId: string
      readonly areas: ReadonlyArray<ResidentialArea>
    }
  | { readonly kind: "Unserviced"; readonly areas: ReadonlyArray<ResidentialArea> }
  | { readonly kind: "Mixed"; readonly areas: ReadonlyArray<ResidentialArea> }
  | { readonly kind: "Unknown" }

/**
 * A cover, or every reason why there is none.
 *
 * @category property service
 * @since 0.1.0
 */
export type Made =
  | { readonly ok: true; readonly cover: PropertyCover }
  | { readonly ok: false; readonly problems: ReadonlyArray<RouteProblem.RouteProblem> }

/**
 * A cover from its areas.
 *
 * Returns `EmptyId` for an area without an id, `DuplicateArea` for an id that stands twice.
 * A place may belong to several areas, and an area to no place. Cost: linear.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { PropertyCover } from "@wangge/grid"
 *
 * const grid = Id.make<"Grid">("grid-1")
 * const made = PropertyCover.make([{ areaId: "old-mill", firmId: "", gridIds: [grid] }])
 * made.ok && PropertyCover.serviceAt(made.cover, grid).kind // => "Unserviced"
 * ```
 *
 * @category property service
 * @since 0.1.0
 */
export const make = (areas: ReadonlyArray<ResidentialArea>): Made => {
  const problems: Array<RouteProblem.RouteProblem> = []
  const areaOf = new Map<string, ResidentialArea>()
  const areasAt = new Map<Id.Id<"Grid">, Array<ResidentialArea>>()
  areas.forEach((area, index) => {
    const path = `areas[${index}].areaId`
    if (area.areaId === "") problems.push(RouteProblem.make("EmptyId", path, '""', '"…"'))
    else if (areaOf.has(area.areaId)) {
      problems.push(RouteProblem.make("DuplicateArea", path, area.areaId, 1))
    } else areaOf.set(area.areaId, area)
    for (const gridId of new Set(area.gridIds)) {
      const there = areasAt.get(gridId)
      if (there === undefined) areasAt.set(gridId, [area])
      else there.push(area)
    }
  })
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, cover: { areas, areaOf, areasAt } }
}

/**
 * Who services a residential area; `Unknown` for an id that is not in the cover.
 *
 * @category property service
 * @since 0.1.0
 */
export const serviceOf = (cover: PropertyCover, areaId: string): Service => {
  const area = cover.areaOf.get(areaId)
  return serviceOfAll(area === undefined ? [] : [area])
}

/**
 * Who services a place of the tree, from the residential areas that name it.
 *
 * `Mixed` when these have different firms, or some have none: then the area must be named.
 *
 * @category property service
 * @since 0.1.0
 */
export const serviceAt = (cover: PropertyCover, gridId: Id.Id<"Grid">): Service =>
  serviceOfAll(cover.areasAt.get(gridId) ?? [])

/**
 * The residential areas without property service, in the order given.
 *
 * @category property service
 * @since 0.1.0
 */
export const unservicedOf = (cover: PropertyCover): ReadonlyArray<ResidentialArea> =>
  cover.areas.filter(({ firmId }) => firmId === "")

const serviceOfAll = (areas: ReadonlyArray<ResidentialArea>): Service => {
  const [first] = areas
  if (first === undefined) return { kind: "Unknown" }
  if (areas.some(({ firmId }) => firmId !== first.firmId)) return { kind: "Mixed", areas }
  return first.firmId === ""
    ? { kind: "Unserviced", areas }
    : { kind: "Serviced", firmId: first.firmId, areas }
}

/**
 * Says what is wrong with the areas of a map before points are looked up in it: bad rings, areas
 * that overlap, land that no area covers, areas that leave their parent. Whether edges cross or
 * touch is decided exactly; how much land an overlap or a gap has is summed over trapezoids, so
 * that an exact partition gives no problems and a bad one gives every place to mend.
 */
import type { Id } from "@wangge/facts"
import type { Area, AreaMap, Polygon, Position } from "./Area.ts"
import * as AreaProblem from "./AreaProblem.ts"
import type { Datum } from "./Datum.ts"
import { areaM2Of, type Cover, middleOf, sweep, type Trapezoid } from "./internal/coverSweep.ts"
import * as EdgeTable from "./internal/edgeTable.ts"
import * as GapFinder from "./internal/gapFinder.ts"
import { problemsOf, soundRingsOf } from "./internal/shapeCheck.ts"

/**
 * The land, in square metres, below which an overlap, a gap or an excess is not reported, unless
 * the caller says otherwise.
 *
 * Areas that share their corners exactly give 0. Where a corner of one lies in the middle of
 * another's edge, rounding of the numbers leaves some 1e-8 m²; coordinates written with five decimals
 * (1.1 m) leave up to 0.4 m² for every metre of that edge (Chicago's police beats have one such
 * place, of 0.9 m²): raise the tolerance for these.
 *
 * @source none: our choice, assumed; far above rounding, and less than anything stands on
 * @category checks
 * @since 0.1.0
 */
export const toleranceM2Default = 1

/**
 * What the areas are held against.
 *
 * - `outline`: the land that they should cover together, such as the city's. Without it, only land
 *   enclosed by areas on all sides is a gap;
 * - `parents`: the areas one level up and, by id, the parent of every area;
 * - `toleranceM2`: see {@link toleranceM2Default}; 0 reports everything, rounding included.
 *
 * @category checks
 * @since 0.1.0
 */
export interface Options<D extends Datum> {
  readonly outline?: ReadonlyArray<Polygon>
  readonly parents?: {
    readonly map: AreaMap<D>
    readonly parentIdOf: ReadonlyMap<Id.Id<"Grid">, Id.Id<"Grid">>
  }
  readonly toleranceM2?: number
}

/**
 * Every problem of a map; none for an exact partition of the outline whose areas lie in their
 * parents.
 *
 * One problem for each bad ring or pair of rings, each pair of overlapping areas, each connected
 * gap, each area outside the outline or its parent, and each parent that its children do not
 * cover. An unclosed or short ring is reported and then left out: without its outer ring all of a
 * polygon's land shows as a gap too. Shapes of parents and outline are taken as good: check them as a map.
 * Areas are measured on a sphere (within 0.9 %) with straight lines in degrees; the map must not
 * cross the 180th meridian. Throws a `RangeError` when the tolerance is negative or not a number.
 *
 * Cost: sorting, and for every distinct longitude of a corner the edges that pass there: half a
 * second for 275 areas of 72,000 corners, some ten seconds for 10,000 areas of 490,000.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { type Area, AreaCheck } from "@wangge/grid"
 *
 * const square = (id: string, west: number, east: number): Area.Area => ({
 *   gridId: Id.make(id),
 *   polygons: [[[[west, 0], [east, 0], [east, 0.001], [west, 0.001], [west, 0]]]]
 * })
 * const map = { datum: "WGS-84", areas: [square("a", 0, 0.002), square("b", 0.001, 0.003)] } as const
 * AreaCheck.check(map).map(({ code, subject, found }) => [code, subject, found]) // => [["AreasOverlap", "a, b", 12365]]
 * ```
 *
 * @category checks
 * @since 0.1.0
 */
export const check = <D extends Datum>(
  map: AreaMap<D>,
  options: Options<D> = {}
): ReadonlyArray<AreaProblem.AreaProblem> => {
  const { toleranceM2 = toleranceM2Default } = options
  if (!(toleranceM2 >= 0)) throw new RangeError(`a tolerance is >= 0; got ${toleranceM2}`)
  return [
    ...duplicateProblems(map.areas),
    ...map.areas.flatMap(problemsOf),
    ...parentProblems(map, options),
    ...landProblems(map, options, toleranceM2)
  ]
}

const duplicateProblems = (areas: ReadonlyArray<Area>): ReadonlyArray<AreaProblem.AreaProblem> => {
  const byId = new Map<Id.Id<"Grid">, Array<Area>>()
  for (const area of areas) {
    const same = byId.get(area.gridId)
    if (same === undefined) byId.set(area.gridId, [area])
    else same.push(area)
  }
  return Array.from(byId)
    .filter(([, same]) => same.length > 1)
    .map(([gridId, same]) =>
      AreaProblem.ofShape("DuplicateArea", gridId, {
        subject: gridId,
        found: same.length,
        expected: 1,
        at: placeIn(same[1]!)
      })
    )
}

const parentProblems = <D extends Datum>(
  { areas }: AreaMap<D>,
  { parents }: Options<D>
): ReadonlyArray<AreaProblem.AreaProblem> => {
  if (parents === undefined) return []
  const known = new Set(parents.map.areas.map(({ gridId }) => gridId))
  return areas.flatMap((area) => {
    const parentId = parents.parentIdOf.get(area.gridId)
    if (parentId !== undefined && known.has(parentId)) return []
    return [
      AreaProblem.ofShape("UnknownParent", area.gridId, {
        subject: area.gridId,
        found: parentId ?? "",
        expected: "1 ∈ parents",
        at: placeIn(area)
      })
    ]
  })
}

const placeIn = (area: Area): Position => area.polygons[0]?.[0]?.[0] ?? [0, 0]

/** The layers of the sweep. */
const areaLayer = 0
const parentLayer = 1
const outlineLayer = 2

const landProblems = <D extends Datum>(
  { areas }: AreaMap<D>,
  { outline, parents }: Options<D>,
  toleranceM2: number
): ReadonlyArray<AreaProblem.AreaProblem> => {
  const parentAreas = parents?.map.areas ?? []
  const parentIndexOf = new Map(parentAreas.map(({ gridId }, index) => [gridId, index]))
  const groups = [
    ...areas.map(({ polygons }) => ({ layer: areaLayer, polygons })),
    ...parentAreas.map(({ polygons }) => ({ layer: parentLayer, polygons })),
    { layer: outlineLayer, polygons: outline ?? [] }
  ]
  const parts = groups.flatMap(({ polygons }, group) =>
    polygons.map((polygon) => ({ polygon: soundRingsOf(polygon), group }))
  )
  const sums = makeSums({
    idOf: [...areas, ...parentAreas].map(({ gridId }) => gridId),
    parentOf: areas.map(({ gridId }) => {
      const parentId = parents?.parentIdOf.get(gridId)
      const index = parentId === undefined ? undefined : parentIndexOf.get(parentId)
      return index === undefined ? -1 : areas.length + index
    }),
    hasOutline: outline !== undefined
  })
  sweep(
    {
      edges: EdgeTable.of(parts.map(({ polygon }) => polygon)),
      groupOfPart: parts.map(({ group }) => group),
      layerOfGroup: groups.map(({ layer }) => layer),
      layerCount: 3
    },
    sums.add
  )
  return sums.problems(toleranceM2)
}

interface Land {
  readonly code: AreaProblem.Code
  readonly gridIds: ReadonlyArray<Id.Id<"Grid">>
  areaM2: number
  bestM2: number
  at: Position
}

interface SumsOptions {
  readonly idOf: ReadonlyArray<Id.Id<"Grid">>
  readonly parentOf: ReadonlyArray<number>
  readonly hasOutline: boolean
}

/** Sums the land of each problem over the trapezoids of a sweep. */
const makeSums = ({ idOf, parentOf, hasOutline }: SumsOptions) => {
  const lands = new Map<string, Land>()
  const gaps = GapFinder.make(!hasOutline)
  const note = (code: AreaProblem.Code, trapezoid: Trapezoid, groups: ReadonlyArray<number>) => {
    const sizeM2 = areaM2Of(trapezoid)
    const ordered = code === "OutsideParent" ? groups : groups.toSorted((a, b) => a - b)
    const key = `${code} ${ordered.join(" ")}`
    const land = lands.get(key)
    if (land === undefined) {
      const gridIds = ordered.map((group) => idOf[group]!)
      lands.set(key, { code, gridIds, areaM2: sizeM2, bestM2: sizeM2, at: middleOf(trapezoid) })
      return
    }
    land.areaM2 += sizeM2
    if (sizeM2 <= land.bestM2) return
    land.bestM2 = sizeM2
    land.at = middleOf(trapezoid)
  }
  const add = (trapezoid: Trapezoid, { open, depth }: Cover): void => {
    const areas = open[areaLayer]!
    const parents = open[parentLayer]!
    const isInOutline = open[outlineLayer]!.length > 0
    if (areas.length === 0 && (isInOutline || !hasOutline)) gaps.add(trapezoid)
    for (let one = 0; one < areas.length; one++) {
      const area = areas[one]!
      if (depth[area]! > 1) note("PartsOverlap", trapezoid, [area])
      if (hasOutline && !isInOutline) note("OutsideOutline", trapezoid, [area])
      const parent = parentOf[area]!
      if (parent >= 0 && depth[parent] === 0) note("OutsideParent", trapezoid, [area, parent])
      for (let other = one + 1; other < areas.length; other++) {
        note("AreasOverlap", trapezoid, [area, areas[other]!])
      }
    }
    for (const parent of parents) {
      if (!areas.some((area) => parentOf[area] === parent)) {
        note("ParentNotCovered", trapezoid, [parent])
      }
    }
  }
  const problems = (toleranceM2: number): ReadonlyArray<AreaProblem.AreaProblem> =>
    [
      ...Array.from(lands.values(), (land) => AreaProblem.ofLand(land.code, land.gridIds, land)),
      ...gaps.gaps().map((gap) => AreaProblem.ofLand("Gap", [], gap))
    ]
      .filter(({ areaM2 }) => areaM2 > toleranceM2)
      .sort((a, b) => AreaProblem.codes.indexOf(a.code) - AreaProblem.codes.indexOf(b.code))
  return { add, problems }
}

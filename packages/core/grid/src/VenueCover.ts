/**
 * Venue cover: which communities have a place for public service, by bands of size. Jiyang housed
 * 15 of 16 communities in bands of 5, 4, 4 and 2; the one without a venue shows as not covered.
 */
import { Id, type Label } from "@wangge/facts"
import * as Apportionment from "./Apportionment.ts"
import * as GridTree from "./GridTree.ts"
import { groupBy, nodesById, repeated, roleOf } from "./internal/grouping.ts"
import type { Role } from "./Level.ts"
import * as ResourceProblem from "./ResourceProblem.ts"

/**
 * A band of floor area: from `fromM2` up to but not including `untilM2`; `Infinity` for the last.
 *
 * @category bands
 * @since 0.1.0
 */
export interface SizeBand {
  readonly id: string
  readonly name: Label.Label
  readonly fromM2: number
  readonly untilM2: number
}

/**
 * The four bands of Jiyang's report. The report does not say where exactly 300, 500 and 1,000 m2
 * belong; here each band holds its lower border.
 *
 * @source Jiyang report: 300平方米以下, 300-500平方米, 500-1000平方米, 1000平方米以上
 * @category bands
 * @since 0.1.0
 */
export const jiyangBands: ReadonlyArray<SizeBand> = [
  { id: "under300", name: { en: "Under 300 m2", zh: "300平方米以下" }, fromM2: 0, untilM2: 300 },
  { id: "from300", name: { en: "300-500 m2", zh: "300-500平方米" }, fromM2: 300, untilM2: 500 },
  { id: "from500", name: { en: "500-1,000 m2", zh: "500-1000平方米" }, fromM2: 500, untilM2: 1000 },
  {
    id: "from1000",
    name: { en: "1,000 m2 and more", zh: "1000平方米以上" },
    fromM2: 1000,
    untilM2: Number.POSITIVE_INFINITY
  }
]

/**
 * The id of the band of a floor area, in m2; the empty text for an area in no band.
 *
 * ```ts
 * import { VenueCover } from "@wangge/grid"
 *
 * const bands = [299, 300, 1000].map((areaM2) => VenueCover.bandOf(VenueCover.jiyangBands, areaM2))
 * bands // => ["under300", "from300", "from1000"]
 * ```
 *
 * @category bands
 * @since 0.1.0
 */
export const bandOf = (bands: ReadonlyArray<SizeBand>, areaM2: number): string =>
  bands.find((band) => band.fromM2 <= areaM2 && areaM2 < band.untilM2)?.id ?? ""

/**
 * A venue at a node, with the band of its size.
 *
 * @category venues
 * @since 0.1.0
 */
export interface Venue {
  readonly id: Id.Id<"Venue">
  readonly gridId: Id.Id<"Grid">
  readonly bandId: string
}

/**
 * The venues of a town: the bands, the role of the level whose nodes each need one, the venues.
 *
 * @category venues
 * @since 0.1.0
 */
export interface VenueCover {
  readonly bands: ReadonlyArray<SizeBand>
  readonly role: Role
  readonly venues: ReadonlyArray<Venue>
}

/**
 * What is wrong with venues on a tree: `NoBands`, `EmptyBand`, `BandsNotAdjoining` (a gap or an
 * overlap between neighbouring bands), `DuplicateId` (of bands or venues), `NoTerritoryLevel`,
 * `UnknownNode`, `WrongLevel` and `UnknownBand`. A place without a venue is no problem: see
 * {@link rowsOf}.
 *
 * @category checks
 * @since 0.1.0
 */
export const check = (
  tree: GridTree.GridTree,
  cover: VenueCover
): ReadonlyArray<ResourceProblem.ResourceProblem> => {
  const nodes = nodesById(tree)
  const { bands, role, venues } = cover
  const levelProblems = noLevelProblems(tree, role)
  return [
    ...bandProblems(bands),
    ...repeated(venues.map((venue) => venue.id)).map(([id, times]) =>
      ResourceProblem.make("DuplicateId", id, times, 1)
    ),
    ...levelProblems,
    ...venues.flatMap((venue) => {
      const problems: Array<ResourceProblem.ResourceProblem> = []
      const node = nodes.get(venue.gridId)
      if (node === undefined) {
        problems.push(ResourceProblem.make("UnknownNode", venue.id, venue.gridId, "GridTree.ids"))
      } else if (levelProblems.length === 0 && roleOf(tree, node) !== role) {
        problems.push(ResourceProblem.make("WrongLevel", venue.id, roleOf(tree, node), role))
      }
      if (!bands.some((band) => band.id === venue.bandId)) {
        const known = bands.map((band) => band.id).join(", ")
        problems.push(ResourceProblem.make("UnknownBand", venue.id, venue.bandId, known))
      }
      return problems
    })
  ]
}

/**
 * One place and its venues: `covered` when it has any.
 *
 * @category venues
 * @since 0.1.0
 */
export type Row =
  | {
      readonly kind: "covered"
      readonly gridId: Id.Id<"Grid">
      readonly venues: ReadonlyArray<Venue>
    }
  | { readonly kind: "notCovered"; readonly gridId: Id.Id<"Grid"> }

/**
 * One row for every place of the level, in tree order, covered or not; empty for a level the tree
 * does not have.
 *
 * @category venues
 * @since 0.1.0
 */
export const rowsOf = (tree: GridTree.GridTree, cover: VenueCover): ReadonlyArray<Row> => {
  const byPlace = groupBy(cover.venues, (venue) => venue.gridId)
  return Array.from(GridTree.indicesOfRole(tree, cover.role), (node) => {
    const gridId = tree.ids[node]!
    const venues = byPlace.get(gridId)
    return venues === undefined
      ? { kind: "notCovered", gridId }
      : { kind: "covered", gridId, venues }
  })
}

/**
 * Places with and without a venue, and venues by band (one row per band, in order).
 *
 * @category venues
 * @since 0.1.0
 */
export interface Tally {
  readonly coveredCount: number
  readonly notCoveredCount: number
  readonly byBand: ReadonlyArray<{ readonly bandId: string; readonly count: number }>
}

/**
 * Counts places and venues. A place with two venues is one covered place and two venues.
 *
 * @category venues
 * @since 0.1.0
 */
export const tally = (tree: GridTree.GridTree, cover: VenueCover): Tally => {
  const rows = rowsOf(tree, cover)
  const coveredCount = rows.filter((row) => row.kind === "covered").length
  return {
    coveredCount,
    notCoveredCount: rows.length - coveredCount,
    byBand: cover.bands.map((band) => ({
      bandId: band.id,
      count: cover.venues.filter((venue) => venue.bandId === band.id).length
    }))
  }
}

/**
 * What {@link spread} needs: the bands, the published number of venues of each (one per band, in
 * order), and the role of the level they serve.
 *
 * @category venues
 * @since 0.1.0
 */
export interface SpreadOptions {
  readonly bands: ReadonlyArray<SizeBand>
  readonly counts: ReadonlyArray<number>
  readonly role: Role
}

/**
 * A cover, or every reason why there is none.
 *
 * @category venues
 * @since 0.1.0
 */
export type Spread =
  | { readonly ok: true; readonly cover: VenueCover }
  | { readonly ok: false; readonly problems: ReadonlyArray<ResourceProblem.ResourceProblem> }

/**
 * Venues from published counts by band, at most one a place; bands and empty places are spread in
 * order, since a report says how many communities are housed, not which.
 *
 * Venue ids count from 1. Returns `NoBands`, `EmptyBand`, `BandsNotAdjoining`, `DuplicateId`,
 * `NoTerritoryLevel`, `BadCount` (a count that is not whole, or not one per band) and
 * `TooManyVenues`.
 *
 * @source none: which places have a venue is assumed; the counts are the caller's
 * @category venues
 * @since 0.1.0
 */
export const spread = (tree: GridTree.GridTree, options: SpreadOptions): Spread => {
  const { bands, counts, role } = options
  const level = GridTree.levelIndexOfRole(tree, role)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const problems = [
    ...bandProblems(bands),
    ...noLevelProblems(tree, role),
    ...counts
      .filter((count) => !Number.isSafeInteger(count) || count < 0)
      .map((count) => ResourceProblem.make("BadCount", "counts", count, ">= 0"))
  ]
  if (counts.length !== bands.length) {
    problems.push(ResourceProblem.make("BadCount", "counts", counts.length, bands.length))
  }
  const placeCount = tree.levels[level]?.count ?? 0
  if (problems.length === 0 && total > placeCount) {
    problems.push(ResourceProblem.make("TooManyVenues", "counts", total, placeCount))
  }
  if (problems.length > 0) return { ok: false, problems }
  const { from } = GridTree.rangeOfLevel(tree, level)
  const bandIds = bands.flatMap((band, index) =>
    Array.from({ length: counts[index]! }, () => band.id)
  )
  const venues: Array<Venue> = []
  Apportionment.evenly(total, placeCount).forEach((isHoused, place) => {
    if (isHoused === 0) return
    const number = venues.length
    const id = Id.make<"Venue">(`venue-${number + 1}`)
    venues.push({ id, gridId: tree.ids[from + place]!, bandId: bandIds[number]! })
  })
  return { ok: true, cover: { bands, role, venues } }
}

const noLevelProblems = (
  tree: GridTree.GridTree,
  role: Role
): ReadonlyArray<ResourceProblem.ResourceProblem> => {
  const known = tree.levels.map((level) => level.role)
  return known.includes(role)
    ? []
    : [ResourceProblem.make("NoTerritoryLevel", "role", role, known.join(", "))]
}

const bandProblems = (
  bands: ReadonlyArray<SizeBand>
): ReadonlyArray<ResourceProblem.ResourceProblem> => {
  if (bands.length === 0) return [ResourceProblem.make("NoBands", "bands", 0, ">= 1")]
  return [
    ...repeated(bands.map((band) => band.id)).map(([id, times]) =>
      ResourceProblem.make("DuplicateId", `bands/${id}`, times, 1)
    ),
    ...bands.flatMap((band, index) => {
      const problems: Array<ResourceProblem.ResourceProblem> = []
      const subject = `bands/${band.id}`
      const before = bands[index - 1]
      if (!(band.fromM2 < band.untilM2)) {
        problems.push(ResourceProblem.make("EmptyBand", subject, band.untilM2, `> ${band.fromM2}`))
      }
      const start = before?.untilM2 ?? 0
      if (band.fromM2 !== start) {
        problems.push(ResourceProblem.make("BandsNotAdjoining", subject, band.fromM2, start))
      }
      return problems
    })
  ]
}

/**
 * The traffic equations of a network as rows of a linear program: who comes to each place (a class at
 * a station) is who goes there. What the state decides (the shortest queue, who gives up) is free.
 */
import type { FilledDeclaration, FilledStation } from "./networkFilled.ts"
import { classChances, ofClass } from "./networkFilled.ts"
import { type Endless, endlessRate } from "./networkRates.ts"
import { type Split, splitsOf, type Ways } from "./networkWays.ts"

/** Columns of a program with their weights. */
export type Terms = ReadonlyArray<readonly [column: number, weight: number]>

/** Columns so far, and rows of terms that sum to `right`. */
export interface FlowRows {
  readonly columnCount: number
  readonly rows: ReadonlyArray<{ readonly terms: Terms; readonly right: number }>
  /** For each place, what sums to the arrivals there. */
  readonly inflow: ReadonlyArray<Terms>
  /** For each place, what sums to those who go on elsewhere at the end of a shift. */
  readonly moved: ReadonlyArray<Terms>
  /** Whether the rows leave a choice. */
  readonly isFree: boolean
  /** Whether all choices are shortest queues. */
  readonly isOnlyShortest: boolean
}

/** How some of those at a place, or from a source, go on: all by these ways. */
interface Stream {
  /** The place, or -1 for a source. */
  readonly from: number
  readonly kind: "source" | "served" | "turned" | "moved"
  readonly splits: ReadonlyArray<Split & { readonly place: number }>
  /** For sources: arrivals per time, or at most so many. */
  readonly rate?: Endless
}

/**
 * The traffic equations: "offered" as though nobody were turned away, gave up or went on elsewhere,
 * and without populations; "all" with every way that somebody may take.
 */
export const flowRows = (
  network: FilledDeclaration,
  ways: Ways,
  scope: "offered" | "all"
): FlowRows => {
  const streams = [...sourceStreams(network, ways, scope), ...placeStreams(network, ways, scope)]
  const rows: Array<{ terms: Array<readonly [number, number]>; right: number }> = ways.places.map(
    () => ({ terms: [], right: 0 })
  )
  const inflow = ways.places.map((): Array<readonly [number, number]> => [])
  const moved = ways.places.map((): Array<readonly [number, number]> => [])
  let columnCount = streams.length
  let isFree = false
  let isOnlyShortest = true
  streams.forEach((stream, column) => {
    const { from, kind, rate, splits } = stream
    if (from >= 0) {
      inflow[from]!.push([column, 1])
      rows[from]!.terms.push([column, 1])
      if (kind === "moved") moved[from]!.push([column, 1])
    }
    if (kind === "turned" || kind === "moved") {
      isFree = true
      isOnlyShortest = false
    }
    if (rate !== undefined) {
      const slack: Terms = rate.isMost ? [[columnCount++, 1]] : []
      if (rate.isMost) {
        isFree = true
        isOnlyShortest = false
      }
      if (Number.isFinite(rate.rate))
        rows.push({ terms: [[column, 1], ...slack], right: rate.rate })
    }
    const parts: Array<readonly [number, number]> = [[column, -1]]
    for (const { place, share, station } of splits) {
      if (share === null) {
        const part = columnCount++
        parts.push([part, 1])
        if (place >= 0) rows[place]!.terms.push([part, -1])
        if (station === null) isOnlyShortest = false
      } else if (place >= 0) {
        rows[place]!.terms.push([column, -share])
      }
    }
    if (parts.length > 1) {
      isFree = true
      rows.push({ terms: parts, right: 0 })
    }
  })
  return { columnCount, rows, inflow, moved, isFree, isOnlyShortest }
}

const placed = (
  network: FilledDeclaration,
  ways: Ways,
  splits: ReadonlyArray<Split>,
  classId: string
): Stream["splits"] =>
  splits.map((split) => ({
    ...split,
    place:
      split.station === null
        ? -1
        : ways.indexOf(
            network.stations.findIndex(({ id }) => id === split.station),
            split.as ?? classId
          )
  }))

const sourceStreams = (
  network: FilledDeclaration,
  ways: Ways,
  scope: "offered" | "all"
): ReadonlyArray<Stream> =>
  network.sources.flatMap((source) => {
    const endless = endlessRate(source)
    if (endless === null || (endless.isMost && scope === "offered")) return []
    return classChances(source)
      .filter(([, chance]) => chance > 0)
      .map(([id, chance]) => ({
        from: -1,
        kind: "source",
        splits: placed(network, ways, splitsOf(source.to), id),
        rate: { rate: endless.rate * chance, isMost: endless.isMost }
      }))
  })

const placeStreams = (
  network: FilledDeclaration,
  ways: Ways,
  scope: "offered" | "all"
): ReadonlyArray<Stream> =>
  ways.places.flatMap(({ station: index, classId }, from) => {
    const station = network.stations[index]!
    const served: Stream = {
      from,
      kind: "served",
      splits: placed(network, ways, splitsOf(ofClass(station.to, classId) ?? "leave"), classId)
    }
    if (scope === "offered") return [served]
    const others = otherWays(network, station, classId).map(
      ([kind, splits]): Stream => ({
        from,
        kind,
        splits: placed(network, ways, splits, classId)
      })
    )
    return [served, ...others]
  })

const OUT: ReadonlyArray<Split> = [{ station: null, as: undefined, share: 1 }]

/** How customers go on from a place other than after their service. */
const otherWays = (
  network: FilledDeclaration,
  station: FilledStation,
  classId: string
): ReadonlyArray<readonly ["turned" | "moved", ReadonlyArray<Split>]> => {
  const patience = ofClass(station.patience, classId)
  const balking = ofClass(station.balking, classId)
  const { servers } = station
  const leaves = network.classes.some(({ deadline }) => deadline?.overdue.kind === "leave")
  const elsewhere =
    typeof servers === "object" &&
    servers.kind === "schedule" &&
    servers.period !== undefined &&
    servers.atEnd.kind === "elsewhere"
      ? servers.atEnd.station
      : undefined
  return [
    ...(patience === undefined ? [] : [["turned", splitsOf(patience.to ?? "leave")] as const]),
    ...(balking === undefined ? [] : [["turned", splitsOf(balking.to ?? "leave")] as const]),
    ...(leaves || station.room !== undefined ? [["turned", OUT] as const] : []),
    ...(elsewhere === undefined ? [] : [["moved", splitsOf(elsewhere)] as const])
  ]
}

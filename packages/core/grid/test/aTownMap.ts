/** Small maps for tests: an irregular town that is an exact partition, and shapes that are not. */
import { Id } from "@wangge/facts"
import type { Area } from "../src/index.ts"

/** A source of numbers from 0 to less than 1, the same for the same seed. */
export const seeded = (seed: number): (() => number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export interface TownOptions {
  readonly seed: number
  readonly columns: number
  readonly rows: number
  /** Positions on each side between its two corners. */
  readonly between: number
  /** The town's place and the size of a grid, in degrees. */
  readonly west?: number
  readonly south?: number
  readonly size?: number
  /** How far corners move and sides bend, as a share of a grid, up to 0.25; 0: straight sides. */
  readonly bend?: number
}

/** A town of irregular grids that share their borders position by position. */
export const aTown = (options: TownOptions): ReadonlyArray<Area.Area> => {
  const { seed, columns, rows, between, west = 120, south = 30, size = 0.01, bend = 0.25 } = options
  const random = seeded(seed)
  const corners = Array.from({ length: rows + 1 }, (_, row) =>
    Array.from(
      { length: columns + 1 },
      (_, column): Area.Position => [
        west + (column + (random() - 0.5) * bend) * size,
        south + (row + (random() - 0.5) * bend) * size
      ]
    )
  )
  const side = (from: Area.Position, to: Area.Position): ReadonlyArray<Area.Position> => {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
    const inner = Array.from({ length: between }, (_, at): Area.Position => {
      const along = (at + 1) / (between + 1)
      const across = (random() - 0.5) * 2 * bend * Math.min(along, 1 - along)
      return [from[0] + dx * along - dy * across, from[1] + dy * along + dx * across]
    })
    return [from, ...inner, to]
  }
  const flat = corners.map((line) => line.slice(1).map((to, at) => side(line[at]!, to)))
  const upright = corners
    .slice(1)
    .map((line, row) => line.map((to, column) => side(corners[row]![column]!, to)))
  return corners.slice(1).flatMap((_, row) =>
    corners[0]!.slice(1).map(
      (__, column): Area.Area => ({
        gridId: Id.make(`g-${row * columns + column}`),
        polygons: [
          [
            [
              ...flat[row]![column]!.slice(0, -1),
              ...upright[row]![column + 1]!.slice(0, -1),
              ...[...flat[row + 1]![column]!].reverse().slice(0, -1),
              ...[...upright[row]![column]!].reverse()
            ]
          ]
        ]
      })
    )
  )
}

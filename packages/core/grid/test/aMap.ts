/**
 * Small makers of areas for the tests of this package, and the real maps where they are present.
 */
import { existsSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { Id } from "@wangge/facts"
import * as fc from "fast-check"
import { type Area, GeoJson } from "../src/index.ts"

export type Ring = ReadonlyArray<readonly [number, number]>

/** A rectangle, counter-clockwise from its south-western corner. */
export const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south]
]

export const anArea = (id: string, ...polygons: ReadonlyArray<ReadonlyArray<Ring>>): Area.Area => ({
  gridId: Id.make(id),
  polygons
})

export const aMap = (...areas: ReadonlyArray<Area.Area>): Area.AreaMap<"WGS-84"> => ({
  datum: "WGS-84",
  areas
})

/** Columns and rows of quadrilaterals whose corners are shaken, but shared: an exact partition. */
export interface Lattice {
  readonly columns: number
  readonly rows: number
  readonly shakes: ReadonlyArray<readonly [number, number]>
}

/** Shakes of at most a third of a step keep every quadrilateral simple. */
const shake = fc.integer({ min: -33, max: 33 }).map((hundredths) => hundredths / 100)

export const lattices: fc.Arbitrary<Lattice> = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([columns, rows]) =>
    fc
      .array(fc.tuple(shake, shake), {
        minLength: (columns + 1) * (rows + 1),
        maxLength: (columns + 1) * (rows + 1)
      })
      .map((shakes) => ({ columns, rows, shakes }))
  )

/** The step of a lattice in degrees: some 500 m. */
export const step = 0.005

const cornerOf = ({ columns, shakes }: Lattice, column: number, row: number) => {
  const [shakeX, shakeY] = shakes[row * (columns + 1) + column]!
  return [120 + (column + shakeX) * step, 30 + (row + shakeY) * step] as const
}

export const latticeMap = (lattice: Lattice): Area.AreaMap<"WGS-84"> => {
  const areas: Array<Area.Area> = []
  for (let row = 0; row < lattice.rows; row++) {
    for (let column = 0; column < lattice.columns; column++) {
      const corners = [
        cornerOf(lattice, column, row),
        cornerOf(lattice, column + 1, row),
        cornerOf(lattice, column + 1, row + 1),
        cornerOf(lattice, column, row + 1)
      ]
      areas.push(anArea(`${column}-${row}`, [[...corners, corners[0]!]]))
    }
  }
  return aMap(...areas)
}

/** The ring around a whole lattice. */
export const outlineOf = (lattice: Lattice): Ring => {
  const { columns, rows } = lattice
  const ring: Array<readonly [number, number]> = []
  for (let at = 0; at < columns; at++) ring.push(cornerOf(lattice, at, 0))
  for (let at = 0; at < rows; at++) ring.push(cornerOf(lattice, columns, at))
  for (let at = columns; at > 0; at--) ring.push(cornerOf(lattice, at, rows))
  for (let at = rows; at > 0; at--) ring.push(cornerOf(lattice, 0, at))
  return [...ring, ring[0]!]
}

/** Square metres of a box on the sphere, by its closed form. */
export const boxM2 = ([west, south, east, north]: readonly [number, number, number, number]) => {
  const radians = Math.PI / 180
  const radiusM = 6_371_008.7714
  return (
    radiusM *
    radiusM *
    (east - west) *
    radians *
    (Math.sin(north * radians) - Math.sin(south * radians))
  )
}

const dataFolder = resolve(import.meta.dirname, "../../../../../shared/data")

/** Whether a real map is there; the tests of it are skipped where it is not. */
export const hasMap = (name: string): boolean => existsSync(resolve(dataFolder, name))

/** The parsed JSON of a real map. */
export const realJson = (name: string): unknown =>
  JSON.parse(readFileSync(resolve(dataFolder, name), "utf8"))

/** A real map, whose ids stand under `code`. */
export const realMap = (name: string): GeoJson.PlaceFile<"WGS-84"> => {
  const result = GeoJson.read(realJson(name), { datum: "WGS-84", properties: { id: "code" } })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.file
}

/**
 * A generated town for the bench of `GridLocator`: as many irregular grids as wanted, an exact
 * partition, since every position on a border is one function of its place on a fine lattice.
 */
import { Id } from "@wangge/facts"
import type { Area } from "@wangge/grid"

/** Numbers from 0 to less than 1, the same for the same seed. */
export const generator = (seed: number): (() => number) => {
  let count = 0
  return () => hash(seed, count++)
}

/** A number from 0 to less than 1 for two whole numbers (the finalizer of MurmurHash3). */
const hash = (one: number, other: number): number => {
  let bits = Math.imul(one, 0x9e3779b1) ^ Math.imul(other + 1, 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32
}

/** `side` times `side` grids of half a kilometre, with `between` positions on each of their sides. */
export const townAreas = (side: number, between: number): ReadonlyArray<Area.Area> => {
  const pieces = between + 1
  const step = 0.005 / pieces
  const bend = 0.7
  const at = (x: number, y: number): Area.Position => [
    120 + (x + (hash(x, 2 * y) - 0.5) * bend) * step,
    30 + (y + (hash(x, 2 * y + 1) - 0.5) * bend) * step
  ]
  const along = Array.from({ length: pieces }, (_, piece) => piece)
  return Array.from({ length: side * side }, (_, grid): Area.Area => {
    const west = (grid % side) * pieces
    const south = Math.floor(grid / side) * pieces
    const ring = [
      ...along.map((piece) => at(west + piece, south)),
      ...along.map((piece) => at(west + pieces, south + piece)),
      ...along.map((piece) => at(west + pieces - piece, south + pieces)),
      ...along.map((piece) => at(west, south + pieces - piece)),
      at(west, south)
    ]
    return { gridId: Id.make(`grid-${grid}`), polygons: [[ring]] }
  })
}

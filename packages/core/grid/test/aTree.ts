/**
 * Small makers for the tests of this package.
 */
import * as fc from "fast-check"
import { GridTree, type Level } from "../src/index.ts"

export const townLevels = (counts: ReadonlyArray<number>): ReadonlyArray<Level.Level> =>
  counts.map((count, index) => {
    const role = (["county", "subdistrict", "community", "grid", "building", "unit"] as const)[
      index
    ]!
    return { id: role, role, name: { en: role, zh: role }, count }
  })

export const aTree = (
  counts: ReadonlyArray<number> = [1, 3, 10, 69],
  households = 33_936
): GridTree.GridTree => {
  const built = GridTree.spread({ rootId: "town", levels: townLevels(counts), households })
  if (!built.ok) throw new Error(JSON.stringify(built.problems))
  return built.tree
}

/** Counts that never shrink from level to level, and households. */
export const treePlans = fc
  .tuple(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 5 }), fc.nat({ max: 100_000 }))
  .map(([steps, households]) => {
    const counts = [1]
    for (const step of steps) counts.push(counts.at(-1)! + step)
    return { counts, households }
  })

import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as persistentMap from "../src/internal/persistentMap.ts"

const keys = fc.string({ maxLength: 3 })

const entriesOf = (map: persistentMap.PersistentMap<number>, known: ReadonlyArray<string>) =>
  known.map((key) => persistentMap.get(map, key))

const valuesOf = (map: persistentMap.PersistentMap<number>): ReadonlyArray<number> => {
  const values: Array<number> = []
  persistentMap.forEach(map, (value) => {
    values.push(value)
  })
  return values.sort((one, other) => one - other)
}

describe("a persistent map", () => {
  it("answers as a plain Map does, and old maps stay as they were", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.integer())), fc.array(keys), (puts, others) => {
        const plain = new Map<string, number>()
        let map: persistentMap.PersistentMap<number> = persistentMap.empty
        for (const [key, value] of puts) {
          const before = map
          const was = plain.get(key)
          map = persistentMap.set(map, key, value)
          plain.set(key, value)
          expect(persistentMap.get(before, key)).toBe(was)
        }
        const known = [...plain.keys(), ...others]
        expect(entriesOf(map, known)).toEqual(known.map((key) => plain.get(key)))
        expect(valuesOf(map)).toEqual([...plain.values()].sort((one, other) => one - other))
      }),
      { numRuns: 200 }
    )
  })

  it("has one shape for equal contents, put in any order or all at once", () => {
    fc.assert(
      fc.property(fc.uniqueArray(keys), (list) => {
        const entries = list.map((key, value) => ({ key, value }))
        const put = (from: ReadonlyArray<persistentMap.Entry<number>>) =>
          from.reduce<persistentMap.PersistentMap<number>>(
            (map, { key, value }) => persistentMap.set(map, key, value),
            persistentMap.empty
          )
        expect(put(entries)).toEqual(put(entries.slice().reverse()))
        expect(persistentMap.from(entries)).toEqual(put(entries))
      })
    )
  })

  it("keeps the later of two entries with one key", () => {
    const map = persistentMap.from([
      { key: "a", value: 1 },
      { key: "a", value: 2 }
    ])
    expect(persistentMap.get(map, "a")).toBe(2)
    expect(valuesOf(map)).toEqual([2])
  })

  it("keeps apart keys whose hashes are equal", () => {
    const clash = clashingKeys()
    const map = clash.reduce<persistentMap.PersistentMap<number>>(
      (at, key, value) => persistentMap.set(at, key, value),
      persistentMap.empty
    )
    expect(entriesOf(map, clash)).toEqual([0, 1])
    expect(persistentMap.from(clash.map((key, value) => ({ key, value })))).toEqual(map)
  })
})

/** Two keys of one 32-bit hash: among 300,000 keys some are certain enough to be found. */
const clashingKeys = (): ReadonlyArray<string> => {
  const seen = new Map<number, string>()
  for (let number = 0; number < 300_000; number++) {
    const key = `k${number}`
    const { hash } = leafOf(persistentMap.set(persistentMap.empty, key, 0))
    const other = seen.get(hash)
    if (other !== undefined) return [other, key]
    seen.set(hash, key)
  }
  throw new Error("no clash")
}

const leafOf = (map: persistentMap.PersistentMap<number>) => {
  const child = map.kind === "branch" ? map.children[0] : map
  if (child?.kind !== "leaf") throw new Error("no leaf")
  return child
}

import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { AuditProof, AuditTree, Digest } from "../src/index.ts"
import { nodeSha256, sha256 } from "./sha256.ts"

const bytesOf = (hex: string): Uint8Array => {
  const bytes = Digest.parseHex(hex)
  if (bytes === undefined) throw new RangeError(hex)
  return bytes
}

const leavesOf = (entries: ReadonlyArray<Uint8Array>): ReadonlyArray<Uint8Array> =>
  entries.map((entry) => AuditTree.leaf(sha256, entry))

const rootOf = (entries: ReadonlyArray<Uint8Array>): string => {
  const tree = AuditTree.empty()
  for (const leaf of leavesOf(entries)) AuditTree.append(sha256, tree, leaf)
  return Digest.toHex(AuditTree.root(sha256, tree))
}

/** The definition of RFC 9162, section 2.1.1, as it stands there. */
const slowRoot = (entries: ReadonlyArray<Uint8Array>): Uint8Array => {
  const [first] = entries
  if (first === undefined) return sha256(new Uint8Array(0))
  if (entries.length === 1) return AuditTree.leaf(sha256, first)
  let split = 1
  while (split * 2 < entries.length) split *= 2
  return AuditTree.branch(sha256, slowRoot(entries.slice(0, split)), slowRoot(entries.slice(split)))
}

const someEntries = fc.array(fc.uint8Array({ maxLength: 70 }), { maxLength: 40 })

describe("AuditTree", () => {
  const inputs = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f"
  ].map(bytesOf)
  // The reference roots of Certificate Transparency (its tests of the first eight trees).
  test.each([
    [0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    [1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"],
    [2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    [3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"],
    [4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"],
    [5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"],
    [6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"],
    [7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"],
    [8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"]
  ])("the tree of %i entries has the root that others compute", (count, root) => {
    expect(rootOf(inputs.slice(0, count))).toBe(root)
  })

  test("a tree that grew has the root of the definition", () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        expect(rootOf(entries)).toBe(Digest.toHex(slowRoot(entries)))
      })
    )
  })

  test("both libraries hash alike", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(Digest.toHex(sha256(bytes))).toBe(Digest.toHex(nodeSha256(bytes)))
      })
    )
  })
})

describe("AuditProof", () => {
  test("every entry has a proof that leads to the root", () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        const root = rootOf(entries)
        const leaves = leavesOf(entries)
        for (const [index, entry] of entries.entries()) {
          const proof = AuditProof.make(sha256, leaves, index)
          expect(AuditProof.holds(sha256, { proof, root, entry })).toBe(true)
          expect(proof.path.length).toBeLessThanOrEqual(6)
        }
      })
    )
  })

  test("no proof holds for another entry, place, count, path or root", () => {
    const distinct = fc.uniqueArray(fc.uint8Array({ minLength: 1, maxLength: 9 }), {
      minLength: 2,
      maxLength: 20,
      comparator: Digest.areEqual
    })
    fc.assert(
      fc.property(distinct, fc.nat(), fc.nat(), (entries, pick, other) => {
        const index = pick % entries.length
        const proof = AuditProof.make(sha256, leavesOf(entries), index)
        const root = rootOf(entries)
        const entry = entries[index] ?? new Uint8Array(0)
        const holds = (changed: Partial<Parameters<typeof AuditProof.holds>[1]>) =>
          AuditProof.holds(sha256, { proof, root, entry, ...changed })
        const elsewhere = (index + 1 + (other % (entries.length - 1))) % entries.length
        const wrongEntry = entries[elsewhere] ?? new Uint8Array(0)
        expect(holds({ entry: wrongEntry })).toBe(false)
        expect(holds({ proof: { ...proof, index: elsewhere } })).toBe(false)
        expect(holds({ proof: { ...proof, path: proof.path.slice(1) } })).toBe(false)
        expect(holds({ proof: { ...proof, path: [...proof.path, root] } })).toBe(false)
        expect(holds({ root: Digest.toHex(sha256(bytesOf(root))) })).toBe(false)
      })
    )
  })

  test.each([
    { index: -1, count: 2, path: [] },
    { index: 2, count: 2, path: [] },
    { index: 0.5, count: 2, path: [] },
    { index: 0, count: Number.NaN, path: [] },
    { index: 0, count: 2, path: ["00"] },
    { index: 0, count: 2, path: ["no hexadecimal text"] }
  ])("a proof of nonsense leads nowhere: %j", (proof) => {
    expect(AuditProof.rootOf(sha256, proof, new Uint8Array(1))).toBeUndefined()
  })

  test("an entry that is not there has no proof", () => {
    for (const index of [-1, 1, 0.5, Number.NaN]) {
      expect(() => AuditProof.make(sha256, [new Uint8Array(32)], index)).toThrow(RangeError)
    }
    expect(() => AuditProof.make(sha256, [], 0)).toThrow(RangeError)
  })
})

describe("Digest", () => {
  test("hexadecimal text is read as it was written, in small and capital letters", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = Digest.toHex(bytes)
        expect(Digest.parseHex(text)).toEqual(bytes)
        expect(Digest.parseHex(text.toUpperCase())).toEqual(bytes)
      })
    )
  })

  test.each(["0", "0g", "0x00", " 00", "00\n"])("%j is no hexadecimal text", (text) => {
    expect(Digest.parseHex(text)).toBeUndefined()
  })
})

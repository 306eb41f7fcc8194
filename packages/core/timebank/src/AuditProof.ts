/**
 * The proof that one entry is in a published journal: a member keeps his entry and a few digests, and
 * checks with them that his credit is in the root that everybody was shown, without seeing an
 * entry of anybody else. The digests beside the way give nothing away about their entries as
 * long as command ids are not guessable.
 */
import * as AuditTree from "./AuditTree.ts"
import * as Digest from "./Digest.ts"

/**
 * A proof: the place of the entry (from zero), how many entries the journal had, and the digests
 * beside the way from the entry up to the root, as hexadecimal text. Plain data, fit for JSON.
 *
 * @category audit proofs
 * @since 0.1.0
 */
export interface AuditProof {
  readonly index: number
  readonly count: number
  readonly path: ReadonlyArray<string>
}

interface Subtree {
  readonly size: number
  readonly digest: Uint8Array
  readonly holdsEntry: boolean
}

/**
 * The proof for the entry at `index`, in one pass over the digests of all entries
 * ({@link AuditTree.leaf}).
 *
 * Throws a `RangeError` where there is no such entry. Cost: one hash per entry; memory grows with
 * the levels of the tree, not with the entries.
 *
 * ```ts
 * import { createHash } from "node:crypto"
 * import { AuditProof, AuditTree, Digest } from "@wangge/timebank"
 *
 * const sha256: Digest.Hash = (bytes) => createHash("sha256").update(bytes).digest()
 * const entries = ["a", "b", "c"].map((text) => new TextEncoder().encode(text))
 * const leaves = entries.map((entry) => AuditTree.leaf(sha256, entry))
 * const tree = AuditTree.empty()
 * for (const leaf of leaves) AuditTree.append(sha256, tree, leaf)
 * const root = Digest.toHex(AuditTree.root(sha256, tree))
 *
 * const proof = AuditProof.make(sha256, leaves, 2)
 * proof.path.length // => 1
 * AuditProof.holds(sha256, { proof, root, entry: entries[2]! }) // => true
 * AuditProof.holds(sha256, { proof, root, entry: entries[1]! }) // => false
 * ```
 *
 * @source RFC 9162 (2021), section 2.1.3.1: the path for a leaf
 * @category audit proofs
 * @since 0.1.0
 */
export const make = (
  hash: Digest.Hash,
  leaves: Iterable<Uint8Array>,
  index: number
): AuditProof => {
  const stack: Array<Subtree> = []
  const path: Array<string> = []
  let count = 0
  for (const digest of leaves) {
    let grown: Subtree = { size: 1, digest, holdsEntry: count === index }
    for (let left = stack.at(-1); left?.size === grown.size; left = stack.at(-1)) {
      stack.pop()
      grown = joined(hash, left, grown, path)
    }
    stack.push(grown)
    count += 1
  }
  if (!(Number.isInteger(index) && index >= 0 && index < count)) {
    throw new RangeError(`There is no entry ${index} among ${count}`)
  }
  stack.reduceRight((right, left) => joined(hash, left, right, path))
  return { index, count, path }
}

const joined = (hash: Digest.Hash, left: Subtree, right: Subtree, path: Array<string>): Subtree => {
  if (left.holdsEntry) path.push(Digest.toHex(right.digest))
  if (right.holdsEntry) path.push(Digest.toHex(left.digest))
  return {
    size: left.size + right.size,
    digest: AuditTree.branch(hash, left.digest, right.digest),
    holdsEntry: left.holdsEntry || right.holdsEntry
  }
}

/**
 * The root that a proof leads to from an entry's bytes; undefined for a proof that fits no tree
 * (too long, too short, not of digests).
 *
 * @source RFC 9162 (2021), section 2.1.3.2: verifying an inclusion proof
 * @category audit proofs
 * @since 0.1.0
 */
export const rootOf = (
  hash: Digest.Hash,
  proof: AuditProof,
  entry: Uint8Array
): Uint8Array | undefined => {
  const isPlace = Number.isSafeInteger(proof.index) && Number.isSafeInteger(proof.count)
  if (!isPlace || proof.index < 0 || proof.index >= proof.count) return undefined
  let place = proof.index
  let last = proof.count - 1
  let digest = AuditTree.leaf(hash, entry)
  for (const text of proof.path) {
    const beside = Digest.parseHex(text)
    if (beside?.length !== Digest.byteCount || last === 0) return undefined
    if (place % 2 === 1 || place === last) {
      digest = AuditTree.branch(hash, beside, digest)
      while (place % 2 === 0 && place !== 0) {
        place = half(place)
        last = half(last)
      }
    } else {
      digest = AuditTree.branch(hash, digest, beside)
    }
    place = half(place)
    last = half(last)
  }
  return last === 0 ? digest : undefined
}

const half = (value: number): number => Math.floor(value / 2)

/**
 * Whether a proof leads from an entry to a published root (hexadecimal text). Cost: one hash per
 * level.
 *
 * @category audit proofs
 * @since 0.1.0
 */
export const holds = (
  hash: Digest.Hash,
  claim: { readonly proof: AuditProof; readonly root: string; readonly entry: Uint8Array }
): boolean => {
  const root = rootOf(hash, claim.proof, claim.entry)
  return root !== undefined && Digest.toHex(root) === claim.root.toLowerCase()
}

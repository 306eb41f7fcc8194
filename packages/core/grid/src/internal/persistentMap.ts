/**
 * A map from texts to values that is changed by making a new one which shares all but a few small
 * arrays with the old one: a trie over the bits of a hash, 32 ways a step. Old maps stay valid.
 * Keys are never taken out, so equal contents have equal shapes in whatever order they came.
 */

/** One key with its value. */
export interface Entry<Value> {
  readonly key: string
  readonly value: Value
}

/** Keys of one hash, nearly always a single one, in order of the keys. */
interface Leaf<Value> {
  readonly kind: "leaf"
  readonly hash: number
  readonly entries: ReadonlyArray<Entry<Value>>
}

/** One child for each set bit of `bitmap`, from the lowest bit up. */
interface Branch<Value> {
  readonly kind: "branch"
  readonly bitmap: number
  readonly children: ReadonlyArray<PersistentMap<Value>>
}

/** A map; `empty` or what `from` and `set` return. */
export type PersistentMap<Value> = Leaf<Value> | Branch<Value>

/** The map without keys. */
export const empty: PersistentMap<never> = { kind: "branch", bitmap: 0, children: [] }

/** The value of a key, if it has one. Cost: about one step for every factor 32 of keys. */
export const get = <Value>(map: PersistentMap<Value>, key: string): Value | undefined => {
  const hash = hashOf(key)
  let at = map
  for (let shift = 0; at.kind === "branch"; shift += bitsPerStep) {
    const bit = bitOf(hash, shift)
    const child = (at.bitmap & bit) === 0 ? undefined : at.children[indexOf(at.bitmap, bit)]
    if (child === undefined) return undefined
    at = child
  }
  return at.hash === hash ? at.entries.find((entry) => entry.key === key)?.value : undefined
}

/** A map in which a key has a value, whether or not it had one before. */
export const set = <Value>(
  map: PersistentMap<Value>,
  key: string,
  value: Value
): PersistentMap<Value> => put(map, { hash: hashOf(key), entry: { key, value }, shift: 0 })

/** A map of some entries; of two with one key the later one counts. Cost: linear. */
export const from = <Value>(entries: Iterable<Entry<Value>>): PersistentMap<Value> => {
  const leaves = new Map<number, Leaf<Value>>()
  for (const entry of entries) {
    const hash = hashOf(entry.key)
    const leaf = leaves.get(hash)
    leaves.set(
      hash,
      leaf === undefined ? { kind: "leaf", hash, entries: [entry] } : withEntry(leaf, entry)
    )
  }
  return branchOf(Array.from(leaves.values()), 0)
}

/** Calls `visit` for every value, in no order that means anything. */
export const forEach = <Value>(map: PersistentMap<Value>, visit: (value: Value) => void): void => {
  if (map.kind === "branch") for (const child of map.children) forEach(child, visit)
  else for (const entry of map.entries) visit(entry.value)
}

const bitsPerStep = 5

/** FNV-1a over UTF-16 units, mixed so that all bits depend on all units. */
const hashOf = (key: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index++) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

const stepOf = (hash: number, shift: number): number => (hash >>> shift) & 31

const bitOf = (hash: number, shift: number): number => 1 << stepOf(hash, shift)

/** How many bits below `bit` are set: the place of its child. */
const indexOf = (bitmap: number, bit: number): number => {
  let bits = bitmap & (bit - 1)
  bits -= (bits >>> 1) & 0x55555555
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** What is put in, and how many bits of the hash the steps so far have used. */
interface Put<Value> {
  readonly hash: number
  readonly entry: Entry<Value>
  readonly shift: number
}

const put = <Value>(map: PersistentMap<Value>, what: Put<Value>): PersistentMap<Value> => {
  const { hash, entry, shift } = what
  if (map.kind === "leaf") {
    return map.hash === hash
      ? withEntry(map, entry)
      : branchOf([map, { kind: "leaf", hash, entries: [entry] }], shift)
  }
  const bit = bitOf(hash, shift)
  const index = indexOf(map.bitmap, bit)
  const child = (map.bitmap & bit) === 0 ? undefined : map.children[index]
  const children = map.children.slice()
  if (child === undefined) children.splice(index, 0, { kind: "leaf", hash, entries: [entry] })
  else children[index] = put(child, { hash, entry, shift: shift + bitsPerStep })
  return { kind: "branch", bitmap: map.bitmap | bit, children }
}

const withEntry = <Value>(leaf: Leaf<Value>, entry: Entry<Value>): Leaf<Value> => ({
  kind: "leaf",
  hash: leaf.hash,
  entries: leaf.entries
    .filter((other) => other.key !== entry.key)
    .concat(entry)
    .sort((one, other) => (one.key < other.key ? -1 : 1))
})

/** A branch over leaves of different hashes that agree in the bits before `shift`. */
const branchOf = <Value>(leaves: ReadonlyArray<Leaf<Value>>, shift: number): Branch<Value> => {
  const groups = new Array<Array<Leaf<Value>> | undefined>(32)
  let bitmap = 0
  for (const leaf of leaves) {
    const step = stepOf(leaf.hash, shift)
    const group = groups[step]
    if (group === undefined) groups[step] = [leaf]
    else group.push(leaf)
    bitmap |= 1 << step
  }
  const children: Array<PersistentMap<Value>> = []
  for (const group of groups) {
    if (group === undefined) continue
    children.push(group.length === 1 ? group[0]! : branchOf(group, shift + bitsPerStep))
  }
  return { kind: "branch", bitmap, children }
}

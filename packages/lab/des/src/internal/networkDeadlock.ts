/**
 * Deadlock among blocked customers. A customer who has finished waits for a place elsewhere and
 * holds its own place meanwhile; when no place of a set of stations can ever become free, because
 * all that could leave wait for places of the same set, the network stands still there.
 */

/** Who is blocked, in order of blocking, and what else can move; stations by index. */
export interface BlockedGraph {
  readonly stationCount: number
  /** One entry per blocked customer: where it is, and where it wants to go. */
  readonly blockedFrom: ArrayLike<number>
  readonly blockedTo: ArrayLike<number>
  /**
   * Whether a station is full and can free no place but by one of its blocked customers. Only asked
   * of stations that hold some.
   */
  readonly isStuck: (station: number) => boolean
}

/**
 * The ring of stations in a deadlock, each with a customer blocked towards the next, or null.
 *
 * Stations that may be freed after all, because one of their blocked customers waits for a station
 * that may be freed, are taken away until none is left to take: what remains is in deadlock. From
 * its lowest station the way goes along the longest blocked customer of each; the ring begins with
 * the lowest of its own stations. Cost: stations times blocked customers.
 *
 * @source E. G. Coffman, M. J. Elphick, A. Shoshani, "System Deadlocks", ACM Computing Surveys
 *   3(2), 1971 (reduction of the wait-for graph)
 */
export const findDeadlock = (graph: BlockedGraph): ReadonlyArray<number> | null => {
  const { blockedFrom, blockedTo, isStuck, stationCount } = graph
  if (blockedFrom.length === 0) return null
  const stuck: Array<boolean> = new Array(stationCount).fill(false)
  for (let entry = 0; entry < blockedFrom.length; entry++) {
    const from = blockedFrom[entry]!
    stuck[from] ||= isStuck(from)
  }
  for (let isShrinking = true; isShrinking; ) {
    isShrinking = false
    for (let entry = 0; entry < blockedFrom.length; entry++) {
      const from = blockedFrom[entry]!
      if (!stuck[from] || stuck[blockedTo[entry]!]) continue
      stuck[from] = false
      isShrinking = true
    }
  }
  const next = new Int32Array(stationCount).fill(-1)
  for (let entry = blockedFrom.length - 1; entry >= 0; entry--) {
    const from = blockedFrom[entry]!
    if (stuck[from]) next[from] = blockedTo[entry]!
  }
  const first = stuck.indexOf(true)
  return first < 0 ? null : ringFrom(first, next)
}

/** Follows the stations until one comes again; what comes again is the ring. */
const ringFrom = (start: number, next: Int32Array): ReadonlyArray<number> => {
  const way: Array<number> = []
  let station = start
  while (!way.includes(station)) {
    way.push(station)
    station = next[station]!
  }
  const ring = way.slice(way.indexOf(station))
  const lowest = ring.indexOf(Math.min(...ring))
  return [...ring.slice(lowest), ...ring.slice(0, lowest)]
}

/**
 * The servers of all stations of a network: whom each serves, who is on duty, idle or away. Idle
 * ones are bits, so that the first of a group is found at once.
 */
import type { NetworkPlan } from "./networkPlan.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

/** All servers, numbered through the stations. */
export class NetworkServers {
  /** Whom each serves or holds blocked, -1 nobody. */
  declare readonly serving: Int32Array
  /** Whether it is on duty; one that is not may still finish what it has in hand. */
  declare readonly isOnDuty: Uint8Array
  /** Whether it is on vacation, and how many vacations it has begun. */
  declare readonly isAway: Uint8Array
  declare readonly vacationCount: Int32Array
  declare readonly groupOf: Int32Array

  declare private readonly firstServer: Int32Array
  // By group the first of its words of 32 bits, one bit per server that is idle.
  declare private readonly firstWord: Int32Array
  declare private readonly words: Int32Array

  /** Servers that are neither idle nor on duty yet. */
  constructor({ groups, serverCount }: NetworkPlan) {
    this.firstServer = Int32Array.from(groups, ({ firstServer }) => firstServer)
    this.serving = new Int32Array(serverCount).fill(-1)
    this.isOnDuty = new Uint8Array(serverCount)
    this.isAway = new Uint8Array(serverCount)
    this.vacationCount = new Int32Array(serverCount)
    this.groupOf = new Int32Array(serverCount)
    this.firstWord = new Int32Array(groups.length + 1)
    for (const [index, group] of groups.entries()) {
      this.groupOf.fill(index, group.firstServer, group.firstServer + group.serverCount)
      this.firstWord[index + 1] = this.firstWord[index]! + ((group.serverCount + 31) >> 5)
    }
    this.words = new Int32Array(this.firstWord[groups.length]!)
  }

  /** The idle server of a group with the lowest number, -1 if none is idle. */
  firstIdle(group: number): number {
    const first = this.firstWord[group]!
    const end = this.firstWord[group + 1]!
    for (let at = first; at < end; at++) {
      const word = this.words[at]!
      if (word === 0) continue
      return this.firstServer[group]! + ((at - first) << 5) + 31 - Math.clz32(word & -word)
    }
    return -1
  }

  /** Whether a server is idle: on duty, not away and without a customer. */
  isIdle(server: number): boolean {
    const place = server - this.firstServer[this.groupOf[server]!]!
    return ((this.words[this.wordOf(server)]! >>> (place & 31)) & 1) === 1
  }

  /** Says whether a server is idle. */
  setIdle(server: number, isIdle: boolean): void {
    const at = this.wordOf(server)
    const place = server - this.firstServer[this.groupOf[server]!]!
    const bit = 1 << (place & 31)
    this.words[at] = isIdle ? this.words[at]! | bit : this.words[at]! & ~bit
  }

  save(writer: Writer): void {
    writer.section("servers")
    writer.array(this.serving)
    writer.array(this.isOnDuty)
    writer.array(this.isAway)
    writer.array(this.vacationCount)
    writer.array(this.words)
  }

  /**
   * Takes the servers of a snapshot. `moves` gives for each of its servers the number here, -1 if it
   * is gone; null if they are the same.
   */
  restore(reader: Reader, moves: Int32Array | null): void {
    reader.section("servers")
    const columns = [this.serving, this.isOnDuty, this.isAway, this.vacationCount]
    const [serving, isOnDuty, isAway, vacationCount, words] = [
      reader.array(Int32Array),
      reader.array(Uint8Array),
      reader.array(Uint8Array),
      reader.array(Int32Array),
      reader.array(Int32Array)
    ]
    for (const [index, values] of [serving, isOnDuty, isAway, vacationCount].entries()) {
      if (moves === null) columns[index]!.set(values)
      else
        for (const [old, server] of moves.entries()) {
          if (server >= 0) columns[index]![server] = values[old]!
        }
    }
    if (moves === null) this.words.set(words)
    else this.words.fill(0)
  }

  private wordOf(server: number): number {
    const group = this.groupOf[server]!
    return this.firstWord[group]! + ((server - this.firstServer[group]!) >> 5)
  }
}

/**
 * A rolling hash of numbers in order: two runs with the same hash did the same things in the same
 * order. `Kernel` feeds it each executed event, `RandomStreams` makes keys from names with it. It
 * tells runs apart; it is no protection against someone who wants two runs to look alike.
 */

import type { Reader } from "./internal/snapshotReader.ts"
import type { Writer } from "./internal/snapshotWriter.ts"

const numbers = new Float64Array(1)
const words = new Uint32Array(numbers.buffer)
numbers[0] = 1
/** Which half of a 64-bit number holds the sign and exponent on this machine. */
const HIGH = words[1] === 0 ? 0 : 1
const LOW = 1 - HIGH

const rotate = (word: number, count: number): number => (word << count) | (word >>> (32 - count))

/** Spreads every bit of a word over all of them (the finalizer of MurmurHash3). */
const finish = (word: number): number => {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/**
 * A hash under way.
 *
 * @source A. Appleby, MurmurHash3, 2011 (mixing steps and constants); the two-lane arrangement is
 *   ours
 * @category determinism
 * @since 0.1.0
 */
export class EventHash {
  private first = 0x243f6a88 | 0
  private second = 0x85a308d3 | 0
  private count = 0

  /** Adds one 32-bit word. */
  addWord(word: number): void {
    const left = Math.imul(rotate(Math.imul(word, 0x239b961b), 15), 0xab0e9789)
    this.first = (Math.imul((rotate(this.first ^ left, 19) + this.second) | 0, 5) + 0x561ccd1b) | 0
    const right = Math.imul(rotate(Math.imul(word, 0x38b34ae5), 16), 0xa1e38b93)
    this.second =
      (Math.imul((rotate(this.second ^ right, 17) + this.first) | 0, 5) + 0x0bcaa747) | 0
    this.count = (this.count + 1) | 0
  }

  /** Adds the 64 bits of any number; -0 counts as 0 and every NaN is the same. */
  addNumber(value: number): void {
    numbers[0] = value + 0
    const isNumber = !Number.isNaN(value)
    this.addWord(isNumber ? words[LOW]! : 0)
    this.addWord(isNumber ? words[HIGH]! : 0x7ff80000)
  }

  /** Adds a time, which is a number, and two 32-bit words; the same as each for itself, but faster. */
  addEvent(time: number, type: number, argument: number): void {
    numbers[0] = time + 0
    const low = words[LOW]!
    const high = words[HIGH]!
    let { first, second } = this
    for (let place = 0; place < 4; place++) {
      const word = place < 2 ? (place === 0 ? low : high) : place === 2 ? type : argument
      const left = Math.imul(rotate(Math.imul(word, 0x239b961b), 15), 0xab0e9789)
      first = (Math.imul((rotate(first ^ left, 19) + second) | 0, 5) + 0x561ccd1b) | 0
      const right = Math.imul(rotate(Math.imul(word, 0x38b34ae5), 16), 0xa1e38b93)
      second = (Math.imul((rotate(second ^ right, 17) + first) | 0, 5) + 0x0bcaa747) | 0
    }
    this.first = first
    this.second = second
    this.count = (this.count + 4) | 0
  }

  /** Adds the UTF-16 units of a text and its length. */
  addText(text: string): void {
    for (let index = 0; index < text.length; index++) this.addWord(text.charCodeAt(index))
    this.addWord(text.length)
  }

  /** Writes the hash so far. */
  save(writer: Writer): void {
    writer.section("hash")
    writer.array(Int32Array.of(this.first, this.second, this.count))
  }

  /** Goes on from the hash of a snapshot. */
  restore(reader: Reader): void {
    reader.section("hash")
    const [first = 0, second = 0, count = 0] = reader.array(Int32Array)
    this.first = first
    this.second = second
    this.count = count
  }

  /** The hash so far as two 32-bit words; more can be added afterwards. */
  digestWords(): readonly [number, number] {
    let first = this.first ^ this.count
    let second = this.second ^ this.count
    first = (first + second) | 0
    second = (second + first) | 0
    first = finish(first)
    second = finish(second)
    first = (first + second) | 0
    second = (second + first) | 0
    return [first, second]
  }

  /** The hash so far as 16 hexadecimal digits; more can be added afterwards. */
  digest(): string {
    const [first, second] = this.digestWords()
    return hex(first) + hex(second)
  }
}

/**
 * A hash to which nothing was added yet.
 *
 * ```ts
 * import { EventHash } from "@wangge/des"
 *
 * const left = EventHash.make()
 * left.addNumber(1)
 * const right = EventHash.make()
 * right.addNumber(2)
 * left.digest() === right.digest() // => false
 * ```
 *
 * @category determinism
 * @since 0.1.0
 */
export const make = (): EventHash => new EventHash()

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, "0")

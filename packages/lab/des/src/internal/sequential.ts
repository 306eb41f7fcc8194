/**
 * The fast sequential generator behind `RandomStream.sequential`: sfc32.
 */
import { Draw } from "../Draw.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"
import * as ziggurat from "./ziggurat.ts"

const SPACING = ziggurat.SPACING
const exponentialEdge = ziggurat.exponential.edge
const exponentialStep = ziggurat.exponential.step
const normalEdge = ziggurat.normal.edge
const normalStep = ziggurat.normal.step

/** Words thrown away at the start, so that like seeds give unlike numbers. */
const WARM_UP = 20

/**
 * An sfc32 generator over three seed words and a counter; its period is at least 2^32 and about
 * 2^127 on average.
 *
 * @source C. Doty-Humphrey, PractRand 0.93, `sfc32`
 */
export class Sequential extends Draw {
  private a = 0
  private b = 0
  private c = 0
  private counter = 1
  private low = 0
  private high = 0

  constructor(seed0: number, seed1: number, seed2: number) {
    super()
    this.a = seed0 | 0
    this.b = seed1 | 0
    this.c = seed2 | 0
    for (let round = 0; round < WARM_UP; round++) this.word()
  }

  word(): number {
    const word = (((this.a + this.b) | 0) + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + word) | 0
    return word
  }

  // The next three are those of `Draw`, with two words taken at once.

  override uniform(): number {
    this.twoWords()
    return ((this.high >>> 0) * 2097152 + ((this.low >>> 11) | 1)) * SPACING
  }

  override exponential(): number {
    this.twoWords()
    const low = this.low
    const layer = low & 255
    const x = ((this.high >>> 0) * 2097152 + (low >>> 11)) * exponentialStep[layer]!
    // The plus sign says to the engine that both are numbers, so that none is allocated.
    return x < exponentialEdge[layer + 1]! ? x : +this.exponentialRest(x, layer)
  }

  override normal(): number {
    this.twoWords()
    const low = this.low
    const layer = low & 255
    const x = ((this.high >>> 0) * 2097152 + (low >>> 11)) * normalStep[layer]!
    const sign = 1 - ((low >>> 7) & 2)
    return x < normalEdge[layer + 1]! ? sign * x : sign * this.normalRest(x, layer)
  }

  /** Two times `word`, into `low` and `high`. */
  private twoWords(): void {
    const { a, b, c, counter } = this
    const low = (((a + b) | 0) + counter) | 0
    const nextB = (c + (c << 3)) | 0
    const nextC = (((c << 21) | (c >>> 11)) + low) | 0
    const nextA = b ^ (b >>> 9)
    const high = (((nextA + nextB) | 0) + (counter + 1)) | 0
    this.a = nextB ^ (nextB >>> 9)
    this.b = (nextC + (nextC << 3)) | 0
    this.c = (((nextC << 21) | (nextC >>> 11)) + high) | 0
    this.counter = (counter + 2) | 0
    this.low = low
    this.high = high
  }

  save(writer: Writer): void {
    writer.section("sequential draw")
    writer.array(Int32Array.of(this.a, this.b, this.c, this.counter))
  }

  restore(reader: Reader): void {
    reader.section("sequential draw")
    const [a = 0, b = 0, c = 0, counter = 0] = reader.array(Int32Array)
    this.a = a
    this.b = b
    this.c = c
    this.counter = counter
  }
}

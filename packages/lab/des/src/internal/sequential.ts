/**
 * The fast sequential generator behind `RandomStream.sequential`: sfc32.
 */
import { Draw } from "../Draw.ts"

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
}

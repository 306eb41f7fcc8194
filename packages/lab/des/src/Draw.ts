/**
 * Random variates from a supply of random words. Where the words come from is the subclass's
 * business: `RandomStreams` has a counter-based cursor and a fast sequential generator. Exponentials and normals come from 256-layer ziggurats, which need one
 * pair of words in almost every case and no logarithm.
 */
import type { Reader } from "./internal/snapshotReader.ts"
import type { Writer } from "./internal/snapshotWriter.ts"
import * as ziggurat from "./internal/ziggurat.ts"
import * as Real from "./Real.ts"

const SPACING = ziggurat.SPACING
const exponentialEdge = ziggurat.exponential.edge
const exponentialStep = ziggurat.exponential.step
const exponentialHeight = ziggurat.exponential.height
const normalEdge = ziggurat.normal.edge
const normalStep = ziggurat.normal.step
const normalHeight = ziggurat.normal.height

/**
 * A uniform number above 0 and below 1 from two random words: an odd multiple of 2^-53.
 *
 * So it is exact, never 0 or 1, and as likely to be x as 1 - x.
 *
 * ```ts
 * import { Draw } from "@wangge/des"
 *
 * Draw.toUniform(0, 0x80000000) - 0.5 === 1 / 2 ** 53 // => true
 * ```
 *
 * @source none: the upper 52 of 64 random bits, and a last bit that is always set
 * @category random numbers
 * @since 0.1.0
 */
export const toUniform = (low: number, high: number): number =>
  ((high >>> 0) * 2097152 + ((low >>> 11) | 1)) * SPACING

/**
 * A source of random variates; each call moves on and allocates nothing.
 *
 * @category random numbers
 * @since 0.1.0
 */
export abstract class Draw {
  /** The next 32 random bits, as a signed integer. */
  abstract word(): number

  /** Writes the place in the sequence of words. */
  abstract save(writer: Writer): void

  /** Goes on from the place of a snapshot; the draw must come from the same stream. */
  abstract restore(reader: Reader): void

  /** A uniform number above 0 and below 1, an odd multiple of 2^-53. */
  uniform(): number {
    // As toUniform; written out, because a call of an exported function is not inlined everywhere.
    const low = this.word()
    return ((this.word() >>> 0) * 2097152 + ((low >>> 11) | 1)) * SPACING
  }

  /**
   * An exponential number with mean 1; multiply by the mean that you want.
   *
   * @source G. Marsaglia, W. W. Tsang, "The Ziggurat Method for Generating Random Variables",
   *   Journal of Statistical Software 5(8), 2000
   */
  exponential(): number {
    const low = this.word()
    const layer = low & 255
    const x = ((this.word() >>> 0) * 2097152 + (low >>> 11)) * exponentialStep[layer]!
    // The plus sign says to the engine that both are numbers, so that none is allocated.
    return x < exponentialEdge[layer + 1]! ? x : +this.exponentialRest(x, layer)
  }

  /**
   * A normal number with mean 0 and standard deviation 1.
   *
   * @source as {@link exponential}; tail by G. Marsaglia, "Generating a Variable from the Tail of
   *   the Normal Distribution", Technometrics 6(1), 1964
   */
  normal(): number {
    const low = this.word()
    const layer = low & 255
    const x = ((this.word() >>> 0) * 2097152 + (low >>> 11)) * normalStep[layer]!
    const sign = 1 - ((low >>> 7) & 2)
    return x < normalEdge[layer + 1]! ? sign * x : sign * this.normalRest(x, layer)
  }

  /** The rare part of {@link exponential}: the tail, or the wedge of a layer. */
  protected exponentialRest(x: number, layer: number): number {
    if (layer === 0) return exponentialEdge[1]! + this.exponential()
    const floor = exponentialHeight[layer]!
    const height = floor + (exponentialHeight[layer + 1]! - floor) * this.uniform()
    return height < Real.exp(-x) ? x : this.exponential()
  }

  /** The rare part of {@link normal}, without the sign. */
  protected normalRest(x: number, layer: number): number {
    if (layer === 0) {
      for (;;) {
        const beyond = -Real.ln(this.uniform()) / ziggurat.NORMAL_TAIL
        const limit = -Real.ln(this.uniform())
        if (limit + limit >= beyond * beyond) return ziggurat.NORMAL_TAIL + beyond
      }
    }
    const floor = normalHeight[layer]!
    const height = floor + (normalHeight[layer + 1]! - floor) * this.uniform()
    if (height < Real.exp(-0.5 * x * x)) return x
    const again = this.normal()
    return again < 0 ? -again : again
  }
}

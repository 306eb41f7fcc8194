/**
 * Tables of the ziggurat method with 256 layers, for the exponential and the normal density. They
 * are made once, when the module is loaded, from `Real` alone, so they have the same bits
 * everywhere. Widths come multiplied by 2^-53, ready for a 53-bit integer.
 */
import * as Real from "../Real.ts"

/** Layers of each ziggurat. */
const LAYERS = 256

/** 2^-53, the spacing of 53-bit uniforms. */
export const SPACING = 1 / 9007199254740992

/**
 * Right end of the lowest exponential layer, beyond which the tail begins, and the area of a layer.
 *
 * @source G. Marsaglia, W. W. Tsang, "The Ziggurat Method for Generating Random Variables",
 *   Journal of Statistical Software 5(8), 2000, with the digits of the double-precision solution
 */
export const EXPONENTIAL_TAIL = 7.69711747013105
const EXPONENTIAL_AREA = 0.003949659822581557

/** The same two numbers for the right half of the normal density exp(-x^2/2); source as above. */
export const NORMAL_TAIL = 3.6541528853610088
const NORMAL_AREA = 0.00492867323399

/** One density's tables: right edges, the same times 2^-53, and the density at the edges. */
interface Ziggurat {
  readonly edge: Float64Array
  readonly step: Float64Array
  readonly height: Float64Array
}

const build = (
  tail: number,
  area: number,
  density: (x: number) => number,
  inverse: (height: number) => number
): Ziggurat => {
  const edge = new Float64Array(LAYERS + 1)
  edge[0] = area / density(tail)
  edge[1] = tail
  for (let layer = 2; layer < LAYERS; layer++) {
    const below = edge[layer - 1]!
    edge[layer] = inverse(area / below + density(below))
  }
  edge[LAYERS] = 0
  return {
    edge,
    step: edge.map((width) => width * SPACING),
    height: edge.map((x) => density(x))
  }
}

/** The exponential density with mean 1. */
export const exponential: Ziggurat = build(
  EXPONENTIAL_TAIL,
  EXPONENTIAL_AREA,
  (x) => Real.exp(-x),
  (height) => -Real.ln(height)
)

/** The standard normal density, right half, without its constant. */
export const normal: Ziggurat = build(
  NORMAL_TAIL,
  NORMAL_AREA,
  (x) => Real.exp(-0.5 * x * x),
  (height) => Real.sqrt(-2 * Real.ln(height))
)

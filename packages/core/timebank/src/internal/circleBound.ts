/**
 * How often chance alone makes a circle of services as heavy as one that was found: the expected
 * number of ways to draw it when every order keeps its provider, every person receives as often as
 * before, and the receivers are dealt out anew at random.
 */

/** One link of a circle: orders on it, orders that its provider gave, orders its receiver received. */
export interface CircleLink {
  readonly orderCount: number
  readonly givenCount: number
  readonly receivedCount: number
}

/**
 * At most so many circles of this length and weight are expected by chance among `personCount`
 * persons who both give and receive, with `orderCount` orders in all.
 *
 * For a circle of k links with n orders on each, o orders given by the link's provider and i received
 * by its receiver: product over links of C(o, n) (i)_n, divided by (N)_(sum of n), times (P)_k / k
 * places for such a circle. (x)_n is x (x - 1) ... (x - n + 1). By Markov's inequality on the factorial
 * moment, no probability is needed. The factors are multiplied one by one and kept near 1, so that
 * nothing overflows; cost linear in the orders of the circle.
 */
export const expectedCircles = (
  links: ReadonlyArray<CircleLink>,
  { orderCount, personCount }: { readonly orderCount: number; readonly personCount: number }
): number => {
  const product: Product = { value: 1, scale: 0 }
  let drawn = 0
  for (const link of links) {
    for (let step = 0; step < link.orderCount; step += 1) {
      const ways = (link.givenCount - step) * (link.receivedCount - step)
      multiply(product, ways / ((step + 1) * (orderCount - drawn)))
      drawn += 1
    }
  }
  for (let step = 0; step < links.length; step += 1) multiply(product, personCount - step)
  multiply(product, 1 / links.length)
  if (product.scale > 0) return Number.POSITIVE_INFINITY
  return product.scale < 0 ? 0 : product.value
}

/** A number as value times 2 to the power of 512 times scale. */
interface Product {
  value: number
  scale: number
}

/** Two to the power of 512, and of -512, exactly. */
const large = 1.3407807929942597e154
const small = 7.458340731200207e-155

const multiply = (product: Product, factor: number): void => {
  product.value *= factor
  if (product.value >= large) {
    product.value *= small
    product.scale += 1
  } else if (product.value > 0 && product.value < small) {
    product.value *= large
    product.scale -= 1
  }
}

import * as fc from "fast-check"
import { expect, test } from "vitest"
import { Rational, Score } from "../src/index.ts"
import { ascending, descending } from "../src/internal/scoreOrder.ts"
import { points } from "./aFact.ts"

/** Plain scores, roots, and scores a hair beside another one. */
const scores = fc.oneof(
  points.map(Score.ofRational),
  points.map((radicand) => Score.ofRoot({ radicand, degree: 2 })),
  fc
    .tuple(points, fc.integer({ min: -3, max: 3 }))
    .map(([point, hair]) =>
      Score.ofRational(Rational.add(point, Rational.make(BigInt(hair), 10n ** 15n)))
    ),
  fc
    .bigInt({ min: 10n ** 17n, max: 10n ** 17n + 3n })
    .map((huge) => Score.ofRational(Rational.make(huge)))
)

test("the quick order is the exact order, with ties in the order given", () => {
  fc.assert(
    fc.property(fc.array(scores, { maxLength: 40 }), (given) => {
      const placed = given.map((score, place) => ({ score, place }))
      const up = [...placed].sort((left, right) => Score.compare(left.score, right.score))
      const down = [...placed].sort((left, right) => Score.compare(right.score, left.score))
      expect(ascending(given).map(({ place }) => place)).toEqual(up.map(({ place }) => place))
      expect(descending(given).map(({ place }) => place)).toEqual(down.map(({ place }) => place))
    })
  )
})

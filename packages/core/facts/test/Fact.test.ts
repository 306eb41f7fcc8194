import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Fact, Id } from "../src/index.ts"

const aFact = (change: Partial<Fact.Fact> = {}): Fact.Fact => ({
  id: Id.make("fact-1"),
  kind: "caseClosed",
  subjectId: "unit-3",
  gridId: Id.make("grid-1"),
  atSec: 0,
  quantity: 1,
  unit: "case",
  causeId: "case-1/9",
  ...change
})

/** Few values and texts that look like separators, so that sameness and near-sameness are common. */
const someFacts = fc.array(
  fc
    .record({
      kind: fc.constantFrom("a", "a,b", '"'),
      subjectId: fc.constantFrom("b", "b,c", ""),
      causeId: fc.constantFrom("c", ",c", '"'),
      atSec: fc.nat(5)
    })
    .map(aFact),
  { maxLength: 30 }
)

describe("sameness", () => {
  test("facts of one cause, kind and subject are the same, whatever else differs", () => {
    const other = aFact({ id: Id.make("fact-2"), gridId: Id.make("grid-2"), atSec: 9, quantity: 2 })
    expect(Fact.isSame(aFact(), other)).toBe(true)
  })

  test("another cause, kind or subject makes another fact", () => {
    expect(Fact.isSame(aFact(), aFact({ causeId: "case-2/1" }))).toBe(false)
    expect(Fact.isSame(aFact(), aFact({ kind: "caseReopened" }))).toBe(false)
    expect(Fact.isSame(aFact(), aFact({ subjectId: "unit-4" }))).toBe(false)
  })
})

describe("distinct", () => {
  test("keeps the first of each, in order, and loses no kind of fact", () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const firsts = facts.filter(
          (fact, index) => facts.findIndex((other) => Fact.isSame(fact, other)) === index
        )
        expect(Fact.distinct(facts)).toEqual(firsts)
        expect(Fact.distinct([...facts, ...facts])).toEqual(firsts)
      }),
      { numRuns: 200, seed: 1 }
    )
  })

  test("no facts stay none", () => {
    expect(Fact.distinct([])).toEqual([])
  })
})

import { RelativeRegister } from "@wangge/timebank"
import { describe, expect, it } from "vitest"

const row = (rest: Partial<RelativeRegister.Relative> = {}): RelativeRegister.Relative => ({
  personId: "ann",
  relativeId: "bob",
  relation: "Grandparent",
  fromSec: 100,
  untilSec: 200,
  evidenceId: "book-7",
  ...rest
})

describe("the register of relatives", () => {
  it("answers from both sides with the opposite relation", () => {
    expect(RelativeRegister.find([row()], ["ann", "bob"], 100)?.relation).toBe("Grandparent")
    expect(RelativeRegister.find([row()], ["bob", "ann"], 100)?.relation).toBe("Grandchild")
    expect(RelativeRegister.find([row()], ["ann", "cem"], 100)).toBeUndefined()
  })

  it("counts from the first second of a relation and no longer at its end", () => {
    const found = [99, 100, 199, 200].map(
      (sec) => RelativeRegister.find([row()], ["ann", "bob"], sec) !== undefined
    )
    expect(found).toEqual([false, true, true, false])
  })

  it("knows nothing without evidence", () => {
    expect(RelativeRegister.find([row({ evidenceId: " " })], ["ann", "bob"], 100)).toBeUndefined()
  })

  it("names the closest of several relations in either order of the rows", () => {
    const rows = [row({ relation: "Sibling" }), row({ relation: "Spouse" })]
    expect(RelativeRegister.find(rows, ["ann", "bob"], 100)?.relation).toBe("Spouse")
    expect(RelativeRegister.find([...rows].reverse(), ["ann", "bob"], 100)?.relation).toBe("Spouse")
  })

  it("turns every relation twice into itself", () => {
    for (const relation of RelativeRegister.relations) {
      const once = RelativeRegister.find([row({ relation })], ["bob", "ann"], 100)
      const twice = once && RelativeRegister.find([once], ["ann", "bob"], 100)
      expect(twice?.relation).toBe(relation)
    }
  })
})

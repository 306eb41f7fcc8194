import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Post } from "../src/index.ts"
import { aTree } from "./aTree.ts"

const seatSum = (spread: Post.Spread): number =>
  spread.ok ? spread.posts.reduce((sum, post) => sum + post.seatCount, 0) : Number.NaN

describe("posts spread from a total", () => {
  const tree = aTree()

  it("keep the total whatever the count and the weighting", () => {
    const weightings = fc.constantFrom<Post.Weighting>("even", "households")
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), weightings, (count, weighting) => {
        expect(seatSum(Post.spread(tree, { kind: "GridWorker", count, weighting }))).toBe(count)
      })
    )
  })

  it("hang on the kind's usual level unless another is named", () => {
    const usual = Post.spread(tree, { kind: "GridWorker", count: 69 })
    const other = Post.spread(tree, { kind: "GridWorker", count: 10, role: "community" })
    expect(usual.ok && usual.posts.every((post) => post.gridId.split("/").length === 4)).toBe(true)
    expect(other.ok && other.posts.every((post) => post.gridId.split("/").length === 3)).toBe(true)
  })

  it("leave out nodes without a seat", () => {
    const spread = Post.spread(tree, { kind: "GridWorker", count: 2 })
    expect(spread.ok && spread.posts.map((post) => post.seatCount)).toEqual([1, 1])
  })

  it("follow the households where asked", () => {
    const shares = Post.seatsOver(aTree([1, 2, 3], 300), 1, 30, "households")
    expect(Array.from(shares)).toEqual([10, 20])
  })

  it("say which level is missing and which count is none, instead of losing seats", () => {
    expect(Post.spread(tree, { kind: "UnitLead", count: 5 })).toEqual({
      ok: false,
      problems: [
        {
          code: "UnknownLevel",
          subject: "UnitLead",
          found: "unit",
          expected: "county, subdistrict, community, grid"
        }
      ]
    })
    for (const count of [-1, 0.5, Number.NaN, 1_000_001]) {
      const spread = Post.spread(tree, { kind: "GridWorker", count })
      expect(spread.ok ? [] : spread.problems.map((problem) => problem.code)).toEqual(["BadCount"])
    }
    const empty = Post.spread(aTree([1, 1, 1, 2], 0), {
      kind: "GridWorker",
      count: 1,
      weighting: "households"
    })
    expect(empty.ok ? [] : empty.problems.map((problem) => problem.code)).toEqual(["BadHouseholds"])
  })

  it("have words for every kind", () => {
    for (const kind of Post.kinds) expect(Post.kindInfo[kind].name.zh).toMatch(/\p{Script=Han}/u)
  })
})

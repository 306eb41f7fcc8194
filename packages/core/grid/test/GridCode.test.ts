import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CodeScheme, GridCode, GridTree } from "../src/index.ts"
import { aTree, townLevels, treePlans } from "./aTree.ts"

const rootCode = "110101"

const assigned = (tree: GridTree.GridTree, options: Partial<GridCode.AssignOptions> = {}) => {
  const result = GridCode.assign(tree, { rootCode, ...options })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result
}

const problemsOf = (tree: GridTree.GridTree, options: Partial<GridCode.AssignOptions>) => {
  const result = GridCode.assign(tree, { rootCode, ...options })
  return result.ok ? [] : result.problems.map((problem) => `${problem.code} ${problem.subject}`)
}

const codeOf = (text: string): CodeScheme.Code => {
  const parsed = GridCode.parse(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.code
}

describe("a grid's code", () => {
  it("has 15 digits, 6 + 3 + 3 + 3, of which none may be zeros only", () => {
    expect(GridCode.parse("110101001002003")).toMatchObject({
      levelId: "grid",
      parts: ["11", "01", "01", "001", "002", "003"]
    })
    for (const text of ["110101001002000", "110101001000003", "110101000002003"]) {
      expect(GridCode.parse(text)).toMatchObject({ problems: [{ code: "ReservedZero" }] })
    }
    expect(GridCode.parse("442000001002003").ok).toBe(true)
    expect(GridCode.parse("110101001002")).toMatchObject({ levelId: "community" })
  })
})

describe("numbering a tree", () => {
  it("gives each node a code of its level under the code of its parent, in order", () => {
    fc.assert(
      fc.property(treePlans, ({ counts }) => {
        const tree = aTree(counts)
        const { codes, isGiven } = assigned(tree)
        expect(codes[0]).toBe(rootCode)
        expect(Array.from(isGiven).indexOf(1, 1)).toBe(-1)
        const coded = codes.filter((code) => code !== "")
        expect(new Set(coded).size).toBe(coded.length)
        for (let node = 1; node < codes.length; node++) {
          const code = codes[node]!
          if (tree.levelOf[node]! > 3) expect(code).toBe("")
          else {
            const parsed = GridCode.parse(code)
            expect(parsed).toMatchObject({ code, levelId: tree.levels[tree.levelOf[node]!]!.role })
            expect(CodeScheme.parentOf(GridCode.scheme, codeOf(code))).toBe(
              codes[tree.parentOf[node]!]
            )
            if (tree.levelOf[node] === tree.levelOf[node - 1]) {
              expect(code > codes[node - 1]!).toBe(true)
            }
          }
        }
        expect(assigned(tree)).toEqual({ ok: true, codes, isGiven })
      })
    )
  })

  it("keeps codes that are known and numbers the others after the largest", () => {
    const tree = aTree([1, 3, 6])
    const known = new Map([
      ["town/2", "110101103"],
      ["town/2/1", "110101103200"],
      ["town", "110101"]
    ])
    const { codes, isGiven } = assigned(tree, { known })
    expect(codes.slice(0, 4)).toEqual(["110101", "110101104", "110101103", "110101105"])
    expect(codes.slice(6, 8)).toEqual(["110101103200", "110101103201"])
    expect(Array.from(isGiven.slice(0, 8))).toEqual([1, 0, 1, 0, 0, 0, 1, 0])
  })

  it("never gives a retired number again, nor one below which a code was given", () => {
    const tree = aTree([1, 3])
    const retired = ["110101001", "110101003007", "110102009"].map(codeOf)
    expect(assigned(tree, { retired }).codes.slice(1)).toEqual([
      ...["110101004", "110101005", "110101006"]
    ])
    const almost = [codeOf("110101998"), codeOf("110101001")]
    expect(assigned(tree, { retired: almost }).codes.slice(1)).toEqual([
      ...["110101999", "110101002", "110101003"]
    ])
  })

  it("never doubles a number, whatever is known or retired", () => {
    const taken = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 30 })
    const tree = aTree([1, 40])
    fc.assert(
      fc.property(taken, taken, (knownNumbers, retiredNumbers) => {
        const text = (number: number) => rootCode + String(number).padStart(3, "0")
        const ids = tree.ids.slice(1)
        const known = new Map(knownNumbers.map((number, index) => [ids[index]!, text(number)]))
        const retired = retiredNumbers.map((number) => codeOf(text(number)))
        const { codes, isGiven } = assigned(tree, { known, retired })
        expect(new Set(codes).size).toBe(codes.length)
        for (const [node, code] of codes.entries()) {
          if (isGiven[node] === 0) expect(retired).not.toContain(code)
          else if (node > 0) expect(code).toBe(known.get(tree.ids[node]!))
        }
      })
    )
  })

  it("holds 999 places in one parent and not one more", () => {
    const codes = assigned(aTree([1, 999])).codes
    expect(codes.at(-1)).toBe("110101999")
    expect(problemsOf(aTree([1, 1000]), {})).toEqual(["TooManyChildren town"])
    const retired = [codeOf("110101500")]
    expect(problemsOf(aTree([1, 999]), { retired })).toEqual(["TooManyChildren town"])
    expect(assigned(aTree([1, 998]), { retired }).codes).not.toContain("110101500")
  })

  it("refuses codes that do not fit the tree", () => {
    const tree = aTree([1, 2, 4, 8, 16])
    const known = (id: string, code: string) => ({ known: new Map([[id, code]]) })
    expect(problemsOf(tree, { rootCode: "110101001" })).toEqual(["WrongCodeLevel 110101001"])
    expect(problemsOf(tree, { rootCode: "11010" })).toEqual(["BadLength 11010"])
    expect(problemsOf(tree, known("town/9", "110101001"))).toEqual(["UnknownNodeId known/town/9"])
    expect(problemsOf(tree, known("town/1", "110101"))).toEqual(["WrongCodeLevel 110101"])
    expect(problemsOf(tree, known("town/1", "110102001"))).toEqual(["WrongParentCode 110102001"])
    expect(problemsOf(tree, known("town", "110102"))).toEqual(["DuplicateCode town"])
    expect(problemsOf(tree, known(tree.ids.at(-1)!, "110101001001001"))).toEqual([
      "MissingCodeLevel levels/building"
    ])
    const twice = new Map([
      ["town/1", "110101005"],
      ["town/2", "110101005"]
    ])
    expect(problemsOf(tree, { known: twice })).toEqual(["DuplicateCode 110101005"])
  })

  it("names a level that the scheme lacks or that the tree leaves out", () => {
    const without = (roles: ReadonlyArray<string>) => {
      const levels = townLevels([1, 1, 1, 2, 2])
        .filter((level) => roles.includes(level.role))
        .map((level, index) => ({ ...level, count: index === 0 ? 1 : level.count }))
      const built = GridTree.spread({ rootId: "town", levels, households: 10 })
      if (!built.ok) throw new Error(JSON.stringify(built.problems))
      return built.tree
    }
    expect(problemsOf(without(["county", "community"]), {})).toEqual([
      "MissingCodeLevel levels/community"
    ])
    expect(problemsOf(without(["building"]), {})).toEqual(["MissingCodeLevel levels/building"])
    const skippable = CodeScheme.make({
      levels: GridCode.scheme.levels.map((level) => ({
        ...level,
        isSkippable: level.id === "subdistrict" || level.id === "community"
      }))
    })
    if (!skippable.ok) throw new Error(JSON.stringify(skippable.problems))
    const { scheme } = skippable
    expect(assigned(without(["county", "community", "grid"]), { scheme }).codes).toEqual([
      ...["110101", "110101000001", "110101000001001", "110101000001002"]
    ])
    expect(assigned(without(["county", "grid", "building"]), { scheme }).codes).toEqual([
      ...["110101", "110101000000001", "110101000000002", "", ""]
    ])
  })
})

import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CodeScheme } from "../src/index.ts"

const level = (
  id: string,
  width: number,
  more: Partial<CodeScheme.LevelOptions> = {}
): CodeScheme.LevelOptions => ({ id, name: { en: id, zh: id }, width, ...more })

const aScheme = (options: CodeScheme.MakeOptions): CodeScheme.CodeScheme => {
  const made = CodeScheme.make(options)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.scheme
}

/** A town's own codes: a letter, two digits of base 12, one that may be left out, one digit. */
const local = aScheme({
  levels: [
    level("community", 1, { alphabet: "-CABD", parts: ["A", "C", "D"] }),
    level("grid", 2, { alphabet: "0123456789XY" }),
    level("microGrid", 1, { isSkippable: true }),
    level("building", 1, { wholeUnder: ["A011"] })
  ],
  paddedLengths: [3, 5]
})

const codeOf = (text: string): CodeScheme.Code => {
  const parsed = CodeScheme.parse(local, text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.code
}

const problemsOf = (parsed: CodeScheme.Parsed): ReadonlyArray<string> =>
  parsed.ok ? [] : parsed.problems.map((one) => `${one.code} ${one.found} ${one.expected}`)

/** Parts of a good local code, from one level to all, number by number. */
const localParts = fc
  .tuple(
    fc.constantFrom("A", "C", "D"),
    fc.integer({ min: 1, max: 143 }),
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 1, max: 4 })
  )
  .map(([community, grid, micro, building, depth]) => {
    const isWhole = depth === 4 || micro > 0
    return [community, grid, isWhole ? micro : 1, building].slice(0, depth)
  })

const localCodes = localParts.map((parts) => {
  const made = CodeScheme.format(local, parts)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made
})

describe("a scheme", () => {
  it("is refused without levels, with wrong widths, alphabets, paddings and repeated levels", () => {
    const codes = (options: CodeScheme.MakeOptions): ReadonlyArray<string> => {
      const made = CodeScheme.make(options)
      return made.ok ? [] : made.problems.map((problem) => problem.code)
    }
    expect(codes({ levels: [] })).toEqual(["NoCodeLevels"])
    expect(codes({ levels: [level("a", 1), level("b", 9)] })).toEqual([])
    expect(codes({ levels: [level("a", 0), level("b", 10)] })).toEqual(["BadWidth", "BadWidth"])
    expect(codes({ levels: [level("a", 1.5)] })).toEqual(["BadWidth"])
    const long = Array.from({ length: 14 }, (_, index) => level(`l${index}`, 9))
    expect(codes({ levels: long })).toEqual(["BadWidth"])
    expect(codes({ levels: long.slice(0, 13) })).toEqual([])
    for (const alphabet of ["0", "010", "0 1", "零一"]) {
      expect(codes({ levels: [level("a", 1, { alphabet })] })).toEqual(["BadAlphabet"])
    }
    expect(codes({ levels: [level("a", 1), level("a", 1)] })).toEqual(["DuplicateCodeLevel"])
    expect(codes({ levels: [level("a", 2), level("b", 2)], paddedLengths: [3] })).toEqual([
      "BadPadding"
    ])
    expect(codes({ levels: [level("a", 2, { parts: ["1", "0x", "11"] })] })).toEqual([
      "BadPadding",
      "BadPadding"
    ])
    const whole = [level("a", 2), level("b", 2, { wholeUnder: ["11", "1"] })]
    expect(codes({ levels: whole })).toEqual(["BadPadding"])
    expect(codes({ levels: [level("a", 2, { wholeUnder: [""] })] })).toEqual(["BadPadding"])
  })
})

describe("reading a code", () => {
  it("gives level and parts", () => {
    expect(CodeScheme.parse(local, "A0Y21")).toEqual({
      ok: true,
      code: "A0Y21",
      levelIndex: 3,
      levelId: "building",
      parts: ["A", "0Y", "2", "1"]
    })
  })

  it("names wrong lengths and every wrong character with what is allowed there", () => {
    expect(problemsOf(CodeScheme.parse(local, ""))).toEqual(["BadLength 0 1, 3, 4, 5"])
    expect(problemsOf(CodeScheme.parse(local, "A0"))).toEqual(["BadLength 2 1, 3, 4, 5"])
    expect(problemsOf(CodeScheme.parse(local, "A012345"))).toEqual(["BadLength 7 1, 3, 4, 5"])
    expect(problemsOf(CodeScheme.parse(local, "0Z1X"))).toEqual([
      "BadCharacter 0 -CABD",
      "BadCharacter Z 0123456789XY",
      "BadCharacter X 0123456789"
    ])
  })

  it("refuses reserved zeros and parts that are not assigned", () => {
    expect(problemsOf(CodeScheme.parse(local, "A001"))).toEqual(["ReservedZero 00 01"])
    expect(problemsOf(CodeScheme.parse(local, "A010"))).toEqual(["ReservedZero 0 1"])
    expect(problemsOf(CodeScheme.parse(local, "-"))).toEqual(["ReservedZero - C"])
    expect(problemsOf(CodeScheme.parse(local, "B001"))).toEqual([
      "UnknownPrefix B A, C, D",
      "ReservedZero 00 01"
    ])
  })

  it("drops the zeros that fill a code up, but keeps those of a place as a whole", () => {
    expect(codeOf("A00")).toBe("A")
    expect(codeOf("A0000")).toBe("A")
    expect(codeOf("A0200")).toBe("A02")
    expect(codeOf("A0110")).toBe("A0110")
    const at = (text: string, levelIndex: number) => CodeScheme.parseAt(local, text, levelIndex)
    expect(at("A0110", 2)).toMatchObject({ ok: true, code: "A011" })
    expect(at("A0110", 3)).toMatchObject({ ok: true, code: "A0110" })
    expect(problemsOf(at("A0110", 1))).toEqual(["WrongCodeLevel microGrid grid"])
    expect(problemsOf(at("A0120", 3))).toEqual(["ReservedZero 0 1"])
    expect(problemsOf(at("A01", 3))).toEqual(["WrongCodeLevel grid building"])
    expect(problemsOf(at("A0", 3))).toEqual(["BadLength 2 1, 3, 4, 5"])
    expect(() => at("A", 4)).toThrow("0 to 3; got 4")
  })

  it("gives back what was formatted, from numbers and from texts", () => {
    fc.assert(
      fc.property(localParts, (parts) => {
        const made = CodeScheme.format(local, parts)
        if (!made.ok) throw new Error(JSON.stringify(made.problems))
        expect(made.levelIndex).toBe(parts.length - 1)
        expect(CodeScheme.parse(local, made.code)).toEqual(made)
        expect(CodeScheme.format(local, made.parts)).toEqual(made)
      })
    )
  })

  it("finds nothing but a code or problems in any text", () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 7 }),
      fc.string({ unit: fc.constantFrom("A", "C", "0", "1", "Y"), minLength: 3, maxLength: 5 })
    )
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = CodeScheme.parse(local, text)
        if (!parsed.ok) expect(parsed.problems.length).toBeGreaterThan(0)
        else {
          expect(text.startsWith(parsed.code)).toBe(true)
          expect(parsed.parts.join("")).toBe(parsed.code)
          expect(CodeScheme.levelIndexOf(local, parsed.code)).toBe(parsed.levelIndex)
        }
      }),
      { numRuns: 300 }
    )
  })

  it("refuses parts that are too many, too long or no numbers", () => {
    expect(problemsOf(CodeScheme.format(local, []))).toEqual(["BadLength 0 1, 3, 4, 5"])
    expect(problemsOf(CodeScheme.format(local, ["A", 1, 1, 1, 1]))).toEqual([
      "BadLength 5 1, 3, 4, 5"
    ])
    expect(CodeScheme.format(local, ["A", 143])).toMatchObject({ code: "AYY" })
    expect(problemsOf(CodeScheme.format(local, ["A", 144]))).toEqual(["BadLength 3 2"])
    expect(problemsOf(CodeScheme.format(local, ["A", "z"]))).toEqual([
      "BadCharacter z 0123456789XY"
    ])
    expect(() => CodeScheme.format(local, ["A", -1])).toThrow("from 0; got -1")
    expect(() => CodeScheme.format(local, ["A", 0.5])).toThrow(RangeError)
  })
})

describe("filling a code up", () => {
  it("comes back to the same code", () => {
    fc.assert(
      fc.property(localCodes, fc.constantFrom(3, 5), ({ code, levelIndex }, length) => {
        fc.pre(length >= code.length)
        const padded = CodeScheme.pad(local, code, length)
        expect(padded.length).toBe(length)
        expect(CodeScheme.parseAt(local, padded, levelIndex)).toMatchObject({ ok: true, code })
      })
    )
  })

  it("refuses lengths that the scheme does not pad to", () => {
    expect(() => CodeScheme.pad(local, codeOf("A01"), 4)).toThrow("to 3, 5; got 4")
    expect(() => CodeScheme.pad(local, codeOf("A011"), 3)).toThrow("to 5; got 3")
  })
})

describe("walking", () => {
  it("goes up past the levels that a code skips, and ends at the top", () => {
    expect(CodeScheme.pathOf(local, codeOf("A0305"))).toEqual(["A", "A03", "A0305"])
    expect(CodeScheme.pathOf(local, codeOf("A0110"))).toEqual(["A", "A01", "A011", "A0110"])
    expect(CodeScheme.parentOf(local, codeOf("A"))).toBe("")
  })

  it("keeps every code within all codes of its path and no others", () => {
    fc.assert(
      fc.property(localCodes, localCodes, (one, other) => {
        const path = CodeScheme.pathOf(local, one.code)
        expect(path.at(-1)).toBe(one.code)
        for (const above of path) expect(CodeScheme.isWithin(one.code, above)).toBe(true)
        expect(CodeScheme.isWithin(one.code, other.code)).toBe(path.includes(other.code))
      }),
      { numRuns: 300 }
    )
  })

  it("sorts places before what lies in them and siblings by their alphabet", () => {
    const sorted = ["AX1", "C01", "A0Y", "A", "A09", "D", "AX11"].map(codeOf)
    expect(sorted.sort((one, other) => CodeScheme.compare(local, one, other))).toEqual([
      ...["C01", "A", "A09", "A0Y", "AX1", "AX11", "D"]
    ])
  })

  it("orders any three codes consistently", () => {
    fc.assert(
      fc.property(localCodes, localCodes, localCodes, (one, other, third) => {
        const between = CodeScheme.compare(local, one.code, other.code)
        const back = CodeScheme.compare(local, other.code, one.code)
        expect([Math.sign(between) + Math.sign(back), between === 0]).toEqual([
          ...[0, one.code === other.code]
        ])
        if (between < 0 && CodeScheme.compare(local, other.code, third.code) < 0) {
          expect(CodeScheme.compare(local, one.code, third.code)).toBeLessThan(0)
        }
      }),
      { numRuns: 300 }
    )
  })

  it("refuses a code of another scheme by its length", () => {
    const other = aScheme({ levels: [level("a", 2)] })
    const parsed = CodeScheme.parse(other, "11")
    if (!parsed.ok) throw new Error("a good code")
    expect(() => CodeScheme.parentOf(local, parsed.code)).toThrow("got “11”")
  })
})

describe("the next free code", () => {
  const next = (parent: string, used: ReadonlyArray<string>, range = {}) => {
    const options = { parent: parent === "" ? ("" as const) : codeOf(parent), ...range }
    const found = CodeScheme.nextFree(local, { ...options, used: used.map(codeOf) })
    return found.ok ? found.code : found.problems.map((problem) => problem.code)
  }

  it("is the first one, then one after the largest, then the lowest gap", () => {
    expect(next("A", [])).toBe("A01")
    expect(next("A", ["A01", "A04"])).toBe("A05")
    expect(next("A01", ["A012", "A018"])).toBe("A019")
    expect(next("A01", ["A011", "A012", "A019"])).toBe("A013")
  })

  it("counts codes below a place as its own, and none of other places", () => {
    expect(next("A", ["A0911", "C20", "A"])).toBe("A0X")
  })

  it("stays in its range", () => {
    expect(next("A", ["A01"], { from: 5, until: 6 })).toBe("A05")
    expect(next("A", ["A06", "A30"], { from: 5, until: 6 })).toBe("A05")
    expect(next("A", ["A05", "A06"], { from: 5, until: 6 })).toEqual(["TooManyChildren"])
    expect(next("A", [], { from: 6, until: 5 })).toEqual(["TooManyChildren"])
  })

  it("takes only parts that are assigned", () => {
    expect(next("", ["C01"])).toBe("A")
    expect(next("", ["C", "A", "D"])).toEqual(["TooManyChildren"])
  })

  it("is refused under the lowest level", () => {
    expect(() => next("A0111", [])).toThrow("lowest level")
  })

  it("was never used, until all are", () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 9 })
    fc.assert(
      fc.property(numbers, (taken) => {
        const used = taken.map((number) => `A01${number}`)
        const found = next("A01", used)
        if (taken.length === 9) expect(found).toEqual(["TooManyChildren"])
        else {
          expect(used).not.toContain(found)
          expect(codeOf(String(found))).toBe(found)
        }
      })
    )
  })
})

describe("a table of codes", () => {
  const rows = [
    { code: "A", parent: "", levelIndex: 0 },
    { code: "A01", parent: "A", levelIndex: 1 },
    { code: "A011", parent: "A01", levelIndex: 2 },
    { code: "A0103", parent: "A01", levelIndex: 3 }
  ]
  const check = (more: CodeScheme.TableRow) =>
    CodeScheme.checkTable(local, [...rows, more]).map((one) => `${one.code} ${one.subject}`)

  it("is good when every row is and every parent is there", () => {
    expect(CodeScheme.checkTable(local, rows)).toEqual([])
    expect(check({ code: "C00", parent: "", levelIndex: 0 })).toEqual([])
    expect(check({ code: "A05", parent: "A0000", levelIndex: 1 })).toEqual([])
  })

  it("names rows of the wrong level, parent or code, missing parents and repeated codes", () => {
    expect(check({ code: "A05", parent: "A", levelIndex: 2 })).toEqual(["WrongCodeLevel A05"])
    expect(check({ code: "A05", parent: "C", levelIndex: 1 })).toEqual(["WrongParentCode A05"])
    expect(check({ code: "A05", parent: "", levelIndex: 1 })).toEqual(["WrongParentCode A05"])
    expect(check({ code: "D05", parent: "D", levelIndex: 1 })).toEqual(["UnknownParentCode D05"])
    expect(check({ code: "D05x", parent: "D", levelIndex: 1 })).toEqual(["BadCharacter D05x"])
    expect(check({ code: "A0100", parent: "A", levelIndex: 1 })).toEqual(["DuplicateCode A01"])
  })
})

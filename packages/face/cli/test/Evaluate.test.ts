import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import {
  BonusPreset,
  BonusRulesSchema,
  EvaluationFactSchema,
  EvaluationPeriodSchema,
  EvaluationPreset,
  EvaluationRulesSchema,
  Rational,
  SourcedDecimal
} from "@wangge/evaluation"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { EvaluationSample } from "../src/index.ts"
import { wangge } from "./wangge.ts"

let folder = ""
let facts = ""
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wangge-evaluate-"))
  facts = file("facts.jsonl", linesOf(EvaluationPreset.threeRates))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const linesOf = (rules: (typeof EvaluationPreset.list)[number]): string =>
  EvaluationSample.facts(rules)
    .map((fact) => `${JSON.stringify(EvaluationFactSchema.toRow(fact))}\n`)
    .join("")

const evaluate = (...args: ReadonlyArray<string>) => wangge("evaluate", ...args)
const period = ["--period", EvaluationSample.period] as const

describe("a result", () => {
  test("names every unit with score, rank set and band, and who has too little", async () => {
    const { code, result, messages } = await evaluate("threeRates", facts, ...period)
    expect({ code, messages }).toEqual({ code: 0, messages: "" })
    expect(result).toMatch(/unit-0[12] +1 +1–\d+ +9\d\.\d\d+ +[\d.]+ to [\d.]+ +excellent/)
    expect(result).toMatch(/unit-10 +insufficient/)
    expect(result).toContain("Appeal in writing to the evaluating office")
  })

  test("finds the unit that claims what is not done, as a reason to inspect", async () => {
    const { result } = await evaluate("threeRates", facts, ...period)
    expect(result).toMatch(/- unit-07, early closing: .* A reason to inspect, not a finding\./)
  })

  test("for one unit leads from its score to the ids of its cases, in both languages", async () => {
    const en = await evaluate("threeRates", facts, ...period, "--unit", "unit-03")
    expect(en.result).toMatch(/response +\d+ of 110 +\d+\.\d % +\d+\.\d\d +30\.0 % +\d+\.\d\d/)
    expect(en.result).toMatch(/counted, not reached \(\d+\): case-03-\d+/)
    const zh = await evaluate("threeRates", facts, ...period, "--unit", "unit-03", "--lang", "zh")
    expect(zh.result).toMatch(/计入未达标 \(\d+\): case-03-\d+/)
    expect(zh.result).toContain("如何申诉")
  })

  test("as JSON has exact numbers that sum to the score", async () => {
    const { result } = await evaluate("threeRates", facts, ...period, "--format", "json")
    const json = JSON.parse(result)
    expect([json.format, json.version]).toEqual(["wangge-evaluation", 1])
    expect(json.result.units).toHaveLength(12)
    const exact = (text: string): Rational.Rational => {
      const value = Rational.parse(text)
      if (value === "NotANumber") throw new Error(text)
      return value
    }
    for (const { status, score, lines } of json.result.units) {
      if (status !== "Scored") continue
      const parts = lines.map(({ contribution }: { contribution: string }) => exact(contribution))
      expect(Rational.toText(Rational.sum(parts))).toBe(score.value)
    }
    expect(json.explanations).toHaveLength(12)
    expect(json.bonus).toBeNull()
  })

  test("as HTML goes into a file, whole", async () => {
    const out = join(folder, "evaluation.html")
    const given = ["--format", "html", "--out", out, "--lang", "zh"]
    const { code, result, messages } = await evaluate("threeRates", facts, ...given)
    expect({ code, result, messages }).toEqual({ code: 0, result: "", messages: `已写入:${out}\n` })
    const page = readFileSync(out, "utf8")
    expect(page.startsWith('<!doctype html>\n<html lang="zh-CN">')).toBe(true)
    expect(page.trimEnd().endsWith("</html>")).toBe(true)
  })

  test("is the same whatever the order of the lines", async () => {
    const reversed = file(
      "reversed.jsonl",
      readFileSync(facts, "utf8").trim().split("\n").reverse().join("\r\n")
    )
    const one = await evaluate("threeRates", facts, ...period)
    expect(await evaluate("threeRates", reversed, ...period)).toEqual(one)
  })

  test("without a period is that of the days of the facts", async () => {
    const { result } = await evaluate("threeRates", facts)
    expect(result).toMatch(/^three rates: 2025-07-\d\d to 2025-(09-\d\d|10-0\d)\n/)
  })

  test("keeps units of a period file apart by level and shows those without facts", async () => {
    const unit = (id: string, level: string) => ({ id, level, label: { en: id, zh: id } })
    const units = [unit("unit-01", "north"), unit("unit-03", "south"), unit("unit-99", "south")]
    const whole = { fromSec: 1_751_299_200, untilSec: 1_759_248_000, asOfSec: 1_759_248_000 }
    const path = file(
      "period.json",
      JSON.stringify(EvaluationPeriodSchema.toFile({ ...whole, units, before: [] }))
    )
    const { result } = await evaluate("threeRates", facts, "--period", path)
    expect(result).toMatch(
      /level north\n[\s\S]*unit-01[\s\S]*level south\n[\s\S]*unit-99 +insufficient/
    )
    expect(result).toMatch(/[\d,]+ +unit not on the list/)
  })
})

describe("a bonus", () => {
  const yuanOf = (result: string): number =>
    [...result.matchAll(/^unit-\d\d +2 +([\d,]+\.\d\d) yuan/gm)].reduce(
      (sum, [, text = ""]) => sum + Math.round(Number(text.replaceAll(",", "")) * 100),
      0
    )

  test("is shared to the fen among the workers that the facts name", async () => {
    const { code, result } = await evaluate("threeRates", facts, ...period, "--budget", "1234.57")
    expect(code).toBe(0)
    expect(result).toContain("1,234.57 yuan shared to the fen among 24 people")
    expect(yuanOf(result)).toBe(123_457)
  })

  test("with a cut names the units that the data do not part there", async () => {
    const number = (value: string) => SourcedDecimal.assumed(value, "for this test")
    const rules = {
      ...BonusPreset.helong,
      basis: { kind: "ByPlace", steps: [{ placeLast: number("3"), weight: number("1") }] },
      overlap: "PayBoth"
    } as const
    const bonus = file("bonus.json", JSON.stringify(BonusRulesSchema.toFile(rules)))
    const given = ["--budget", "9000", "--bonus", bonus]
    const { result } = await evaluate("threeRates", facts, ...period, ...given)
    expect(result).toMatch(
      /Cut after place 3: above it .*unit-0\d.*, below it .*unit-0\d.* do not tell/
    )
    expect(result).toContain("all paid as above it")
  })

  test("pays the staff of a file, leads by those below them", async () => {
    const staff = file(
      "staff.jsonl",
      [
        { personId: "anna", unitId: "unit-01" },
        { personId: "bao", unitId: "unit-03", workedShare: "1/2" },
        { personId: "chen", leads: ["unit-01", "unit-03"] }
      ]
        .map((row) => JSON.stringify(row))
        .join("\n\n")
    )
    const given = ["--budget", "3000", "--staff", staff, "--format", "json"]
    const json = JSON.parse((await evaluate("threeRates", facts, ...period, ...given)).result)
    const lines: ReadonlyArray<{ personId: string; role: string; fen: number }> = json.bonus.lines
    expect(lines.map(({ personId, role }) => `${personId} ${role}`)).toEqual([
      "anna Member",
      "bao Member",
      "chen Lead"
    ])
    expect(lines.reduce((sum, { fen }) => sum + fen, 0)).toBe(300_000)
  })
})

describe("things to begin with", () => {
  test.each(EvaluationPreset.list)("made-up facts and the rules of $id evaluate", async (rules) => {
    const sample = await evaluate("--sample", rules.id)
    expect(sample.result).toBe(linesOf(rules))
    const preset = await evaluate("--preset", rules.id)
    expect(EvaluationRulesSchema.parse(JSON.parse(preset.result))).toEqual({ ok: true, rules })
    const [factFile, ruleFile] = [file("f.jsonl", sample.result), file("r.json", preset.result)]
    const { code, result } = await evaluate(ruleFile, factFile, ...period)
    expect(code).toBe(0)
    expect(result).toMatch(/: 11 of 12 have a score/)
  })

  test("bonus rules are printed as a file too", async () => {
    const { result } = await evaluate("--preset", "helong-bonus")
    expect(BonusRulesSchema.parse(JSON.parse(result))).toEqual({
      ok: true,
      rules: BonusPreset.helong
    })
  })
})

describe("wrong input ends with code 2, one message and no result", () => {
  const refused = async (args: ReadonlyArray<string>, ...parts: ReadonlyArray<string>) => {
    const { code, result, messages } = await evaluate(...args)
    expect({ code, result }).toEqual({ code: 2, result: "" })
    expect(messages.match(/^wangge: /gm)).toHaveLength(1)
    for (const part of parts) expect(messages).toContain(part)
  }
  const line = (changes: object): string =>
    JSON.stringify({
      id: "f1",
      kind: "contactOnTime",
      subjectId: "unit-1",
      gridId: "grid-1",
      atSec: 5,
      quantity: 1,
      unit: "case",
      causeId: "case-1/1",
      ...changes
    })

  test("rules that are unknown, with a guess", async () => {
    await refused(["helnog", facts], 'Unknown rules "helnog"', 'mean "helong"?', "threeRates")
    await refused(["--sample", "three"], 'Unknown rules "three"')
    await refused(["threeRates"], "Name the rules and the facts", "--sample")
    await refused(["--sample", "helong", "--preset", "helong"], "evaluate nothing")
  })

  test("rules of a file: another format, a wrong field, weights that do not sum to 1", async () => {
    const rules = JSON.stringify(EvaluationRulesSchema.toFile(EvaluationPreset.threeRates))
    const other = file("other.json", '{"format":"wangge-scenario","version":1}')
    await refused([other, facts], "is not a file of evaluation rules", "--preset threeRates")
    const wrong = file("wrong.json", rules.replace('"WeightedSum"', '"Median"'))
    await refused([wrong, facts], "rules.method", "Median")
    const heavy = file("heavy.json", rules.replace('"0.30"', '"0.31"'))
    await refused([heavy, facts], "weights sum to 1.01")
  })

  test("facts: not JSON, a wrong field, nothing at all, each with its line", async () => {
    const broken = file("broken.jsonl", `${line({})}\n\n{"id": }\n`)
    await refused(["threeRates", broken], "line 3, column 8")
    const wrong = file(
      "wrong.jsonl",
      `${line({})}\n\n${line({ id: "f2", atSec: 1.5, who: "x" })}\n`
    )
    await refused(["threeRates", wrong], "line 3, atSec", "line 3, who")
    await refused(["threeRates", file("empty.jsonl", "\n")], "has no facts")
    await refused(["threeRates", join(folder, "none.jsonl")], "there is no such file")
  })

  test("facts that contradict each other, with the line of the first", async () => {
    const twice = file(
      "twice.jsonl",
      `${line({ id: "f0" })}\n${line({})}\n${line({ quantity: 2 })}\n`
    )
    await refused(["threeRates", twice], `${twice} line 2: `, "have the id f1")
  })

  test("a period that is none, ends before it begins, or lies in no file", async () => {
    for (const text of ["2025-02-30..2025-03-01", "2025-03-02..2025-03-01", "..", "a..b"]) {
      await refused(["threeRates", facts, "--period", text], `"${text}"`, "2025-07-01..2025-09-30")
    }
    await refused(["threeRates", facts, "--period", "march"], "Cannot read march")
  })

  test("a unit that is not there, a budget that is no money, staff without budget", async () => {
    await refused(["threeRates", facts, "--unit", "unit-3"], 'no unit "unit-3"', "Did you mean")
    for (const budget of ["-5", "1.234", "much"]) {
      await refused(["threeRates", facts, `--budget=${budget}`], `"${budget}"`)
    }
    await refused(["threeRates", facts, "--staff", facts], "say how much with --budget")
  })

  test("staff with a wrong line, or in an unknown unit", async () => {
    const staff = file(
      "staff2.jsonl",
      '{"personId":"a","unitId":"unit-01","workedShare":0.5}\n{"leads":[]}\n'
    )
    const given = ["threeRates", facts, "--budget", "10", "--staff"]
    await refused([...given, staff], "line 1, workedShare", "line 2, personId")
    const lost = file("staff3.jsonl", '{"personId":"a","unitId":"unit-77"}\n')
    await refused([...given, lost], "Nobody is evaluated:", "unit-77")
  })

  test("workers of two units, or none, when nobody says who is paid", async () => {
    const given = (name: string, rows: ReadonlyArray<string>) =>
      ["threeRates", file(name, rows.join("\n")), "--budget", "10"] as const
    const two = [line({ workerId: "w" }), line({ id: "f2", subjectId: "unit-2", workerId: "w" })]
    await refused(given("two.jsonl", two), "w works in unit-1 and in unit-2", "--staff")
    await refused(given("nobody.jsonl", [line({})]), "name no workers", "--staff")
  })

  test("a place where nothing can be written", async () => {
    await refused(["threeRates", facts, "--out", join(facts, "x.html")], "Cannot write into")
  })
})

import { existsSync, readdirSync, readFileSync } from "node:fs"
import type { Provenance } from "@wangge/facts"
import { describe, expect, it, test } from "vitest"
import { Locality } from "../src/index.ts"
import { omissions } from "./omissions.ts"
import { inDigits, inPhrase } from "./statedNumbers.ts"

const folder = new URL("../../../../../shared/seeds/", import.meta.url)
const isThere = existsSync(folder)

/** Words that only one of the reports has. */
const marks = {
  helong: "和龍市",
  longxian: "陇县",
  jiyang: "济阳区",
  bagongshan: "八公山区",
  xixian: "隰县"
} as const

const bare = (text: string): string => text.replace(/\s+/g, "")

const reportOf = (id: keyof typeof marks): string => {
  const texts = readdirSync(folder).map((name) => bare(readFileSync(new URL(name, folder), "utf8")))
  const own = texts.filter((text) => text.includes(marks[id]))
  if (own.length !== 1) throw new Error(`${own.length} reports are about ${id}`)
  return own[0] ?? ""
}

const localityOf = (id: string): Locality.Locality => {
  const found = Locality.find(id)
  if (!found.ok) throw new Error(`no locality ${id}`)
  return found.locality
}

/** A number that a report states, with where it stands and what the report says. */
interface ReportedRow {
  readonly path: string
  readonly number: Provenance.SourcedNumber
  readonly source: Provenance.Reported
}

const reportedRows = (id: string): ReadonlyArray<ReportedRow> =>
  Locality.sourcedNumbers(localityOf(id)).flatMap(({ path, number }) =>
    number.provenance.kind === "reported" ? [{ path, number, source: number.provenance }] : []
  )

const spansOf = (text: string, words: string): ReadonlyArray<readonly [number, number]> => {
  const spans: Array<readonly [number, number]> = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    spans.push([at, at + words.length])
  }
  return spans
}

describe.each(Locality.list.map((locality) => locality.id))("the phrases of %s", (id) => {
  const rows = reportedRows(id)

  it("state the number they are given for, in digits or in numerals", () => {
    for (const { path, number, source } of rows) {
      expect(inPhrase(source.phrase), path).toContain(number.value)
    }
  })

  it("say “and more” exactly where the number is at least", () => {
    for (const { path, number, source } of rows) {
      const saysMore = inDigits(source.phrase).some(
        ({ until, value, from }) =>
          value === number.value &&
          (/[余多餘]/.test(source.phrase.slice(from, until)) ||
            /^平方米以上$/.test(source.phrase.slice(until)))
      )
      expect(number.precision, path).toBe(saysMore ? "atLeast" : "exact")
    }
  })

  it("cite the locality's own report", () => {
    for (const { path, source } of rows) {
      expect(source.report, path).toBe(localityOf(id).report.title)
    }
  })
})

test.each([
  ["覆盖2.3万户", [23_000]],
  ["累計投入1300余萬元", [13_000_000]],
  ["服务群众2万余人", [20_000]],
  ["優秀比例由72.5%攀升至97.8%", [0.725, 0.978]],
  ["300-500平方米的4个", [300, 500, 4]],
  ["“三岗十八级”补贴套改", [3, 18]],
  ["占年信访量的四分之一", [0.25]],
  ["开展“六点半”服务", [6.5]],
  ["“三督兩評”", [3, 2]],
  ["区财政投入927.352万元", [9_273_520]]
])("%s states %j", (phrase, values) => {
  for (const value of values) expect(inPhrase(phrase)).toContain(value)
})

test.skipIf(isThere)("the reports are not here: phrases are not compared with them", () => {
  expect(isThere).toBe(false)
})

describe
  .skipIf(!isThere)
  .each([
    ...(["helong", "longxian", "jiyang", "bagongshan", "xixian"] as const).map(
      (id) => [id, id] as const
    ),
    ["jiyang.before", "jiyang"] as const,
    ["xixian.overlay", "xixian"] as const
  ])("%s against the report itself", (id, report) => {
  it("has every phrase of a reported number", () => {
    const text = reportOf(report)
    for (const { path, source } of reportedRows(id)) {
      expect(text.includes(bare(source.phrase)), `${path}: ${source.phrase}`).toBe(true)
    }
  })
})

describe.skipIf(!isThere).each(["helong", "longxian", "jiyang", "bagongshan", "xixian"] as const)(
  "the report of %s against the record",
  (id) => {
    it("prints no number that is neither recorded nor left out on purpose", () => {
      const text = reportOf(id)
      const rows = reportedRows(id)
      const values = new Set(rows.map((row) => row.number.value))
      const recorded = rows.flatMap((row) => spansOf(text, bare(row.source.phrase)))
      const leftOut = (omissions[id] ?? []).flatMap(({ words }) => spansOf(text, bare(words)))
      const missing = inDigits(text).filter(({ from, until, value }) => {
        const isWithin = ([start, end]: readonly [number, number]) => start <= from && until <= end
        return !leftOut.some(isWithin) && !(recorded.some(isWithin) && values.has(value))
      })
      expect(missing.map(({ from, until }) => text.slice(from - 12, until + 12))).toEqual([])
    })

    it("has the words of every omission", () => {
      const text = reportOf(id)
      for (const { words } of omissions[id] ?? []) expect(text, words).toContain(bare(words))
    })
  }
)

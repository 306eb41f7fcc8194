import { describe, expect, test } from "vitest"
import { Csv, CsvReader } from "../src/index.ts"
import { aLog } from "./aLog.ts"

test("a log in full", () => {
  expect([...Csv.pieces(aLog)].join("").split("\r\n")).toEqual([
    "caseId,activity,time,status,level,urgency,category,gridId,unitId,actorId,role,dueSec,helperUnitIds,intoCaseId,isAnonymous,demandCount,longitude,reason",
    "C1,CaseReported,2026-03-02T01:10:00Z,Reported,Grid,Ordinary,Noise,grid-1,desk-1,,,2026-03-09T01:10:00Z,,,true,,129.5,",
    `C1,CaseAssigned,2026-03-02T01:11:00Z,Assigned,Grid,Ordinary,Noise,grid-1,unit-3,worker-7,TriageDesk,,unit-4 unit-5,,,,,"'=1+1, ""now"""`,
    "C1,CaseMerged,2026-03-02T01:11:00Z,Merged,Grid,Ordinary,Noise,grid-1,unit-3,,,,,C2,,-2,,",
    "C2,CaseReported,2026-03-02T01:10:01Z,Reported,Grid,Ordinary,Noise,grid-1,desk-1,,,,,,,,,",
    ""
  ])
})

test("formulas are written as they are where no spreadsheet will read them", () => {
  expect([...Csv.pieces(aLog, { isGuarded: false })].join("")).toContain('"=1+1, ""now"""')
})

describe("reading", () => {
  const rowsOf = (text: string) =>
    CsvReader.read(text).table.rows.map(({ values }) => values.join("|"))

  test("line ends of all kinds, empty lines, a byte order mark, quotes over several lines", () => {
    expect(rowsOf("\ufeffa,b\r1,2\n\n\r\n3,4\r\n")).toEqual(["1|2", "3|4"])
    expect(rowsOf('a,b\n"x\r\ny","say ""yes"""\n,\n"",""')).toEqual(['x\r\ny|say "yes"', "|", "|"])
    expect(CsvReader.read("a,b\n1,2").table.columns).toEqual(["a", "b"])
    const lines = CsvReader.read('a\n"1\n2\n3"\n\n5').table.rows.map(({ line }) => line)
    expect(lines).toEqual([2, 6])
  })

  test("semicolons and tabs", () => {
    expect(CsvReader.read("a;b\n1,5;2", { separator: ";" }).table.rows[0]?.values).toEqual([
      "1,5",
      "2"
    ])
    expect(CsvReader.read("a\tb\n1\t2", { separator: "\t" }).table.rows[0]?.values).toEqual([
      "1",
      "2"
    ])
  })

  test("a bad line is told and the next ones are read", () => {
    const { table, problems } = CsvReader.read('a,b\n1,2,3\n4\n"5"x,6\n7,8"9\n10,"open\n11,12\n')
    expect(table.rows).toEqual([{ line: 7, values: ["11", "12"] }])
    expect(problems.map(({ code, line, found }) => [code, line, found])).toEqual([
      ["CellCountWrong", 2, 3],
      ["CellCountWrong", 3, 1],
      ["QuoteOutOfPlace", 4, '"5"x,6'],
      ["QuoteOutOfPlace", 5, '7,8"9'],
      ["QuoteOutOfPlace", 6, '10,"open']
    ])
  })

  test("a header is needed, and each column once", () => {
    expect(CsvReader.read("").problems.map(({ code }) => code)).toEqual(["NotWellFormed"])
    expect(CsvReader.read("\n\n").problems.map(({ code }) => code)).toEqual(["NotWellFormed"])
    expect(CsvReader.read("a,b,a\n").problems).toMatchObject([
      { code: "ColumnTwice", subject: "a", found: 2 }
    ])
  })
})

import { describe, expect, test } from "vitest"
import { XesReader } from "../src/index.ts"
import { isThere, textOf } from "./sharedData.ts"

test("attributes of traces stand in every row of their events, with the line of the event", () => {
  const { table, problems } = XesReader.read(`<?xml version="1.0"?>
<log xmlns="http://www.xes-standard.org/">
  <!-- a comment -->
  <global scope="event"><string key="concept:name" value="none"/></global>
  <trace>
    <event><string key="concept:name" value="a"><string key="inner" value="x"/></string></event>
    <event>
      <int key="cost" value="3"/>
      <string key="__proto__" value="p"/>
    </event>
    <string key="concept:name" value="C1"/>
  </trace>
  <trace/>
</log>`)
  expect(problems).toEqual([])
  expect(table).toEqual({
    columns: ["case:concept:name", "concept:name", "cost", "__proto__"],
    rows: [
      { line: 6, values: ["C1", "a", "", ""] },
      { line: 7, values: ["C1", "", "3", "p"] }
    ]
  })
})

describe("what is no log gives one problem with its line and no rows", () => {
  test.each([
    ["<log>\n<trace></log>", 2, "closing tag"],
    ["hello", 1, "char 'h'"],
    ["", 1, "Start tag"],
    ["<html></html>", 1, "another document"],
    ['<!DOCTYPE log [<!ENTITY a "aaaa">]>\n<log/>', 1, "a document type"],
    [
      '<?xml version="1.0"?>\n<!DOCTYPE log SYSTEM "file:///etc/hostname">\n<log/>',
      2,
      "a document type"
    ]
  ])("%j", (text, line, found) => {
    const { table, problems } = XesReader.read(text)
    expect(table.rows).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code: "NotWellFormed", line })
    expect(problems[0]?.found).toContain(found)
  })
})

const road = "roadtraffic100traces.xes"

test.skipIf(!isThere(road))(
  "a real log of traffic fines is read whole (skipped without ../shared/data)",
  () => {
    const { table, problems } = XesReader.read(textOf(road))
    expect(problems).toEqual([])
    const of = (column: string) => {
      const place = table.columns.indexOf(column)
      return new Set(table.rows.map(({ values }) => values[place]))
    }
    expect(table.rows).toHaveLength(390)
    expect(of("case:concept:name").size).toBe(100)
    expect(of("concept:name").size).toBe(10)
  }
)

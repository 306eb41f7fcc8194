import { spawnSync } from "node:child_process"
import { XMLParser, XMLValidator } from "fast-xml-parser"
import { describe, expect, test } from "vitest"
import { EventLog, Xes, XesReader } from "../src/index.ts"
import { aLog } from "./aLog.ts"
import { isThere, pathOf } from "./sharedData.ts"

const text = [...Xes.pieces(aLog)].join("")

test("the log has head, traces and attributes as the standard orders them", () => {
  expect(XMLValidator.validate(text)).toBe(true)
  const ordered = new XMLParser({ preserveOrder: true, ignoreAttributes: false }).parse(text)
  const names: ReadonlyArray<string> = ordered[1].log.map((node: object) => Object.keys(node)[0])
  const order = ["extension", "global", "classifier", "string", "trace"]
  const places = names.map((name) => order.indexOf(name))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(names.filter((name) => name === "trace")).toHaveLength(2)
  expect(text).toContain('<log xes.version="1849.2016" xes.features="">')
  for (const prefix of ["concept", "time", "lifecycle", "org"]) {
    expect(text).toContain(`prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"`)
  }
})

test("every event has what the globals promise", () => {
  const globals = ["concept:name", "time:timestamp", "lifecycle:transition"]
  for (const key of globals) expect(text.split(`key="${key}"`).length - 1).toBeGreaterThanOrEqual(5)
  const { table } = XesReader.read(text)
  for (const key of globals) {
    const place = table.columns.indexOf(key)
    expect(table.rows.every(({ values }) => values[place] !== "")).toBe(true)
  }
})

test("an event in full", () => {
  expect(text).toContain(`    <event>
      <string key="concept:name" value="CaseAssigned"/>
      <date key="time:timestamp" value="2026-03-02T01:11:00Z"/>
      <string key="lifecycle:transition" value="complete"/>
      <string key="org:resource" value="worker-7"/>
      <string key="org:group" value="unit-3"/>
      <string key="org:role" value="TriageDesk"/>
      <string key="status" value="Assigned"/>
      <string key="level" value="Grid"/>
      <string key="urgency" value="Ordinary"/>
      <string key="category" value="Noise"/>
      <string key="gridId" value="grid-1"/>
      <string key="helperUnitIds" value="unit-4 unit-5"/>
      <string key="reason" value="=1+1, &quot;now&quot;"/>
    </event>`)
})

describe("characters", () => {
  const through = (value: string): string => {
    const [trace] = aLog.traces()
    const event = { ...trace!.events[0]!, activity: value }
    const log = EventLog.make([], () => [{ caseId: "C1", events: [event] }])
    const written = [...Xes.pieces(log)].join("")
    expect(XMLValidator.validate(written)).toBe(true)
    const { table } = XesReader.read(written)
    return table.rows[0]!.values[table.columns.indexOf("concept:name")]!
  }

  test("every character that XML can hold comes back", () => {
    const all = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).filter(
      (_, code) => code >= 32 || code === 9 || code === 10 || code === 13
    )
    const whole = `${all.join("")}\u{20000}\u{1f6b2}`
    expect(through(whole)).toBe(whole)
    expect(through("]]>&amp;<![CDATA[ &#65; -->")).toBe("]]>&amp;<![CDATA[ &#65; -->")
  })

  test("those that it cannot hold become U+FFFD", () => {
    const never = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).filter(
      (character) => !"\t\n\r".includes(character)
    )
    expect(through(never.join(""))).toBe("\ufffd".repeat(29))
    expect(through("\ufffe\uffff\ud800a\udc00")).toBe("\ufffd\ufffd\ufffda\ufffd")
  })
})

const schema = "schemas/xes/xes-ieee-1849-2016.xsd"
const hasSchema = isThere(schema) && spawnSync("xmllint", ["--version"]).error === undefined

test.skipIf(!hasSchema)(
  "the log is valid by the schema of the standard (skipped without xmllint and ../shared/data)",
  () => {
    const input = text
    const { status, stderr } = spawnSync("xmllint", ["--noout", "--schema", pathOf(schema), "-"], {
      input
    })
    expect(`${status} ${stderr}`).toBe("0 - validates\n")
  }
)

import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import * as NetworkSheet from "../src/NetworkSheet.ts"
import { wangge } from "./wangge.ts"

let base = ""
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "wangge-wrong-"))
})
afterAll(() => {
  rmSync(base, { recursive: true })
})

const desk = { id: "desk", servers: 10, service: { kind: "exponential", mean: 1 } }
const street = { id: "street", arrivals: { kind: "poisson", rate: 9 }, to: "desk" }

const text = (network: object, head: object = {}): string =>
  JSON.stringify({
    format: "wangge-network",
    version: 1,
    network: { sources: [street], stations: [desk], ...network },
    horizon: 20,
    measures: ["number.mean"],
    ...head
  })

/** What is printed of a file that is refused, without its name. */
const refusal = async (content: string, lang = "en"): Promise<string> => {
  const file = join(base, "net.json")
  writeFileSync(file, content)
  const { code, result, messages } = await wangge("network", file, "--lang", lang)
  expect({ code, result }).toEqual({ code: 2, result: "" })
  return messages.replaceAll(file, "FILE")
}

test("each problem of a network is one sentence with place, value and what would be right", async () => {
  const wrong = text({
    sources: [{ ...street, arrivals: { kind: "poison", rate: 9 } }],
    stations: [{ id: "desk", servers: 10 }]
  })
  expect(await refusal(wrong)).toBe(
    [
      "wangge: FILE has 2 problems:",
      '  source "street": arrivals.kind: found "poison"; it should be one of poisson, renewal, stepped, sinusoidal, population, given.',
      '  station "desk": service is missing; it should be an object with a kind.',
      ""
    ].join("\n")
  )
  expect(await refusal(wrong, "zh")).toBe(
    [
      "wangge: FILE有2处问题:",
      '  来源“street”: arrivals.kind:此处是"poison",应为poisson, renewal, stepped, sinusoidal, population, given之一。',
      "  服务台“desk”: service未填写,应为带有kind的对象。",
      ""
    ].join("\n")
  )
  expect(await refusal(text({ sources: [{ ...street, to: "dsek" }] }))).toBe(
    'wangge: FILE has a problem:\n  source "street": to: there is no station "dsek"; it should be one of desk.\n'
  )
})

test("a file that is no object, or of another version, is called by what it is", async () => {
  for (const [content, found] of [
    ["[]", "[]"],
    ["null", "null"],
    ['"x"', '"x"'],
    ["1e999", "Infinity"]
  ] as const) {
    expect(await refusal(content)).toBe(
      `wangge: FILE has a problem:\n  the whole file: found ${found}; it should be a JSON object: a network.\n`
    )
  }
  expect(await refusal("[]", "zh")).toContain("整个文件:此处是[],应为描述网络的JSON对象。")
  expect(await refusal(text({}, { version: 2 }), "zh")).toContain(
    "version:此处是2,应为1(本程序所读的版本)。"
  )
})

test("what a file says of itself cannot move the cursor or break a line", async () => {
  const odd = "a\u001b[31mred\n\nb\u2028c"
  for (const wrong of [
    text({ name: odd }),
    text({ timeUnit: odd }),
    text({ sources: [{ ...street, id: odd }] }),
    text({ sources: [{ ...street, [odd]: 1 }] }),
    text({ stations: [{ ...desk, service: { kind: odd } }] }),
    text({ stations: [{ ...desk, service: { kind: "perClass", classes: { [odd]: 1 } } }] }),
    text({}, { [odd]: 1 }),
    text({}, { streams: odd }),
    text({}, { measures: [odd] })
  ]) {
    const messages = await refusal(wrong)
    expect(messages).toContain("red")
    expect(messages).not.toContain("\u001b")
    expect(messages).not.toContain("\u2028")
    expect(
      messages.split("\n").every((line) => line === "" || /^ {2}\S|^wangge: /.test(line))
    ).toBe(true)
  }
  expect(await refusal(text({ timeUnit: "" }))).toContain(
    'timeUnit: "" cannot stand in a heading; it should be 1 to 60 characters in one line.'
  )
})

test("lists without end and names that are given twice are told with their place", async () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`
  expect(await refusal(deep)).toBe(
    'wangge: FILE is nested too deep at line 1, column 101: found "[", expected at most 100 lists and objects inside each other.\n'
  )
  const twice = text({}).replace('"horizon":20', '"horizon":20,"horizon":30')
  expect(await refusal(twice)).toContain(
    'FILE gives a name twice at line 1, column 226: found "horizon" a second time, expected each name once.'
  )
})

test("a measure that is asked for twice by flags is printed once", async () => {
  const file = join(base, "good.json")
  writeFileSync(file, text({}))
  const measure = ["--measure", "number.mean"]
  const args = ["--replications", "2", ...measure, ...measure, "--format", "json"]
  const { result } = await wangge("network", file, ...args)
  expect(JSON.parse(result).measures).toHaveLength(1)
  expect(await refusal(text({}, { measures: ["lost", "lost"] }))).toContain(
    'measures[1]: "lost" is the same as measures[0]; each measure should be there once.'
  )
})

test("a comparison says what of the other file it does not use", async () => {
  const [one, other] = [join(base, "one.json"), join(base, "other.json")]
  writeFileSync(one, text({}))
  writeFileSync(other, text({}, { horizon: 10, warmUp: 5, measures: ["lost"] }))
  const args = ["network", one, "--against", other, "--replications", "2"]
  const said = await wangge(...args)
  expect(said.code).toBe(0)
  expect(said.messages).toContain(
    `Both run as ${one} says; what ${other} says is not used: horizon 10; warmUp 5; measures lost.`
  )
  const flags = ["--horizon", "20", "--warm-up", "1", "--measure", "number.mean"]
  expect((await wangge(...args, ...flags)).messages).not.toContain("not used")
  const same = ["network", one, "--against", one, "--replications", "2"]
  expect((await wangge(...same)).messages).not.toContain("not used")
})

test("a fork at the horizon or after it, and a precision by one run, are refused", async () => {
  const one = join(base, "one.json")
  writeFileSync(one, text({}))
  const args = ["network", one, "--against", one, "--replications", "2", "--at"]
  expect(await wangge(...args, "20")).toEqual({
    code: 2,
    result: "",
    messages: "wangge: --at 20 is too late: expected a time below the horizon, 20.\n"
  })
  expect(await wangge(...args, "19")).toMatchObject({ code: 0 })
  const few = await wangge("network", one, "--precision", "0.5", "--replications", "1")
  expect(few).toEqual({
    code: 2,
    result: "",
    messages: "wangge: --replications 1 is too few for --precision: expected at least 2.\n"
  })
})

test("what is wrong with a checkpoint is told of its file", async () => {
  const [one, cut] = [join(base, "one.json"), join(base, "cut.study")]
  writeFileSync(one, text({}))
  writeFileSync(cut, "no study")
  const { code, messages } = await wangge("network", one, "--resume", cut)
  expect(code).toBe(2)
  expect(messages.startsWith(`wangge: ${cut}: `)).toBe(true)
})

test("a confidence below 1 is never printed as 100 %", () => {
  const percents = [0.95, 0.999, 0.9999999, 0.9999999999, 1 - 2 ** -53].map(NetworkSheet.percentOf)
  expect(percents).toEqual(["95 %", "99.9 %", "99.99999 %", "99.99999999 %", "99.99999999999999 %"])
})

test("values have the digits that their interval deserves, or their size where there is none", () => {
  const shown = (halfWidth: number | null, ...values: ReadonlyArray<number>) =>
    values.map(NetworkSheet.valueText("time", halfWidth, "en"))
  expect(shown(2.5e-11, 1.00001e-9)).toEqual(["0.000000001000"])
  expect(shown(0.034, 1.23456, 0)).toEqual(["1.235", "0.000"])
  expect(shown(120, 54321.5)).toEqual(["54,321.5"])
  expect(shown(null, 8.1e-9, 0.5, 12.25, 0)).toEqual([
    "0.0000000081",
    "0.5000",
    "12.2500",
    "0.0000"
  ])
  expect(shown(0, 222222218.6, 12345.678)).toEqual(["222,222,219", "12,345.678"])
  expect(NetworkSheet.valueText("share", null, "en")(0.000012)).toBe("0.0012 %")
})

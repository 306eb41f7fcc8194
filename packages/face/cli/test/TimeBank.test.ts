import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { AmountText } from "../src/index.ts"
import { wangge } from "./wangge.ts"

let folder = ""
let journal = ""
let lines: ReadonlyArray<string> = []
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "wangge-timebank-"))
  journal = join(folder, "journal.jsonl")
  await timebank("demo", journal)
  lines = readFileSync(journal, "utf8").trimEnd().split("\n")
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const timebank = (...args: ReadonlyArray<string>) => wangge("timebank", ...args)

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const withLines = (name: string, changed: ReadonlyArray<string>): string =>
  file(name, changed.map((line) => `${line}\n`).join(""))

const indexOf = (part: string): number => lines.findIndex((line) => line.includes(part))

const entryAt = (index: number) => JSON.parse(lines[index] ?? "").entry

describe("timebank demo", () => {
  test("gives the same bytes every time, and prints totals and the head", async () => {
    const again = join(folder, "again.jsonl")
    const first = await timebank("demo", again)
    expect(first.code).toBe(0)
    expect(readFileSync(again, "utf8")).toBe(readFileSync(journal, "utf8"))
    expect(first.result).toMatch(/hour credits +\d+ h/)
    expect(first.result).toMatch(/ {2}head [0-9a-f]{64}\n/)
    expect(first.result).toContain(`The journal is in ${again}`)
  })

  test("without a file writes none and says how", async () => {
    const { code, result } = await timebank("demo", "--lang", "zh")
    expect(code).toBe(0)
    expect(result).toContain("时间币")
    expect(result).toContain("如需保留账本")
  })

  test("is a lively year: every kind of happening, refusals too", () => {
    const kinds = new Set(lines.map((line) => JSON.parse(line).entry?.kind))
    for (const kind of [
      "AccountOpened",
      "LimitsSet",
      "AccountFrozen",
      "AccountUnfrozen",
      "AccountClosed",
      "MandateGranted",
      "Transferred",
      "HoldPlaced",
      "HoldCaptured",
      "Reversed",
      "LotsExpired",
      "GroupPosted",
      "Refused"
    ]) {
      expect(kinds, kind).toContain(kind)
    }
    const refused = lines.filter((line) => line.includes('"kind":"Refused"')).join()
    for (const code of [
      "AlreadyCredited",
      "AlreadyReversed",
      "Insufficient",
      "AccountFrozen",
      "MandateExceeded",
      "GroupRefused"
    ]) {
      expect(refused, code).toContain(`"code":"${code}"`)
    }
    expect(lines.filter((line) => line.includes('"line":"Batch"')).length).toBeGreaterThan(12)
  })

  test("totals as JSON add up", async () => {
    const { result } = await timebank("demo", "--format", "json")
    const { totals, published } = JSON.parse(result)
    for (const { issued, available, onHold, inPools, redeemed, expired } of totals) {
      expect(available + onHold + inPools + redeemed + expired).toBe(issued)
      expect(issued).toBeGreaterThan(0)
    }
    expect(published.head).toMatch(/^[0-9a-f]{64}$/)
  })

  test("prints the totals that the docs show", async () => {
    const page = readFileSync(new URL("../../../../docs/timebank.md", import.meta.url), "utf8")
    const shown = /```text\n([\s\S]*?)```/.exec(page)?.[1] ?? ""
    const { result } = await timebank("demo")
    expect(shown.split("\n")).toHaveLength(7)
    expect(result.startsWith(shown)).toBe(true)
  })

  test("a folder in the place of the file is refused", async () => {
    const { code, messages } = await timebank("demo", folder)
    expect(code).toBe(2)
    expect(messages).toBe(`wangge: Cannot write ${folder}: it is a folder.\n`)
  })
})

describe("timebank verify", () => {
  test("a sound journal ends with code 0, in both languages and as JSON", async () => {
    const { code, result, messages } = await timebank("verify", journal)
    expect({ code, messages }).toEqual({ code: 0, messages: "" })
    expect(result).toMatch(/^Sound: \d+ entries, each decided again/)
    expect((await timebank("verify", journal, "--lang", "zh")).result).toMatch(/^完好/)
    const json = JSON.parse((await timebank("verify", journal, "--format", "json")).result)
    expect(json).toMatchObject({ isSound: true, problems: [], unsealedCount: 0 })
  })

  test("lists inside each other without end are wrong input", async () => {
    const deep = withLines("deep.jsonl", [`${"[".repeat(100_000)}${"]".repeat(100_000)}`])
    const { code, messages } = await timebank("verify", deep)
    expect(code).toBe(2)
    expect(messages).toContain("deep.jsonl line 1 is nested too deep: expected at most 100 lists")
  })

  test("a published head must be in it", async () => {
    const heads = lines.flatMap((line) => /"head":"([0-9a-f]{64})"/.exec(line)?.[1] ?? [])
    const flags = heads.slice(0, 3).flatMap((head) => ["--head", head])
    expect((await timebank("verify", journal, ...flags)).code).toBe(0)
    const cut = withLines("cut.jsonl", lines.slice(0, indexOf('"line":"Batch"') + 1))
    expect((await timebank("verify", cut)).code).toBe(0)
    const { code, result } = await timebank("verify", cut, "--head", heads.at(-1) ?? "")
    expect(code).toBe(1)
    expect(result).toContain(`The published head ${heads.at(-1)} is not in this journal`)
  })

  test("a changed entry ends with code 1 and is named", async () => {
    const index = indexOf("earn-07")
    const { sequence } = entryAt(index)
    const changed = lines.with(index, (lines[index] ?? "").replace('"amount":90', '"amount":900'))
    const path = withLines("changed.jsonl", changed)
    const { code, result, messages } = await timebank("verify", path)
    expect({ code, messages }).toEqual({ code: 1, messages: "" })
    expect(result).toContain(`BROKEN\nEntry ${sequence} (earn-07) was changed`)
    const zh = await timebank("verify", path, "--lang", "zh")
    expect(zh.result).toContain(`账目${sequence} (earn-07)被改动`)
    const json = JSON.parse((await timebank("verify", path, "--format", "json")).result)
    expect(json.problems[0]).toMatchObject({ code: "EntryChanged" })
  })

  test("cut, doubled and moved entries are named", async () => {
    const index = indexOf("earn-07")
    const { sequence } = entryAt(index)
    const cut = await timebank("verify", withLines("less.jsonl", lines.toSpliced(index, 1)))
    expect(cut.result).toContain(`Entries ${sequence} are missing`)
    const line = lines[index] ?? ""
    const twice = await timebank("verify", withLines("more.jsonl", lines.toSpliced(index, 0, line)))
    expect(twice.result).toContain(`Entry ${sequence} (earn-07) stands twice`)
    const swapped = lines.with(index, lines[index + 1] ?? "").with(index + 1, line)
    const moved = await timebank("verify", withLines("moved.jsonl", swapped))
    expect(moved.result).toContain(`Entry ${sequence} (earn-07) was moved`)
    expect([cut.code, twice.code, moved.code]).toEqual([1, 1, 1])
  })

  test("a torn tail is told from tampering", async () => {
    const text = readFileSync(journal, "utf8")
    const { code, result } = await timebank("verify", file("torn.jsonl", text.slice(0, -20)))
    expect(code).toBe(1)
    expect(result).toMatch(/^The last line, \d+, was not finished, as after a crash/)
    expect(result).not.toContain("BROKEN")
  })

  test("line ends of another system and a byte order mark do not matter", async () => {
    const text = readFileSync(journal, "utf8").replaceAll("\n", "\r\n")
    expect((await timebank("verify", file("crlf.jsonl", `\uFEFF${text}`))).code).toBe(0)
  })
})

describe("timebank statement", () => {
  const ask = (...args: ReadonlyArray<string>) => timebank("statement", journal, ...args)

  test("lists what happened, with a running balance, in hours and minutes", async () => {
    const { code, result } = await ask("--account", "m-02-hours")
    expect(code).toBe(0)
    expect(result).toContain("m-02-hours: hour credits (Asia/Shanghai)")
    expect(result).toMatch(
      /2025-01-01 01:00 +welcome-02 +granted +issuer-hours +2 h +2025-07-01 +2 h/
    )
    expect((await ask("--account", "m-02-hours", "--lang", "zh")).result).toContain("期末余额:")
  })

  test("a month closes where the next one opens", async () => {
    const account = ["--account", "m-02-hours", "--format", "json"]
    const may = JSON.parse(
      (await ask(...account, "--from", "2025-05-01", "--to", "2025-05-31")).result
    )
    const june = JSON.parse((await ask(...account, "--from", "2025-06-01")).result)
    const all = JSON.parse((await ask(...account)).result)
    expect(may.closingBalance).toBe(june.openingBalance)
    expect(june.closingBalance).toBe(all.closingBalance)
    expect(all.openingBalance).toBe(0)
  })

  test("as it was known then, what was recorded later is not in it", async () => {
    const index = lines.findIndex((line) => line.includes('"kind":"Reversed"'))
    const { targetId } = entryAt(index).command
    const target = entryAt(indexOf(`"id":"${targetId}"`)).command
    const day = AmountText.day(entryAt(index).command.atSec - 86_400, "Asia/Shanghai")
    const by = ["--by", "effective", "--format", "json"]
    const ids = async (...more: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
      const { result } = await ask("--account", target.credit, ...by, ...more)
      return JSON.parse(result).lines.map((line: { readonly id: string }) => line.id)
    }
    expect(await ids()).toContain("undo-earn-14")
    expect(await ids("--known-at", day)).not.toContain("undo-earn-14")
    expect(await ids("--known-at", day)).toContain(targetId)
  })

  test("points are points", async () => {
    expect((await ask("--account", "shop-points")).result).toMatch(
      /redeemed +m-0\d-points +30 points/
    )
  })

  test("a torn tail does not stand in the way, a broken journal does", async () => {
    const text = readFileSync(journal, "utf8")
    const torn = file("torn2.jsonl", text.slice(0, -20))
    expect((await timebank("statement", torn, "--account", "m-01-hours")).code).toBe(0)
    const broken = withLines("broken.jsonl", lines.toSpliced(indexOf("earn-07"), 1))
    const { code, result, messages } = await timebank(
      "statement",
      broken,
      "--account",
      "m-01-hours"
    )
    expect({ code, result }).toEqual({ code: 2, result: "" })
    expect(messages).toContain("is broken from entry")
  })
})

describe("wrong input ends with code 2, one message and no result", () => {
  const refused = async (args: ReadonlyArray<string>, ...parts: ReadonlyArray<string>) => {
    const { code, result, messages } = await timebank(...args)
    expect({ code, result }).toEqual({ code: 2, result: "" })
    expect(messages.match(/^wangge: /gm)).toHaveLength(1)
    expect(messages).not.toMatch(/\n {4}at /)
    for (const part of parts) expect(messages).toContain(part)
  }

  test("a file that is not there, a folder, an empty file", async () => {
    await refused(["verify", join(folder, "nowhere.jsonl")], "there is no such file")
    await refused(["verify", folder], "Cannot read")
    await refused(["verify", file("empty.jsonl", "")], "the file is empty")
    expect(existsSync(join(folder, "nowhere.jsonl"))).toBe(false)
  })

  test("text, other JSON, another format, another version, a broken first line", async () => {
    await refused(["verify", file("text.txt", "hello\n")], "not a journal", "one JSON object")
    await refused(["verify", file("list.json", "[1]\n")], "not a journal", "a JSON object")
    const other = '{"format":"wangge-scenario","version":1}\n'
    await refused(["verify", file("other.json", other)], '"format" is "wangge-scenario"', "demo")
    const newer = (lines[0] ?? "").replace('"version":1', '"version":9')
    await refused(["verify", withLines("newer.jsonl", [newer])], '"version" is 9', "1 (the version")
    const odd = (lines[0] ?? "").replace("Asia/Shanghai", "Asia/Atlantis")
    await refused(["verify", withLines("odd.jsonl", [odd])], "zone", "IANA")
    await refused(["verify", file("half.jsonl", (lines[0] ?? "").slice(0, 40))], "not a journal")
  })

  test("an unknown account, with a guess and the known ones", async () => {
    const known = "Known accounts: issuer-hours, pool-hours"
    const args = ["statement", journal, "--account"]
    await refused([...args, "m-01-hour"], 'no account "m-01-hour"', 'mean "m-01-hours"?', known)
    await refused([...args, "atlantis"], 'no account "atlantis"', known)
  })

  test("a day that is none, an end before the beginning, a head that is none", async () => {
    const args = ["statement", journal, "--account", "m-01-hours"]
    await refused([...args, "--from", "2025-02-30"], "Expected a day such as 2025-06-30")
    const days = ["--from", "2025-06-02", "--to", "2025-06-01"]
    await refused([...args, ...days], "--to is before --from")
    await refused(["verify", journal, "--head", "abc"], "64 hexadecimal digits")
  })

  test("an unknown verb, a missing file or account", async () => {
    await refused(["verfy", journal], "verify")
    await refused(["verify"], "FILE")
    await refused(["statement", journal], "account")
  })
})

describe("AmountText", () => {
  test.each([
    [0, "0 min", "0分钟"],
    [59, "59 min", "59分钟"],
    [60, "1 h", "1小时"],
    [-61, "-1 h 1 min", "-1小时1分钟"],
    [90_000, "1,500 h", "1,500小时"]
  ])("%i minutes", (amount, en, zh) => {
    expect(AmountText.ofUnit(amount, "hours", "en")).toBe(en)
    expect(AmountText.ofUnit(amount, "hours", "zh")).toBe(zh)
  })

  test("what never ends has no day; midnight belongs to the day that begins", () => {
    expect(AmountText.day(Number.MAX_SAFE_INTEGER, "Asia/Shanghai")).toBe("")
    expect(AmountText.day(1_735_660_799, "Asia/Shanghai")).toBe("2024-12-31")
    expect(AmountText.moment(1_735_660_800, "Asia/Shanghai")).toBe("2025-01-01 00:00")
  })
})

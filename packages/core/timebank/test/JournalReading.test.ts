import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  AuditChain,
  AuditProblem,
  AuditProof,
  AuditTree,
  Digest,
  Journal,
  JournalLine,
  JournalReading,
  type JournalReport,
  Ledger,
  LedgerRules,
  PublishedHead
} from "../src/index.ts"
import { change, firstHalf, linesOf, made, secondHalf } from "./aJournal.ts"
import { nodeSha256, sha256 } from "./sha256.ts"

const textOf = (lines: ReadonlyArray<string>): string => lines.map((line) => `${line}\n`).join("")

const read = (text: string, heads: ReadonlyArray<string> = []): JournalReport.Read => {
  const report = JournalReading.ofText(sha256, text, heads)
  if (!report.ok) throw new Error(JSON.stringify(report.problems))
  return report
}

const problemsOf = (text: string, heads: ReadonlyArray<string> = []): ReadonlyArray<string> =>
  read(text, heads).problems.map(({ code, subject }) => `${code} ${subject}`)

const lines = linesOf()
const sound = textOf(lines)
const entryLines = lines.flatMap((line, index) => (line.includes('"line":"Entry"') ? [index] : []))

describe("a journal that was written", () => {
  test("gives the same ledger, head and lines when it is read", () => {
    const { chain, ledger } = made()
    const report = read(sound)
    expect(report.problems).toEqual([])
    expect(report.isSound).toBe(true)
    expect([...Journal.entries(report.ledger)]).toEqual([...Journal.entries(ledger)])
    expect(Digest.toHex(report.chain.head)).toBe(Digest.toHex(chain.head))
    expect(report.chain.links).toEqual(chain.links)
    expect([...Journal.lines(report.chain, report.ledger)]).toEqual(lines)
    expect(report.rules.policy).toEqual(change.policy)
  })

  test("answers repeated ids as before, refusals too", () => {
    const { ledger } = made()
    const report = read(sound)
    for (const command of [...firstHalf, ...secondHalf]) {
      const answer = Ledger.post(report.rules, report.ledger, command)
      expect(answer).toEqual(Ledger.answerOf(ledger, command.id))
      expect(answer.isRepeated).toBe(true)
    }
  })

  test("has the same heads by another library", () => {
    const report = JournalReading.ofText(nodeSha256, sound)
    expect(report.ok && report.isSound).toBe(true)
  })

  test("is sound whatever its spaces, order of fields and line ends", () => {
    const turned = lines.map((line) => {
      const fields = Object.entries(JSON.parse(line)).reverse()
      return JSON.stringify(Object.fromEntries(fields), null, 1).replaceAll("\n", " ")
    })
    expect(problemsOf(textOf(turned))).toEqual([])
  })

  test("counts entries that no head covers yet", () => {
    const report = read(textOf(lines.slice(0, -1)))
    expect(report.isSound).toBe(true)
    expect(report.unsealedCount).toBe(secondHalf.length)
    expect(report.entryCount).toBe(entryLines.length)
  })

  test("shows no name of a party in its register", () => {
    expect(sound).not.toContain("Li Xiaoming")
  })
})

describe("tampering", () => {
  test("a changed entry is named", () => {
    for (const index of entryLines) {
      const line = lines[index] ?? ""
      const forged = lines.with(index, line.replace(/"byId":"[^"]*"/, '"byId":"p-thief"'))
      const { entry } = JSON.parse(line)
      expect(problemsOf(textOf(forged))[0]).toBe(
        `EntryChanged ${entry.sequence} (${entry.command.id})`
      )
    }
  })

  test("a changed entry with a new check is named by the rules, the next check or the head", () => {
    const amounts = entryLines.filter((index) => lines[index]?.includes('"kind":"Transferred"'))
    for (const index of amounts) {
      const parsed = JournalSchemaLine(lines[index] ?? "")
      const before = JournalSchemaLine(lines[index - 1] ?? "")
      const forgedEntry = JSON.parse(
        JSON.stringify(parsed.entry).replace(/"amount":(\d+)/g, '"amount":1')
      )
      const check = JournalLine.checkOf(
        sha256,
        before.check ?? JournalLine.firstCheck,
        JournalLine.contentText(forgedEntry)
      )
      const forged = lines.with(
        index,
        JournalLine.toText({ line: "Entry", check, entry: forgedEntry })
      )
      expect(problemsOf(textOf(forged)).length).toBeGreaterThan(0)
    }
  })

  test("a cut entry is named by its number", () => {
    for (const index of entryLines) {
      const { sequence, events } = JSON.parse(lines[index] ?? "").entry
      const last = sequence + (events?.length ?? 0)
      const name = last === sequence ? String(sequence) : `${sequence}-${last}`
      expect(problemsOf(textOf(lines.toSpliced(index, 1)))).toEqual([`EntriesMissing ${name}`])
    }
  })

  test("a head that was moved before its last entry is named", () => {
    const index = lines.findIndex((line) => line.includes('"line":"Batch"'))
    const moved = lines.with(index, lines[index - 1] ?? "").with(index - 1, lines[index] ?? "")
    expect(problemsOf(textOf(moved))[0]).toMatch(/^EntryMoved /)
  })

  test("a doubled head is named", () => {
    const index = lines.findIndex((line) => line.includes('"line":"Batch"'))
    const doubled = lines.toSpliced(index, 0, lines[index] ?? "")
    expect(problemsOf(textOf(doubled))).toEqual([`BatchMisplaced ${index + 2}`])
  })

  test("a doubled entry is named, and nothing after it is suspected", () => {
    for (const index of entryLines) {
      const { entry } = JSON.parse(lines[index] ?? "")
      const doubled = lines.toSpliced(index, 0, lines[index] ?? "")
      const name = `EntryRepeated ${entry.sequence} (${entry.command.id})`
      expect(problemsOf(textOf(doubled))).toEqual([name])
    }
  })

  test("an entry that was put in is named", () => {
    const index = entryLines[10] ?? 0
    const { entry } = JSON.parse(lines[index] ?? "")
    const forged = JSON.stringify({ line: "Entry", check: "00", entry: { ...entry, amount: 7 } })
    const name = `EntryInserted ${entry.sequence} (${entry.command.id})`
    expect(problemsOf(textOf(lines.toSpliced(index + 1, 0, forged)))).toEqual([name])
  })

  test("two entries that changed places are named", () => {
    for (const index of entryLines.slice(0, -1)) {
      if (!lines[index + 1]?.includes('"line":"Entry"')) continue
      const swapped = lines.with(index, lines[index + 1] ?? "").with(index + 1, lines[index] ?? "")
      const { entry } = JSON.parse(lines[index] ?? "")
      expect(problemsOf(textOf(swapped))).toEqual([
        `EntryMoved ${entry.sequence} (${entry.command.id})`
      ])
    }
  })

  test("a changed policy is named", () => {
    const index = lines.findIndex((line) => line.includes('"line":"Policy"'))
    const forged = lines.with(index, (lines[index] ?? "").replace("board", "thief"))
    expect(problemsOf(textOf(forged))).toEqual([`PolicyChanged ${index + 1}`])
  })

  test("a changed head is named, and the next batch is judged by it", () => {
    const index = lines.findIndex((line) => line.includes('"line":"Batch"'))
    const forged = lines.with(index, (lines[index] ?? "").replace(/[0-9a-f]{64}/, "0".repeat(64)))
    const [first, second] = read(textOf(forged)).problems
    expect(first).toMatchObject({ code: "HeadDiffers", expected: "0".repeat(64) })
    expect(second?.code).toBe("HeadDiffers")
  })

  test("a journal that another first line begins has other heads", () => {
    const forged = lines.with(0, (lines[0] ?? "").replace("village", "hamlet"))
    expect(problemsOf(textOf(forged))[0]).toMatch(/^HeadDiffers 0-/)
  })

  test("an entry that the rules refuse is named though all digests are right", () => {
    // The thief writes the books himself, with a ledger that has no rules, and chains them anew.
    const { ledger, chain } = made()
    const thief = Ledger.make()
    const forgedChain = AuditChain.start(sha256, chain.start)
    for (const entry of Journal.entries(ledger)) {
      const isLast = entry.kind === "LotsExpired"
      if (!isLast) Ledger.evolve(thief, entry)
    }
    const sequence = Ledger.sequenceNext(thief)
    Ledger.evolve(thief, {
      kind: "Transferred",
      sequence,
      command: {
        action: "Transfer",
        id: "theft",
        atSec: 44,
        byId: "p-wang",
        transferKind: "Gift",
        unit: "hours",
        debit: "li",
        credit: "wang",
        amount: 10
      },
      amount: 10,
      isByMandate: false
    })
    AuditChain.seal(forgedChain, thief)
    const text = Journal.toText(forgedChain, thief)
    const found = read(text).problems
    // The change of policy is missing too, which shows at the first entry that it decided, if any.
    expect(found[0]).toMatchObject({
      code: "EntryNotAllowed",
      subject: `${sequence} (theft)`,
      found: "NotPermitted"
    })
  })

  test("any one character that is changed is found", () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom("0", "1", "a", "Z", '"', " "), (pick, letter) => {
        const at = pick % sound.length
        if (sound[at] === letter) return
        const changed = `${sound.slice(0, at)}${letter}${sound.slice(at + 1)}`
        const report = JournalReading.ofText(sha256, changed)
        if (report.ok && report.isSound) {
          // Only a space that changed nothing may pass: the content is the same.
          expect([...Journal.lines(report.chain, report.ledger)]).toEqual(lines)
        }
      }),
      { numRuns: 150 }
    )
  })
})

const JournalSchemaLine = (text: string) => JSON.parse(text)

describe("a torn tail", () => {
  test("is told from tampering, wherever the writer stopped", () => {
    const whole = sound.length
    for (let length = whole - 1; length > sound.indexOf("\n") + 1; length -= 97) {
      const report = read(sound.slice(0, length))
      const isWhole = sound[length - 1] === "\n" || sound[length] === "\n"
      expect(report.isTorn).toBe(!isWhole)
      expect(report.isSound).toBe(isWhole)
      const codes = report.problems.map(({ code }) => code)
      expect(codes).toEqual(isWhole ? [] : ["LineUnfinished"])
    }
  })

  test("the entries before it are whole", () => {
    const index = entryLines.at(-1) ?? 0
    const report = read(`${textOf(lines.slice(0, index))}${lines[index]?.slice(0, 30)}`)
    expect(report.entryCount).toBe(entryLines.length - 1)
    expect(report.problems).toEqual([
      {
        code: "LineUnfinished",
        subject: String(index + 1),
        found: 30,
        expected: report.trustedUntil - 1
      }
    ])
  })

  test("a line that cannot be read in the middle is no torn tail", () => {
    const index = entryLines[4] ?? 0
    const report = read(textOf(lines.with(index, (lines[index] ?? "").slice(0, 30))))
    expect(report.isTorn).toBe(false)
    expect(report.problems[0]).toMatchObject({ code: "LineUnreadable", subject: String(index + 1) })
  })
})

describe("a file that is none", () => {
  test.each([
    ["", "", "a first line: the file is empty"],
    ["\n", "", "one JSON object on one line"],
    ["hello\n", "", "one JSON object on one line"],
    ['{"format":"wangge-scenario"}\n', "format", '"wangge-timebank-journal"'],
    ['{"format":"wangge-timebank-journal","version":2}', "version", "1 (the version"]
  ])("is said to be that: %j", (text, path, expected) => {
    const report = JournalReading.ofText(sha256, text)
    expect(report.ok ? [] : report.problems[0]).toMatchObject({
      path,
      expected: expect.stringContaining(expected)
    })
  })
})

describe("published heads", () => {
  const { chain, ledger } = made()
  const published = PublishedHead.publish(chain, ledger)

  test("every head and root of a sealed journal is met", () => {
    const heads = chain.links.map(({ head }) => head)
    expect(problemsOf(sound, [...heads, published.root, published.head.toUpperCase()])).toEqual([])
    expect(read(sound).published).toEqual(published)
  })

  test("a journal that was cut at the end is sound by itself, but not against its head", () => {
    const cut = textOf(
      lines.slice(
        0,
        lines.findIndex((line) => line.includes('"Policy"'))
      )
    )
    expect(problemsOf(cut)).toEqual([])
    expect(problemsOf(cut, [published.head])).toEqual([`HeadUnknown ${published.head}`])
    const [problem] = read(cut, [published.head]).problems
    expect(problem?.found).toBe(read(cut).trustedUntil)
  })

  test("a head that was never published is unknown", () => {
    expect(problemsOf(sound, ["ab".repeat(32)])).toEqual([`HeadUnknown ${"ab".repeat(32)}`])
  })

  test("a member proves that his entry is in the root, and no other", () => {
    for (const command of [...firstHalf, ...secondHalf]) {
      const found = PublishedHead.prove(chain, ledger, {
        id: command.id,
        entryCount: published.entryCount
      })
      if (found === undefined) throw new Error(command.id)
      const entry = JournalLine.contentBytes(found.entry)
      expect(AuditProof.holds(sha256, { proof: found.proof, root: published.root, entry })).toBe(
        true
      )
      const other = JournalLine.contentBytes({ ...found.entry, sequence: 999 })
      expect(
        AuditProof.holds(sha256, { proof: found.proof, root: published.root, entry: other })
      ).toBe(false)
    }
  })

  test("a member of a group is proved by its group; what is not there yet has no proof", () => {
    const asked = { entryCount: published.entryCount }
    const found = PublishedHead.prove(chain, ledger, { id: "member-2", ...asked })
    expect(found?.entry.command.id).toBe("group")
    expect(PublishedHead.prove(chain, ledger, { id: "nobody", ...asked })).toBeUndefined()
    expect(PublishedHead.prove(chain, ledger, { id: "expire", entryCount: 3 })).toBeUndefined()
  })

  test("an earlier root is proved by its own count", () => {
    const early = Ledger.make()
    const earlyChain = AuditChain.start(sha256, chain.start)
    Ledger.postBatch(LedgerRules.compile(chain.start.policy), early, firstHalf)
    const first = PublishedHead.publish(earlyChain, early)
    const found = PublishedHead.prove(chain, ledger, {
      id: "capture",
      entryCount: first.entryCount
    })
    if (found === undefined) throw new Error("capture")
    const entry = JournalLine.contentBytes(found.entry)
    expect(AuditProof.holds(sha256, { proof: found.proof, root: first.root, entry })).toBe(true)
    expect(first.root).not.toBe(published.root)
  })
})

describe("the chain", () => {
  test("its head depends on where batches end, and on nothing else", () => {
    const again = made()
    expect(again.chain.links).toEqual(made().chain.links)
    const { chain, ledger } = made()
    const one = AuditChain.start(sha256, chain.start)
    AuditChain.seal(one, ledger)
    expect(Digest.toHex(one.head)).not.toBe(Digest.toHex(chain.head))
  })

  test("sealing twice changes nothing; a chain does not go back", () => {
    const { chain, ledger } = made()
    const before = chain.links.length
    AuditChain.seal(chain, ledger)
    expect(chain.links).toHaveLength(before)
    expect(() => AuditChain.seal(chain, Ledger.make())).toThrow(RangeError)
  })

  test("an empty ledger has the head of its first line", () => {
    const { chain } = made()
    const empty = AuditChain.start(sha256, chain.start)
    const text = Journal.toText(empty, Ledger.make())
    expect(read(text).published.head).toBe(Digest.toHex(empty.head))
    expect(PublishedHead.publish(empty, Ledger.make()).root).toBe(
      Digest.toHex(AuditTree.root(sha256, AuditTree.empty()))
    )
  })
})

describe("AuditProblem", () => {
  test("every code has words with its place in both languages", () => {
    for (const code of AuditProblem.codes) {
      const words = AuditProblem.describe(AuditProblem.make(code, "S-1", "F-1", "E-1"))
      for (const text of [words.en, words.zh]) {
        expect(text).toContain("S-1")
        expect(text).toContain("E-1")
      }
    }
  })
})

/**
 * Runs the tables of `docs/scenarios/cases-*.md`: every row is a command, and its event or
 * rejection and the fields it names have to come out.
 */
import { readdirSync, readFileSync } from "node:fs"
import { Zone } from "@wangge/calendar"
import { Id, Seconds } from "@wangge/facts"
import { describe, expect, test } from "vitest"
import {
  Case,
  CaseAction,
  type CaseCommand,
  CaseDecider,
  CaseProfile,
  CaseRules,
  CaseSource,
  Category,
  FollowUpOutcome,
  HandlingLevel,
  Satisfaction,
  Urgency
} from "../src/index.ts"
import { calendarClocks } from "./aCase.ts"

const folder = new URL("../../../../docs/scenarios/", import.meta.url)

interface Row {
  readonly time: string
  readonly who: string
  readonly command: string
  readonly result: string
  readonly then: string
}

interface Table {
  readonly title: string
  readonly rows: ReadonlyArray<Row>
}

/** The tables of a page under their headings. */
const tablesOf = (text: string): ReadonlyArray<Table> =>
  text
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      title: section.slice(0, section.indexOf("\n")),
      rows: section
        .split("\n")
        .filter((line) => /^\| \d/.test(line))
        .map((line) => {
          const cells = line.split("|").map((cell) => cell.trim())
          const [, time = "", who = "", command = "", result = "", then = ""] = cells
          return { time, who, command, result, then }
        })
    }))

/** The instant of a wall-clock time in Shanghai, `2025-03-03 08:00` or with a `T`. */
const instantOf = (text: string): number => {
  const day = Seconds.parseIsoDate(text.slice(0, 10))
  const minutes = Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))
  if (!Number.isInteger(day + minutes)) throw new Error(`no time: ${text}`)
  return Zone.toInstantSec("Asia/Shanghai", day, minutes * 60)
}

/** One of a list, or a failure that names the word. */
const oneOf = <Word extends string>(list: ReadonlyArray<Word>, word: string | undefined): Word => {
  const found = list.find((known) => known === word)
  if (found === undefined) throw new Error(`"${word}" is none of ${list.join(", ")}`)
  return found
}

/** `key=value` words as a lookup. */
const pairsOf = (words: ReadonlyArray<string>): ReadonlyMap<string, string> =>
  new Map(
    words.map((word) => {
      const cut = word.indexOf("=")
      if (cut < 1) throw new Error(`"${word}" is not key=value`)
      return [word.slice(0, cut), word.slice(cut + 1)] as const
    })
  )

const commandOf = (caseId: Id.Id<"Case">, row: Row): CaseCommand.CaseCommand => {
  const [name, ...words] = row.command.split(" ")
  const pairs = pairsOf(words)
  const text = (key: string): string => pairs.get(key) ?? ""
  const action = oneOf(CaseAction.list, name)
  const order = {
    caseId,
    atSec: instantOf(row.time),
    actorId: row.who,
    reason: text("reason")
  }
  switch (action) {
    case "Report":
      return {
        ...order,
        action,
        source: oneOf(CaseSource.list, pairs.get("source")),
        category: oneOf(Category.list, pairs.get("category")),
        urgency: oneOf(Urgency.list, pairs.get("urgency")),
        gridId: Id.make("grid-12"),
        unitId: text("unit")
      }
    case "Merge":
      return { ...order, action, intoCaseId: Id.make(text("into")) }
    case "Triage": {
      const level = oneOf(HandlingLevel.list, pairs.get("level"))
      const urgency = oneOf(Urgency.list, pairs.get("urgency"))
      return { ...order, action, urgency, level, unitId: text("unit") }
    }
    case "Assign":
    case "Escalate":
      return { ...order, action, unitId: text("unit") }
    case "Extend":
      return { ...order, action, approverId: text("approver") }
    case "Suspend": {
      const untilSec = text("until") === "" ? Case.notYet : instantOf(text("until"))
      return { ...order, action, approverId: text("approver"), untilSec }
    }
    case "Resolve":
    case "WriteOff":
      return { ...order, action, resultNote: text("note") }
    case "RecordFollowUp": {
      const outcome = oneOf(FollowUpOutcome.list, pairs.get("outcome"))
      const satisfaction = oneOf(Satisfaction.list, pairs.get("satisfaction"))
      return { ...order, action, outcome, satisfaction }
    }
    case "Resume":
      return { ...order, action }
    case "Reopen":
      return { ...order, action }
    default:
      return { ...order, action }
  }
}

/** The fields that the last column can name. */
const fieldsOf = (state: Case.Case): Readonly<Record<string, string>> => ({
  status: state.status,
  owner: state.ownerUnitId,
  level: state.level,
  due: String(state.dueSec),
  returns: String(state.returnCount),
  reopens: String(state.reopenCount),
  late: state.wasOverdue ? "yes" : "no",
  verified: Case.isVerifiedResolved(state) ? "yes" : "no"
})

const checkThen = (state: Case.State, row: Row): void => {
  if (state.status === "None") throw new Error(`${row.time}: there is no case yet`)
  for (const [key, value] of pairsOf(row.then.split(" "))) {
    const expected = key === "due" ? String(instantOf(value)) : value
    expect([row.time, key, fieldsOf(state)[key]]).toEqual([row.time, key, expected])
  }
}

const pages = readdirSync(folder).filter((name) => /^cases-.*\.md$/.test(name))

test("there is a page for the five-step method and one for the closed loop", () => {
  expect(pages).toEqual(expect.arrayContaining(["cases-closed-loop.md", "cases-five-step.md"]))
})

for (const page of pages) {
  describe(page, () => {
    const text = readFileSync(new URL(page, folder), "utf8")
    const id = oneOf(CaseProfile.profileIds, /^Profile: `(\w+)`$/m.exec(text)?.[1])
    const rules = CaseRules.compile(CaseProfile.all[id], { clocks: calendarClocks })
    for (const table of tablesOf(text)) {
      test(table.title, () => {
        expect(table.rows.length).toBeGreaterThan(2)
        const caseId: Id.Id<"Case"> = Id.make(table.title.toLowerCase().replaceAll(/[^a-z]+/g, "-"))
        let state = Case.none
        for (const row of table.rows) {
          const decision = CaseDecider.decide(rules, state, commandOf(caseId, row))
          const result = decision.ok ? decision.event.kind : `refused ${decision.rejection.code}`
          expect([row.time, row.command, result]).toEqual([row.time, row.command, row.result])
          if (decision.ok) state = Case.evolve(state, decision.event)
          checkThen(state, row)
        }
      })
    }
  })
}

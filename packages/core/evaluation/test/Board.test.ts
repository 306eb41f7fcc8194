import { Id } from "@wangge/facts"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  Board,
  type BoardCommand,
  BoardDecider,
  BoardProblem,
  BoardTerms,
  BoardView,
  EvaluationPreset,
  Honour,
  HonourConsent,
  Shortfall
} from "../src/index.ts"
import { compiled, exact } from "./aFact.ts"
import { aResult, oneRate } from "./aResult.ts"

const day = 86_400
const terms = BoardTerms.defaults

const consent = (
  personId = "li",
  given: Partial<HonourConsent.HonourConsent> = {}
): HonourConsent.HonourConsent => {
  const decision = HonourConsent.give({
    personId: Id.make(personId),
    honour: "ModelWorker",
    shownName: personId.toUpperCase(),
    basis: { kind: "Consent", reference: "form", isSeparateConsent: true, assessmentId: "" },
    givenSec: 0,
    untilSec: 60 * day,
    ...given
  })
  if (!decision.ok) throw new Error(decision.problem.code)
  return decision.consent
}

const honour = (personId = "li"): Honour.HonourEntry => ({
  entryId: `honour-${personId}`,
  honour: "ModelWorker",
  personId: Id.make(personId),
  citation: { en: "found 40 hazards", zh: "发现隐患40处" }
})

const shortfall = (unitId: string, missedCount = 12, dueCount = 40): Shortfall.ShortfallEntry => ({
  entryId: `${unitId}/onTime`,
  unitId: Id.make(unitId),
  label: { en: unitId, zh: unitId },
  indicatorId: "onTime",
  missedCount,
  dueCount,
  personCount: 4
})

type Loose = Partial<Omit<BoardCommand.BoardCommand, "action">> & Record<string, unknown>

/** The history after some commands, or the code of the first one refused. */
const run = (
  commands: ReadonlyArray<BoardCommand.BoardCommand>,
  start: Board.History = []
): Board.History | string => {
  let history = start
  for (const command of commands) {
    const decision = BoardDecider.decide(terms, history, command)
    if (!decision.ok) return decision.problem.code
    history = [...history, decision.event]
  }
  return history
}

const historyOf = (commands: ReadonlyArray<BoardCommand.BoardCommand>): Board.History => {
  const history = run(commands)
  if (typeof history === "string") throw new Error(history)
  return history
}

const base = { boardId: "board-1", actorId: "office" } as const

const draft = (content: Board.Content, given: Loose = {}): BoardCommand.BoardCommand => ({
  ...base,
  action: "DraftBoard",
  atSec: 0,
  basis: "result 2024-05",
  content,
  consents: [consent("li"), consent("wang")],
  ...given
})

const shortfalls = (...entries: ReadonlyArray<Shortfall.ShortfallEntry>): Board.Content => ({
  kind: "Shortfalls",
  entries
})

const publish = (days = 30, atSec = 5 * day): BoardCommand.BoardCommand => ({
  ...base,
  action: "PublishBoard",
  atSec,
  days
})

const dispute = (
  atSec: number,
  unitId = "unit-1",
  given: Partial<{ subjectId: string; reason: string }> = {}
): BoardCommand.BoardCommand => ({
  ...base,
  action: "DisputeEntry",
  atSec,
  actorId: "unit-1-lead",
  disputeId: `dispute-${atSec}`,
  entryId: `${unitId}/onTime`,
  subjectId: unitId,
  reason: "two were ours no more",
  ...given
})

const ruling = (
  atSec: number,
  disputedSec: number,
  isUpheld: boolean,
  actorId = "reviewer"
): BoardCommand.BoardCommand => ({
  ...base,
  action: "DecideDispute",
  atSec,
  actorId,
  disputeId: `dispute-${disputedSec}`,
  isUpheld,
  reason: "the log agrees"
})

const repair = (atSec: number, entryId = "unit-1/onTime"): BoardCommand.BoardCommand => ({
  ...base,
  action: "RepairEntry",
  atSec,
  entryId,
  reason: "all closed"
})

const rowsAt = (
  history: Board.History,
  atSec: number,
  consents: ReadonlyArray<HonourConsent.HonourConsent> = []
): ReadonlyArray<string> | string => {
  const shown = BoardView.read(terms, history, { atSec, consents })
  if (!shown.ok) return shown.problem.code
  return shown.page.kind === "Honours"
    ? shown.page.rows.map(({ shownName }) => shownName)
    : shown.page.rows.map(
        ({ entryId, missed, due, isDisputed }) =>
          `${entryId} ${missed} of ${due}${isDisputed ? " disputed" : ""}`
      )
}

const two = shortfalls(shortfall("unit-1"), shortfall("unit-2", 15, 30))

describe("a shortfall board", () => {
  it("takes units only: a person does not fit", () => {
    const personId: Id.Id<"Person"> = Id.make("li")
    const entry = { ...shortfall("unit-1") }
    // @ts-expect-error a person's id is no unit's
    const wrong: Shortfall.ShortfallEntry = { ...entry, unitId: personId }
    // @ts-expect-error an honour of a person is no shortfall
    const content: Board.Content = { kind: "Shortfalls", entries: [honour()] }
    expect([wrong.unitId, content.kind]).toEqual(["li", "Shortfalls"])
  })

  it("is made of the units of a result below a line, and of nobody's workers", () => {
    const result = aResult([
      ["a", 10, 20],
      ["b", 19, 20],
      ["c", 0, 0],
      ["d", 16, 20]
    ])
    const units = ["d", "c", "b", "a"].map((unitId) => ({
      unitId: Id.make<"Unit">(unitId),
      personCount: 3
    }))
    const { id: indicatorId } = oneRate.indicators[0]!
    const given = { indicatorId, line: exact("0.9"), units }
    const selected = Shortfall.select(terms, compiled(oneRate), result, given)
    const rows = selected.ok
      ? selected.entries.map(({ entryId, missedCount, dueCount }) => [
          entryId,
          missedCount,
          dueCount
        ])
      : selected.problems
    expect(rows).toEqual([
      [`a/${indicatorId}`, 10, 20],
      [`d/${indicatorId}`, 4, 20]
    ])
    const codes = (
      rules = oneRate,
      changes: Partial<Shortfall.Selection> = {},
      of = result
    ): unknown => {
      const found = Shortfall.select(terms, compiled(rules), of, { ...given, ...changes })
      return found.ok ? found.entries.length : found.problems.map(({ code }) => code)
    }
    expect(codes(EvaluationPreset.threeRates)).toEqual(["OtherRules"])
    expect(codes(oneRate, { indicatorId: "gone" })).toEqual(["UnknownIndicator"])
    const small = units.map(({ unitId }) => ({ unitId, personCount: 2 }))
    expect(codes(oneRate, { units: small })).toEqual(["UnitTooSmall", "UnitTooSmall"])
    const ofWorkers = { ...oneRate, unitKind: "Worker" as const }
    expect(codes(ofWorkers, {}, aResult([["a", 1, 2]], ofWorkers))).toEqual(["UnitsArePersons"])
  })

  it("waits for the correction window, stands for its days, and ends", () => {
    expect(run([draft(two), publish(30, 5 * day - 1)])).toBe("CorrectionOpen")
    const history = historyOf([draft(two), publish(30, 5 * day)])
    const seen = [5 * day - 1, 5 * day, 35 * day - 1, 35 * day].map((sec) => rowsAt(history, sec))
    const rows = ["unit-1/onTime 12 of 40", "unit-2/onTime 15 of 30"]
    expect(seen).toEqual(["NotPublished", rows, rows, "NotPublished"])
  })

  it("stands three months at most", () => {
    const codes = [0, 0.5, 1, 89, 90].map((days) => {
      const done = run([draft(two), publish(days)])
      return typeof done === "string" ? done : "ok"
    })
    expect(codes).toEqual(["TooLong", "TooLong", "ok", "ok", "TooLong"])
  })

  it("shows no small count, and none that others give away", () => {
    const content = shortfalls(shortfall("unit-1", 3, 43), shortfall("unit-2", 20, 60))
    expect(rowsAt(historyOf([draft(content), publish()]), 5 * day)).toEqual([
      "unit-1/onTime Suppressed of 43",
      "unit-2/onTime Suppressed of 60"
    ])
  })

  it("withholds what was disputed before, and marks what is disputed later", () => {
    const early = historyOf([draft(two), dispute(day), publish()])
    expect(rowsAt(early, 6 * day)).toEqual(["unit-2/onTime 15 of 30"])
    const kept = historyOf([draft(two), dispute(day), publish(), ruling(7 * day, day, false)])
    expect(rowsAt(kept, 7 * day - 1)).toEqual(["unit-2/onTime 15 of 30"])
    expect(rowsAt(kept, 7 * day)).toEqual(["unit-1/onTime 12 of 40", "unit-2/onTime 15 of 30"])
    const late = historyOf([draft(two), publish(), dispute(6 * day)])
    expect(rowsAt(late, 6 * day)).toEqual([
      "unit-1/onTime 12 of 40 disputed",
      "unit-2/onTime 15 of 30"
    ])
    const upheld = historyOf([
      draft(two),
      publish(),
      dispute(6 * day),
      ruling(7 * day, 6 * day, true)
    ])
    expect(rowsAt(upheld, 7 * day)).toEqual(["unit-2/onTime 15 of 30"])
  })

  it("loses an entry that was repaired, and keeps its history", () => {
    const history = historyOf([draft(two), publish(), repair(8 * day)])
    expect(rowsAt(history, 8 * day - 1)).toHaveLength(2)
    expect(rowsAt(history, 8 * day)).toEqual(["unit-2/onTime 15 of 30"])
    const standing = Board.standing(history)
    expect(standing !== "None" && standing.entries[0]?.removalCause).toBe("Repaired")
    expect(history.map(({ kind }) => kind)).toEqual([
      "BoardDrafted",
      "BoardPublished",
      "EntryRepaired"
    ])
  })

  it("is gone when it is taken down", () => {
    const down = { ...base, action: "TakeDownBoard", atSec: 7 * day, reason: "a mistake" } as const
    const history = historyOf([draft(two), publish(), down])
    expect(rowsAt(history, 7 * day - 1)).toHaveLength(2)
    expect(rowsAt(history, 7 * day)).toBe("NotPublished")
    expect(run([repair(8 * day)], history)).toBe("TakenDown")
  })

  it("refuses what does not fit, each by its code", () => {
    const drafted = [draft(two)]
    const refusals: ReadonlyArray<readonly [string, ReadonlyArray<BoardCommand.BoardCommand>]> = [
      ["NoBoard", [publish()]],
      ["AlreadyDrafted", [draft(two), draft(two)]],
      ["ReasonMissing", [draft(two, { basis: " " })]],
      ["NothingToList", [draft(shortfalls())]],
      ["DuplicateId", [draft(shortfalls(shortfall("u"), shortfall("u")))]],
      ["BadCount", [draft(shortfalls(shortfall("u", 5, 4)))]],
      ["BadCount", [draft(shortfalls(shortfall("u", -1)))]],
      ["UnitTooSmall", [draft(shortfalls({ ...shortfall("u"), personCount: 2 }))]],
      ["TimeNotWhole", [draft(two, { atSec: 0.5 })]],
      ["TimeWentBack", [...drafted, publish(), repair(4 * day)]],
      ["AlreadyPublished", [...drafted, publish(), publish(9, 6 * day)]],
      ["NoSuchEntry", [...drafted, dispute(1, "unit-9")]],
      ["NotItsEntry", [...drafted, dispute(1, "unit-1", { subjectId: "unit-2" })]],
      ["ReasonMissing", [...drafted, dispute(1, "unit-1", { reason: "" })]],
      ["AlreadyDisputed", [...drafted, dispute(1), dispute(2)]],
      ["NotDisputed", [...drafted, ruling(2, 1, true)]],
      ["JudgeInOwnCause", [...drafted, dispute(1), ruling(2, 1, true, "office")]],
      ["JudgeInOwnCause", [...drafted, dispute(1), ruling(2, 1, true, "unit-1-lead")]],
      ["NotDisputed", [...drafted, dispute(1), ruling(2, 1, true), ruling(3, 1, true)]],
      ["NoSuchEntry", [...drafted, repair(1), repair(2)]]
    ]
    for (const [code, commands] of refusals) expect(run(commands)).toBe(code)
    for (const code of BoardProblem.codes) {
      const words = BoardProblem.describe(BoardProblem.make(code, "s", 1, 2))
      expect(words.zh).not.toMatch(/[{}]/)
    }
  })
})

describe("an honours board", () => {
  const honours: Board.Content = { kind: "Honours", entries: [honour("li"), honour("wang")] }

  it("names nobody without an own consent to this honour", () => {
    expect(run([draft(honours, { consents: [consent("li")] })])).toBe("ConsentMissing")
    const other = consent("wang", { honour: "ModelLead" })
    expect(run([draft(honours, { consents: [consent("li"), other] })])).toBe("ConsentMissing")
    const over = consent("wang", { untilSec: 1 })
    const late = draft(honours, { atSec: 1, consents: [consent("li"), over] })
    expect(run([late])).toBe("ConsentMissing")
  })

  it("loses a name in the second of the withdrawal, and at the end of the consent", () => {
    const history = historyOf([draft(honours), publish(80)])
    const withdrawn = HonourConsent.withdraw(consent("li"), 9 * day)
    if (!withdrawn.ok) throw new Error(withdrawn.problem.code)
    const consents = [withdrawn.consent, consent("wang")]
    expect(rowsAt(history, 9 * day - 1, consents)).toEqual(["LI", "WANG"])
    expect(rowsAt(history, 9 * day, consents)).toEqual(["WANG"])
    expect(rowsAt(history, 60 * day, consents)).toEqual([])
    expect(rowsAt(history, 9 * day)).toEqual([])
  })

  it("can be disputed by the person, and is not repaired", () => {
    const own = { ...dispute(6 * day), entryId: "honour-li", subjectId: "li" }
    const history = historyOf([draft(honours), publish(), own])
    const shown = BoardView.read(terms, history, { atSec: 6 * day, consents: [consent("li")] })
    expect(shown.ok && shown.page.rows.map(({ isDisputed }) => isDisputed)).toEqual([true])
    expect(run([repair(7 * day, "honour-li")], history)).toBe("NotAShortfall")
  })

  it("knows the ten-star household only as an honour", () => {
    expect(Honour.labels.TenStarHousehold.zh).toBe("十星级文明户")
    const entry = { ...honour("li"), honour: "TenStarHousehold" as const }
    expect(Honour.consentFor(entry, [consent("li")], 1)).toBe("None")
  })
})

describe("a consent", () => {
  const codeOf = (given: Partial<HonourConsent.HonourConsent>): string => {
    const decision = HonourConsent.give({ ...consent(), ...given })
    return decision.ok ? "ok" : decision.problem.code
  }

  it("is separate, on record, named and not empty", () => {
    const basis = consent().basis
    expect(codeOf({ untilSec: 0 })).toBe("EmptyConsent")
    expect(codeOf({ untilSec: 0.5 })).toBe("TimeNotWhole")
    expect(codeOf({ shownName: " " })).toBe("ReasonMissing")
    expect(codeOf({ basis: { ...basis, reference: "" } })).toBe("ReasonMissing")
    expect(codeOf({ basis: { ...basis, isSeparateConsent: false } })).toBe("ConsentNotSeparate")
    expect(codeOf({ basis: { ...basis, kind: "StatutoryDuty" } })).toBe("ConsentNotSeparate")
  })

  it("is withdrawn once, at any time after it was given", () => {
    const first = HonourConsent.withdraw(consent("li", { givenSec: 5 }), 5)
    const codes = [
      first,
      HonourConsent.withdraw(consent("li", { givenSec: 5 }), 4),
      HonourConsent.withdraw(consent(), 0.5),
      first.ok ? HonourConsent.withdraw(first.consent, 6) : first
    ].map((decision) => (decision.ok ? "ok" : decision.problem.code))
    expect(codes).toEqual(["ok", "TimeWentBack", "TimeNotWhole", "AlreadyWithdrawn"])
  })
})

describe("whatever happens to a board", () => {
  const commands = fc.array(
    fc.oneof(
      fc.constant(publish(30, 5 * day)),
      fc
        .record({ atSec: fc.integer({ min: 0, max: 50 * day }), kind: fc.nat({ max: 3 }) })
        .map(({ atSec, kind }): BoardCommand.BoardCommand => {
          if (kind === 0) return dispute(atSec)
          if (kind === 1) return ruling(atSec, atSec, atSec % 2 === 0)
          if (kind === 2) return repair(atSec, "unit-2/onTime")
          return { ...base, action: "TakeDownBoard", atSec, reason: "a mistake" }
        })
    ),
    { maxLength: 12 }
  )

  it("shows nothing outside its days and nothing that was removed", () => {
    fc.assert(
      fc.property(commands, fc.integer({ min: 0, max: 60 * day }), (given, atSec) => {
        let history = historyOf([draft(two)])
        for (const command of given) {
          const decision = BoardDecider.decide(terms, history, command)
          if (decision.ok) history = [...history, decision.event]
        }
        const shown = BoardView.read(terms, history, { atSec, consents: [] })
        const standing = Board.standing(history, atSec)
        if (!shown.ok || standing === "None") return
        expect(atSec).toBeGreaterThanOrEqual(5 * day)
        expect(atSec).toBeLessThan(35 * day)
        const removed = standing.entries.filter(({ removedSec }) => removedSec <= atSec)
        const shownIds = shown.page.rows.map(({ entryId }) => entryId)
        for (const { entryId } of removed) expect(shownIds).not.toContain(entryId)
      }),
      { numRuns: 200 }
    )
  })
})

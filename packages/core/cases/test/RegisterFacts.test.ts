import { describe, expect, test } from "vitest"
import {
  Case,
  type CaseCommand,
  CaseDecider,
  CaseFacts,
  CaseSource,
  RegisterFacts
} from "../src/index.ts"
import { baseRules, command, path } from "./aCase.ts"

/** The facts of a run of commands, and the case that it leads to. */
const runOf = (commands: ReadonlyArray<CaseCommand.CaseCommand>) => {
  let state: Case.State = Case.none
  const facts = []
  for (const one of commands) {
    const decision = CaseDecider.decide(baseRules, state, one)
    if (!decision.ok) throw new Error(decision.rejection.code)
    facts.push(...RegisterFacts.of(state, decision.event))
    state = Case.evolve(state, decision.event)
  }
  if (state.status === "None") throw new Error("a run reports a case")
  return { facts, item: state }
}

const kindsOf = (commands: ReadonlyArray<CaseCommand.CaseCommand>) =>
  runOf(commands).facts.map(({ kind, subjectId }) => [kind, subjectId])

describe("facts of events", () => {
  test("a case that is written off was found, filed, assigned and claimed, each once", () => {
    expect(kindsOf(path.writtenOff(50))).toEqual([
      ["caseFoundByResident", "intake"],
      ["caseFiled", "intake"],
      ["caseAssigned", "unit-3"],
      ["caseClaimed", "unit-3"]
    ])
  })

  test("a case settled on the spot is filed and claimed", () => {
    const found = kindsOf([...path.reported(0), command.settle(9)])
    expect(found.map(([kind]) => kind)).toEqual(["caseFoundByResident", "caseFiled", "caseClaimed"])
  })

  test("a rejected case is not filed", () => {
    const found = kindsOf([...path.reported(0), command.plain("Reject", 1)])
    expect(found.map(([kind]) => kind)).toEqual(["caseFoundByResident"])
  })

  test.each(CaseSource.list)(
    "a case from %s is found by a worker, a resident or neither",
    (source) => {
      const found = kindsOf([{ ...command.report(0), source }])
      const expected =
        source === "HigherLevel"
          ? []
          : [[source === "GridWorker" ? "caseFoundByWorker" : "caseFoundByResident", "intake"]]
      expect(found).toEqual(expected)
    }
  )

  test("no kind and no id is one of CaseFacts", () => {
    const others: ReadonlyArray<string> = CaseFacts.kinds
    const shared = RegisterFacts.kinds.filter((kind) => others.includes(kind))
    expect(shared).toEqual([])
    const { facts } = runOf(path.writtenOff(50))
    expect(facts[0]).toEqual({
      id: "case-1/1/caseFoundByResident",
      kind: "caseFoundByResident",
      subjectId: "intake",
      gridId: "grid-5",
      atSec: 50,
      quantity: 1,
      unit: "case",
      causeId: "case-1/1"
    })
  })
})

describe("a case is due", () => {
  test("once, at the last second of its limit, for the unit that answers for it", () => {
    const { item } = runOf(path.inProgress(0))
    expect(RegisterFacts.due(item)).toEqual([
      {
        id: "case-1/due/caseDue",
        kind: "caseDue",
        subjectId: "unit-3",
        gridId: "grid-5",
        atSec: item.dueSec,
        quantity: 1,
        unit: "case",
        causeId: "case-1/due"
      }
    ])
  })

  test("at the later second once it was reopened, by the same cause", () => {
    const [before] = RegisterFacts.due(runOf(path.inProgress(0)).item)
    const [after] = RegisterFacts.due(
      runOf([...path.followUp(0), command.followUp(9, "NotResolved")]).item
    )
    expect(after?.atSec).toBeGreaterThan(before?.atSec ?? 0)
    expect(after?.causeId).toBe(before?.causeId)
  })

  test("not where it was rejected or merged", () => {
    const rejected = runOf([...path.reported(0), command.plain("Reject", 1)]).item
    const merged = runOf([...path.reported(0), command.merge(1)]).item
    expect([rejected, merged].flatMap(RegisterFacts.due)).toEqual([])
  })

  test("not without a limit", () => {
    const { item } = runOf(path.inProgress(0))
    expect(RegisterFacts.due({ ...item, dueSec: Number.POSITIVE_INFINITY })).toEqual([])
  })
})

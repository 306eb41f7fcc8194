import { Fact } from "@wangge/facts"
import { describe, expect, test } from "vitest"
import { Case, type CaseCommand, CaseDecider, CaseFacts } from "../src/index.ts"
import { baseRules, command, path } from "./aCase.ts"

const day = 86_400

/** All facts of a run of commands. */
const factsOf = (commands: ReadonlyArray<CaseCommand.CaseCommand>): ReadonlyArray<Fact.Fact> => {
  let state = Case.none
  const facts: Array<Fact.Fact> = []
  for (const one of commands) {
    const decision = CaseDecider.decide(baseRules, state, one)
    if (!decision.ok) throw new Error(decision.rejection.code)
    facts.push(...CaseFacts.of(state, decision.event))
    state = Case.evolve(state, decision.event)
  }
  return facts
}

const kindsOf = (commands: ReadonlyArray<CaseCommand.CaseCommand>) =>
  factsOf(commands).map((fact) => fact.kind)

describe("facts", () => {
  test("a case closed in time yields report, answer, end and on time, each once", () => {
    const facts = factsOf(path.writtenOff(50))
    expect(facts.map((fact) => fact.kind)).toEqual([
      "caseReported",
      "caseConfirmed",
      "reporterSatisfied",
      "caseClosed",
      "caseOnTime"
    ])
    expect(Fact.distinct([...facts, ...facts])).toEqual(facts)
    expect(facts[0]).toEqual({
      id: "case-1/1/caseReported",
      kind: "caseReported",
      subjectId: "intake",
      gridId: "grid-5",
      atSec: 50,
      quantity: 1,
      unit: "case",
      causeId: "case-1/1"
    })
    expect(facts[3]?.subjectId).toBe("unit-3")
  })

  test("a case resolved after its due second is late", () => {
    const late = [
      ...path.inProgress(0),
      command.resolve(8 * day),
      command.plain("BeginFollowUp", 8 * day),
      command.followUp(8 * day, "NotReached"),
      command.writeOff(8 * day)
    ]
    expect(kindsOf(late)).toEqual(["caseReported", "reporterNotReached", "caseClosed", "caseLate"])
  })

  test("a reopening follow-up names the unit that had claimed the matter resolved", () => {
    const facts = factsOf([...path.followUp(0), command.followUp(1, "NotResolved", "Dissatisfied")])
    expect(facts.slice(1).map((fact) => [fact.kind, fact.subjectId])).toEqual([
      ["caseNotResolved", "unit-3"],
      ["reporterDissatisfied", "unit-3"],
      ["caseReopened", "unit-3"]
    ])
  })

  test("an end that is no write-off is closed, and neither on time nor late", () => {
    const reported = path.reported(0)
    expect(kindsOf([...reported, command.plain("Reject", 1)])).toEqual([
      "caseReported",
      "caseClosed"
    ])
    expect(kindsOf([...reported, command.merge(1)])).toEqual(["caseReported", "caseClosed"])
    expect(kindsOf([...reported, command.plain("Withdraw", 1)])).toEqual([
      "caseReported",
      "caseClosed"
    ])
  })

  test("reopening after the write-off is a fact, moves in between are not", () => {
    expect(kindsOf([...path.writtenOff(0), command.plain("Reopen", 1)]).at(-1)).toBe("caseReopened")
    expect(kindsOf(path.inProgress(0))).toEqual(["caseReported"])
  })

  test("every kind that occurs is on the list", () => {
    const seen = kindsOf([
      ...path.followUp(0),
      command.followUp(1, "NotResolved", "Dissatisfied"),
      command.plain("Withdraw", 2)
    ])
    for (const kind of seen) expect(CaseFacts.kinds).toContain(kind)
  })
})

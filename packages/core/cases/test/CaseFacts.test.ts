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
      "contactOnTime",
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
    expect(facts[4]?.subjectId).toBe("unit-3")
  })

  test("a case resolved after its due second is late", () => {
    const late = [
      ...path.inProgress(0),
      command.resolve(8 * day),
      command.plain("BeginFollowUp", 8 * day),
      command.followUp(8 * day, "NotReached"),
      command.writeOff(8 * day)
    ]
    expect(kindsOf(late)).toEqual([
      "caseReported",
      "contactOnTime",
      "reporterNotReached",
      "caseClosed",
      "caseLate"
    ])
  })

  test("a reopening follow-up names the unit that had claimed the matter resolved", () => {
    const facts = factsOf([...path.followUp(0), command.followUp(1, "NotResolved", "Dissatisfied")])
    expect(facts.slice(2).map((fact) => [fact.kind, fact.subjectId])).toEqual([
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
    expect(kindsOf(path.inProgress(0))).toEqual(["caseReported", "contactOnTime"])
  })

  test("every kind that occurs is on the list", () => {
    const seen = kindsOf([
      ...path.followUp(0),
      command.followUp(1, "NotResolved", "Dissatisfied"),
      command.plain("Withdraw", 2)
    ])
    for (const kind of seen) expect(CaseFacts.kinds).toContain(kind)
  })

  test("the first contact is on time or late, once per limit", () => {
    const day1 = command.plain("Contact", day)
    const late = command.plain("Contact", day + 1)
    expect(kindsOf([...path.assigned(0), day1]).at(-1)).toBe("contactOnTime")
    expect(kindsOf([...path.assigned(0), late]).at(-1)).toBe("contactLate")
    const both = [...path.assigned(0), day1, command.plain("Accept", 9 * day)]
    expect(kindsOf(both)).toEqual(["caseReported", "contactOnTime"])
  })

  test("a case settled on the spot is a fact of the unit that settled it", () => {
    const facts = factsOf([...path.reported(0), command.settle(5)])
    expect(facts.slice(1).map((fact) => [fact.kind, fact.subjectId])).toEqual([
      ["contactOnTime", "grid-5-team"],
      ["caseSettledOnSpot", "grid-5-team"]
    ])
  })

  test("units that helped have a fact each when the case is written off", () => {
    const helped = [
      ...path.triaged(0),
      { ...command.assign(0), helperUnitIds: ["unit-7", "unit-8"] },
      ...path.writtenOff(0).slice(4)
    ]
    const facts = factsOf(helped).filter((fact) => fact.kind === "caseHelped")
    expect(facts.map((fact) => fact.subjectId)).toEqual(["unit-7", "unit-8"])
    expect(Fact.distinct([...facts, ...facts])).toEqual(facts)
  })

  test("returns, escalations, rework and upheld appeals are facts of the unit that had the case", () => {
    expect(kindsOf([...path.assigned(0), command.plain("Return", 1)]).at(-1)).toBe("caseReturned")
    expect(kindsOf([...path.triaged(0), command.assess(1, { cost: 99 })]).at(-1)).toBe(
      "caseEscalated"
    )
    expect(kindsOf([...path.triaged(0), command.assess(1)]).at(-1)).toBe("caseReported")
    expect(kindsOf([...path.resolved(0), command.check(1, "Refuted")]).at(-1)).toBe("caseReworked")
    const appealed = [...path.writtenOff(0), command.plain("Appeal", 1), command.decideAppeal(2)]
    expect(kindsOf(appealed).slice(-2)).toEqual(["appealUpheld", "caseReopened"])
  })
})

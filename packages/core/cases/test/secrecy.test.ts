/**
 * Personal texts are planted wherever a person can write or be named: ids of people, reasons, notes,
 * descriptions, contacts, photos. None of them may come out in a public view, in the words of any
 * refusal, in a hidden value that is printed, or in an error.
 */
import { inspect } from "node:util"
import { Id } from "@wangge/facts"
import { LegalBasis, PrivacyProblem, Purpose } from "@wangge/privacy"
import fc from "fast-check"
import { expect, test } from "vitest"
import {
  Case,
  type CaseCommand,
  CaseDecider,
  CaseProfile,
  CaseRejection,
  CaseSheet,
  CaseView,
  CaseViewProblem,
  PhotoNote,
  Publication,
  PublicationProblem,
  RateRow,
  Reporter,
  ReporterAccess,
  ReporterConsent,
  ReporterProblem
} from "../src/index.ts"
import { baseRules, command, path } from "./aCase.ts"
import { aContact, aReporter, aSheet } from "./aReporter.ts"

/** Twelve letters that no word of ours contains. */
const secret = fc.stringMatching(/^[a-z]{6}$/).map((text) => `zqx${text}jqz`)

/** A command with the secret in every free field that speaks of persons. */
const withSecret = (one: CaseCommand.CaseCommand, text: string): CaseCommand.CaseCommand => {
  const planted = {
    actorId: `actor-${text}`,
    reason: `because of ${text}`,
    photoIds: [`photo-${text}`],
    attachmentIds: [`file-${text}`]
  }
  switch (one.action) {
    case "Resolve":
    case "WriteOff":
      return { ...one, ...planted, resultNote: `done for ${text}` }
    case "Suspend":
    case "Extend":
      return { ...one, ...planted, approverId: `chief-${text}` }
    default:
      return { ...one, ...planted }
  }
}

/** Commands of any kind at any time; most of them are refused. */
const anyCommand = (atSec: number): ReadonlyArray<CaseCommand.CaseCommand> => [
  ...path.writtenOff(atSec),
  command.plain("Reject", atSec),
  command.plain("Withdraw", atSec),
  command.plain("Return", atSec),
  command.plain("Resume", atSec),
  command.plain("Reopen", atSec),
  command.escalate(atSec),
  command.extend(atSec),
  command.suspend(atSec, atSec - 1),
  command.suspend(atSec, atSec + 9),
  command.followUp(atSec, "NotReached", "Satisfied"),
  { ...command.resolve(atSec), caseId: Id.make("case-2") },
  command.resolve(0.5),
  command.merge(atSec)
]

/** What a refusal is: the value itself, and its words. */
const rejectionTexts = (text: string, steps: ReadonlyArray<number>) => {
  const texts: Array<string> = []
  let state = Case.none
  let item: Case.Case | undefined
  steps.forEach((pick, index) => {
    const all = anyCommand(index - 2)
    const one = all[pick % all.length]
    if (one === undefined) return
    const decision = CaseDecider.decide(baseRules, state, withSecret(one, text))
    if (decision.ok) {
      item = Case.evolve(state, decision.event)
      state = item
      return
    }
    const { rejection } = decision
    texts.push(JSON.stringify(rejection), JSON.stringify(CaseRejection.describe(rejection)))
  })
  return { texts, item }
}

/** A reporter full of the secret, hidden from the one complained of. */
const reporterOf = (text: string): Reporter.Reporter =>
  aReporter({
    reporterId: Id.make(`person-${text}`),
    contact: aContact(`138 ${text}`),
    complainedPersonIds: [`foe-${text}`],
    actorId: `person-${text}`
  })

const sheetOf = (text: string): CaseSheet.CaseSheet =>
  aSheet({
    buildingId: Id.make(`building-${text}`),
    description: `${text} was here`,
    answer: `told ${text}`
  })

/** Every refusal that the ledger, the views and publications can give to somebody with a secret. */
const refusalTexts = (text: string): ReadonlyArray<string> => {
  const record = reporterOf(text)
  const foe = { personId: `foe-${text}`, unitIds: ["unit-3"], role: "HandlingUnit" } as const
  const order = { atSec: -5, actorId: `desk-${text}` }
  const request = { purpose: "Statistics", basis: LegalBasis.duty("") } as const
  const ledger = [
    Reporter.erase(record, { ...order, cause: "PurposeEnded" }),
    Reporter.hide(record, {
      ...order,
      cause: "Complaint",
      isFromAll: true,
      unitIds: [],
      personIds: []
    }),
    ReporterConsent.withdraw(record, { ...order, purpose: "Care" })
  ].flatMap((decision) => (decision.ok ? [] : [decision.problem]))
  const contacts = [foe, { ...foe, personId: "w", role: "Caller" } as const].flatMap((viewer) => {
    const answer = ReporterAccess.contactOf(viewer, record, request)
    return answer.ok ? [] : answer.problems
  })
  const photo = PhotoNote.make({ point: [0, 0], takenSec: 0, digest: `face of ${text}` })
  const uses = Purpose.list.flatMap((purpose) => {
    const read = CaseSheet.read(sheetOf(text), purpose, ["description", "answer", "buildingId"])
    return read.ok ? [] : read.problems
  })
  expect([ledger.length, contacts.length > 2, photo.ok, uses.length > 9]).toEqual([
    3,
    true,
    false,
    true
  ])
  return [
    JSON.stringify([ledger, contacts, photo, uses]),
    ...ledger.map((problem) => JSON.stringify(ReporterProblem.describe(problem))),
    ...uses.map((problem) => JSON.stringify(PrivacyProblem.describe(problem))),
    ...(photo.ok ? [] : [JSON.stringify(CaseViewProblem.describe(photo.problem))])
  ]
}

/** What the public reads, at any state of the case. */
const publicTexts = (text: string, item: Case.Case): ReadonlyArray<string> => {
  const decision = Publication.publish(Publication.defaults, item, {
    publicationId: Id.make("pub-1"),
    atSec: 1000,
    actorId: `editor-${text}`,
    days: 30
  })
  if (!decision.ok) throw new Error(decision.problem.code)
  const whole = { item, sheet: sheetOf(text), reporters: [reporterOf(text)], merges: [] }
  const read = { terms: Publication.defaults, profile: CaseProfile.fiveStep, zone: "Asia/Shanghai" }
  const shown = Publication.read(decision.publication, whole, { ...read, atSec: 1000 })
  const gone = Publication.read(decision.publication, whole, { ...read, atSec: 1e9 })
  expect([shown.ok, gone.ok]).toEqual([true, false])
  return [
    JSON.stringify([shown, gone]),
    ...(gone.ok ? [] : [JSON.stringify(PublicationProblem.describe(gone.problem))]),
    JSON.stringify(CaseView.unit([item], item.ownerUnitId, 1000)),
    JSON.stringify(RateRow.of(item, 1000)),
    inspect(whole.reporters[0]?.contact, { showHidden: true }),
    JSON.stringify(whole.reporters[0]?.contact),
    errorOf(() => RateRow.of(item, -9)),
    errorOf(() => JSON.parse(`{"${String(whole.reporters[0]?.contact)}`))
  ]
}

const errorOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    return inspect(error)
  }
  throw new Error("nothing was thrown")
}

test("no planted text comes out in public views, refusals, printed values or errors", () => {
  const steps = fc.array(fc.nat(200), { minLength: 5, maxLength: 40 })
  let refusedCount = 0
  fc.assert(
    fc.property(secret, steps, (text, picks) => {
      const { texts, item } = rejectionTexts(text, [0, ...picks])
      refusedCount += texts.length
      const seen = [
        ...texts,
        ...refusalTexts(text),
        ...(item === undefined ? [] : publicTexts(text, item))
      ]
      expect(seen.filter((one) => one.includes(text))).toEqual([])
    }),
    { numRuns: 150 }
  )
  expect(refusedCount).toBeGreaterThan(1000)
})

test("the planting works: the worker of the unit does read the text, the log the actor", () => {
  const text = "zqxplantedjqz"
  const { item } = rejectionTexts(text, [0])
  if (item === undefined) throw new Error("not reported")
  const whole = { item, sheet: sheetOf(text), reporters: [], merges: [] }
  const seen = CaseView.worker(whole, { personId: "w", unitIds: ["intake"], role: "IntakeDesk" })
  expect(JSON.stringify(seen)).toContain(text)
  expect(JSON.stringify(reporterOf(text))).toContain(text)
})

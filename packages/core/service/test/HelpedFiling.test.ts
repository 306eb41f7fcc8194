import { Id, Seconds } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  HelpedFiling,
  type HelpedFilingCommand,
  HelpedFilingDecider,
  ServiceMove
} from "../src/index.ts"

type Command = HelpedFilingCommand.HelpedFilingCommand

const filingId = Id.make<"Filing">("filing-1")
const rules = HelpedFilingDecider.base
const end = 30 * Seconds.daySec

const authorisation: HelpedFilingCommand.Authorisation = {
  granterId: "r-1",
  standing: "Self",
  residentId: "r-1",
  helperIds: ["li", "wang"],
  skillIds: ["business-07"],
  fromSec: 0,
  untilSec: end,
  way: "Signed",
  witnessId: "",
  evidenceDigest: "0a".repeat(32),
  maySubstitute: true
}
const by = (atSec: number, byId = "li") => ({ filingId, atSec, byId })
const authorise = (changes: Partial<HelpedFilingCommand.Authorisation> = {}): Command => ({
  ...by(0),
  action: "AuthoriseFiling",
  authorisation: { ...authorisation, ...changes }
})
const receive = (atSec: number, documentId: string, byId = "li"): Command => ({
  ...by(atSec, byId),
  action: "ReceiveDocument",
  documentId,
  what: "identity card",
  isOriginal: true
})
const give = (
  atSec: number,
  documentId: string,
  to: "Resident" | "Authority" = "Resident"
): Command => ({
  ...by(atSec),
  action: "EndCustody",
  documentId,
  to
})
const file = (atSec: number, skillId = "business-07", byId = "li"): Command => ({
  ...by(atSec, byId),
  action: "FileBusiness",
  skillId,
  reference: "2025-1"
})
const answer = (
  atSec: number,
  result: "Granted" | "Refused" | "MoreAsked" = "Granted"
): Command => ({
  ...by(atSec),
  action: "RecordResult",
  result,
  reference: "answer-1"
})
const tell = (atSec: number): Command => ({ ...by(atSec), action: "TellResult", how: "by phone" })
const revoke = (atSec: number, byId = "r-1"): Command => ({
  ...by(atSec, byId),
  action: "RevokeAuthorisation",
  reason: "moved away"
})
const replace = (atSec: number, fromId: string, toId: string): Command => ({
  ...by(atSec, "lead"),
  action: "ReplaceHelper",
  fromId,
  toId
})
const close = (atSec: number): Command => ({ ...by(atSec), action: "CloseFiling", note: "done" })

const decide = (state: HelpedFiling.State, command: Command) =>
  HelpedFilingDecider.decide(rules, state, command)
const after = (commands: ReadonlyArray<Command>): HelpedFiling.State =>
  commands.reduce<HelpedFiling.State>((state, command) => {
    const decision = decide(state, command)
    if (!decision.ok) throw new Error(JSON.stringify(decision.rejection))
    return HelpedFiling.evolve(state, decision.event)
  }, HelpedFiling.none)
const opened = (commands: ReadonlyArray<Command>): HelpedFiling.HelpedFiling => {
  const state = after(commands)
  if (state.status === "None") throw new Error("nothing is open")
  return state
}
const outcome = (commands: ReadonlyArray<Command>, last: Command): string => {
  const decision = decide(after(commands), last)
  return decision.ok ? decision.event.kind : decision.rejection.code
}

const upTo: Readonly<Record<HelpedFiling.Status, ReadonlyArray<Command>>> = {
  Authorised: [authorise()],
  Filed: [authorise(), file(1)],
  Answered: [authorise(), file(1), answer(2)],
  Told: [authorise(), file(1), answer(2), tell(3)],
  Closed: [authorise(), file(1), answer(2), tell(3), close(4)]
}

describe("helped filing", () => {
  test("never without an authorisation", () => {
    const steps = [
      receive(0, "d"),
      give(0, "d"),
      file(0),
      answer(0),
      tell(0),
      revoke(0),
      replace(0, "li", "x"),
      close(0)
    ]
    expect(steps.map((step) => outcome([], step))).toEqual(steps.map(() => "NotAuthorised"))
    expect(outcome(upTo.Authorised, authorise())).toBe("AlreadyAuthorised")
    expect(outcome(upTo.Authorised, { ...file(1), filingId: Id.make("filing-2") })).toBe(
      "WrongFiling"
    )
  })

  test("every status allows its own steps and no others", () => {
    const steps = [
      receive(9, "d"),
      file(9),
      answer(9),
      tell(9),
      revoke(9),
      replace(9, "li", "zhao"),
      close(9)
    ]
    const no = "MoveNotAllowed"
    expect(
      HelpedFiling.statuses.map((status) => steps.map((step) => outcome(upTo[status], step)))
    ).toEqual([
      [
        "DocumentReceived",
        "BusinessFiled",
        no,
        no,
        "AuthorisationRevoked",
        "HelperReplaced",
        "FilingClosed"
      ],
      ["DocumentReceived", no, "ResultRecorded", no, "AuthorisationRevoked", "HelperReplaced", no],
      [no, no, no, "ResultTold", "AuthorisationRevoked", "HelperReplaced", no],
      [no, no, no, no, "AuthorisationRevoked", "HelperReplaced", "FilingClosed"],
      [no, no, no, no, no, no, no]
    ])
  })

  test("where more is asked for, the matter is filed again, and the resident told each time", () => {
    const more = [...upTo.Filed, answer(2, "MoreAsked")]
    expect(outcome(more, file(3))).toBe("MoveNotAllowed")
    const again = [...more, tell(3), receive(4, "d"), give(5, "d", "Authority"), file(6)]
    expect(opened(again)).toMatchObject({
      status: "Filed",
      result: "None",
      toldSec: ServiceMove.notYet
    })
    expect(outcome(again, close(7))).toBe("MoveNotAllowed")
  })

  test("the term ends by itself, to the second; what was begun is wound up", () => {
    expect(outcome(upTo.Authorised, file(end - 1))).toBe("BusinessFiled")
    expect(outcome(upTo.Authorised, file(end))).toBe("AuthorisationEnded")
    expect(outcome(upTo.Authorised, receive(end, "d"))).toBe("AuthorisationEnded")
    const held = [authorise(), receive(1, "d"), file(2)]
    expect(outcome(held, answer(end + 5))).toBe("ResultRecorded")
    expect(outcome(held, give(end + 5, "d"))).toBe("CustodyEnded")
    const later = authorise({ fromSec: 10 })
    expect(outcome([later], file(9))).toBe("AuthorisationEnded")
    expect(outcome([later], file(10))).toBe("BusinessFiled")
  })

  test("the resident withdraws it at any time, and it ends in that second", () => {
    const revoked = [...upTo.Authorised, revoke(5)]
    expect(outcome(revoked, file(5))).toBe("AuthorisationEnded")
    expect(outcome(revoked, close(5))).toBe("FilingClosed")
    expect(HelpedFiling.endSec(opened(revoked))).toBe(5)
    expect(outcome(upTo.Authorised, revoke(5, "li"))).toBe("ActorNotNamed")
    const filed = [...upTo.Filed, revoke(5)]
    expect(outcome(filed, answer(6))).toBe("ResultRecorded")
  })

  test("only those named act, only within the scope", () => {
    expect(outcome(upTo.Authorised, file(1, "business-07", "zhao"))).toBe("ActorNotNamed")
    expect(outcome(upTo.Authorised, file(1, "business-08"))).toBe("OutOfScope")
    const handed = [...upTo.Authorised, replace(1, "li", "zhao")]
    expect(outcome(handed, file(2, "business-07", "li"))).toBe("ActorNotNamed")
    expect(outcome(handed, file(2, "business-07", "zhao"))).toBe("BusinessFiled")
    expect(outcome(handed, replace(2, "li", "chen"))).toBe("HelperNotNamed")
    expect(outcome(upTo.Authorised, replace(1, "li", "r-1"))).toBe("SuccessorIsParty")
    expect(outcome([authorise({ maySubstitute: false })], replace(1, "li", "zhao"))).toBe(
      "SubstitutionNotAllowed"
    )
  })

  test("documents are received once, given back once, and none is kept at the end", () => {
    const held = [...upTo.Authorised, receive(1, "d")]
    expect(outcome(held, receive(2, "d"))).toBe("DocumentKnown")
    expect(outcome(held, give(2, "e"))).toBe("DocumentUnknown")
    expect(outcome(held, close(2))).toBe("DocumentsHeld")
    const back = [...held, give(2, "d")]
    expect(outcome(back, give(3, "d"))).toBe("DocumentGone")
    expect(outcome(back, close(3))).toBe("FilingClosed")
    expect(opened(back).documents).toEqual([
      {
        documentId: "d",
        what: "identity card",
        isOriginal: true,
        heldBy: "Resident",
        receivedSec: 1,
        endedSec: 2
      }
    ])
  })

  test("an authorisation is whole: who, for what, how, until when", () => {
    const code = (changes: Partial<HelpedFilingCommand.Authorisation>) =>
      outcome([], authorise(changes))
    expect(code({ granterId: "" })).toBe("ItemMissing")
    expect(code({ helperIds: [] })).toBe("ItemMissing")
    expect(code({ skillIds: [] })).toBe("ItemMissing")
    expect(code({ granterId: "r-2" })).toBe("ItemMissing")
    expect(code({ granterId: "r-2", standing: "Guardian" })).toBe("FilingAuthorised")
    expect(code({ evidenceDigest: "scan of the form" })).toBe("DigestBad")
    expect(code({ helperIds: ["li", "r-1"] })).toBe("HelperIsParty")
    expect(code({ way: "WitnessedMark" })).toBe("WitnessNeeded")
    expect(code({ way: "WitnessedMark", witnessId: "li" })).toBe("WitnessNeeded")
    expect(code({ way: "WitnessedMark", witnessId: "neighbour" })).toBe("FilingAuthorised")
    expect(code({ untilSec: rules.termSecMax })).toBe("FilingAuthorised")
    expect(code({ untilSec: rules.termSecMax + 1 })).toBe("TermBad")
    expect(code({ untilSec: 0 })).toBe("TermBad")
    expect(code({ fromSec: -9, untilSec: 0 })).toBe("TermBad")
  })

  test("time, actor and empty texts are refused", () => {
    expect(outcome(upTo.Filed, { ...answer(2), atSec: 1.5 })).toBe("TimeNotWhole")
    expect(outcome(upTo.Filed, answer(0))).toBe("TimeWentBack")
    expect(outcome(upTo.Filed, { ...answer(2), byId: "" })).toBe("ActorMissing")
    const silent: ReadonlyArray<Command> = [
      { ...by(9), action: "TellResult", how: " " },
      { ...by(9, "r-1"), action: "RevokeAuthorisation", reason: "" },
      { ...by(9), action: "CloseFiling", note: "" },
      { ...by(9), action: "FileBusiness", skillId: "business-07", reference: "" }
    ]
    for (const step of silent) expect(outcome(upTo.Answered, step)).toBe("ItemMissing")
  })

  test("random steps: nothing is received or filed outside force and scope, every act is on record", () => {
    const step = fc.record({
      pick: fc.nat(8),
      leap: fc.integer({ min: -1, max: 4 * Seconds.daySec }),
      id: fc.nat(3),
      who: fc.nat(3)
    })
    const people = ["li", "wang", "zhao", "r-1"]
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: "max" }), (steps) => {
        let state: HelpedFiling.State = HelpedFiling.none
        const log: Array<HelpedFilingCommand.HelpedFilingEvent> = []
        for (const { pick, leap, id, who } of [{ pick: 9, leap: 0, id: 0, who: 0 }, ...steps]) {
          const atSec: number = (state.status === "None" ? 0 : state.lastSec) + leap
          const actor = people[who]!
          const command: Command = [
            receive(atSec, `d-${id}`, actor),
            give(atSec, `d-${id}`),
            file(atSec, `business-0${7 + (id % 2)}`, actor),
            answer(atSec, id === 0 ? "MoreAsked" : "Granted"),
            tell(atSec),
            id === 3 && who === 3 ? revoke(atSec) : tell(atSec),
            replace(atSec, actor, people[id]!),
            id === 3 ? close(atSec) : tell(atSec),
            give(atSec, `d-${id}`, "Authority"),
            authorise()
          ][pick]!
          const decision = decide(state, command)
          if (!decision.ok) continue
          const { event } = decision
          if (
            state.status !== "None" &&
            (event.kind === "BusinessFiled" || event.kind === "DocumentReceived")
          ) {
            expect(HelpedFiling.isInForce(state, event.command.atSec)).toBe(true)
            expect(state.authorisation.helperIds).toContain(event.command.byId)
          }
          if (event.kind === "BusinessFiled") expect(event.command.skillId).toBe("business-07")
          if (event.kind === "FilingClosed" && state.status !== "None") {
            expect(HelpedFiling.held(state)).toEqual([])
          }
          log.push(event)
          expect(event.version).toBe(log.length)
          state = HelpedFiling.evolve(state, event)
        }
        const replayed = log.reduce<HelpedFiling.State>(HelpedFiling.evolve, HelpedFiling.none)
        expect(replayed).toEqual(state)
      }),
      { numRuns: 200 }
    )
  })

  test("an event that does not follow breaks loudly", () => {
    const decision = decide(HelpedFiling.none, authorise())
    if (!decision.ok) throw new Error("refused")
    const { event } = decision
    const state = HelpedFiling.evolve(HelpedFiling.none, event)
    expect(() => HelpedFiling.evolve(state, event)).toThrow("does not follow")
  })
})

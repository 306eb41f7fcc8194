import { describe, expect, test } from "vitest"
import { Mediation, MediationRoute } from "../src/index.ts"
import { after, mediationMachine as machine, mediation, refused } from "./aSideProcess.ts"

const open = [mediation.open(0)]
const agreed = [...open, mediation.session(5), mediation.agree(10)]

describe("row 26: mediation", () => {
  for (const partyId of ["party-1", "party-2"]) {
    test(`given two parties, when ${partyId} refuses, then mediation ends and other routes are offered`, () => {
      const state = after(machine, [
        ...open,
        mediation.session(5),
        { ...mediation.refuse(10, partyId), reason: "" }
      ])
      expect([state.status, state.refusedByPartyId, state.endedSec]).toEqual([
        "Refused",
        partyId,
        10
      ])
      expect(state.offeredRoutes).toEqual(MediationRoute.list)
      expect(Mediation.standing(state).isOpen).toBe(false)
      const rejection = refused(
        machine,
        [...open, mediation.refuse(10, partyId)],
        mediation.agree(11)
      )
      expect(rejection.code).toBe("MoveNotAllowed")
    })
  }

  test("after the agreement nobody refuses any more", () => {
    expect(refused(machine, agreed, mediation.refuse(11, "party-1")).allowed).toEqual([
      "FollowUpPromise",
      "CloseMediation"
    ])
  })

  test("a mediator who ends it says why, and the routes are offered all the same", () => {
    const state = after(machine, [...open, mediation.end(5)])
    expect([state.status, state.offeredRoutes.length]).toEqual(["Ended", 5])
    const silent = { ...mediation.end(5), reason: "" }
    expect(refused(machine, open, silent).missing).toEqual(["Reason"])
  })

  test("a dispute has two parties at least, each once, and a mediator", () => {
    expect(refused(machine, [], mediation.open(0, ["party-1", " "])).code).toBe("TooFewParties")
    expect(refused(machine, [], mediation.open(0, ["party-1", "party-1"])).code).toBe("NamedTwice")
    expect(after(machine, [mediation.open(0, ["a", "b", "c"])]).partyIds.length).toBe(3)
    const without = { ...mediation.open(0), mediatorId: "" }
    expect(refused(machine, [], without).missing).toEqual(["Mediator"])
    expect(refused(machine, open, mediation.refuse(1, "party-9")).code).toBe("NotNamed")
  })
})

describe("agreement and follow-up", () => {
  test("all parties agree, on promises of their own with dates ahead", () => {
    const rejection = refused(machine, open, mediation.agree(10, ["party-2"]))
    expect([rejection.code, rejection.missing]).toEqual(["PartyMissing", ["party-1"]])
    const none = { ...mediation.agree(10), promises: [] }
    expect(refused(machine, open, none).missing).toEqual(["Promise"])
    const stranger = { what: "pay", partyId: "party-9", dueSec: 20 }
    expect(refused(machine, open, { ...none, promises: [stranger] }).code).toBe("NotNamed")
    const now = { what: "pay", partyId: "party-1", dueSec: 10 }
    expect(refused(machine, open, { ...none, promises: [now] }).code).toBe("DateNotLater")
  })

  test("a promise is broken only after its due second, kept at any time, followed up once", () => {
    expect(refused(machine, agreed, mediation.followUp(110, 0, false)).code).toBe("NotDueYet")
    const broken = after(machine, [...agreed, mediation.followUp(111, 0, false)])
    expect(broken.promises.map(({ outcome }) => outcome)).toEqual(["Broken", "Unknown"])
    const kept = [...agreed, mediation.followUp(11, 0)]
    expect(refused(machine, kept, mediation.followUp(200, 0, false)).code).toBe("AlreadySettled")
    for (const index of [-1, 2, 0.5]) {
      const rejection = refused(machine, agreed, mediation.followUp(11, index))
      expect([rejection.code, rejection.expected]).toEqual(["CountImpossible", "0 to 1"])
    }
  })

  test("it closes when every promise was followed up; broken ones open the other routes", () => {
    const first = [...agreed, mediation.followUp(11, 0)]
    expect(refused(machine, first, mediation.close(12)).missing).toEqual(["2"])
    const kept = after(machine, [...first, mediation.followUp(12, 1), mediation.close(13)])
    expect([kept.status, kept.offeredRoutes]).toEqual(["Kept", []])
    const broken = after(machine, [
      ...first,
      mediation.followUp(211, 1, false),
      mediation.close(212)
    ])
    expect([broken.status, broken.offeredRoutes.length]).toEqual(["Broken", 5])
  })

  test("the ledger has a line per promise, and the record nothing of the persons but ids", () => {
    const state = after(machine, agreed)
    expect(Mediation.standing(state).deadlines.map(({ dueSec }) => dueSec)).toEqual([110, 210])
    expect(Object.keys(state).filter((field) => /party|mediator/i.test(field))).toEqual([
      "mediatorId",
      "partyIds",
      "refusedByPartyId"
    ])
  })

  test("only a kept agreement is a decision for the case", () => {
    const decided = [
      [[...agreed, mediation.followUp(11, 0), mediation.followUp(12, 1)], mediation.close(13)],
      [open, mediation.refuse(5, "party-1")]
    ] as const
    expect(
      decided.map(([commands, last]) => {
        const decision = machine.decide(after(machine, commands), last)
        const move = decision.ok ? Mediation.caseMoves(decision.event)[0] : undefined
        return move?.action === "CloseSideProcess" && move.isDecided
      })
    ).toEqual([true, false])
  })
})

import { Spell } from "@wangge/grid"
import { Sensitive } from "@wangge/privacy"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  Availability,
  ServiceMove,
  Volunteer,
  type VolunteerCommand,
  VolunteerDecider,
  VolunteerProblem
} from "../src/index.ts"
import { consent, evenings, person, rules, volunteer } from "./aVolunteer.ts"

type Command = VolunteerCommand.VolunteerCommand

const decide = (state: Volunteer.State, command: Command) =>
  VolunteerDecider.decide(rules, state, command)

/** The state after commands that must all be accepted. */
const after = (...commands: ReadonlyArray<Command>): Volunteer.State =>
  commands.reduce<Volunteer.State>((state, command) => {
    const decision = decide(state, command)
    if (!decision.ok) throw new Error(decision.rejection.code)
    return Volunteer.evolve(state, decision.event)
  }, ServiceMove.none)

const refusal = (state: Volunteer.State, command: Command): string => {
  const decision = decide(state, command)
  return decision.ok ? "accepted" : decision.rejection.code
}

const registered = after(volunteer.register(0))
const full = (state: Volunteer.State): Volunteer.Volunteer => {
  if (state.status === "None") throw new Error("nobody")
  return state
}

describe("registration", () => {
  test("rests on consent that covers what is collected, not on a duty", () => {
    const refused = (over: Partial<VolunteerCommand.RegisterVolunteer>): string =>
      refusal(ServiceMove.none, volunteer.register(0, over))
    expect(refused({ basis: { ...consent, kind: "StatutoryDuty" } })).toBe("ConsentMissing")
    expect(refused({ basis: { ...consent, reference: " " } })).toBe("BasisNotHolding")
    const ofAChild = Sensitive.make("x", {
      field: "phone",
      purposes: ["Routing"],
      dataClass: "Minor"
    })
    const loose = { ...consent, isSeparateConsent: false }
    expect(refused({ contact: ofAChild, basis: loose })).toBe("BasisNotHolding")
    expect(refused({ contact: ofAChild })).toBe("accepted")
  })

  test("a minor needs a guardian, until the first second of full age", () => {
    const refused = (adultFromSec: number, guardianReference = ""): string =>
      refusal(ServiceMove.none, volunteer.register(100, { adultFromSec, guardianReference }))
    expect([refused(99), refused(100), refused(101), refused(101, "form 3")]).toEqual([
      "accepted",
      "accepted",
      "GuardianMissing",
      "accepted"
    ])
    const strict = { ...rules, takesMinors: false }
    const minor = volunteer.register(100, { adultFromSec: 101, guardianReference: "form 3" })
    const decision = VolunteerDecider.decide(strict, ServiceMove.none, minor)
    expect(decision.ok ? "" : decision.rejection.code).toBe("MinorsNotTaken")
    const state = full(after(minor))
    expect([100, 101].map((atSec) => Volunteer.isMinor(state, atSec))).toEqual([true, false])
  })

  test("the contact never shows, neither in the state nor in a refusal", () => {
    const decision = decide(registered, volunteer.register(1))
    expect(JSON.stringify([registered, decision])).not.toContain("13800000000")
  })

  test("whoever leaves is forgotten but for the id, and may come back", () => {
    const left = full(after(volunteer.register(0), volunteer.plain(5, "LeaveVolunteering")))
    expect([left.contact, left.householdId, left.skills, left.teamIds]).toEqual([
      "Erased",
      "",
      [],
      []
    ])
    expect(left.availability).toEqual(Availability.none)
    expect(refusal(left, volunteer.skills(6, []))).toBe("MoveNotAllowed")
    const back = decide(left, volunteer.register(6))
    expect(back.ok && Volunteer.evolve(left, back.event).status).toBe("Active")
    expect(back.ok && back.event.version).toBe(3)
  })
})

describe("skills and teams", () => {
  test("a confirmed skill stays confirmed as long as it is named, and nobody confirms his own", () => {
    const confirmed = after(
      volunteer.register(0),
      volunteer.confirm(1, "firstAid"),
      volunteer.skills(2, ["driving", "firstAid"])
    )
    expect(full(confirmed).skills).toEqual([
      { skillId: "driving", isConfirmed: false },
      { skillId: "firstAid", isConfirmed: true }
    ])
    expect(refusal(confirmed, volunteer.confirm(3, "firstAid"))).toBe("SkillConfirmedAlready")
    expect(refusal(confirmed, volunteer.confirm(3, "driving", "li"))).toBe("ConfirmedByOneself")
    expect(refusal(confirmed, volunteer.confirm(3, "cooking"))).toBe("SkillNotDeclared")
    expect(refusal(confirmed, volunteer.skills(3, ["magic"]))).toBe("UnknownSkill")
    expect(refusal(confirmed, volunteer.skills(3, ["driving", "driving"]))).toBe("SkillTwice")
  })

  test("teams are those of the scheme, each joined once", () => {
    const joined = after(volunteer.register(0), volunteer.team(1, "JoinTeam", "red-1"))
    expect(refusal(joined, volunteer.team(2, "JoinTeam", "red-1"))).toBe("InTeamAlready")
    expect(refusal(joined, volunteer.team(2, "JoinTeam", "red-4"))).toBe("UnknownTeam")
    expect(refusal(joined, volunteer.team(2, "LeaveTeam", "blue-1"))).toBe("NotInTeam")
    const times = { ...evenings, zone: "Mars" }
    expect(refusal(joined, volunteer.times(2, times))).toBe("TimesWrong")
  })
})

describe("pauses", () => {
  test("a pause ends by itself at its set second", () => {
    const paused = full(after(volunteer.register(0), volunteer.pause(10, 20)))
    expect([19, 20, 21].map((atSec) => Volunteer.isActive(paused, atSec))).toEqual([
      false,
      true,
      true
    ])
    expect(refusal(registered, volunteer.pause(10, 10))).toBe("DateNotLater")
    expect(refusal(registered, volunteer.pause(10, 10.5))).toBe("TimeNotWhole")
    const open = full(after(volunteer.register(0), volunteer.pause(10, Spell.openEnd)))
    expect(Volunteer.isActive(open, 1e12)).toBe(false)
  })
})

const commandsAt = (atSec: number): ReadonlyArray<Command> => [
  volunteer.register(atSec),
  volunteer.skills(atSec, ["driving"]),
  volunteer.confirm(atSec, "firstAid"),
  volunteer.times(atSec, evenings),
  volunteer.team(atSec, "JoinTeam", "red-2"),
  volunteer.team(atSec, "LeaveTeam", "red-2"),
  volunteer.home(atSec, "h-2"),
  volunteer.pause(atSec, atSec + 5),
  volunteer.plain(atSec, "ResumeVolunteer"),
  volunteer.plain(atSec, "LeaveVolunteering")
]

describe("every status with every command", () => {
  const states = {
    None: ServiceMove.none,
    Active: registered,
    Paused: after(volunteer.register(0), volunteer.pause(1, 5)),
    Left: after(volunteer.register(0), volunteer.plain(1, "LeaveVolunteering"))
  }
  const frameCodes = ["NotOpened", "AlreadyOpened", "MoveNotAllowed"]

  for (const [status, state] of Object.entries(states)) {
    test(`${status} allows what the table says, and nothing else`, () => {
      for (const command of commandsAt(10)) {
        const isAllowed =
          state.status === "None"
            ? command.action === "RegisterVolunteer"
            : VolunteerDecider.allowed[state.status].includes(command.action)
        const code = refusal(state, command)
        expect([command.action, frameCodes.includes(code)]).toEqual([command.action, !isAllowed])
      }
    })
  }

  test("the first checks come in their order: actor, time, record, time back, status", () => {
    const bad = { ...volunteer.plain(0.5, "ResumeVolunteer"), byId: " " }
    const codes = [
      bad,
      { ...bad, byId: "desk" },
      { ...bad, byId: "desk", atSec: -1, volunteerId: person("wang") },
      { ...bad, byId: "desk", atSec: -1 },
      { ...bad, byId: "desk", atSec: 0 }
    ].map((command) => refusal(registered, command))
    expect(codes).toEqual([
      "ActorMissing",
      "TimeNotWhole",
      "WrongRecord",
      "TimeWentBack",
      "MoveNotAllowed"
    ])
    expect(refusal(ServiceMove.none, volunteer.skills(0, []))).toBe("NotOpened")
  })
})

test("random commands: versions count, time never goes back, and the log rebuilds the record", () => {
  const step = fc.tuple(fc.nat(9), fc.integer({ min: -3, max: 10 }), fc.boolean())
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let state: Volunteer.State = ServiceMove.none
      let atSec = 0
      const events: Array<Parameters<typeof Volunteer.evolve>[1]> = []
      for (const [pick, leap, isTwice] of [[0, 0, false] as const, ...steps]) {
        const command = commandsAt(atSec + leap)[pick]!
        for (let time = 0; time <= Number(isTwice); time++) {
          const before = JSON.stringify(state)
          const decision = decide(state, command)
          expect(JSON.stringify(state)).toBe(before)
          if (!decision.ok) {
            expect(VolunteerProblem.codes).toContain(decision.rejection.code)
            continue
          }
          events.push(decision.event)
          const next = Volunteer.evolve(state, decision.event)
          expect(next.version).toBe(events.length)
          expect(next.lastSec).toBeGreaterThanOrEqual(atSec)
          expect(new Set(next.teamIds).size).toBe(next.teamIds.length)
          expect(next.status === "Left").toBe(next.contact === "Erased")
          expect(Object.keys(next)).toEqual(Object.keys(registered))
          atSec = next.lastSec
          state = next
        }
      }
      expect(events.reduce<Volunteer.State>(Volunteer.evolve, ServiceMove.none)).toEqual(state)
    }),
    { numRuns: 200 }
  )
})

test("a log that does not fit is a broken log", () => {
  const decision = decide(ServiceMove.none, volunteer.register(0))
  if (!decision.ok) throw new Error("refused")
  expect(() => Volunteer.evolve(ServiceMove.none, { ...decision.event, version: 2 })).toThrow(Error)
  expect(() => Volunteer.evolve(registered, decision.event)).toThrow(Error)
})

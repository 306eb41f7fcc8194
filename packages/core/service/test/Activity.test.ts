import { type Fact, Id } from "@wangge/facts"
import { LegalBasis } from "@wangge/privacy"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  Activity,
  type ActivityCommand,
  ActivityDecider,
  ActivityFacts,
  ActivityOverlap,
  ActivityProblem,
  ActivityTotals,
  ColourBrigades,
  ServiceMove,
  VolunteerHours,
  VolunteerRecord
} from "../src/index.ts"
import { activity, content, person } from "./aVolunteer.ts"

type Command = ActivityCommand.ActivityCommand
type Content = ActivityCommand.Content

const rules: ActivityDecider.ActivityRules = {
  scheme: ColourBrigades.scheme,
  recordWithinSec: ActivityDecider.recordWithinDefault.value,
  onOverlap: "Refuse"
}
const activityId = Id.make<"Activity">("a-1")
const order = (atSec: number, byId: string) => ({ activityId, atSec, byId, reason: "because" })

const write = (
  atSec: number,
  over: Parameters<typeof content>[0] = {},
  action: "RecordActivity" | "AmendActivity" = "RecordActivity",
  elsewhere: ReadonlyArray<ActivityCommand.Elsewhere> = []
): Command => ({ action, ...order(atSec, "desk-1"), content: content(over), elsewhere })
const confirm = (
  atSec: number,
  byId = "desk-2",
  elsewhere: ReadonlyArray<ActivityCommand.Elsewhere> = []
): Command => ({ action: "ConfirmActivity", ...order(atSec, byId), elsewhere })
const voided = (atSec: number): Command => ({ action: "VoidActivity", ...order(atSec, "desk-3") })

const decide = (state: Activity.State, command: Command, over = rules) =>
  ActivityDecider.decide(over, state, command)

const run = (
  commands: ReadonlyArray<Command>
): { readonly state: Activity.State; readonly facts: ReadonlyArray<Fact.Fact> } => {
  let state: Activity.State = ServiceMove.none
  const facts: Array<Fact.Fact> = []
  for (const command of commands) {
    const decision = decide(state, command)
    if (!decision.ok) throw new Error(decision.rejection.code)
    facts.push(...ActivityFacts.of(state, decision.event))
    state = Activity.evolve(state, decision.event)
  }
  return { state, facts }
}

const refusal = (command: Command, state: Activity.State = ServiceMove.none): string => {
  const decision = decide(state, command)
  return decision.ok ? "accepted" : decision.rejection.code
}

describe("recording", () => {
  const codeOf = (over: Parameters<typeof content>[0], atSec = 3600): string =>
    refusal(write(atSec, over))
  const part = { volunteerId: person("li"), fromSec: 0, untilSec: 3600, minutes: 60 }

  test("the names are those of the scheme", () => {
    expect(codeOf({})).toBe("accepted")
    expect(codeOf({ brigadeId: "black" })).toBe("UnknownBrigade")
    expect(codeOf({ teamId: "red-9" })).toBe("UnknownTeam")
    expect(codeOf({ teamId: "blue-1" })).toBe("TeamOfOtherBrigade")
    expect(codeOf({ teamId: "" })).toBe("accepted")
    expect(codeOf({ dutyId: "performance" })).toBe("UnknownDuty")
  })

  test("an activity is recorded when it is over, and not too late", () => {
    const last = 3600 + rules.recordWithinSec
    expect([3599, 3600, last, last + 1].map((atSec) => codeOf({}, atSec))).toEqual([
      "NotOverYet",
      "accepted",
      "accepted",
      "RecordedTooLate"
    ])
    expect(codeOf({ fromSec: 100, untilSec: 100 })).toBe("EmptySpell")
    expect(codeOf({ fromSec: 0.5 })).toBe("TimeNotWhole")
  })

  test("nobody works longer than the activity or than he was there", () => {
    const minutes = (count: number, untilSec = 3600): string =>
      codeOf({ participants: [{ ...part, minutes: count, untilSec }] })
    expect([0, 1, 60, 61, 1.5].map((count) => minutes(count))).toEqual([
      "MinutesImpossible",
      "accepted",
      "accepted",
      "MinutesImpossible",
      "MinutesImpossible"
    ])
    expect([minutes(29, 1799), minutes(30, 1799)]).toEqual(["accepted", "MinutesImpossible"])
    expect(minutes(60, 3601)).toBe("OutsideActivity")
    expect(codeOf({ participants: [] })).toBe("NobodyTookPart")
    expect(codeOf({ participants: [part, part] })).toBe("ParticipantTwice")
  })

  test("those served are told apart only by right, each once, and as many as were counted", () => {
    const basis = LegalBasis.duty("care rules, clause 5")
    const [one, two] = [person("r-1"), person("r-2")]
    const served = (over: Partial<ActivityCommand.Served>): string =>
      codeOf({ served: { count: 2, personIds: [one, two], basis, ...over } })
    expect(served({})).toBe("accepted")
    expect(served({ basis: "None" })).toBe("ServedNotAllowed")
    expect(served({ basis: LegalBasis.duty("") })).toBe("ServedNotAllowed")
    expect(served({ personIds: [one, one] })).toBe("ServedTwice")
    expect(served({ count: 3 })).toBe("ServedCountMismatch")
    expect(served({ count: -1 })).toBe("CountImpossible")
    expect(codeOf({ instanceCount: 0.5 })).toBe("CountImpossible")
  })
})

describe("two places at once", () => {
  const other = (fromSec: number): ReadonlyArray<ActivityCommand.Elsewhere> => [
    { volunteerId: person("li"), activityId: "a-2", fromSec, untilSec: fromSec + 3600 }
  ]

  test("is refused or flagged, as the rules say; touching is no overlap", () => {
    const at = (fromSec: number): string =>
      refusal(write(4000, {}, "RecordActivity", other(fromSec)))
    expect([3599, 3600].map(at)).toEqual(["ElsewhereAtOnce", "accepted"])
    const flagged = decide(ServiceMove.none, write(4000, {}, "RecordActivity", other(0)), {
      ...rules,
      onOverlap: "Flag"
    })
    expect(flagged.ok && "overlappingIds" in flagged.event && flagged.event.overlappingIds).toEqual(
      ["li"]
    )
    const { state } = run([write(3600)])
    expect(refusal(confirm(4000, "desk-2", other(0)), state)).toBe("ElsewhereAtOnce")
  })

  test("clashes of a log are found in any order, void ones left out", () => {
    const log = [
      activity("a-1", { fromSec: 0 }),
      activity("a-2", { fromSec: 1800 }),
      activity("a-3", { fromSec: 3600 }),
      activity("a-4", { fromSec: 0 }, "Void"),
      activity("a-5", { fromSec: 0, who: ["wang"] })
    ]
    const expected = [
      { volunteerId: "li", activityIds: ["a-1", "a-2"] },
      { volunteerId: "li", activityIds: ["a-2", "a-3"] }
    ]
    expect(ActivityOverlap.clashes(log)).toEqual(expected)
    expect(ActivityOverlap.clashes([...log].reverse())).toEqual(expected)
  })

  test("finds exactly the pairs that a look at every pair finds", () => {
    const spell = fc.record({ from: fc.nat(10), long: fc.integer({ min: 1, max: 6 }) })
    const logs = fc.array(fc.tuple(spell, fc.constantFrom("li", "wang")), { maxLength: 12 })
    fc.assert(
      fc.property(logs, (given) => {
        const log = given.map(([{ from, long }, who], index) =>
          activity(`a-${index}`, { fromSec: from * 60, untilSec: (from + long) * 60, who: [who] })
        )
        const pairs = log.flatMap((one, index) =>
          log.slice(index + 1).filter(({ content: other }) => {
            const mine = one.content
            const isSame = mine.participants[0]!.volunteerId === other.participants[0]!.volunteerId
            return isSame && mine.fromSec < other.untilSec && other.fromSec < mine.untilSec
          })
        )
        expect(ActivityOverlap.clashes(log).length).toBe(pairs.length)
      }),
      { numRuns: 300 }
    )
  })
})

describe("confirming", () => {
  test("is done by somebody else than the recorder and the participants", () => {
    const { state } = run([write(3600)])
    expect(refusal(confirm(4000, "desk-1"), state)).toBe("ConfirmedByRecorder")
    expect(refusal(confirm(4000, "li"), state)).toBe("ConfirmedByParticipant")
    expect(refusal(confirm(4000), state)).toBe("accepted")
    // who amends a record is its recorder from then on
    const amended = run([write(3600), { ...write(3700, {}, "AmendActivity"), byId: "desk-2" }])
    expect(refusal(confirm(4000), amended.state)).toBe("ConfirmedByRecorder")
  })

  test("twice changes nothing, and a confirmed record is replaced, not changed", () => {
    const { state } = run([write(3600), confirm(4000)])
    expect(refusal(confirm(4000), state)).toBe("MoveNotAllowed")
    expect(refusal(write(4000, {}, "AmendActivity"), state)).toBe("MoveNotAllowed")
    expect(refusal({ ...voided(4000), reason: " " }, state)).toBe("ReasonMissing")
    expect(refusal(voided(4000), state)).toBe("accepted")
  })
})

describe("hours", () => {
  const day = { fromSec: 0, untilSec: 86_400 }

  test("only a confirmed activity counts, once, and a void one takes its own back", () => {
    const hours = (commands: ReadonlyArray<Command>): number | undefined => {
      const { facts } = run(commands)
      return VolunteerHours.minutesIn([...facts, ...facts], day).get(person("li"))
    }
    expect(hours([write(3600)])).toBe(undefined)
    expect(hours([write(3600), voided(3700)])).toBe(undefined)
    expect(hours([write(3600), confirm(4000)])).toBe(60)
    expect(hours([write(3600), confirm(4000), voided(900_000)])).toBe(0)
  })

  test("who is flagged as elsewhere gets no minutes, so that none counts twice", () => {
    const flag = { ...rules, onOverlap: "Flag" as const }
    const recorded = run([write(3600, { who: ["li", "wang"] })]).state
    const elsewhere = [{ volunteerId: person("li"), activityId: "a-2", fromSec: 0, untilSec: 60 }]
    const confirmed = decide(recorded, confirm(4000, "desk-2", elsewhere), flag)
    if (!confirmed.ok) throw new Error(confirmed.rejection.code)
    const state = Activity.evolve(recorded, confirmed.event)
    const facts = ActivityFacts.of(recorded, confirmed.event)
    const minutes = VolunteerHours.minutesIn(facts, day)
    expect([minutes.get(person("li")), minutes.get(person("wang"))]).toEqual([undefined, 60])
    expect(ActivityTotals.of(ColourBrigades.scheme, [state]).whole.minutes).toBe(60)
    expect(VolunteerRecord.of(person("li"), [state]).withheld[0]!.reason).toBe("ElsewhereAtOnce")
    const undone = decide(state, voided(5000), flag)
    if (!undone.ok) throw new Error(undone.rejection.code)
    const all = [...facts, ...ActivityFacts.of(state, undone.event)]
    expect([...VolunteerHours.minutesIn(all, day)]).toEqual([["wang", 0]])
  })

  test("they count in the period in which the service ended", () => {
    const { facts } = run([write(3600), confirm(4000)])
    const until = (fromSec: number, untilSec: number): number =>
      VolunteerHours.minutesIn(facts, { fromSec, untilSec }).get(person("li")) ?? 0
    expect([until(0, 3600), until(0, 3601), until(3600, 9000), until(3601, 9000)]).toEqual([
      0, 60, 60, 0
    ])
  })

  test("orders count as they stand after corrections, in the period of the service", () => {
    const fact = (kind: string, version: number, quantity: number, atSec: number): Fact.Fact => ({
      id: Id.make(`o-1/${version}/${kind}`),
      kind,
      subjectId: "li",
      gridId: Id.make("g1"),
      atSec,
      quantity,
      unit: "minutes",
      causeId: `o-1/${version}`
    })
    const log = [
      fact("serviceGiven", 5, 60, 100),
      fact("minutesCorrected", 9, 45, 90_000),
      fact("minutesVoided", 11, 45, 95_000)
    ]
    const minutes = (count: number, kinds = VolunteerHours.allKinds): number | undefined =>
      VolunteerHours.minutesIn(log.slice(0, count).reverse(), day, kinds).get(person("li"))
    expect([1, 2, 3].map((count) => minutes(count))).toEqual([60, 45, 0])
    expect(minutes(3, VolunteerHours.activityKinds)).toBe(undefined)
  })

  test("the service record holds confirmed lines in order, and names what it withholds", () => {
    const log = [
      activity("a-3", { fromSec: 7200 }),
      activity("a-1", { fromSec: 0 }),
      activity("a-2", { fromSec: 3600 }, "Recorded"),
      activity("a-4", {}, "Void"),
      { ...activity("a-5", { fromSec: 9000 }), overlappingIds: [person("li")] },
      activity("a-6", { who: ["wang"] })
    ]
    const record = VolunteerRecord.of(person("li"), log)
    expect(record.lines.map((line) => line.activityId)).toEqual(["a-1", "a-3"])
    expect(record.minutes).toBe(120)
    expect(record.withheld).toEqual([
      { activityId: "a-4", reason: "Void" },
      { activityId: "a-2", reason: "NotConfirmed" },
      { activityId: "a-5", reason: "ElsewhereAtOnce" }
    ])
  })
})

describe("row 42: colour brigades", () => {
  const basis = LegalBasis.duty("care rules, clause 5")
  const known = (count: number, ids: ReadonlyArray<string>): ActivityCommand.Served => ({
    count,
    personIds: ids.map(person),
    basis
  })
  const blind = (count: number): ActivityCommand.Served => ({ count, personIds: [], basis: "None" })
  const colour = (brigadeId: string, dutyId: string, served: ActivityCommand.Served) => ({
    brigadeId,
    dutyId,
    teamId: "",
    served
  })

  test("given 7 colours and 21 teams, when activities are logged, then colour totals add up and people served are not summed across repeat visits unless asked", () => {
    const log = [
      activity("a-1", colour("orange", "care", known(2, ["r-1", "r-2"]))),
      activity("a-2", colour("orange", "care", known(2, ["r-1", "r-3"]))),
      activity("a-3", { ...colour("red", "dailyService", known(1, ["r-1"])), instanceCount: 5 })
    ]
    const { brigades, whole } = ActivityTotals.of(ColourBrigades.scheme, log)
    const orange = brigades.find(({ brigadeId }) => brigadeId === "orange")!.totals
    expect([orange.activityCount, orange.instanceCount, orange.people]).toEqual([
      2,
      2,
      { atLeast: 3, atMost: 3 }
    ])
    expect([whole.activityCount, whole.instanceCount, whole.people]).toEqual([
      3,
      7,
      { atLeast: 3, atMost: 3 }
    ])
    expect(ActivityTotals.visits(log)).toBe(5)
  })

  test("where the organiser may not tell people apart there are bounds, never a sum called people", () => {
    const log = [
      activity("a-1", colour("orange", "care", blind(30))),
      activity("a-2", colour("orange", "care", blind(20))),
      activity("a-3", colour("orange", "care", known(2, ["r-1", "r-2"])))
    ]
    const { people } = ActivityTotals.of(ColourBrigades.scheme, log).whole
    expect(people).toEqual({ atLeast: 30, atMost: 52 })
  })

  test("in every log the colours add up to the whole, and people stay within their bounds", () => {
    const duties = ColourBrigades.scheme.brigades.map(({ brigadeId, duties: all }) => ({
      brigadeId,
      dutyId: all[0]!.dutyId
    }))
    const one = fc.record({
      duty: fc.constantFrom(...duties),
      ids: fc.uniqueArray(fc.constantFrom("r-1", "r-2", "r-3", "r-4"), { maxLength: 4 }),
      isKnown: fc.boolean(),
      instanceCount: fc.nat(9),
      who: fc.uniqueArray(fc.constantFrom("li", "wang", "zhao"), { minLength: 1 }),
      status: fc.constantFrom("Recorded", "Confirmed", "Confirmed", "Void" as const)
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (given) => {
        const log = given.map(({ duty, ids, isKnown, instanceCount, who, status }, index) => {
          const served = isKnown ? known(ids.length, ids) : blind(ids.length)
          const over = { ...colour(duty.brigadeId, duty.dutyId, served), instanceCount, who }
          return activity(`a-${index}`, over, status as Activity.Status)
        })
        const { brigades, whole } = ActivityTotals.of(ColourBrigades.scheme, log)
        expect(brigades.length).toBe(7)
        for (const counter of [
          "activityCount",
          "instanceCount",
          "minutes",
          "participationCount"
        ] as const) {
          const sum = brigades.reduce((all, { totals }) => all + totals[counter], 0)
          expect([counter, sum]).toEqual([counter, whole[counter]])
        }
        const truth = new Set(
          given.flatMap(({ ids, status }) => (status === "Confirmed" ? ids : []))
        ).size
        expect(whole.people.atLeast).toBeLessThanOrEqual(truth)
        expect(whole.people.atMost).toBeGreaterThanOrEqual(truth)
        expect(ActivityTotals.of(ColourBrigades.scheme, [...log].reverse())).toEqual({
          brigades,
          whole
        })
      }),
      { numRuns: 200 }
    )
  })

  test("a brigade that the scheme does not have would be in the whole and in no part", () => {
    const stranger = activity("a-1", colour("black", "care", blind(0)))
    expect(() => ActivityTotals.of(ColourBrigades.scheme, [stranger])).toThrow("black")
  })
})

describe("every status with every command", () => {
  const states = {
    None: ServiceMove.none,
    Recorded: run([write(3600)]).state,
    Confirmed: run([write(3600), confirm(4000)]).state,
    Void: run([write(3600), voided(4000)]).state
  }
  const commands = [write(5000), write(5000, {}, "AmendActivity"), confirm(5000), voided(5000)]
  const expected: Readonly<Record<string, ReadonlyArray<string>>> = {
    None: ["accepted", "NotOpened", "NotOpened", "NotOpened"],
    Recorded: ["AlreadyOpened", "accepted", "accepted", "accepted"],
    Confirmed: ["AlreadyOpened", "MoveNotAllowed", "MoveNotAllowed", "accepted"],
    Void: ["AlreadyOpened", "MoveNotAllowed", "MoveNotAllowed", "MoveNotAllowed"]
  }
  for (const [status, state] of Object.entries(states)) {
    test(`${status} allows what the table says`, () => {
      expect(commands.map((command) => refusal(command, state))).toEqual(expected[status])
    })
  }

  test("random commands keep the laws: facts only for what is confirmed, taken back in full", () => {
    const step = fc.tuple(fc.nat(4), fc.integer({ min: -2, max: 50 }), fc.nat(5))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let state: Activity.State = ServiceMove.none
        let atSec = 3600
        const facts: Array<Fact.Fact> = []
        for (const [pick, leap, desk] of steps) {
          const at = atSec + leap
          const all = [
            write(at),
            write(at, { who: ["li", "wang"] }, "AmendActivity"),
            confirm(at),
            voided(at),
            { ...voided(at), reason: "" }
          ]
          const command = { ...all[pick]!, byId: desk === 0 ? "" : `desk-${desk}` }
          const decision = decide(state, command)
          if (!decision.ok) {
            expect(ActivityProblem.codes).toContain(decision.rejection.code)
            continue
          }
          facts.push(...ActivityFacts.of(state, decision.event))
          const next = Activity.evolve(state, decision.event)
          expect(next.lastSec).toBeGreaterThanOrEqual(state.status === "None" ? 0 : atSec)
          atSec = next.lastSec
          state = next
        }
        const minutes = VolunteerHours.minutesIn(facts, { fromSec: 0, untilSec: 1e6 })
        const people: ReadonlyArray<Content["participants"][number]> =
          state.status === "Confirmed" ? state.content.participants : []
        const left = [...minutes].filter(([, count]) => count !== 0)
        expect(left.map(([id]) => id).sort()).toEqual(people.map((one) => one.volunteerId).sort())
      }),
      { numRuns: 200 }
    )
  })
})

import { Id } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  ColourBrigades,
  ServiceMove,
  Surge,
  SurgeCall,
  type SurgeCommand,
  SurgeDecider,
  SurgeNumbers,
  SurgePlan,
  SurgeProblem,
  SurgeRoster
} from "../src/index.ts"
import { grid, onALine, person } from "./aVolunteer.ts"

const surgeId = Id.make<"Surge">("flood-1")
const duty = (dutyId: string, over: Partial<SurgePlan.SurgeDuty> = {}): SurgePlan.SurgeDuty => ({
  dutyId,
  label: { en: dutyId, zh: "任务" },
  rank: 1,
  crewMin: 1,
  crewMax: 3,
  skillIds: [],
  ...over
})
const plan: SurgePlan.SurgePlan = {
  surgeId,
  gridId: grid("g0"),
  brigadeIds: [],
  reach: 6,
  callCount: 2,
  reserveCount: 1,
  respondWithinSec: 900,
  delaySec: 1800,
  noShowAfterSec: 3600,
  shiftSec: 14_400,
  restSec: 28_800,
  duties: [duty("dyke", { crewMin: 2 }), duty("boat", { rank: 2, skillIds: ["boat"] })]
}

describe("the plan", () => {
  test("the flood duties of Bagongshan are good, and nobody is alone at the water", () => {
    expect(SurgePlan.problems({ ...plan, duties: SurgePlan.floodDuties })).toEqual([])
    const crews = SurgePlan.floodDuties.map(({ dutyId, crewMin }) => [dutyId, crewMin])
    expect(crews).toEqual([
      ["movePeople", 2],
      ["dykePatrol", 2],
      ["hazardSearch", 2],
      ["monitoring", 1]
    ])
  })

  test("everything wrong with a plan is found", () => {
    const wrong = {
      ...plan,
      reach: -1,
      shiftSec: 0.5,
      noShowAfterSec: 1799,
      duties: [duty("dyke", { crewMin: 4 }), duty("dyke")]
    }
    expect(SurgePlan.problems(wrong).map(({ code, subject }) => `${code} ${subject}`)).toEqual([
      "DutyTwice duties",
      "CrewImpossible dyke",
      "NumberImpossible shiftSec",
      "NumberImpossible reach",
      "NoShowTooEarly noShowAfterSec"
    ])
    expect(SurgePlan.problems({ ...plan, duties: [] }).map(({ code }) => code)).toEqual(["NoDuty"])
  })
})

describe("the call", () => {
  const candidate = (
    id: string,
    over: Partial<SurgeCall.SurgeCandidate> = {}
  ): SurgeCall.SurgeCandidate => ({
    volunteerId: person(id),
    gridId: grid("g1"),
    teamIds: ["cyan-1"],
    skillIds: [],
    isActive: true,
    isMinor: false,
    restedSec: ServiceMove.notYet,
    ...over
  })
  const choose = (
    candidates: ReadonlyArray<SurgeCall.SurgeCandidate>,
    over: Partial<SurgePlan.SurgePlan> = {}
  ): SurgeCall.Choice =>
    SurgeCall.choose({ ...plan, ...over }, ColourBrigades.scheme, {
      candidates,
      distance: onALine(10),
      atSec: 100
    })
  const ids = (called: ReadonlyArray<SurgeCall.Called>): string =>
    called.map(({ volunteerId }) => volunteerId).join()

  test("the nearest first, of equals who can do more, then by id; reserves stand by", () => {
    const found = choose([
      candidate("far", { gridId: grid("g3") }),
      candidate("b"),
      candidate("c"),
      candidate("skilled", { skillIds: ["boat"] })
    ])
    expect([ids(found.called), ids(found.reserves), found.notNeededCount]).toEqual([
      "skilled,b",
      "c",
      1
    ])
  })

  test("who is not called is counted for one reason each", () => {
    const found = choose(
      [
        candidate("a", { isActive: false, isMinor: true }),
        candidate("b", { isMinor: true }),
        candidate("c", { restedSec: 101 }),
        candidate("d", { teamIds: ["red-1"] }),
        candidate("e", { gridId: grid("g7") }),
        candidate("f"),
        candidate("g", { skillIds: ["boat"], restedSec: 100 })
      ],
      { brigadeIds: ["cyan"], duties: [duty("boat", { skillIds: ["boat"] })] }
    )
    expect(ids(found.called)).toBe("g")
    const { notActiveCount, minorCount, restingCount } = found
    const { otherBrigadeCount, tooFarCount, unskilledCount } = found
    expect([
      notActiveCount,
      minorCount,
      restingCount,
      otherBrigadeCount,
      tooFarCount,
      unskilledCount
    ]).toEqual([1, 1, 1, 1, 1, 1])
  })

  test("surge crews arrive after the set delay, and never before answer and way", () => {
    const response = (answeredAfterSec: number, travelSec: number) => ({
      volunteerId: "a",
      answeredAfterSec,
      isComing: true,
      travelSec
    })
    const arrives = (answeredAfterSec: number, travelSec: number): number =>
      SurgeCall.arrivals(plan, 1000, [response(answeredAfterSec, travelSec)])[0]!.atSec
    expect(arrives(0, 0)).toBe(2800)
    expect(arrives(900, 900)).toBe(2800)
    expect(arrives(900, 901)).toBe(2801)
    expect(() => arrives(-1, 0)).toThrow(RangeError)
    const late = [900, 901].map(
      (sec) => SurgeCall.arrivals(plan, 0, [response(sec, 0)])[0]!.isLateAnswer
    )
    expect(late).toEqual([false, true])
  })

  test("a longer delay never brings anybody earlier, and everybody who comes arrives once", () => {
    const response = fc.record({
      answeredAfterSec: fc.nat(5000),
      isComing: fc.boolean(),
      travelSec: fc.nat(5000)
    })
    fc.assert(
      fc.property(fc.array(response, { maxLength: 20 }), fc.nat(4000), (given, more) => {
        const responses = given.map((one, index) => ({ ...one, volunteerId: `p${index}` }))
        const soon = SurgeCall.arrivals(plan, 0, responses)
        const later = SurgeCall.arrivals({ ...plan, delaySec: plan.delaySec + more }, 0, responses)
        expect(soon.length).toBe(responses.filter(({ isComing }) => isComing).length)
        for (const { volunteerId, atSec } of soon) {
          expect(atSec).toBeGreaterThanOrEqual(plan.delaySec)
          const other = later.find((one) => one.volunteerId === volunteerId)!
          expect(other.atSec).toBeGreaterThanOrEqual(atSec)
        }
        expect(soon.map(({ atSec }) => atSec)).toEqual(
          soon.map(({ atSec }) => atSec).sort((one, other) => one - other)
        )
      }),
      { numRuns: 200 }
    )
  })
})

describe("the roster", () => {
  const people = (...skills: ReadonlyArray<ReadonlyArray<string>>) =>
    skills.map((skillIds, index) => ({ volunteerId: person(`p${index}`), skillIds }))
  const shown = ({ crews, reserveIds }: SurgeRoster.Roster): string =>
    [
      ...crews.map(({ dutyId, volunteerIds }) => `${dutyId}=${volunteerIds.length}`),
      reserveIds.length
    ].join(" ")

  test("people move between duties so that every least crew can be made up", () => {
    // p0 alone can steer; p0 would be taken for the dyke first
    const duties = [
      duty("dyke", { crewMin: 1, crewMax: 1 }),
      duty("boat", { rank: 2, skillIds: ["boat"] })
    ]
    const roster = SurgeRoster.fill(duties, people(["boat"], []))
    expect(roster.crews.map(({ volunteerIds }) => volunteerIds.join())).toEqual(["p1", "p0"])
  })

  test("a duty without its least crew is not begun, and its people are free for others", () => {
    const duties = [
      duty("dyke", { crewMin: 3 }),
      duty("watch", { rank: 2, crewMin: 1, crewMax: 1 })
    ]
    const roster = SurgeRoster.fill(duties, people([], []))
    expect(roster.crews.map(({ missingCount }) => missingCount)).toEqual([1, 0])
    expect(shown(roster)).toBe("dyke=0 watch=1 1")
  })

  test("what is over is dealt out in turn up to the most, the rest is in reserve", () => {
    const duties = [duty("a", { crewMax: 3 }), duty("b", { rank: 2, crewMax: 2 })]
    expect(shown(SurgeRoster.fill(duties, people([], [], [], [])))).toBe("a=2 b=2 0")
    expect(shown(SurgeRoster.fill(duties, people([], [], [], [], [], [], [])))).toBe("a=3 b=2 2")
  })

  test("1,345 people are shared over the four flood duties", () => {
    const crew = people(...Array.from({ length: 1345 }, () => []))
    expect(shown(SurgeRoster.fill(SurgePlan.floodDuties, crew))).toBe(
      "movePeople=337 dykePatrol=337 hazardSearch=336 monitoring=335 0"
    )
  })

  const skillSets = fc.array(fc.uniqueArray(fc.constantFrom("x", "y", "z"), { maxLength: 3 }), {
    maxLength: 6
  })
  const dutyLists = fc.array(
    fc.record({
      crewMin: fc.integer({ min: 1, max: 2 }),
      more: fc.nat(2),
      skillIds: fc.uniqueArray(fc.constantFrom("x", "y", "z"), { maxLength: 1 })
    }),
    { minLength: 1, maxLength: 3 }
  )

  test("least crews are made up exactly when some sharing of the people makes them up", () => {
    fc.assert(
      fc.property(skillSets, dutyLists, (skills, given) => {
        const present = people(...skills)
        const duties = given.map(({ crewMin, more, skillIds }, index) =>
          duty(`d${index}`, { rank: index, crewMin, crewMax: crewMin + more, skillIds })
        )
        const roster = SurgeRoster.fill(duties, present)
        const placed = roster.crews.flatMap(({ volunteerIds }) => volunteerIds)
        expect([...placed, ...roster.reserveIds].sort()).toEqual(
          present.map(({ volunteerId }) => volunteerId).sort()
        )
        const begun: Array<SurgePlan.SurgeDuty> = []
        roster.crews.forEach(({ volunteerIds, missingCount }, index) => {
          const one = duties[index]!
          const isPossible = canCrew([...begun, one], present)
          expect(missingCount === 0).toBe(isPossible)
          if (isPossible) begun.push(one)
          expect(volunteerIds.length).toBeGreaterThanOrEqual(isPossible ? one.crewMin : 0)
          expect(volunteerIds.length).toBeLessThanOrEqual(isPossible ? one.crewMax : 0)
          for (const id of volunteerIds) {
            const who = present.find(({ volunteerId }) => volunteerId === id)!
            expect(SurgeCall.hasSkills(who, one.skillIds)).toBe(true)
          }
        })
        expect(SurgeRoster.fill([...duties].reverse(), [...present].reverse())).toEqual(roster)
      }),
      { numRuns: 300 }
    )
  })

  /** Every sharing tried one by one. */
  const canCrew = (
    duties: ReadonlyArray<SurgePlan.SurgeDuty>,
    present: ReadonlyArray<SurgeRoster.Present>
  ): boolean => {
    const open = duties.find(({ crewMin }) => crewMin > 0)
    if (open === undefined) return true
    const rest = duties.map((one) => (one === open ? { ...one, crewMin: one.crewMin - 1 } : one))
    return present.some(
      (who) =>
        SurgeCall.hasSkills(who, open.skillIds) &&
        canCrew(
          rest,
          present.filter((one) => one !== who)
        )
    )
  }
})

const order = (atSec: number) => ({ surgeId, atSec, byId: "desk-1", reason: "" })
const called = (id: string, skillIds: ReadonlyArray<string> = []): SurgeCall.Called => ({
  volunteerId: person(id),
  skillIds
})
const call = (atSec: number): SurgeCommand.SurgeCommand => ({
  action: "CallSurge",
  ...order(atSec),
  plan,
  called: [called("a"), called("b", ["boat"])],
  reserves: [called("c")]
})
const more = (atSec: number, id: string): SurgeCommand.SurgeCommand => ({
  action: "CallMore",
  ...order(atSec),
  called: [called(id)]
})
const answer = (atSec: number, id: string, isComing = true): SurgeCommand.SurgeCommand => ({
  action: "AnswerCall",
  ...order(atSec),
  volunteerId: person(id),
  isComing
})
const step = (
  atSec: number,
  action: SurgeCommand.MemberStep["action"],
  id: string
): SurgeCommand.SurgeCommand => ({ action, ...order(atSec), volunteerId: person(id) })
const begin = (atSec: number, id: string, dutyId = "dyke"): SurgeCommand.SurgeCommand => ({
  action: "BeginDuty",
  ...order(atSec),
  volunteerId: person(id),
  dutyId
})
const standDown = (atSec: number): SurgeCommand.SurgeCommand => ({
  action: "StandDown",
  ...order(atSec)
})

const after = (...commands: ReadonlyArray<SurgeCommand.SurgeCommand>): Surge.Surge => {
  const state = commands.reduce<Surge.State>((before, command) => {
    const decision = SurgeDecider.decide(before, command)
    if (!decision.ok) throw new Error(`${command.action}: ${decision.rejection.code}`)
    return Surge.evolve(before, decision.event)
  }, ServiceMove.none)
  if (state.status === "None") throw new Error("not called")
  return state
}
const refusal = (state: Surge.State, command: SurgeCommand.SurgeCommand): string => {
  const decision = SurgeDecider.decide(state, command)
  return decision.ok ? "accepted" : decision.rejection.code
}

describe("a surge", () => {
  test("nobody is there before the set delay, and nobody is missed before he could be", () => {
    const state = after(call(0), answer(60, "a"))
    expect([1799, 1800, 1801].map((at) => refusal(state, step(at, "CheckIn", "a")))).toEqual([
      "TooEarly",
      "accepted",
      "accepted"
    ])
    expect([3599, 3600].map((at) => refusal(state, step(at, "MarkNoShow", "a")))).toEqual([
      "TooEarly",
      "accepted"
    ])
    // who is called later has the same time
    const later = after(call(0), more(1000, "c"))
    expect([2799, 2800].map((at) => refusal(later, step(at, "CheckIn", "c")))).toEqual([
      "TooEarly",
      "accepted"
    ])
  })

  test("reserves are called first, nobody twice, and whoever was missed may still come", () => {
    const state = after(call(0))
    expect(refusal(state, answer(1, "c"))).toBe("StatusWrong")
    expect(refusal(state, more(1, "a"))).toBe("CalledTwice")
    expect(refusal(state, answer(1, "stranger"))).toBe("NotCalled")
    const missed = after(call(0), step(3600, "MarkNoShow", "a"))
    expect(refusal(missed, step(4000, "CheckIn", "a"))).toBe("accepted")
    expect(refusal(missed, answer(4000, "a"))).toBe("StatusWrong")
  })

  test("a duty asks for its skills, for room and for rest", () => {
    const there = after(
      call(0),
      step(1800, "CheckIn", "a"),
      step(1800, "CheckIn", "b"),
      begin(1800, "b", "boat"),
      step(2000, "EndDuty", "b")
    )
    expect(refusal(there, begin(2000, "a", "boat"))).toBe("SkillMissing")
    expect(refusal(there, begin(2000, "a", "tea"))).toBe("UnknownDuty")
    expect([30_799, 30_800].map((at) => refusal(there, begin(at, "b")))).toEqual([
      "RestTooShort",
      "accepted"
    ])
    const small = { ...plan, duties: [duty("dyke", { crewMax: 1 })] }
    const first = call(0)
    if (first.action !== "CallSurge") throw new Error("no call")
    const full = after(
      { ...first, plan: small },
      step(1800, "CheckIn", "a"),
      step(1800, "CheckIn", "b"),
      begin(1800, "a")
    )
    expect(refusal(full, begin(1800, "b"))).toBe("CrewFull")
  })

  test("a shift ends at its second: who has to be relieved, and which crews are thin", () => {
    const state = after(call(0), step(1800, "CheckIn", "a"), begin(2000, "a"))
    const relief = [16_399, 16_400].map((at) =>
      Surge.dueForRelief(state, at).map(({ volunteerId }) => volunteerId)
    )
    expect(relief).toEqual([[], ["a"]])
    expect(Surge.thinDuties(state)).toEqual(["dyke"])
    const back = after(
      call(0),
      step(1800, "CheckIn", "a"),
      step(1800, "CheckIn", "b"),
      begin(2000, "a"),
      step(3000, "EndDuty", "a")
    )
    const ready = [31_799, 31_800].map((at) => Surge.readyAt(back, at).length)
    expect(ready).toEqual([1, 2])
    const roster = SurgeRoster.fill(plan.duties, Surge.readyAt(back, 31_800))
    expect(roster.crews[0]!.volunteerIds).toEqual(["a", "b"])
  })

  test("it ends when nobody is out any more", () => {
    const out = after(call(0), step(1800, "CheckIn", "a"), begin(2000, "a"))
    expect(refusal(out, standDown(3000))).toBe("CrewStillOut")
    const home = after(
      call(0),
      step(1800, "CheckIn", "a"),
      begin(2000, "a"),
      step(3000, "EndDuty", "a"),
      step(3000, "ReleaseMember", "a"),
      standDown(3000)
    )
    expect([home.status, home.stoodDownSec]).toEqual(["StoodDown", 3000])
    expect(refusal(home, more(3001, "d"))).toBe("MoveNotAllowed")
  })

  test("the numbers: answers, ways, and everybody in one place", () => {
    const state = after(
      call(0),
      answer(900, "a"),
      answer(901, "b"),
      step(1800, "CheckIn", "a"),
      begin(1800, "a"),
      step(2400, "EndDuty", "a")
    )
    const numbers = SurgeNumbers.of(state)
    expect([numbers.calledCount, numbers.onTimeCount, numbers.lateCount]).toEqual([2, 1, 1])
    expect([numbers.medianAnswerSec, numbers.medianArrivalSec, numbers.dutySec]).toEqual([
      900, 1800, 600
    ])
    expect(SurgeNumbers.of(after(call(0))).medianAnswerSec).toBe("None")
  })

  const commandsAt = (at: number, id: string): ReadonlyArray<SurgeCommand.SurgeCommand> => [
    call(at),
    more(at, id),
    answer(at, id),
    answer(at, id, false),
    step(at, "CheckIn", id),
    step(at, "MarkNoShow", id),
    begin(at, id),
    begin(at, id, "boat"),
    step(at, "EndDuty", id),
    step(at, "ReleaseMember", id),
    standDown(at)
  ]

  test("every status of a member with every step", () => {
    const at = 100_000
    const states: Readonly<Record<Surge.MemberStatus, Surge.Surge>> = {
      StandBy: after(call(0), more(1, "d")),
      Called: after(call(0)),
      Coming: after(call(0), answer(1, "a")),
      Declined: after(call(0), answer(1, "a", false)),
      Missing: after(call(0), step(3600, "MarkNoShow", "a")),
      There: after(call(0), step(1800, "CheckIn", "a")),
      OnDuty: after(call(0), step(1800, "CheckIn", "a"), begin(1800, "a")),
      Released: after(call(0), step(1800, "CheckIn", "a"), step(1800, "ReleaseMember", "a"))
    }
    expect(Object.keys(states)).toEqual([...Surge.memberStatuses])
    for (const [status, state] of Object.entries(states)) {
      const who = status === "StandBy" ? "c" : "a"
      expect(Surge.memberOf(state, who)!.status).toBe(status)
      const steps = [
        answer(at, who),
        step(at, "CheckIn", who),
        step(at, "MarkNoShow", who),
        begin(at, who),
        step(at, "EndDuty", who),
        step(at, "ReleaseMember", who)
      ] as const
      for (const command of steps) {
        const isAllowed = Object.entries(SurgeDecider.from).some(
          ([action, from]) =>
            action === command.action && from.some((allowed) => allowed === status)
        )
        const code = refusal(state, command)
        expect([status, command.action, code === "StatusWrong"]).toEqual([
          status,
          command.action,
          !isAllowed
        ])
      }
    }
  })

  test("random commands: nobody is lost, on two duties, there too early, or on duty unrested", () => {
    const steps = fc.array(
      fc.tuple(
        fc.nat(10),
        fc.constantFrom("a", "b", "c", "d"),
        fc.oneof(
          { weight: 5, arbitrary: fc.nat(3000) },
          { weight: 1, arbitrary: fc.constantFrom(-1, 0.5, 40_000) }
        ),
        fc.boolean()
      ),
      { maxLength: 60, size: "max" }
    )
    fc.assert(
      fc.property(steps, (taken) => {
        let state: Surge.State = ServiceMove.none
        let atSec = 0
        const log: Array<SurgeCommand.SurgeEvent> = []
        for (const [pick, who, leap, isTwice] of [[0, "a", 0, false] as const, ...taken]) {
          const command = commandsAt(atSec + leap, who)[pick]!
          for (let time = 0; time <= Number(isTwice); time++) {
            const decision = SurgeDecider.decide(state, command)
            if (!decision.ok) {
              expect(SurgeProblem.codes).toContain(decision.rejection.code)
              continue
            }
            log.push(decision.event)
            const next = Surge.evolve(state, decision.event)
            expect(next.version).toBe(log.length)
            expect(next.lastSec).toBeGreaterThanOrEqual(atSec)
            atSec = next.lastSec
            state = next
            const ids = next.members.map(({ volunteerId }) => volunteerId)
            expect(new Set(ids).size).toBe(ids.length)
            const numbers = SurgeNumbers.of(next)
            const sum = Object.values(numbers.statusCount).reduce((all, one) => all + one, 0)
            expect(sum).toBe(numbers.listedCount)
            const { onTimeCount, lateCount, silentCount, calledCount } = numbers
            expect(onTimeCount + lateCount + silentCount).toBe(calledCount)
            for (const one of next.members) {
              expect(one.status === "OnDuty").toBe(one.dutyId !== "")
              if (one.arrivedSec === ServiceMove.notYet) continue
              expect(one.arrivedSec - one.calledSec).toBeGreaterThanOrEqual(plan.delaySec)
              if (one.status === "OnDuty") {
                expect(one.dutyFromSec).toBeGreaterThanOrEqual(one.restedSec)
              }
            }
          }
        }
        expect(log.reduce<Surge.State>(Surge.evolve, ServiceMove.none)).toEqual(state)
      }),
      { numRuns: 150 }
    )
  })
})

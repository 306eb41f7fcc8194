import { Id } from "@wangge/facts"
import type { Spell } from "@wangge/grid"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  Roster,
  ServiceFacts,
  ServiceMove,
  ServicePost,
  ServicePostCommand,
  ServicePostDecider,
  type ServicePostEvent,
  ServicePostRejection,
  ServicePostRules
} from "../src/index.ts"

const rules = ServicePostRules.compile(ServicePostRules.base)
const hour = 3600
const day = 24 * hour
const postId = Id.make<"Post">("post-1")

type Command = ServicePostCommand.ServicePostCommand
type Of<Action extends Command["action"]> = Extract<Command, { readonly action: Action }>

const person = (id: string) => Id.make<"Person">(id)
const staff = (atSec: number, reason = "because") =>
  ({ postId, byId: "desk-1", role: "Staff", atSec, reason }) as const
const own = (id: string, atSec: number) =>
  ({ postId, byId: id, role: "Person", atSec, reason: "", personId: person(id) }) as const

const open = (rest: Partial<Of<"OpenPost">> = {}): Of<"OpenPost"> => ({
  ...staff(0),
  action: "OpenPost",
  gridId: Id.make("east-1"),
  dutyId: "night-watch",
  seatCount: 3,
  audience: "Anyone",
  skillIds: [],
  ...rest
})
const claim = (
  id: string,
  atSec: number,
  rest: Partial<Of<"ClaimPost">> = {}
): Of<"ClaimPost"> => ({
  ...own(id, atSec),
  action: "ClaimPost",
  skillIds: [],
  isReportedIn: false,
  ...rest
})
const personStep = (
  action: ServicePostCommand.PersonStep["action"],
  id: string,
  atSec: number
): ServicePostCommand.PersonStep => ({ ...own(id, atSec), action })
const resize = (seatCount: number, atSec: number): Of<"ChangeCapacity"> => ({
  ...staff(atSec),
  action: "ChangeCapacity",
  seatCount
})
const shift = (
  id: string,
  fromSec: number,
  rest: Partial<Of<"AddShift">> = {}
): Of<"AddShift"> => ({
  ...staff(100),
  action: "AddShift",
  shiftId: Id.make(id),
  fromSec,
  untilSec: fromSec + 4 * hour,
  neededCount: 2,
  ...rest
})
const take = (
  shiftId: string,
  id: string,
  atSec = 200,
  elsewhere: ReadonlyArray<Spell.Spell> = []
): Of<"TakeShift"> => ({
  ...own(id, atSec),
  action: "TakeShift",
  shiftId: Id.make(shiftId),
  elsewhere
})
const attend = (
  shiftId: string,
  id: string,
  atSec: number,
  rest: Partial<Of<"RecordAttendance">> = {}
): Of<"RecordAttendance"> => ({
  ...staff(atSec),
  action: "RecordAttendance",
  shiftId: Id.make(shiftId),
  personId: person(id),
  attendance: "Attended",
  minutes: 240,
  ...rest
})

const tell = (commands: ReadonlyArray<Command>, from: ServicePost.State = ServiceMove.none) => {
  let state = from
  const events: Array<ServicePostEvent.ServicePostEvent> = []
  for (const one of commands) {
    const decision = ServicePostDecider.decide(rules, state, one)
    if (!decision.ok) throw new Error(`${one.action}: ${JSON.stringify(decision.rejection)}`)
    state = ServicePost.evolve(state, decision.event)
    events.push(decision.event)
  }
  if (state.status === "None") throw new Error("nothing was told")
  return { state, events }
}

const codeOf = (state: ServicePost.State, one: Command, by = rules): string => {
  const decision = ServicePostDecider.decide(by, state, one)
  return decision.ok ? "" : decision.rejection.code
}

const fourClaims = [open(), ...["a", "b", "c", "d"].map((id, index) => claim(id, index + 1))]

const standing = (post: ServicePost.ServicePost, atSec: number) =>
  ["a", "b", "c", "d", "e"].map((id) => {
    const { how, rank } = ServicePost.positionOf(post, id, atSec)
    return rank === 0 ? how : `${how} ${rank}`
  })

describe("claims", () => {
  test("row 45: given a post for 3, the 4th who claims is on the waiting list", () => {
    const { state, events } = tell(fourClaims)
    expect(standing(state, 4)).toEqual(["Seat", "Seat", "Seat", "Waiting 1", "None"])
    expect(events.at(-1)).toMatchObject({ position: { how: "Waiting", rank: 1 } })
    const fifth = tell([claim("e", 5)], state)
    expect(fifth.events[0]).toMatchObject({ position: { how: "Waiting", rank: 2 } })
  })

  test("a seat that becomes free is kept for the first who waits until the due second", () => {
    const { state } = tell([...fourClaims, claim("e", 5), personStep("LeavePost", "b", 10)])
    expect(standing(state, 10)).toEqual(["Seat", "None", "Seat", "Offered", "Waiting 1"])
    const due = 10 + rules.answerSec
    expect(codeOf(state, personStep("AcceptSeat", "d", due))).toBe("")
    expect(codeOf(state, personStep("AcceptSeat", "d", due + 1))).toBe("NoSeatOffered")
    expect(standing(state, due + 1)).toEqual(["Seat", "None", "Seat", "None", "Offered"])
    expect(codeOf(state, personStep("AcceptSeat", "e", due))).toBe("NoSeatOffered")
    expect(codeOf(state, personStep("AcceptSeat", "e", due + 1))).toBe("")
    const nextDue = due + 1 + rules.answerSec
    expect(codeOf(state, personStep("AcceptSeat", "e", nextDue))).toBe("")
    expect(codeOf(state, personStep("AcceptSeat", "e", nextDue + 1))).toBe("NoSeatOffered")
    expect(ServicePost.freeSeatCount(state, nextDue + 1)).toBe(1)
  })

  test("a waiter who passes the seat on is out, the next is asked", () => {
    const { state } = tell([
      ...fourClaims,
      claim("e", 5),
      personStep("LeavePost", "a", 10),
      personStep("DeclineSeat", "d", 20)
    ])
    expect(standing(state, 20)).toEqual(["None", "Seat", "Seat", "None", "Offered"])
  })

  test("a seat that is kept is not given to a newcomer", () => {
    const { state } = tell([...fourClaims, personStep("LeavePost", "a", 10), claim("e", 11)])
    expect(standing(state, 11)).toEqual(["None", "Seat", "Seat", "Offered", "Waiting 1"])
  })

  test("fewer seats send those who came last to the head of the list, more bring them back", () => {
    const { state } = tell([...fourClaims, resize(1, 10)])
    expect(standing(state, 10)).toEqual(["Seat", "Waiting 1", "Waiting 2", "Waiting 3", "None"])
    const more = tell([resize(3, 20)], state).state
    expect(standing(more, 20)).toEqual(["Seat", "Offered", "Offered", "Waiting 1", "None"])
    const less = tell([resize(2, 30)], more).state
    expect(standing(less, 30)).toEqual(["Seat", "Offered", "Waiting 1", "Waiting 2", "None"])
    expect(codeOf(state, resize(1, 20))).toBe("SeatCountUnchanged")
    expect([0, 1001, 1.5].map((count) => codeOf(state, resize(count, 20)))).toEqual([
      "SeatCountOutOfRange",
      "SeatCountOutOfRange",
      "SeatCountOutOfRange"
    ])
  })

  test("nobody claims twice, for somebody else, without the skills or the report-in", () => {
    const { state } = tell(fourClaims)
    expect(["a", "d"].map((id) => codeOf(state, claim(id, 9)))).toEqual([
      "AlreadyThere",
      "AlreadyThere"
    ])
    expect(codeOf(state, claim("e", 9, { byId: "a" }))).toBe("NotEntitled")
    expect(codeOf(state, claim("e", 9, { byId: "desk-1", role: "Staff" }))).toBe("NotEntitled")
    const member = tell([open({ audience: "ReportedIn", skillIds: ["swim"] })]).state
    expect(codeOf(member, claim("e", 9))).toBe("ReportInNeeded")
    expect(codeOf(member, claim("e", 9, { isReportedIn: true }))).toBe("SkillMissing")
    const able = { isReportedIn: true, skillIds: ["swim", "boat"] }
    expect(codeOf(member, claim("e", 9, able))).toBe("")
  })

  test("whoever is not there cannot leave", () => {
    expect(codeOf(tell(fourClaims).state, personStep("LeavePost", "e", 9))).toBe("NotThere")
  })

  test("time never goes back, ids match, a post is opened once", () => {
    const { state } = tell(fourClaims)
    expect(codeOf(state, claim("e", 3))).toBe("TimeWentBack")
    expect(codeOf(state, { ...claim("e", 9), postId: Id.make("post-2") })).toBe("WrongRecord")
    expect(codeOf(state, open({ atSec: 9 }))).toBe("AlreadyOpened")
    expect(codeOf(ServiceMove.none, claim("e", 9))).toBe("NotOpened")
    expect(codeOf(ServiceMove.none, open({ dutyId: "" }))).toBe("ItemMissing")
  })
})

describe("shifts", () => {
  const withShift = tell([...fourClaims, shift("s1", day)]).state

  test("holders take shifts, waiters do not, and a shift is full at its count", () => {
    expect(codeOf(withShift, take("s1", "d"))).toBe("NotHolder")
    expect(codeOf(withShift, take("s9", "a"))).toBe("ShiftUnknown")
    const taken = tell([take("s1", "a"), take("s1", "b")], withShift).state
    expect(codeOf(taken, take("s1", "a"))).toBe("AlreadyOnShift")
    expect(codeOf(taken, take("s1", "c"))).toBe("ShiftFull")
    expect(codeOf(withShift, take("s1", "a", day - 1))).toBe("")
    expect(codeOf(withShift, take("s1", "a", day))).toBe("ShiftBegun")
  })

  test("nobody is on twice at a time, here or elsewhere, and everybody rests between shifts", () => {
    const end = day + 4 * hour
    const state = tell(
      [
        shift("s2", day + 2 * hour),
        shift("s3", end + rules.restSec - 1),
        shift("s4", end + rules.restSec),
        take("s1", "a")
      ],
      withShift
    ).state
    expect(["s2", "s3", "s4"].map((id) => codeOf(state, take(id, "a")))).toEqual([
      "OnTwice",
      "RestTooShort",
      ""
    ])
    const busy = [{ fromSec: day + hour, untilSec: day + 2 * hour }]
    expect(codeOf(state, take("s1", "b", 200, busy))).toBe("OnTwice")
    const before = [{ fromSec: 0, untilSec: day - rules.restSec + 1 }]
    expect(codeOf(state, take("s1", "b", 200, before))).toBe("RestTooShort")
    expect(codeOf(state, take("s1", "b", 200, before), { ...rules, restSec: 0 })).toBe("")
  })

  test("whoever loses the seat is off the shifts that have not begun", () => {
    const state = tell([shift("s2", 2 * day), take("s1", "a"), take("s2", "a")], withShift).state
    const left = tell([personStep("LeavePost", "a", day + 1)], state).state
    expect(left.shifts.map(({ rows }) => rows.length)).toEqual([1, 0])
    const smaller = tell([take("s2", "c"), resize(1, day + 1)], state).state
    expect(smaller.shifts[1]?.rows.map(({ personId }) => personId)).toEqual(["a"])
  })

  test("a shift is cancelled before it begins, with a reason", () => {
    const cancel = (atSec: number, reason = "rain"): Command => ({
      ...staff(atSec, reason),
      action: "CancelShift",
      shiftId: Id.make("s1")
    })
    expect([day - 1, day].map((atSec) => codeOf(withShift, cancel(atSec)))).toEqual([
      "",
      "ShiftBegun"
    ])
    expect(codeOf(withShift, cancel(200, " "))).toBe("ItemMissing")
    expect(tell([cancel(200)], withShift).state.shifts).toEqual([])
  })

  test("a shift is new, lies ahead and needs somebody", () => {
    expect(codeOf(withShift, shift("s1", day))).toBe("ShiftKnown")
    const codes = [
      shift("s2", 100),
      shift("s2", 101),
      shift("s2", day, { untilSec: day }),
      shift("s2", day, { neededCount: 0 }),
      shift("s2", 0.5)
    ].map((one) => codeOf(withShift, one))
    expect(codes).toEqual(["ShiftBegun", "", "ShiftEmpty", "NeededOutOfRange", "TimeNotWhole"])
  })

  test("attendance is recorded once, after the shift, by staff", () => {
    const state = tell([take("s1", "a"), take("s1", "b")], withShift).state
    const end = day + 4 * hour
    expect(codeOf(state, attend("s1", "a", end - 1))).toBe("ShiftNotOver")
    expect(codeOf(state, attend("s1", "a", end, { byId: "a" }))).toBe("NotEntitled")
    expect(codeOf(state, attend("s1", "c", end))).toBe("NotOnShift")
    const codes = [0, 1, 240, 241].map((minutes) =>
      codeOf(state, attend("s1", "a", end, { minutes }))
    )
    expect(codes).toEqual(["MinutesOutOfRange", "", "", "MinutesOutOfRange"])
    const absent = { attendance: "Absent", minutes: 1 } as const
    expect(codeOf(state, attend("s1", "a", end, absent))).toBe("MinutesOutOfRange")
    const excused = { attendance: "Excused", minutes: 0, reason: "" } as const
    expect(codeOf(state, attend("s1", "a", end, excused))).toBe("ItemMissing")
    const told = tell([attend("s1", "a", end)], state)
    expect(codeOf(told.state, attend("s1", "a", end))).toBe("AlreadyRecorded")
    const [event] = told.events
    if (event === undefined) throw new Error("no event")
    expect(ServiceFacts.ofPost(state, event)).toMatchObject([
      { kind: "dutyServed", subjectId: "a", quantity: 240, unit: "minutes" }
    ])
  })

  test("a closed post lets what has begun be recorded and nothing else", () => {
    const close: Command = { ...staff(day + 1), action: "ClosePost" }
    const state = tell([shift("s2", 2 * day), take("s1", "a"), close], withShift).state
    expect(state.shifts.map(({ shiftId }) => shiftId)).toEqual(["s1"])
    expect(codeOf(state, attend("s1", "a", day + 4 * hour))).toBe("")
    expect(codeOf(state, claim("e", day + 2))).toBe("MoveNotAllowed")
    expect(codeOf(state, take("s1", "b", day + 2))).toBe("MoveNotAllowed")
  })
})

describe("rosters", () => {
  const other = { ...open(), postId: Id.make<"Post">("post-2") }
  const first = tell([
    ...fourClaims,
    shift("s1", day),
    shift("s2", 2 * day),
    take("s1", "a"),
    take("s1", "b"),
    take("s2", "a")
  ]).state
  const second = ["a", "b"].reduce<ServicePost.State>(
    (state, id, index) => {
      const one = { ...claim(id, index + 1), postId: other.postId }
      const decision = ServicePostDecider.decide(rules, state, one)
      return decision.ok ? ServicePost.evolve(state, decision.event) : state
    },
    (() => {
      const decision = ServicePostDecider.decide(rules, ServiceMove.none, other)
      if (!decision.ok) throw new Error(decision.rejection.code)
      return ServicePost.evolve(ServiceMove.none, decision.event)
    })()
  )

  test("who is on at a time ends with the shift", () => {
    const on = (atSec: number) => Roster.onAt([first], atSec).map(({ personId }) => personId)
    expect([day - 1, day, day + 4 * hour - 1, day + 4 * hour].map(on)).toEqual([
      [],
      ["a", "b"],
      ["a", "b"],
      []
    ])
  })

  test("shifts that are short of people are found", () => {
    const gaps = Roster.gaps([first], { fromSec: 0, untilSec: 3 * day })
    expect(gaps.map(({ shiftId, missingCount }) => [shiftId, missingCount])).toEqual([["s2", 1]])
    expect(Roster.gaps([first], { fromSec: 0, untilSec: 2 * day })).toEqual([])
    const end = day + 4 * hour
    const absent = tell([attend("s1", "a", end, { attendance: "Absent", minutes: 0 })], first).state
    expect(Roster.gaps([absent], { fromSec: 0, untilSec: 2 * day }).length).toBe(1)
  })

  test("a roster made elsewhere is searched for people who are on twice or without rest", () => {
    if (second.status === "None") throw new Error("no post")
    const shifts: ReadonlyArray<ServicePost.Shift> = [
      {
        shiftId: Id.make("t1"),
        fromSec: day + hour,
        untilSec: day + 5 * hour,
        neededCount: 1,
        rows: [{ personId: person("a"), attendance: "Due", minutes: 0 }]
      }
    ]
    const made: ServicePost.ServicePost = { ...second, shifts }
    const found = Roster.clashes([first, made], 0)
    expect(found.map(({ personId, restSec }) => [personId, restSec])).toEqual([["a", -3 * hour]])
    expect(Roster.clashes([first, made], day).length).toBe(3)
    const spells = Roster.spellsOf([first, made], { personId: "a", exceptPostId: postId })
    expect(spells).toEqual([{ fromSec: day + hour, untilSec: day + 5 * hour }])
  })
})

describe("random claims", () => {
  interface Slow {
    readonly seats: number
    readonly holders: ReadonlyArray<string>
    readonly asked: ReadonlyArray<readonly [string, number]>
    readonly line: ReadonlyArray<string>
  }

  /** The slow, obvious model: second by second, who is asked and who is out. */
  const tick = (slow: Slow, atSec: number, answerSec: number): Slow => {
    const asked = slow.asked.filter(([, due]) => due >= atSec)
    const free = slow.seats - slow.holders.length - asked.length
    const next = slow.line.slice(0, Math.max(0, free))
    return {
      seats: slow.seats,
      holders: slow.holders,
      asked: [...asked, ...next.map((id) => [id, atSec + answerSec] as const)],
      line: slow.line.slice(next.length)
    }
  }

  const change = (
    slow: Slow,
    kind: number,
    who: string,
    atSec: number,
    answerSec: number
  ): Slow => {
    const isAsked = slow.asked.some(([id]) => id === who)
    const isThere = isAsked || slow.holders.includes(who) || slow.line.includes(who)
    const out: Slow = {
      seats: slow.seats,
      holders: slow.holders.filter((id) => id !== who),
      asked: slow.asked.filter(([id]) => id !== who),
      line: slow.line.filter((id) => id !== who)
    }
    if (kind === 0 && !isThere) {
      const isFree = slow.seats > slow.holders.length + slow.asked.length
      return isFree
        ? { ...slow, holders: [...slow.holders, who] }
        : { ...slow, line: [...slow.line, who] }
    }
    if (kind === 1 && isAsked) return { ...out, holders: [...slow.holders, who] }
    if (kind === 2 && isAsked) return tick(out, atSec, answerSec)
    return kind === 3 && isThere ? tick(out, atSec, answerSec) : slow
  }

  test("agree with a model that goes second by second, and lose nobody", () => {
    const quick = { ...rules, answerSec: 5 }
    const steps = fc.array(fc.record({ kind: fc.nat(3), who: fc.nat(6), leapSec: fc.nat(8) }), {
      minLength: 1,
      maxLength: 40,
      size: "max"
    })
    const opened = ServicePostDecider.decide(quick, ServiceMove.none, open({ seatCount: 2 }))
    if (!opened.ok) throw new Error(opened.rejection.code)
    const actions = ["ClaimPost", "AcceptSeat", "DeclineSeat", "LeavePost"] as const
    fc.assert(
      fc.property(steps, (taken) => {
        let state = ServicePost.evolve(ServiceMove.none, opened.event)
        let slow: Slow = { seats: 2, holders: [], asked: [], line: [] }
        let atSec = 0
        for (const { kind, who, leapSec } of taken) {
          for (let second = 1; second <= leapSec; second++) slow = tick(slow, atSec + second, 5)
          atSec += leapSec
          const id = `p${who}`
          const action = actions[kind]!
          const one = action === "ClaimPost" ? claim(id, atSec) : personStep(action, id, atSec)
          const decision = ServicePostDecider.decide(quick, state, one)
          if (decision.ok) state = ServicePost.evolve(state, decision.event)
          slow = change(slow, kind, id, atSec, 5)
          const now = ServicePost.at(state, atSec)
          expect({
            holders: now.holders.map(({ personId }) => personId),
            asked: now.offers.map(({ personId, dueSec }) => [personId, dueSec]),
            line: now.waiting.map(({ personId }) => personId)
          }).toEqual({ holders: slow.holders, asked: slow.asked, line: slow.line })
          expect(now.holders.length + now.offers.length).toBeLessThanOrEqual(2)
        }
      }),
      { numRuns: 300 }
    )
  })

  test("a change of capacity loses and doubles nobody", () => {
    const counts = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(counts, (capacities) => {
        let { state } = tell(fourClaims)
        for (const [index, seatCount] of capacities.entries()) {
          if (seatCount === state.seatCount) continue
          state = tell([resize(seatCount, 10 + index)], state).state
          const { holders, offers, waiting } = state
          const all = [...holders, ...offers, ...waiting].map(({ personId }) => personId)
          expect([...all].sort()).toEqual(["a", "b", "c", "d"])
          expect(holders.length + offers.length).toBe(Math.min(4, seatCount))
        }
      })
    )
  })
})

test("every code has words in both languages", () => {
  for (const code of ServicePostRejection.codes) {
    const label = ServicePostRejection.describe(ServicePostRejection.make(code, "x", "Seat", 1))
    expect(`${label.en}${label.zh}`).not.toMatch(/[{}]/)
    expect(label.zh).toMatch(/[\u4e00-\u9fff]/)
  }
})

test("status by command: an open post allows all but another opening", () => {
  expect(ServicePost.allowed.Open).toEqual(ServicePostCommand.actions.slice(1))
  expect(ServicePost.allowed.Closed).toEqual(["RecordAttendance"])
})

/**
 * Makers for the tests of what service desks get wrong: one short way to tell commands to any machine,
 * and commands of wishes, posts, surges and visits.
 */
import { Id } from "@wangge/facts"
import {
  type MicroWishCommand,
  type ServiceMove,
  type ServicePostCommand,
  SurgePlan,
  type VisitCommand,
  type VisitPlan
} from "../src/index.ts"
import { grid, person } from "./aVolunteer.ts"

type Decided<Event, Rejection> = ServiceMove.Decision<Event, Rejection>

/** A machine: its decider, its evolution, and short ways to use both. */
export const machine = <
  State,
  First,
  Command extends { readonly action: string },
  Event extends { readonly kind: string },
  Rejection extends { readonly code: string }
>(
  first: First,
  decide: (state: State | First, command: Command) => Decided<Event, Rejection>,
  evolve: (state: State | First, event: Event) => State
) => {
  const after = (commands: ReadonlyArray<Command>): State | First =>
    commands.reduce<State | First>((state, command) => {
      const decision = decide(state, command)
      if (!decision.ok) throw new Error(`${command.action}: ${JSON.stringify(decision.rejection)}`)
      return evolve(state, decision.event)
    }, first)
  const isOpen = (state: State | First): state is State => state !== first
  /** The record after some commands, at least one. */
  const record = (commands: ReadonlyArray<Command>): State => {
    const state = after(commands)
    if (!isOpen(state)) throw new Error("nothing was told")
    return state
  }
  /** What a command leads to after others: the kind of its event, or the code of its refusal. */
  const outcome = (commands: ReadonlyArray<Command>, last: Command): string => {
    const decision = decide(after(commands), last)
    return decision.ok ? decision.event.kind : decision.rejection.code
  }
  const events = (commands: ReadonlyArray<Command>): ReadonlyArray<Event> =>
    commands.map((command, index) => {
      const decision = decide(after(commands.slice(0, index)), command)
      if (!decision.ok) throw new Error(decision.rejection.code)
      return decision.event
    })
  return { after, record, outcome, events }
}

export const day = 86_400
export const wishId = Id.make<"Wish">("wish-1")
export const wisherId = person("zqx-wisher-jqz")

const wishHead = (byId: string, role: MicroWishCommand.Role, atSec: number) => ({
  wishId,
  byId,
  role,
  atSec,
  reason: "because"
})

/** Commands on the wish `wish-1` of {@link wisherId}. */
export const wish = {
  post: (over: Partial<MicroWishCommand.Post> = {}): MicroWishCommand.MicroWishCommand => ({
    ...wishHead(wisherId, "Wisher", 0),
    action: "Post",
    wisherId,
    alias: "Sparrow",
    wishKind: "Books",
    gridId: grid("east"),
    text: "a dictionary",
    untilSec: 20 * day,
    ...over
  }),
  claim: (byId: string, atSec: number, openClaimCount = 0): MicroWishCommand.MicroWishCommand => ({
    ...wishHead(byId, "Claimer", atSec),
    action: "Claim",
    openClaimCount
  }),
  step: (
    action: MicroWishCommand.PlainStep["action"],
    byId: string,
    role: MicroWishCommand.Role,
    atSec: number
  ): MicroWishCommand.MicroWishCommand => ({ ...wishHead(byId, role, atSec), action }),
  thank: (text: string, atSec: number): MicroWishCommand.MicroWishCommand => ({
    ...wishHead(wisherId, "Wisher", atSec),
    action: "Thank",
    text
  })
}

const postId = Id.make<"Post">("post-1")
const staff = (atSec: number) =>
  ({ postId, byId: "desk-1", role: "Staff", atSec, reason: "because" }) as const

/** Commands on the post `post-1`. */
export const post = {
  open: (seatCount: number): ServicePostCommand.ServicePostCommand => ({
    ...staff(0),
    action: "OpenPost",
    gridId: grid("east-1"),
    dutyId: "night-watch",
    seatCount,
    audience: "Anyone",
    skillIds: []
  }),
  claim: (id: string, atSec: number): ServicePostCommand.ServicePostCommand => ({
    ...{ postId, byId: id, role: "Person", atSec, reason: "", personId: person(id) },
    action: "ClaimPost",
    skillIds: [],
    isReportedIn: false
  }),
  step: (
    action: ServicePostCommand.PersonStep["action"],
    id: string,
    atSec: number
  ): ServicePostCommand.ServicePostCommand => ({
    ...{ postId, byId: id, role: "Person", atSec, reason: "", personId: person(id) },
    action
  }),
  resize: (seatCount: number, atSec: number): ServicePostCommand.ServicePostCommand => ({
    ...staff(atSec),
    action: "ChangeCapacity",
    seatCount
  })
}

const surgeId = Id.make<"Surge">("flood-1")

/** A surge with one duty for two people, a short shift and a long rest. */
export const surgePlan: SurgePlan.SurgePlan = {
  surgeId,
  gridId: grid("g0"),
  brigadeIds: [],
  reach: 6,
  callCount: 2,
  reserveCount: 0,
  respondWithinSec: 900,
  delaySec: 1800,
  noShowAfterSec: 3600,
  shiftSec: 14_400,
  restSec: 28_800,
  duties: SurgePlan.floodDuties.filter(({ dutyId }) => dutyId === "dykePatrol")
}

export const visitPlan: VisitPlan.VisitPlan = {
  planId: "care",
  label: { en: "Care", zh: "关爱" },
  zone: "UTC",
  groups: [
    {
      groupId: "alone",
      label: { en: "Old people alone", zh: "独居老人" },
      cadence: { unit: "Month", times: 2 },
      minutes: 30,
      purpose: "Care",
      dataClass: "Health"
    }
  ],
  earlySec: 0,
  lateSec: 0
}

const targetId = Id.make<"VisitTarget">("t-1")

/** Commands on the visit target `t-1`, who is visited by `li`. */
export const visit = {
  list: (atSec: number): VisitCommand.VisitCommand => ({
    ...{ targetId, atSec, byId: "desk-1", reason: "because" },
    action: "ListTarget",
    groupId: "alone",
    gridId: grid("g1"),
    visitorId: person("li")
  }),
  record: (
    visitId: string,
    visitedSec: number,
    over: Partial<VisitCommand.RecordVisit> = {}
  ): VisitCommand.VisitCommand => ({
    ...{ targetId, atSec: visitedSec, byId: "li", reason: "" },
    action: "RecordVisit",
    visitId: Id.make(visitId),
    visitedSec,
    minutes: 20,
    outcome: "Visited",
    finds: [],
    ...over
  }),
  takeBack: (visitId: string, atSec: number): VisitCommand.VisitCommand => ({
    ...{ targetId, atSec, byId: "desk-1", reason: "wrong door" },
    action: "VoidVisit",
    visitId: Id.make(visitId)
  })
}

/** Commands on the surge `flood-1`. */
export const surge = {
  call: (ids: ReadonlyArray<string>, atSec = 0) =>
    ({
      ...{ surgeId, atSec, byId: "lead", reason: "" },
      action: "CallSurge",
      plan: surgePlan,
      called: ids.map((id) => ({ volunteerId: person(id), skillIds: [] })),
      reserves: []
    }) as const,
  answer: (id: string, atSec: number, isComing = true) =>
    ({
      ...{ surgeId, atSec, byId: id, reason: "" },
      action: "AnswerCall",
      volunteerId: person(id),
      isComing
    }) as const,
  step: (
    action: "CheckIn" | "MarkNoShow" | "EndDuty" | "ReleaseMember",
    id: string,
    atSec: number
  ) =>
    ({
      ...{ surgeId, atSec, byId: "lead", reason: "" },
      action,
      volunteerId: person(id)
    }) as const,
  begin: (id: string, atSec: number) =>
    ({
      ...{ surgeId, atSec, byId: "lead", reason: "" },
      action: "BeginDuty",
      volunteerId: person(id),
      dutyId: "dykePatrol"
    }) as const,
  standDown: (atSec: number) =>
    ({ surgeId, atSec, byId: "lead", reason: "", action: "StandDown" }) as const
}

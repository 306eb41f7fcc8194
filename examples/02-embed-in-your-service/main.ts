/**
 * A vendor's service around the case machine, as small as it can be: a store that refuses a write on an old
 * version and applies a plan all or none, an answer for every rejection (the compiler sees to it that none is
 * forgotten), an offline client that reports twice, and a public view that knows no person.
 */
import { Clock, Zone } from "@wangge/calendar"
import {
  Case,
  type CaseCommand,
  CaseDecider,
  type CaseEvent,
  CasePlan,
  CaseProfile,
  CaseRejection,
  CaseRules,
  type CaseSheet,
  CaseView
} from "@wangge/cases"
import { Id, type Label, Seconds } from "@wangge/facts"

const zone = "Asia/Shanghai"

/** Seconds since the epoch at which a clock in Shanghai shows `2025-03-03 09:00`. */
export const at = (text: string): number => {
  const [date = "", time = ""] = text.split(" ")
  const [hour = 0, minute = 0] = time.split(":").map(Number)
  const secOfDay = hour * Seconds.hourSec + minute * Seconds.minuteSec
  return Zone.toInstantSec(zone, Seconds.parseIsoDate(date), secOfDay)
}

const profile = CaseProfile.base

const rules = CaseRules.compile(profile, {
  clocks: { calendar: Clock.calendar, working: Clock.calendar }
})

// The store: your database. A unique key on case and version does the same there.

/** One event to append, and the version of its case that it was decided on. */
export interface Write {
  readonly event: CaseEvent.CaseEvent
  readonly expectedVersion: number
}

/** A log per case, kept in memory. */
export class Store {
  private readonly logs: Map<string, ReadonlyArray<CaseEvent.CaseEvent>> = new Map()

  /** The case as its log tells it, `Case.none` for none. */
  load(caseId: string): Case.State {
    return (this.logs.get(caseId) ?? []).reduce<Case.State>(Case.evolve, Case.none)
  }

  /** How many events a case has seen. */
  versionOf(caseId: string): number {
    return this.logs.get(caseId)?.length ?? 0
  }

  /** Appends all of the events, or none if anybody was faster; the case that was, or an empty text. */
  append(writes: ReadonlyArray<Write>): string {
    const logs = new Map<string, ReadonlyArray<CaseEvent.CaseEvent>>()
    for (const { event, expectedVersion } of writes) {
      const log = logs.get(event.caseId) ?? this.logs.get(event.caseId) ?? []
      if (log.length !== expectedVersion) return event.caseId
      logs.set(event.caseId, [...log, event])
    }
    for (const [caseId, log] of logs) this.logs.set(caseId, log)
    return ""
  }
}

// The answers of the service.

/** What the caller of the service gets. */
export type Answer =
  | { readonly status: 200 | 201; readonly item: Case.Case }
  | {
      readonly status: 400 | 403 | 404 | 409 | 422
      readonly code: CaseRejection.Code
      readonly words: Label.Label
      readonly hint: string
    }

/** The status of an answer for each kind of rejection; a kind that is new does not compile. */
const statusOf = (rejection: CaseRejection.CaseRejection): 400 | 403 | 404 | 409 | 422 => {
  if (rejection.code === "NotReported") return 404
  const kind = CaseRejection.kindOf[rejection.code]
  switch (kind) {
    case "state":
    case "repeat":
      return 409
    case "limit":
      return 422
    case "content":
    case "time":
      return 400
    case "who":
      return 403
    default:
      return neverKind(kind)
  }
}

/** Reached by no value: a kind that the switch forgets is a type error here. */
const neverKind = (kind: never): never => {
  throw new Error(`No answer for a rejection of the kind ${String(kind)}`)
}

/** What a program can offer next, from the fields of a rejection, not from its words. */
const hintOf = (rejection: CaseRejection.CaseRejection): string => {
  if (rejection.missing.length > 0) return `ask for: ${rejection.missing.join(", ")}`
  if (rejection.allowed.length > 0) return `offer: ${rejection.allowed.slice(0, 4).join(", ")}`
  return `${rejection.field} is ${rejection.found}, expected ${rejection.expected}`
}

/** Load, decide, store, answer. */
export const handle = (store: Store, command: CaseCommand.CaseCommand): Answer => {
  const state = store.load(command.caseId)
  const decision = CaseDecider.decide(rules, state, command)
  if (!decision.ok) {
    const { rejection } = decision
    // The same report again, from a client that was offline: the case is the answer.
    if (CaseDecider.isRepeat(rejection) && state.status !== "None") {
      return { status: 200, item: state }
    }
    return {
      status: statusOf(rejection),
      code: rejection.code,
      words: CaseRejection.describe(rejection),
      hint: hintOf(rejection)
    }
  }
  const expectedVersion = state.status === "None" ? 0 : state.version
  const isLost = store.append([{ event: decision.event, expectedVersion }]) !== ""
  // Somebody was faster: load and decide again. Each round reads a newer version, so this ends.
  if (isLost) return handle(store, command)
  const item = Case.evolve(state, decision.event)
  return { status: command.action === "Report" ? 201 : 200, item }
}

/** Applies a plan, all or none; one of its cases moved on meanwhile: plan again. */
export const applyPlan = (
  store: Store,
  plan: () => CasePlan.Plan
): "applied" | CaseRejection.Code => {
  const made = plan()
  if (!made.ok) return made.rejection.code
  return store.append(made.steps) === "" ? "applied" : applyPlan(store, plan)
}

/** A case that is there. */
export const known = (store: Store, caseId: string): Case.Case => {
  const state = store.load(caseId)
  if (state.status === "None") throw new Error(`There is no case ${caseId}`)
  return state
}

// What people did.

const idOf = (text: string): Id.Id<"Case"> => Id.make<"Case">(text)

/** A report that a grid worker's phone wrote down at 8:10 and sends whenever it is online. */
export const report = (caseId: string, when: string): CaseCommand.ReportCase => ({
  action: "Report",
  caseId: idOf(caseId),
  atSec: at(when),
  seenSec: at("2025-03-03 08:10"),
  actorId: "worker-7",
  reason: "",
  source: "GridWorker",
  category: "PublicFacilities",
  urgency: "Ordinary",
  gridId: Id.make<"Grid">("grid-12"),
  unitId: "intake"
})

/** What belongs to a case and is not in its record; here live the texts and the places. */
const sheetOf = (item: Case.Case): CaseSheet.CaseSheet => ({
  caseId: item.caseId,
  category: item.category,
  source: item.source,
  communityId: Id.make<"Grid">("community-3"),
  gridId: item.gridId,
  buildingId: Id.make<"Grid">("building-7"),
  point: [129, 42.54],
  description: "The lamp in front of Mrs Jin's door is dark.",
  photos: [],
  answer: ""
})

const order = (caseId: string, when: string) =>
  ({ caseId: idOf(caseId), atSec: at(when), actorId: "desk-2", reason: "same lamp" }) as const

const say = (what: string, answer: Answer): string =>
  "item" in answer
    ? `${what}: ${answer.status}, ${answer.item.status}, version ${answer.item.version}`
    : `${what}: ${answer.status}, ${answer.code}, ${answer.hint}\n  ${answer.words.zh}`

/** The story as lines of text. */
export const tell = (): ReadonlyArray<string> => {
  const store = new Store()
  const lines = [
    say("lamp-1 reported, offline", handle(store, report("lamp-1", "2025-03-03 09:00"))),
    say("the phone sends it again", handle(store, report("lamp-1", "2025-03-03 09:01"))),
    say(
      "another report under that id",
      handle(store, { ...report("lamp-1", "2025-03-03 09:02"), category: "Noise" })
    ),
    say(
      "a desk writes it off at once",
      handle(store, { ...order("lamp-1", "2025-03-03 09:05"), action: "WriteOff", resultNote: "" })
    ),
    say(
      "a case that nobody reported",
      handle(store, { ...order("lamp-9", "2025-03-03 09:06"), action: "Verify" })
    ),
    say(
      "settled by somebody at a desk",
      handle(store, {
        ...order("lamp-1", "2025-03-03 09:07"),
        action: "SettleOnSpot",
        unitId: "grid-12",
        resultNote: "bulb changed"
      })
    )
  ]
  for (const caseId of ["lamp-2", "lamp-3"]) handle(store, report(caseId, "2025-03-03 09:10"))
  const { caseId: _, ...signature } = order("lamp-1", "2025-03-03 09:30")
  const merge = (): CasePlan.Plan =>
    CasePlan.merge(
      rules,
      known(store, "lamp-1"),
      [known(store, "lamp-2"), known(store, "lamp-3")],
      signature
    )
  // While the desk looks at its screen, somebody verifies lamp-3: the old plan must not go through.
  const old = merge()
  handle(store, { ...order("lamp-3", "2025-03-03 09:20"), action: "Verify" })
  const isOldApplied = old.ok && store.append(old.steps) === ""
  lines.push(
    `the plan made too early: ${isOldApplied ? "applied" : "nothing stored"}, ` +
      `lamp-2 is ${known(store, "lamp-2").status}`,
    `planned again: ${applyPlan(store, merge)}, lamp-2 is ${known(store, "lamp-2").status}`,
    `lamp-1 stands for ${known(store, "lamp-1").demandCount} reports`
  )
  return [...lines, "", "what everybody may read:", ...publicText(known(store, "lamp-1"))]
}

/** The public view: no id of the case, no grid, no point, no text, no person. */
export const publicText = (item: Case.Case): ReadonlyArray<string> => {
  const view = CaseView.everyone(
    { item, sheet: sheetOf(item) },
    { publicationId: Id.make<"Publication">("notice-1"), profile, zone }
  )
  return JSON.stringify(view, null, 2).split("\n")
}

/** What the README shows. */
export const outputs: ReadonlyArray<() => string> = [() => tell().join("\n")]

/** True when Node was started with this file, not when a test or another program imports it. */
const { main: isMain }: { readonly url: string; readonly main?: boolean } = import.meta
if (isMain === true) console.log(outputs[0]?.())

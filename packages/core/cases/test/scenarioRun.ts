/**
 * Tells the table of a scenario page to the machine and says where it answers otherwise. One world per
 * table: cases and side processes by their names, one set of rules, the holidays known so far.
 */
import { Clock, Holidays, WeeklyHours, WorkCalendar } from "@wangge/calendar"
import { Id, Seconds } from "@wangge/facts"
import {
  Case,
  CaseAction,
  type CaseCommand,
  CaseDecider,
  CasePlan,
  CaseProfile,
  CaseRole,
  CaseRules,
  HandlingLevel,
  Urgency
} from "../src/index.ts"
import { commandOf, fieldsOf, type Head, instants } from "./scenarioCase.ts"
import { instantOf, namesOf, oneOf, type Row, type Table, Words } from "./scenarioPage.ts"
import { planOf } from "./scenarioPlan.ts"
import { processOf, type Running, start } from "./scenarioProcess.ts"

/** How profiles become rules; a mutation run puts its own in. */
export type Compile = typeof CaseRules.compile

/** What happened in a row, one word per event or `refused CODE`. */
interface Answer {
  readonly result: string
  readonly told: ReadonlyArray<string>
}

interface World {
  readonly table: Table
  readonly compile: Compile
  readonly cases: Map<string, Case.State>
  readonly processes: Map<string, Running>
  readonly holidays: Array<string>
  rules: CaseRules.CaseRules
  clocks: CaseRules.Clocks
}

/** What a table has told: what answers otherwise, and every action and rejection on the way. */
export interface Report {
  readonly problems: ReadonlyArray<string>
  readonly told: ReadonlySet<string>
}

const settingOf = (table: Table, name: string): string => table.settings.get(name) ?? ""

const clocksOf = (table: Table, dates: ReadonlyArray<string>): CaseRules.Clocks => {
  const spells = settingOf(table, "Hours")
    .split(" ")
    .filter((text) => text !== "")
    .map((text) => {
      const [open = 0, openMinute = 0, close = 0, closeMinute = 0] = text.split(/[:-]/).map(Number)
      return WeeklyHours.spell([open, openMinute], [close, closeMinute])
    })
  const { calendar } = Clock
  if (spells.length === 0) return { calendar, working: calendar, workingDays: calendar }
  const name = { en: "announced later", zh: "后来公布" }
  const office = WorkCalendar.makeOrThrow({
    weekly: WeeklyHours.mondayToFriday(spells),
    holidays: Holidays.makeOrThrow(dates.map((date) => ({ date, kind: "holiday", name }))),
    fromDay: Seconds.dayNumber(2024, 1, 1),
    untilDay: Seconds.dayNumber(2027, 1, 1)
  })
  return { calendar, working: Clock.working(office), workingDays: Clock.workingDays(office) }
}

const limitFields = ["contactSec", "resolveSec", "extensionSec"] as const

/** The profile of a table, with the limits that it sets itself: `Ordinary resolveSec=1800 clock=working`. */
const profileOf = (table: Table): CaseProfile.CaseProfile => {
  const id = oneOf(CaseProfile.profileIds, settingOf(table, "Profile"))
  const profile: CaseProfile.CaseProfile = CaseProfile.all[id]
  const [name = "", ...rest] = settingOf(table, "Limits").split(" ")
  if (name === "") return profile
  const urgency = oneOf(Urgency.list, name)
  const row = profile.limits[urgency]
  const words = new Words(rest)
  const given = limitFields.flatMap((field) =>
    words.maybe(field) === undefined ? [] : [[field, words.count(field)] as const]
  )
  const clock = oneOf(["calendar", "working", "workingDays"], words.maybe("clock") ?? row.clock)
  const limits = { ...profile.limits, [urgency]: { ...row, ...Object.fromEntries(given), clock } }
  return { ...profile, limits }
}

const roleOf = (who: string) => {
  const [, actorId = "", role, level] = /^(\S+)(?: as (\w+))?(?: at (\w+))?$/.exec(who) ?? []
  if (actorId === "") throw new Error(`nobody: "${who}"`)
  return {
    actorId,
    ...(role === undefined ? {} : { role: oneOf(CaseRole.list, role) }),
    ...(level === undefined ? {} : { actorLevel: oneOf(HandlingLevel.list, level) })
  }
}

/** The name that a table without names gives its one case. */
const slugOf = (title: string): string => title.toLowerCase().replaceAll(/[^a-z]+/g, "-")

const headOf = (row: Row, name: string, words: Words): Head => {
  const photoIds = words.names("photos")
  const attachmentIds = words.names("files")
  return {
    caseId: Id.make<"Case">(name),
    atSec: instantOf(row.time),
    reason: words.text("reason"),
    ...roleOf(row.who),
    ...(photoIds.length === 0 ? {} : { photoIds }),
    ...(attachmentIds.length === 0 ? {} : { attachmentIds })
  }
}

/** Events in words: `CaseMerged x9, DuplicateTaken x9`. */
const tally = (kinds: ReadonlyArray<string>): string =>
  [...new Set(kinds)]
    .map((kind) => {
      const count = kinds.filter((other) => other === kind).length
      return count === 1 ? kind : `${kind} x${count}`
    })
    .join(", ")

const refusal = (code: string, missing: ReadonlyArray<string>): string =>
  missing.length === 0 ? `refused ${code}` : `refused ${code} (${missing.join(", ")})`

const stateOf = (world: World, name: string): Case.State => world.cases.get(name) ?? Case.none

/** One command on one case. */
const decideCase = (world: World, command: CaseCommand.CaseCommand): Answer => {
  const state = stateOf(world, command.caseId)
  const decision = CaseDecider.decide(world.rules, state, command)
  if (!decision.ok) {
    const { code, missing } = decision.rejection
    return { result: refusal(code, missing), told: [command.action, code] }
  }
  world.cases.set(command.caseId, Case.evolve(state, decision.event))
  return { result: decision.event.kind, told: [command.action] }
}

/** A command on a side process, with what it does to cases: all or none. */
const decideProcess = (world: World, row: Row, subject: string, words: Words): Answer => {
  const [, action = ""] = /^(?:\S+: )?(\S+)/.exec(row.command) ?? []
  const process = processOf(action)
  if (process === undefined) throw new Error(`no process has ${action}`)
  const running = world.processes.get(subject) ?? start(process, world.clocks)
  const { atSec, actorId, reason, ...rest } = headOf(row, words.maybe("case") ?? "no-case", words)
  const caseId = rest.caseId
  const order = { processId: Id.make<"SideProcess">(subject), atSec, actorId, reason, caseId }
  const attempt = running.attempt(order, action, words)
  if (!attempt.ok) {
    const { code, missing } = attempt.rejection
    return { result: refusal(code, missing), told: [action, code] }
  }
  const { role, actorLevel } = rest
  const by = {
    ...(role === undefined ? {} : { role }),
    ...(actorLevel === undefined ? {} : { actorLevel })
  }
  const after = new Map<string, Case.State>()
  const kinds = [attempt.kind]
  for (const move of attempt.moves) {
    const state = after.get(move.caseId) ?? stateOf(world, move.caseId)
    const decision = CaseDecider.decide(world.rules, state, { ...move, ...by })
    if (!decision.ok) {
      const { code, missing } = decision.rejection
      return { result: refusal(code, missing), told: [action, move.action, code] }
    }
    after.set(move.caseId, Case.evolve(state, decision.event))
    kinds.push(decision.event.kind)
  }
  attempt.store()
  world.processes.set(subject, running)
  for (const [name, state] of after) world.cases.set(name, state)
  return { result: tally(kinds), told: [action] }
}

/** A plan on several cases: all or none. */
const decidePlan = (world: World, row: Row, name: string, action: string, words: Words): Answer => {
  const { caseId: _, ...signature } = headOf(row, name, words)
  const plan = planOf(world.rules, action, (id) => stateOf(world, id), { name, signature, words })
  if (!plan.ok) {
    const { code, missing } = plan.rejection
    return { result: refusal(code, missing), told: [action, code] }
  }
  for (const { event, expectedVersion } of plan.steps) {
    const before = stateOf(world, event.caseId)
    const version = before.status === "None" ? 0 : before.version
    if (version !== expectedVersion) throw new Error(`a plan expects version ${expectedVersion}`)
    world.cases.set(event.caseId, Case.evolve(before, event))
  }
  const actions = plan.steps.map((step) => step.command.action)
  return { result: tally(plan.steps.map((step) => step.event.kind)), told: [action, ...actions] }
}

/** A day off that nobody knew of when the limits were counted. */
const announce = (world: World, words: Words): Answer => {
  world.holidays.push(words.text("day"))
  world.clocks = clocksOf(world.table, world.holidays)
  world.rules = world.compile(profileOf(world.table), { clocks: world.clocks })
  return { result: "CalendarChanged", told: ["AnnounceHoliday"] }
}

const answerOf = (world: World, row: Row, subject: string, told: string): Answer => {
  const [action = "", ...rest] = told.split(" ")
  const words = new Words(rest)
  const answer = ((): Answer => {
    if (action === "AnnounceHoliday") return announce(world, words)
    if (processOf(action) !== undefined) return decideProcess(world, row, subject, words)
    if (action.startsWith("Plan")) return decidePlan(world, row, subject, action, words)
    const head = headOf(row, subject, words)
    return decideCase(world, commandOf(head, oneOf(CaseAction.list, action), words))
  })()
  const unread = words.leftOver()
  if (unread.length > 0) throw new Error(`${row.time}: nothing reads ${unread.join(", ")}`)
  return answer
}

/** What a name in the last column stands for. */
const shown = (world: World, name: string): Readonly<Record<string, string>> => {
  const all = [...world.cases.values()].flatMap((one) => (one.status === "None" ? [] : [one]))
  if (name === "all") {
    const { demandCount, workCount } = CasePlan.tally(all)
    return { demand: String(demandCount), work: String(workCount) }
  }
  const state = stateOf(world, name)
  if (state.status === "None") return world.processes.get(name)?.fields() ?? { status: "None" }
  const find = (id: string): Case.Case | undefined => all.find((one) => one.caseId === id)
  return { ...fieldsOf(state), answered: CasePlan.toAnswer(state, find).join(",") }
}

/** What of the last column does not hold. */
const untrue = (world: World, row: Row, subject: string): ReadonlyArray<string> =>
  new Words(row.after.split(" ").filter((word) => word !== ""))
    .entries()
    .flatMap(([key, value]) => {
      const cut = key.lastIndexOf(".")
      const field = key.slice(cut + 1)
      const names = cut < 0 ? [subject] : namesOf(key.slice(0, cut))
      const isInstant = instants.includes(field) && value !== "none" && value !== "never"
      const expected = isInstant ? String(instantOf(value)) : namesOf(value).join(",")
      return names.flatMap((name) => {
        const found = sayOf(shown(world, name)[field])
        return found === expected
          ? []
          : [`${row.time} ${name}.${field} is ${found}, not ${expected}`]
      })
    })

/** Times that have not come and never will, in words. */
const sayOf = (value: string | undefined): string => {
  if (value === undefined) return "no field"
  if (value === String(Case.notYet)) return "none"
  return value === "Infinity" ? "never" : value
}

/** Tells a table row by row; stops at the first row that goes otherwise. */
export const tell = (table: Table, compile: Compile = CaseRules.compile): Report => {
  const clocks = clocksOf(table, [])
  const told = new Set<string>()
  const world: World = {
    table,
    compile,
    cases: new Map(),
    processes: new Map(),
    holidays: [],
    rules: compile(profileOf(table), { clocks }),
    clocks
  }
  for (const row of table.rows) {
    const [, names = slugOf(table.title), rest = ""] = /^(?:(\S+): )?(.*)$/.exec(row.command) ?? []
    for (const subject of namesOf(names)) {
      const answer = answerOf(world, row, subject, rest)
      for (const word of answer.told) told.add(word)
      const expected = row.result.includes("(") ? answer.result : answer.result.replace(/ \(.*/, "")
      const problems =
        row.result === expected
          ? untrue(world, row, subject)
          : [`${row.time} ${subject} ${rest}: ${expected}, not ${row.result}`]
      if (problems.length > 0) return { problems, told }
    }
  }
  return { problems: [], told }
}

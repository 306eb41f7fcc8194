/**
 * The slow second opinion on profiles: plays every command in every state that a case can come to,
 * with the real decider on real records, and reads off the records what the static checker proves on
 * its graph. It shares no code with the checker.
 */
import { Id } from "@wangge/facts"
import {
  Case,
  type CaseAction,
  type CaseCommand,
  CaseDecider,
  CaseItem,
  CaseProfile,
  type CaseRejection,
  type CaseRole,
  CaseRules,
  CaseStatus,
  MatterKind,
  type ProfileFinding,
  type ProfilePath,
  type SideProcess,
  type Urgency
} from "../src/index.ts"
import { givenBits } from "../src/internal/givenBits.ts"
import { calendarClocks, caseId } from "./aCase.ts"

type Role = CaseRole.CaseRole
type Command = CaseCommand.CaseCommand
type Code = ProfileFinding.Code

/** One finding as the explorer sees it: code, values, and how many steps lead there (0: none). */
export type Sight = readonly [code: Code, subject: string, found: string, steps: number]

/** A finding of the checker in the explorer's terms; one for several side processes is several. */
export const sightsOf = (finding: ProfileFinding.ProfileFinding): ReadonlyArray<Sight> =>
  finding.subject
    .split(", ")
    .filter((subject) => finding.code !== "SideProcessStuck" || opened.includes(subject))
    .map((subject) => [finding.code, subject, finding.found, finding.path.length])

/** The kinds of side processes that the explorer opens. */
const opened: ReadonlyArray<string> = ["Whistle", "Deliberation"]

interface Room {
  readonly state: Case.Case
  readonly depth: number
  isEntered: boolean
  isMovable: boolean
  readonly next: Set<Room>
}

/** One command that was tried, and what came of it. */
interface Trial {
  readonly from: Room
  readonly command: Command
  readonly missing: ReadonlyArray<string>
  readonly isDone: boolean
  /** Whether nothing but side processes or the action's own rule can have stood in the way. */
  readonly isAtGate: boolean
}

const endless = Number.POSITIVE_INFINITY

/** The fewest steps to any of the rooms, endless where there is none. */
const least = (rooms: ReadonlyArray<Room>): number =>
  rooms.reduce((depth, room) => Math.min(depth, room.depth), endless)

/** What tells two states apart; times do not, for all happens in one second. */
const keyOf = (profile: CaseProfile.CaseProfile, of: Case.Case): string => {
  // Of a kind that no gate asks about, only whether one is open can matter.
  const kinds = opened.map((kind) => {
    const links = of.sideProcesses.filter((link) => link.process === kind)
    const isGated = profile.gates.some((gate) => gate.process === kind)
    const isOpen = links.some((link) => link.state === "Open")
    return isGated
      ? `${links.length > 0}${isOpen}${links.some((link) => link.state === "Decided")}`
      : isOpen
  })
  return [
    of.status,
    of.resumeStatus,
    of.level,
    of.matterKind,
    Math.min(of.returnCount, profile.policy.maxReturns),
    kinds,
    of.ownerUnitId === "",
    of.deskUnitId === "",
    of.scores.cost >= 0,
    of.contactedSec === Case.notYet,
    of.publishedSec === Case.notYet,
    of.checkOutcome,
    of.followUpOutcome === "None",
    of.verifyDueSec === Case.notYet,
    of.callBackDueSec === Case.notYet,
    of.appealState,
    of.isArbitrated,
    of.duplicates.length > 0
  ].join()
}

const order = {
  caseId,
  atSec: 1_000,
  actorId: "worker-7",
  reason: "because",
  photoIds: ["photo-1"],
  attachmentIds: ["file-1"]
} as const

/** The kinds of matter that a profile tells apart: all, or none in particular. */
const mattersOf = (profile: CaseProfile.CaseProfile): ReadonlyArray<MatterKind.MatterKind> =>
  JSON.stringify([profile.gates, profile.matterLevels]).includes("Private")
    ? MatterKind.list
    : ["Unsorted"]

/** Every choice of a command of an action that may matter, without role and level of the actor. */
const choices = (
  profile: CaseProfile.CaseProfile,
  state: Case.Case,
  action: CaseAction.CaseAction,
  matters: ReadonlyArray<MatterKind.MatterKind>
): ReadonlyArray<Command> => {
  const unitId = "unit-3"
  switch (action) {
    case "Triage":
      return profile.levels.flatMap((level) =>
        matters.map((matterKind) => {
          const urgency = state.urgency
          return { ...order, action, urgency, level, unitId, matterKind }
        })
      )
    case "Reclassify": {
      const { category, object, urgency } = state
      return matters.map((matterKind) => {
        return { ...order, action, category, urgency, object, unitId, matterKind }
      })
    }
    case "Assign":
    case "Escalate":
    case "Arbitrate":
      return [{ ...order, action, unitId }]
    case "HandOver":
      return [{ ...order, action, unitId: `${state.ownerUnitId}-other` }]
    case "Suspend":
      return [{ ...order, action, approverId: "chief-1", untilSec: 2_000 }]
    case "Resolve":
    case "WriteOff":
      return [{ ...order, action, resultNote: "done" }]
    case "SettleOnSpot":
      return [{ ...order, action, resultNote: "done", unitId }]
    case "Check":
      return [
        { ...order, action, outcome: "Confirmed" },
        { ...order, action, outcome: "Refuted" }
      ]
    case "RecordFollowUp":
      return [
        { ...order, action, outcome: "NotReached", satisfaction: "Unanswered" },
        { ...order, action, outcome: "Confirmed", satisfaction: "Satisfied" },
        { ...order, action, outcome: "NotResolved", satisfaction: "Dissatisfied" }
      ]
    case "OpenSideProcess":
      return (["Whistle", "Deliberation"] as const).map((process) => openOf(state, process))
    case "CloseSideProcess":
      return state.sideProcesses
        .filter((link) => link.state === "Open")
        .flatMap(({ processId }) =>
          [true, false].map((isDecided) => ({ ...order, action, processId, isDecided }))
        )
    case "Verify":
    case "Reject":
    case "Withdraw":
    case "Accept":
    case "Return":
    case "Start":
    case "BeginFollowUp":
    case "Contact":
    case "Publish":
    case "Appeal":
      return [{ ...order, action }]
    case "Resume":
      return [{ ...order, action }]
    case "Unmerge":
      return [{ ...order, action }]
    case "ChangeTerms":
      return [{ ...order, action }]
    case "Merge":
      return [{ ...order, action, intoCaseId: otherId }]
    case "TakeDuplicate":
      return [{ ...order, action, duplicateCaseId: otherId, demandCount: 1 }]
    case "ReleaseDuplicate":
      return [{ ...order, action, duplicateCaseId: otherId }]
    case "Split": {
      const childCaseIds = [Id.make<"Case">("case-3"), Id.make<"Case">("case-4")]
      return [true, false].map((endsParent) => ({ ...order, action, childCaseIds, endsParent }))
    }
    case "Assess":
      return [0, 100].map((score) => {
        return { ...order, action, cost: score, conflict: score, difficulty: score, unitId }
      })
    case "Extend":
      return [{ ...order, action, approverId: "chief-1" }]
    case "DecideAppeal":
      return [true, false].map((isUpheld) => ({ ...order, action, isUpheld }))
    case "Reopen":
      return [{ ...order, action }]
    default:
      throw new Error(`The explorer does not know ${action}`)
  }
}

/** Another case, a duplicate or an original. */
const otherId = Id.make<"Case">("case-2")

const openOf = (state: Case.Case, process: SideProcess.SideProcess): Command => ({
  ...order,
  action: "OpenSideProcess",
  process,
  processId: processIdOf(process, state.sideProcesses.length)
})

const processIdOf = (process: string, count: number): Case.SideProcessLink["processId"] =>
  Id.make(`${process}-${count}`)

/** Every role that a move of an action names, and none at all. */
const actors = (
  profile: CaseProfile.CaseProfile,
  action: CaseAction.CaseAction,
  roles: ReadonlyArray<Role>
): ReadonlyArray<Role | undefined> => {
  const named = profile.moves.filter((move) => move.action === action).flatMap((move) => move.by)
  return [undefined, ...new Set(named.filter((role) => roles.includes(role)))]
}

const withActor = (command: Command, role: Role | undefined): Command =>
  role === undefined ? command : { ...command, role }

/** The level above, for arbiters. */
const actorLevel = (
  profile: CaseProfile.CaseProfile,
  state: Case.Case,
  command: Command
): Command =>
  profile.actorLevels[command.action] === undefined
    ? command
    : {
        ...command,
        actorLevel: profile.levels[profile.levels.indexOf(state.level) + 1] ?? state.level
      }

const reportOf = (urgency: Urgency.Urgency): CaseCommand.ReportCase => ({
  ...order,
  action: "Report",
  source: "Hotline",
  category: "Noise",
  urgency,
  gridId: Id.make("grid-5"),
  unitId: "intake"
})

/** A case that was just reported. */
const reported = (rules: CaseRules.CaseRules, urgency: Urgency.Urgency): Case.Case => {
  const report = CaseDecider.decide(rules, Case.none, reportOf(urgency))
  if (!report.ok) throw new Error(report.rejection.code)
  return Case.evolve(Case.none, report.event)
}

/** What a command is refused for before its gates are looked at. */
const beforeGates: ReadonlyArray<CaseRejection.Code> = [
  "MoveNotAllowed",
  "LevelNotAllowed",
  "RoleNotAllowed",
  "ActorLevelWrong",
  "ItemMissing"
]

/** All states that a case can come to, and everything that was tried on the way. */
const walk = (
  profile: CaseProfile.CaseProfile,
  roles: ReadonlyArray<Role>,
  urgency: Urgency.Urgency
) => {
  const rules = CaseRules.compile(profile, { clocks: calendarClocks })
  const matters = mattersOf(profile)
  const rooms = new Map<string, Room>()
  const trials: Array<Trial> = []
  const enter = (state: Case.Case, depth: number): Room => {
    const key = keyOf(profile, state)
    const known = rooms.get(key)
    if (known !== undefined) return known
    const room = { state, depth, isEntered: false, isMovable: false, next: new Set<Room>() }
    rooms.set(key, room)
    return room
  }
  enter(reported(rules, urgency), 1).isEntered = true
  for (const room of rooms.values()) {
    const { depth, state } = room
    const here = profile.moves.filter((move) => move.from.includes(state.status))
    for (const action of new Set(here.map((move) => move.action))) {
      const commands = choices(profile, state, action, matters).flatMap((command) =>
        actors(profile, action, roles).map((role) => withActor(command, role))
      )
      for (const plain of commands) {
        const command = actorLevel(profile, state, plain)
        const decision = CaseDecider.decide(rules, state, command)
        const missing = decision.ok ? [] : decision.rejection.missing
        const isAtGate = decision.ok || !beforeGates.includes(decision.rejection.code)
        trials.push({ from: room, command, missing, isDone: decision.ok, isAtGate })
        if (!decision.ok) continue
        const to = enter(Case.evolve(state, decision.event), depth + 1)
        room.next.add(to)
        if (to.state.status === state.status) continue
        to.isEntered = true
        if (command.role !== "Reporter" && command.role !== "System") room.isMovable = true
      }
    }
  }
  return { rooms: [...rooms.values()], trials }
}

/** The states from which some way leads to a goal: those a step before are added until none is left. */
const reaching = (
  rooms: ReadonlyArray<Room>,
  isGoal: (state: Case.Case) => boolean
): ReadonlySet<Room> => {
  const found = new Set(rooms.filter((room) => isGoal(room.state)))
  for (let before = -1; before < found.size; ) {
    before = found.size
    for (const room of rooms) {
      if (!found.has(room) && [...room.next].some((next) => found.has(next))) found.add(room)
    }
  }
  return found
}

const isRunning = (state: Case.Case): boolean => {
  const before = CaseStatus.canRunLate(CaseStatus.codeOf(state.status))
  const limited = (due: number): boolean => due !== Case.notYet && due !== endless
  return (
    (before && limited(state.dueSec)) ||
    (before && state.contactedSec === Case.notYet && limited(state.contactDueSec)) ||
    (state.status === "Assigned" && limited(state.signInDueSec)) ||
    (!before && state.checkOutcome === "None" && limited(state.verifyDueSec)) ||
    (!before && state.followUpOutcome === "None" && limited(state.callBackDueSec))
  )
}

const isOpenLink = (state: Case.Case, process: string): boolean =>
  state.sideProcesses.some((link) => link.process === process && link.state === "Open")

/**
 * Plays a path of the checker with real commands and answers the status after each step; throws where
 * no command does what a step says.
 */
export const play = (
  profile: CaseProfile.CaseProfile,
  path: ProfilePath.ProfilePath
): ReadonlyArray<string> => {
  const rules = CaseRules.compile(profile, { clocks: calendarClocks })
  let state = reported(rules, "Complex")
  return path.slice(1).map((step) => {
    const [role] = step.by
    const next = choices(profile, state, step.action, MatterKind.list).flatMap((choice) => {
      const command = actorLevel(profile, state, withActor(choice, role))
      const decision = CaseDecider.decide(rules, state, command)
      const after = decision.ok ? Case.evolve(state, decision.event) : state
      const isSaid =
        decision.ok &&
        after.status === step.status &&
        after.level === step.level &&
        after.matterKind === step.matterKind &&
        (command.action !== "Check" || (command.outcome === "Refuted") === step.holds)
      return isSaid ? [after] : []
    })
    if (next[0] === undefined) throw new Error(`No command does ${JSON.stringify(step)}`)
    state = next[0]
    return state.status
  })
}

/** Everything that the explorer sees in a profile. */
export const explore = (
  profile: CaseProfile.CaseProfile,
  roles: ReadonlyArray<Role>,
  urgency: Urgency.Urgency = "Urgent"
): ReadonlyArray<Sight> => {
  const { rooms, trials } = walk(profile, roles, urgency)
  const depthOf = (shows: (room: Room) => boolean): number => least(rooms.filter(shows))
  const perStatus = (code: Code, shows: (room: Room) => boolean, found = ""): Array<Sight> =>
    CaseStatus.list.flatMap((status): Array<Sight> => {
      if (CaseStatus.isEnd(CaseStatus.codeOf(status))) return []
      const depth = depthOf((room) => room.state.status === status && shows(room))
      return depth === endless ? [] : [[code, status, found, depth]]
    })
  const canEnd = reaching(rooms, Case.isClosed)
  const canFinish = reaching(rooms, (state) => state.status === "WrittenOff")
  const reached = new Set(rooms.map((room) => room.state.status))
  const used = profile.moves.flatMap((move) => [...move.from, move.to])
  return [
    ...CaseStatus.list.flatMap((status): Array<Sight> => {
      const leading = profile.moves.filter((move) => move.to === status).map((one) => one.action)
      const found = [...new Set(leading)].join(", ")
      const isMissed = used.includes(status) && !reached.has(status)
      return isMissed ? [["StatusUnreachable", status, found, 0]] : []
    }),
    ...perStatus("EndUnreachable", (room) => !canEnd.has(room)),
    ...perStatus("WriteOffUnreachable", (room) => canEnd.has(room) && !canFinish.has(room)),
    ...perStatus("NobodyMoves", (room) => !room.isMovable),
    ...perStatus("NobodyOwns", (room) => room.state.ownerUnitId === ""),
    ...perStatus("NoClockRuns", (room) => room.isEntered && !isRunning(room.state), urgency),
    ...needs(profile, trials),
    ...gates(profile, trials),
    ...(["Deliberation", "Whistle"] as const).flatMap((process): Array<Sight> => {
      const canClose = reaching(rooms, (state) => !isOpenLink(state, process))
      const isStuck = (room: Room): boolean => !canClose.has(room)
      const depth = depthOf(isStuck)
      const status = rooms.find((room) => room.depth === depth && isStuck(room))?.state.status
      return status === undefined ? [] : [["SideProcessStuck", process, status, depth]]
    }),
    ...moves(profile, trials, reached, depthOf)
  ]
}

/** Items that are missing in every trial of an action, also where a side process then stood in the way. */
const needs = (
  profile: CaseProfile.CaseProfile,
  trials: ReadonlyArray<Trial>
): ReadonlyArray<Sight> =>
  [...new Set(trials.map((trial) => trial.command.action))].flatMap((action) => {
    const tried = trials.filter(
      (trial) =>
        trial.command.action === action &&
        (trial.isDone || trial.isAtGate || trial.missing.length > 0)
    )
    const depth = least(tried.map((trial) => trial.from))
    return (profile.needs[action] ?? [])
      .filter((item) => tried.length > 0 && tried.every((trial) => trial.missing.includes(item)))
      .map((item): Sight => ["NeedNeverGiven", action, item, depth])
  })

/** Whether the side processes of a case are what a gate asks for. */
const isOpenGate = (gate: CaseProfile.Gate, state: Case.Case): boolean => {
  const links = state.sideProcesses.filter((link) => link.process === gate.process)
  const isOpen = links.some((link) => link.state === "Open")
  if (gate.rule === "Opened") return links.length > 0
  if (gate.rule === "Closed") return links.length > 0 && !isOpen
  if (gate.rule === "Decided") return links.some((link) => link.state === "Decided")
  return links.length === 0 && gate.action !== "OpenSideProcess"
}

/** Gates that nothing comes to, and gates that are shut whenever something does. */
const gates = (
  profile: CaseProfile.CaseProfile,
  trials: ReadonlyArray<Trial>
): ReadonlyArray<Sight> =>
  profile.gates.flatMap((gate) => {
    const matters = mattersOf(profile)
    const kinds = matters.length > 1 ? matters : [undefined]
    return kinds
      .filter((kind) => kind === undefined || fits(gate, kind))
      .flatMap((kind): Array<Sight> => {
        const asked = trials.filter(
          ({ command, from, isAtGate }) =>
            isAtGate &&
            command.action === gate.action &&
            (command.action !== "OpenSideProcess" || command.process === gate.process) &&
            (kind === undefined || matterOf(command, from.state) === kind)
        )
        const found = `${gate.process}, ${gate.rule}`
        if (asked.length === 0) return [["GateUnused", gate.action, found, 0]]
        const isBar = gate.action === "OpenSideProcess" && gate.rule === "Forbidden"
        if (isBar || asked.some((trial) => isOpenGate(gate, trial.from.state))) return []
        const depth = least(asked.map((trial) => trial.from))
        return [["GateNeverOpens", gate.action, found, depth]]
      })
  })

const fits = (gate: CaseProfile.Gate, kind: MatterKind.MatterKind): boolean =>
  gate.matterKinds.length === 0 || gate.matterKinds.includes(kind)

const matterOf = (command: Command, state: Case.Case): MatterKind.MatterKind =>
  command.action === "Triage" || command.action === "Reclassify"
    ? (command.matterKind ?? state.matterKind)
    : state.matterKind

/** Moves that were never made, unless a need or a gate explains it. */
const moves = (
  profile: CaseProfile.CaseProfile,
  trials: ReadonlyArray<Trial>,
  reached: ReadonlySet<CaseStatus.CaseStatus>,
  depthOf: (shows: (room: Room) => boolean) => number
): ReadonlyArray<Sight> => {
  const all = [...needs(profile, trials), ...gates(profile, trials)]
  const explained = all.map(([, action]) => action)
  return profile.moves.flatMap((move) => {
    const done = trials.filter((trial) => trial.isDone && trial.command.action === move.action)
    return move.from.flatMap((from): Array<Sight> => {
      const isMade = done.some(
        ({ command, from: room }) =>
          room.state.status === from &&
          (move.atLevels.length === 0 || move.atLevels.includes(room.state.level)) &&
          (move.by.length === 0 || (command.role !== undefined && move.by.includes(command.role)))
      )
      if (isMade || explained.includes(move.action) || !reached.has(from)) return []
      return [["MoveNeverPossible", move.action, from, depthOf((one) => one.state.status === from)]]
    })
  })
}

/** The items that a command of an action gives with every field filled in, the record left out. */
export const carriedBy = (action: CaseAction.CaseAction): number => {
  const rules = CaseRules.compile(CaseProfile.base, { clocks: calendarClocks })
  const fresh = reported(rules, "Complex")
  const link = { process: "Whistle", processId: processIdOf("Whistle", 0), state: "Open" } as const
  const state: Case.Case = { ...fresh, followUpOutcome: "Confirmed", sideProcesses: [link] }
  const record = CaseItem.toBits(CaseItem.recordItems)
  const commands =
    action === "Report"
      ? [{ ...reportOf("Complex"), point: [121, 41] as const }]
      : choices(CaseProfile.base, state, action, ["Unsorted"])
  return commands.reduce((bits, command) => bits | (givenBits(state, command) & ~record), 0)
}

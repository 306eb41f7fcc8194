/**
 * How a case is handled: a desk takes it up, looks at it, works on it or hands it up one level,
 * waits for an appointment, a part or a department, until somebody claims that it is resolved.
 * Emergencies and urgent cases go to the on-call roster, which makes safe first: no appointment, no
 * part, and a hand-up that takes minutes.
 */
import { CaseStatus, HandlingLevel, Urgency } from "@wangge/cases"
import { type CaseState, nothing, steps } from "./caseState.ts"
import * as work from "./workTable.ts"
import type { World } from "./world.ts"

const grid = HandlingLevel.codeOf("Grid")
const community = HandlingLevel.codeOf("Community")
const subdistrict = HandlingLevel.codeOf("Subdistrict")
const department = HandlingLevel.codeOf("Department")
const emergency = Urgency.codeOf("Emergency")
const urgent = Urgency.codeOf("Urgent")
const triaged = CaseStatus.codeOf("Triaged")
const assigned = CaseStatus.codeOf("Assigned")
const minuteSec = 60

/** Stages of an item of handling: a first look, the work itself, the rest after a part came. */
const look = 0
const main = 1
const rest = 2
/** Planned end of a pause for a part: the clock runs again after it. @source none: assumed, 30 days */
const pauseMaxSec = 30 * 86_400

/** What follows handling; set by the run. */
export interface Next {
  readonly resolve: (slot: number) => void
  readonly retriage: (slot: number) => void
  readonly stepOver: (slot: number, step: number) => void
}

/** Handles cases. */
export class Handling {
  private readonly world: World
  private readonly next: Next
  private readonly stepEvent: number
  private readonly oldEvent: number
  private readonly dueEvent: number

  constructor(world: World, next: Next) {
    const { kernel } = world.parts
    this.world = world
    this.next = next
    this.stepEvent = kernel.on((slot) => this.stepOver(slot), "case step")
    this.oldEvent = kernel.on((slot) => this.growOld(slot), "case grows old")
    this.dueEvent = kernel.on((slot) => this.fallDue(slot), "case falls due")
  }

  /** Assigns a triaged case to the desk of its level and queues it there. */
  assign(slot: number): void {
    const { columns, desks, town } = this.world.parts
    const state = this.world.states[slot]!
    const level = columns.level[slot]!
    state.step = steps.none
    if (this.world.isOnCall(slot)) state.isReturned = false
    const desk = this.world.isOnCall(slot)
      ? desks.firstOnCall + town.communityOfGrid[columns.grid[slot]!]!
      : this.world.deskOf(columns.grid[slot]!, level)
    this.world.expect(columns.assign(slot, this.world.wholeSec, desk), slot, "assign")
    this.watchLimit(slot)
    this.queue(slot, desk, this.firstStage(slot))
  }

  /** Sets the timers of a limit that began: growing old, and falling due where that matters. */
  watchLimit(slot: number): void {
    const { columns, scenario } = this.world.parts
    const state = this.world.states[slot]!
    const fromSec = columns.startSec[slot]!
    const dueSec = columns.dueSec[slot]!
    this.stopWatching(state)
    if (!Number.isFinite(dueSec)) return
    const oldSec = fromSec + scenario.policy.oldCaseShare * (dueSec - fromSec)
    if (oldSec > this.world.atSec) state.oldTimer = this.world.at(oldSec, this.oldEvent, slot)
    if (scenario.policy.escalateOverdue) {
      state.dueTimer = this.world.at(dueSec + 1, this.dueEvent, slot)
    }
  }

  /** Takes the timers of a limit back. */
  stopWatching(state: CaseState): void {
    state.oldTimer = this.world.cancel(state.oldTimer)
    state.dueTimer = this.world.cancel(state.dueTimer)
  }

  /** Somebody begins an item of handling: the case is accepted and worked on. */
  start(item: number): void {
    const { columns, desks, scenario } = this.world.parts
    const slot = desks.about.values[item]!
    const state = this.world.states[slot]!
    state.item = nothing
    state.withdrawTimer = this.world.cancel(state.withdrawTimer)
    if (columns.status[slot] !== assigned) return
    this.world.expect(columns.accept(slot, this.world.wholeSec), slot, "accept")
    if (state.isReturned && columns.returnCount[slot]! < scenario.policy.maxReturns) return
    state.isReturned = false
    this.world.expect(columns.start(slot, this.world.wholeSec), slot, "start")
  }

  /** An item of handling is done. */
  done(item: number): void {
    const { columns, desks } = this.world.parts
    const slot = desks.about.values[item]!
    const state = this.world.states[slot]!
    const stage = desks.stage.values[item]!
    if (state.isReturned) this.sendBack(slot, state)
    else if (this.world.isOnCall(slot)) this.onCallDone(slot, state)
    else if (columns.level[slot]! < state.neededLevel) {
      this.escalate(slot)
      this.assign(slot)
    } else if (stage === look) this.wait(slot, steps.appointment, state.luck.appointmentSec)
    else if (stage === main && state.luck.partSec > 0) this.waitForPart(slot, state)
    else this.finish(slot, state)
  }

  /** Sets the step timer of a case. */
  wait(slot: number, step: number, delaySec: number): void {
    const state = this.world.states[slot]!
    state.step = step
    state.stepTimer = this.world.at(this.world.atSec + delaySec, this.stepEvent, slot)
  }

  /** A first look comes first if the case must go up or needs an appointment. */
  private firstStage(slot: number): number {
    const state = this.world.states[slot]!
    if (this.world.isOnCall(slot)) return main
    if (this.world.parts.columns.level[slot]! < state.neededLevel) return look
    return state.luck.appointmentSec > 0 ? look : main
  }

  private queue(slot: number, desk: number, stage: number): void {
    const { desks, scenario } = this.world.parts
    const state = this.world.states[slot]!
    const mustGoUp = this.mustGoUp(slot, state)
    const isShort = stage !== main || mustGoUp || state.isReturned
    const item = desks.put({
      desk,
      priorityClass: this.classOf(slot, stage),
      kind: work.handle,
      about: slot,
      stage,
      workSec: isShort ? scenario.timing.assessMin * minuteSec : state.luck.workSec
    })
    state.itemSerial = desks.serial.values[item]!
    state.item = desks.isWaiting(item, state.itemSerial) ? item : nothing
  }

  /** On call, the community's roster finishes what grid or community can; the rest goes up. */
  private mustGoUp(slot: number, state: CaseState): boolean {
    const reach = this.world.isOnCall(slot) ? community : this.world.parts.columns.level[slot]!
    return state.neededLevel > reach
  }

  private classOf(slot: number, stage: number): number {
    const { columns, scenario } = this.world.parts
    const urgency = columns.urgency[slot]!
    if (urgency === emergency) return work.classEmergency
    if (urgency === urgent) return work.classUrgent
    if (stage !== look && this.world.states[slot]!.step !== steps.none) return work.classOld
    const limitSec = columns.dueSec[slot]! - columns.startSec[slot]!
    const ageSec = this.world.atSec - columns.startSec[slot]!
    return ageSec >= scenario.policy.oldCaseShare * limitSec ? work.classOld : work.classYoung
  }

  private escalate(slot: number): void {
    const { columns } = this.world.parts
    const above = this.world.deskOf(columns.grid[slot]!, columns.level[slot]! + 1)
    this.world.expect(columns.escalate(slot, this.world.wholeSec, above), slot, "escalate")
  }

  private sendBack(slot: number, state: CaseState): void {
    const { columns } = this.world.parts
    this.world.expect(columns.return(slot, this.world.wholeSec), slot, "return")
    state.isReturned = false
    state.wasHandedOver = true
    this.next.retriage(slot)
  }

  private onCallDone(slot: number, state: CaseState): void {
    const { columns } = this.world.parts
    if (state.neededLevel <= community) {
      this.next.resolve(slot)
      return
    }
    if (columns.level[slot]! < subdistrict) this.takeUp(slot)
    const delaySec = state.luck.handUpSec[0] * this.handUpSecMax(slot)
    this.wait(slot, steps.handUpToSubdistrict, delaySec)
  }

  /** One level up on the telephone: escalated, assigned, accepted and begun at once. */
  private takeUp(slot: number): void {
    const { columns } = this.world.parts
    const nowSec = this.world.wholeSec
    this.escalate(slot)
    const desk = this.world.deskOf(columns.grid[slot]!, columns.level[slot]!)
    this.world.expect(columns.assign(slot, nowSec, desk), slot, "assign")
    this.world.expect(columns.accept(slot, nowSec), slot, "accept")
    this.world.expect(columns.start(slot, nowSec), slot, "start")
  }

  private waitForPart(slot: number, state: CaseState): void {
    const { columns, scenario } = this.world.parts
    if (scenario.policy.suspendForParts) {
      const nowSec = this.world.wholeSec
      this.world.expect(columns.suspend(slot, nowSec, nowSec + pauseMaxSec), slot, "suspend")
    }
    this.wait(slot, steps.part, state.luck.partSec)
  }

  /** The work at the finishing level is done; a department still needs its lead time. */
  private finish(slot: number, state: CaseState): void {
    if (this.world.parts.columns.level[slot] === department) {
      this.wait(slot, steps.lead, state.luck.leadSec)
    } else this.next.resolve(slot)
  }

  private stepOver(slot: number): void {
    const { columns, scenario } = this.world.parts
    const state = this.world.states[slot]!
    const step = state.step
    state.stepTimer = nothing
    if (step === steps.appointment) this.requeue(slot, main)
    else if (step === steps.part) {
      if (scenario.policy.suspendForParts) {
        this.world.expect(columns.resume(slot, this.world.wholeSec), slot, "resume")
        this.watchLimit(slot)
      }
      this.requeue(slot, rest)
    } else if (step === steps.handUpToSubdistrict) this.reachSubdistrict(slot, state)
    else if (step === steps.handUpToDepartment) this.wait(slot, steps.lead, state.luck.leadSec)
    else if (step === steps.lead || step === steps.workAtSubdistrict) this.next.resolve(slot)
    else this.next.stepOver(slot, step)
  }

  private requeue(slot: number, stage: number): void {
    const { columns } = this.world.parts
    this.queue(slot, this.world.deskOf(columns.grid[slot]!, columns.level[slot]!), stage)
  }

  private reachSubdistrict(slot: number, state: CaseState): void {
    const { columns } = this.world.parts
    if (state.neededLevel === subdistrict) {
      this.wait(slot, steps.workAtSubdistrict, state.luck.workSec)
      return
    }
    if (columns.level[slot]! < department) this.takeUp(slot)
    const delaySec = state.luck.handUpSec[1] * this.handUpSecMax(slot)
    this.wait(slot, steps.handUpToDepartment, delaySec)
  }

  /** Longest hand-up of a case on the on-call roster. */
  private handUpSecMax(slot: number): number {
    const { columns, scenario } = this.world.parts
    const { Emergency, Urgent } = scenario.timing.handUpMinMax
    return (columns.urgency[slot] === emergency ? Emergency : Urgent) * minuteSec
  }

  /** Half the limit has passed: a waiting case goes before scheduled duties. */
  private growOld(slot: number): void {
    const { desks } = this.world.parts
    const state = this.world.states[slot]!
    state.oldTimer = nothing
    const isYoungItem =
      state.item !== nothing &&
      desks.isWaiting(state.item, state.itemSerial) &&
      desks.kind.values[state.item] === work.handle &&
      this.world.parts.columns.urgency[slot]! > urgent
    if (isYoungItem) desks.reclass(state.item, work.classOld)
  }

  /** An overdue case that nobody works on goes up one level, where the policy says so. */
  private fallDue(slot: number): void {
    const { columns } = this.world.parts
    const state = this.world.states[slot]!
    state.dueTimer = nothing
    const status = columns.status[slot]!
    const level = columns.level[slot]!
    const isIdle = (status === assigned && state.item !== nothing) || status === triaged
    if (!isIdle || this.world.isOnCall(slot) || level >= department || state.item === nothing)
      return
    this.world.dropItem(state)
    this.escalate(slot)
    state.neededLevel = Math.max(state.neededLevel, level + 1)
    this.assign(slot)
  }

  /** The level at which a case starts after triage. */
  startLevel(slot: number): number {
    const { columns } = this.world.parts
    if (columns.urgency[slot] === Urgency.codeOf("Petition")) return subdistrict
    const state = this.world.states[slot]!
    if (this.world.isOnCall(slot)) return Math.min(state.neededLevel, community)
    return state.isDirect ? state.neededLevel : grid
  }
}

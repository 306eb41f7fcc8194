/**
 * How a case ends: a claimed resolution that is true or not, a follow-up that reaches the reporter
 * or not, write-off or reopening, and the other ends. A case that was closed without being resolved
 * is remembered until its reporter comes again.
 */
import { CaseStatus, FollowUpOutcome, Satisfaction } from "@wangge/cases"
import { Real } from "@wangge/des"
import type { Account, Ending } from "./caseBook.ts"
import { type CaseState, nothing, steps } from "./caseState.ts"
import type { Handling } from "./handling.ts"
import * as work from "./workTable.ts"
import type { World } from "./world.ts"

const notReached = FollowUpOutcome.codeOf("NotReached")
const confirmed = FollowUpOutcome.codeOf("Confirmed")
const notResolved = FollowUpOutcome.codeOf("NotResolved")
const isSatisfied = Satisfaction.codeOf("Satisfied")
const isDissatisfied = Satisfaction.codeOf("Dissatisfied")
const unanswered = Satisfaction.codeOf("Unanswered")
const followUpStatus = CaseStatus.codeOf("FollowUp")
const writtenOffStatus = CaseStatus.codeOf("WrittenOff")
const resolvedStatus = CaseStatus.codeOf("Resolved")
const inProgress = CaseStatus.codeOf("InProgress")
const minuteSec = 60
const hourSec = 3600
/** A claim in this last share of the limit is under deadline pressure. @source domain: the last tenth */
const lateClaimFrom = 0.9

/** Ends cases, and reopens them. */
export class Closing {
  private readonly world: World
  private readonly handling: Handling
  /** Chance of a satisfied answer: late, not resolved and repeated contact as bits 1, 2 and 4. */
  private readonly moods: Float64Array
  /** Called when a case that was reopened twice becomes a petition; set by the run. */
  onPetition: (slot: number) => void = () => undefined

  constructor(world: World, handling: Handling) {
    const { satisfaction } = world.parts.scenario
    this.world = world
    this.handling = handling
    this.moods = Float64Array.from({ length: 8 }, (_, bits) => {
      const logOdds =
        satisfaction.intercept -
        (bits & 1 ? satisfaction.late : 0) -
        (bits & 2 ? satisfaction.notResolved : 0) -
        (bits & 4 ? satisfaction.repeatContact : 0)
      return 1 / (1 + Real.exp(-logOdds))
    })
  }

  /** Somebody claims that a case is resolved; the follow-up falls due later. */
  resolve(slot: number): void {
    const { columns, duties, scenario, book } = this.world.parts
    const state = this.world.states[slot]!
    const { resolution } = scenario
    const fromSec = columns.startSec[slot]!
    const spentShare = (this.world.atSec - fromSec) / (columns.dueSec[slot]! - fromSec)
    this.world.expect(columns.resolve(slot, this.world.wholeSec), slot, "resolve")
    const isLate = spentShare >= lateClaimFrom && spentShare <= 1
    const chance =
      resolution.trueShare -
      (isLate ? resolution.lateClaimPenalty : 0) -
      (state.wasHandedOver ? resolution.handOverPenalty : 0)
    state.isTrue = state.luck.truth < chance
    state.finishedLevel = columns.level[slot]!
    if (state.isMeasured && !state.wasClaimed) book.claimedOnce += 1
    state.wasClaimed = true
    this.handling.stopWatching(state)
    if (state.isTrue) this.stopContacts(state)
    duties.addCaseEntry(columns.grid[slot]!)
    this.handling.wait(slot, steps.followUp, scenario.timing.followUpDelayHours * hourSec)
  }

  /** The follow-up falls due: a call by the community. */
  followUpDue(slot: number): void {
    const { columns, desks, scenario } = this.world.parts
    const state = this.world.states[slot]!
    const item = desks.put({
      desk: this.world.deskOf(columns.grid[slot]!, 1),
      priorityClass: work.classFollowUp,
      kind: work.followUp,
      about: slot,
      stage: 0,
      workSec: scenario.timing.followUpMin * minuteSec
    })
    state.itemSerial = desks.serial.values[item]!
    state.item = desks.isWaiting(item, state.itemSerial) ? item : nothing
  }

  /** The call begins. */
  beginFollowUp(item: number): void {
    const { columns, desks } = this.world.parts
    const slot = desks.about.values[item]!
    this.world.states[slot]!.item = nothing
    this.world.expect(columns.beginFollowUp(slot, this.world.wholeSec), slot, "beginFollowUp")
  }

  /** The call is over: its outcome is recorded, and the case written off or reopened. */
  followUpDone(item: number): void {
    const { columns, desks, scenario, book } = this.world.parts
    const slot = desks.about.values[item]!
    const state = this.world.states[slot]!
    // What a worker found has no reporter: a checker looks at the place, and is asked no mood.
    const isReached = !state.hasReporter || state.luck.reach < scenario.resolution.reachShare
    const outcome = isReached ? (state.isTrue ? confirmed : notResolved) : notReached
    const answer = isReached && state.hasReporter ? this.moodOf(slot, state) : unanswered
    if (state.isMeasured) {
      if (state.hasReporter) book.followUps += 1
      if (state.hasReporter && isReached) book.reached += 1
      if (isReached) book.answered += 1
      if (outcome === confirmed) book.confirmed += 1
      if (answer === isSatisfied) book.satisfied += 1
    }
    const atSec = this.world.wholeSec
    this.world.expect(columns.recordFollowUp(slot, atSec, outcome, answer), slot, "recordFollowUp")
    if (columns.status[slot] !== followUpStatus) this.beginAgain(slot, state)
    else {
      this.world.expect(columns.writeOff(slot, atSec), slot, "writeOff")
      this.end(slot, "writtenOff")
    }
  }

  /** Whether a closed case can still be reopened. */
  canReopen(slot: number): boolean {
    const { columns, scenario } = this.world.parts
    const ageSec = this.world.wholeSec - columns.closedSec[slot]!
    return this.world.isWrittenOff(slot) && ageSec <= scenario.policy.appealDays * 86_400
  }

  /** A case that was written off is taken up again. */
  reopen(slot: number): void {
    const { columns, book } = this.world.parts
    this.world.expect(columns.reopen(slot, this.world.wholeSec), slot, "reopen")
    this.world.changeOpen(1)
    const state = this.world.states[slot]!
    if (state.isMeasured) book.reopen(columns.grid[slot]!)
    this.beginAgain(slot, state)
  }

  /** Refuses a case as not actionable. */
  reject(slot: number): void {
    const { columns } = this.world.parts
    this.world.expect(columns.reject(slot, this.world.wholeSec), slot, "reject")
    this.end(slot, "rejected")
  }

  /** Joins a case to another one, given by its number. */
  merge(slot: number, intoNumber: number): void {
    const { columns } = this.world.parts
    this.world.expect(columns.merge(slot, this.world.wholeSec, intoNumber), slot, "merge")
    this.end(slot, "merged")
  }

  /** The reporter withdraws; too late once somebody works on it. */
  withdraw(slot: number): void {
    const { columns } = this.world.parts
    const status = columns.status[slot]!
    if (status >= inProgress) return
    this.world.dropItem(this.world.states[slot]!)
    this.world.expect(columns.withdraw(slot, this.world.wholeSec), slot, "withdraw")
    this.end(slot, "withdrawn")
  }

  /** A case that nobody will reopen any more: its matter lives on in another case. */
  forget(slot: number): void {
    this.settle(slot, this.world.states[slot]!)
  }

  /** Counts what is still there at the end of the run: open cases, and closed ones remembered. */
  countTheRest(): void {
    const { columns, book } = this.world.parts
    for (let slot = 0; slot < columns.slotCount; slot++) {
      if (!columns.holds(slot)) continue
      const state = this.world.states[slot]!
      if (!state.isMeasured) continue
      if (this.world.isClosed(slot)) this.countWriteOff(slot, state)
      else {
        const reportedSec = columns.reportedSec[slot]!
        book.leaveOpen(this.accountOf(slot), reportedSec, columns.resolvedSec[slot]!)
      }
    }
  }

  private moodOf(slot: number, state: CaseState): number {
    const { columns } = this.world.parts
    const bits =
      (columns.wasOverdue[slot] ? 1 : 0) + (state.isTrue ? 0 : 2) + (state.wasRepeated ? 4 : 0)
    return state.luck.mood < this.moods[bits]! ? isSatisfied : isDissatisfied
  }

  /** A reopened case starts a new round with new luck at the level it was finished at. */
  private beginAgain(slot: number, state: CaseState): void {
    const { columns, traits, scenario, book } = this.world.parts
    if (state.isMeasured && !state.wasReopened) book.reopenedOnce += 1
    state.wasReopened = true
    state.wasHandedOver = false
    state.round += 1
    state.luck = traits.round(
      state.birth,
      state.round,
      columns.category[slot]!,
      columns.urgency[slot]!
    )
    state.neededLevel = Math.max(state.neededLevel, columns.level[slot]!)
    this.handling.assign(slot)
    const isSecondTime = columns.reopenCount[slot]! === 2
    if (isSecondTime && state.luck.petition < scenario.resolution.petitionShare) {
      this.onPetition(slot)
    }
  }

  private end(slot: number, ending: Ending): void {
    const { columns, book } = this.world.parts
    const state = this.world.states[slot]!
    this.handling.stopWatching(state)
    state.withdrawTimer = this.world.cancel(state.withdrawTimer)
    state.stepTimer = this.world.cancel(state.stepTimer)
    this.world.changeOpen(-1)
    if (state.isMeasured) book.end(ending, this.world.day, columns.grid[slot]!)
    const hasTimer = state.contactTimer !== nothing || state.neighbourTimer !== nothing
    const isRemembered = ending === "writtenOff" && !state.isTrue && hasTimer
    if (!isRemembered) this.settle(slot, state)
  }

  /** A case is over for good: counted, and its slot given back. */
  private settle(slot: number, state: CaseState): void {
    this.stopContacts(state)
    if (state.isMeasured && this.world.isWrittenOff(slot)) this.countWriteOff(slot, state)
    this.world.parts.columns.release(slot)
    state.caseNumber = nothing
  }

  private countWriteOff(slot: number, state: CaseState): void {
    const { columns, book } = this.world.parts
    book.writeOff(this.accountOf(slot), {
      level: state.finishedLevel,
      reportedSec: columns.reportedSec[slot]!,
      resolvedSec: columns.resolvedSec[slot]!,
      closedSec: columns.closedSec[slot]!,
      isTrue: state.isTrue
    })
  }

  private accountOf(slot: number): Account {
    const { columns, days } = this.world.parts
    const dueSec = columns.dueSec[slot]!
    const status = columns.status[slot]!
    const isClaimed = status >= resolvedStatus && status <= writtenOffStatus
    return {
      grid: columns.grid[slot]!,
      category: columns.category[slot]!,
      dueSec,
      isClaimed,
      wasOverdue: columns.wasOverdue[slot] === 1 || (!isClaimed && dueSec < days.endSec)
    }
  }

  private stopContacts(state: CaseState): void {
    state.contactTimer = this.world.cancel(state.contactTimer)
    state.neighbourTimer = this.world.cancel(state.neighbourTimer)
  }
}

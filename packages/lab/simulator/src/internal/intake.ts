/**
 * How a case comes in. A resident's report waits for the community's intake; what a grid worker
 * finds was seen on the spot and goes straight to the grid; emergencies and urgent cases go to the
 * on-call roster at once. A second contact about a matter that is open becomes part of it; about
 * one that was closed without being resolved, it reopens the case.
 */
import { CaseSource, HandlingLevel, Urgency } from "@wangge/cases"
import { defect, entityOf, petition, ticket } from "./arrivals.ts"
import { type CaseState, freshState, nothing } from "./caseState.ts"
import type { Birth } from "./caseTraits.ts"
import type { Closing } from "./closing.ts"
import { Contacts } from "./contacts.ts"
import type { Handling } from "./handling.ts"
import * as work from "./workTable.ts"
import type { World } from "./world.ts"

const hotline = CaseSource.codeOf("Hotline")
const photoReport = CaseSource.codeOf("PhotoReport")
const gridWorker = CaseSource.codeOf("GridWorker")
const resident = CaseSource.codeOf("Resident")
const petitionOffice = CaseSource.codeOf("PetitionOffice")
const petitionUrgency = Urgency.codeOf("Petition")
const minuteSec = 60

/** Where a defect or another report comes from. */
export interface Origin {
  readonly kind: number
  readonly world: number
  readonly grid: number
  readonly day: number
  readonly purpose: number
}

/** Takes cases in. */
export class Intake {
  private readonly world: World
  private readonly handling: Handling
  private readonly closing: Closing
  private readonly contacts: Contacts
  private readonly withdrawEvent: number

  constructor(world: World, handling: Handling, closing: Closing) {
    const { kernel } = world.parts
    this.world = world
    this.handling = handling
    this.closing = closing
    this.contacts = new Contacts(world, (slot, source) => this.follow(slot, source))
    this.withdrawEvent = kernel.on((slot) => this.withdraw(slot), "withdrawal")
  }

  /** A ticket, dispute or petition arrives. */
  arrive(origin: Origin): void {
    const source =
      origin.kind === petition ? petitionOffice : origin.kind === ticket ? hotline : resident
    this.raise(origin, source, nothing)
  }

  /** A visible defect becomes a case: found by a grid worker, or reported by a resident. */
  raiseDefect(origin: Origin, building: number, isFound: boolean): void {
    this.raise(origin, isFound ? gridWorker : photoReport, building)
  }

  /** Intake begins with a case: from now on it does not wait. */
  begin(item: number): void {
    const state = this.world.states[this.world.parts.desks.about.values[item]!]!
    if (this.world.isAbout(item, state)) state.item = nothing
  }

  /** Intake of a case is done: it is refused, joined to another, or triaged and assigned. */
  done(item: number): void {
    const { desks, columns } = this.world.parts
    const slot = desks.about.values[item]!
    const state = this.world.states[slot]!
    // The reporter may have withdrawn while the intake was at it.
    if (!this.world.isAbout(item, state)) return
    state.item = nothing
    if (columns.returnCount[slot]! > 0) this.handling.assign(slot)
    else if (state.aboutSlot !== nothing) this.join(slot, state)
    else if (state.isRejected) this.closing.reject(slot)
    else this.triage(slot)
  }

  /** A returned case goes back to intake. */
  retriage(slot: number): void {
    this.queue(slot)
  }

  /** A case reopened twice or more may become a petition. */
  petition(slot: number): void {
    const { columns } = this.world.parts
    const state = this.world.states[slot]!
    const fresh = this.report(slot, petitionOffice, state, true)
    const freshState = this.world.states[fresh]!
    freshState.neededLevel = Math.max(HandlingLevel.codeOf("Subdistrict"), columns.level[slot]!)
    this.renewLuck(fresh, freshState, state.round + 1)
    this.contacts.armContact(fresh)
    this.queue(fresh)
  }

  private raise(origin: Origin, source: number, building: number): void {
    const { arrivals, traits, days, town } = this.world.parts
    const birth: Birth = {
      stream: arrivals.drawsOf(origin.kind, origin.world),
      entity: entityOf(origin.grid, origin.day),
      purpose: origin.purpose
    }
    const isPetition = origin.kind === petition
    const month = days.month[origin.day]!
    const born = traits.traits(
      birth,
      (uniform) => arrivals.categoryOf(origin.kind, month, uniform),
      isPetition
    )
    const first = town.firstBuilding[origin.grid]!
    const buildings = town.firstBuilding[origin.grid + 1]! - first
    const slot = this.enter({
      birth,
      kind: origin.kind,
      source,
      grid: origin.grid,
      building: building === nothing ? first + Math.floor(born.place * buildings) : building,
      category: born.category,
      urgency: born.urgency,
      neededLevel: born.neededLevel,
      isRejected: born.isRejected && source !== gridWorker,
      isReturned: born.isReturned,
      isDirect: born.isDirect && source !== gridWorker,
      isRepeat: false
    })
    if (Number.isFinite(born.withdrawAfterSec) && source !== gridWorker && !isPetition) {
      const atSec = this.world.atSec + born.withdrawAfterSec
      this.world.states[slot]!.withdrawTimer = this.world.at(atSec, this.withdrawEvent, slot)
    }
    this.contacts.armContact(slot)
    this.contacts.armNeighbour(slot)
    const isDirect = source === gridWorker || this.world.isOnCall(slot)
    if (isDirect) this.triage(slot)
    else this.queue(slot)
  }

  /** A further report about the matter of a case; it has the luck of that case. */
  private report(slot: number, source: number, about: CaseState, isPetition: boolean): number {
    const { columns, scenario } = this.world.parts
    return this.enter({
      birth: about.birth,
      kind: isPetition ? petition : about.kind,
      source,
      grid: columns.grid[slot]!,
      building: about.building,
      category: columns.category[slot]!,
      urgency: isPetition ? petitionUrgency : columns.urgency[slot]!,
      neededLevel: about.neededLevel,
      isRejected: false,
      isReturned: false,
      // A second report goes up from the grid, unless the town sends everything straight on.
      isDirect: scenario.resolution.directTriageShare >= 1,
      isRepeat: !isPetition
    })
  }

  private enter(entry: {
    readonly birth: Birth
    readonly kind: number
    readonly source: number
    readonly grid: number
    readonly building: number
    readonly category: number
    readonly urgency: number
    readonly neededLevel: number
    readonly isRejected: boolean
    readonly isReturned: boolean
    readonly isDirect: boolean
    readonly isRepeat: boolean
  }): number {
    const { columns, traits, days, book } = this.world.parts
    const atSec = this.world.wholeSec
    const caseNumber = this.world.nextNumber()
    const slot = columns.report({
      caseNumber,
      source: entry.source,
      category: entry.category,
      urgency: entry.urgency,
      grid: entry.grid,
      unit: this.world.deskOf(entry.grid, 1),
      atSec
    })
    this.world.expect(Math.max(0, -slot), slot, "report")
    const isMeasured = this.world.atSec >= days.measureSec
    this.world.states[slot] = freshState({
      caseNumber,
      birth: entry.birth,
      kind: entry.kind,
      building: entry.building,
      isMeasured,
      hasReporter: entry.source !== gridWorker,
      isVisible: entry.kind === defect,
      neededLevel: entry.neededLevel,
      isRejected: entry.isRejected,
      isReturned: entry.isReturned,
      isDirect: entry.isDirect,
      luck: traits.round(entry.birth, 0, entry.category, entry.urgency)
    })
    this.world.changeOpen(1)
    if (isMeasured) {
      book.raise({
        grid: entry.grid,
        category: entry.category,
        source: entry.source,
        day: this.world.day,
        isResident: entry.source !== gridWorker,
        isRepeat: entry.isRepeat,
        isPetition: entry.urgency === petitionUrgency
      })
    }
    return slot
  }

  /** Puts a case before the community's intake. */
  private queue(slot: number): void {
    const { columns, desks, scenario } = this.world.parts
    const state = this.world.states[slot]!
    const item = desks.put({
      desk: this.world.deskOf(columns.grid[slot]!, 1),
      priorityClass: work.classIntake,
      kind: work.intake,
      about: slot,
      stage: 0,
      workSec: scenario.timing.intakeMin * minuteSec
    })
    state.itemSerial = desks.serial.values[item]!
    state.item = desks.isWaiting(item, state.itemSerial) ? item : nothing
  }

  private triage(slot: number): void {
    const { columns } = this.world.parts
    const atSec = this.world.wholeSec
    const level = this.handling.startLevel(slot)
    const desk = this.world.deskOf(columns.grid[slot]!, level)
    this.world.expect(columns.verify(slot, atSec), slot, "verify")
    const urgency = columns.urgency[slot]!
    this.world.expect(columns.triage(slot, atSec, urgency, level, desk), slot, "triage")
    this.handling.assign(slot)
  }

  /** A further contact meets the case it is about. */
  private join(slot: number, state: CaseState): void {
    const about = this.world.states[state.aboutSlot]
    const isGone = about === undefined || about.caseNumber !== state.aboutNumber
    if (isGone || (this.world.isClosed(state.aboutSlot) && about.isTrue)) {
      this.closing.reject(slot)
      return
    }
    if (this.world.isClosed(state.aboutSlot) && !this.closing.canReopen(state.aboutSlot)) {
      this.becomeOwn(slot, state, about)
      return
    }
    if (this.world.isClosed(state.aboutSlot)) this.closing.reopen(state.aboutSlot)
    this.closing.merge(slot, about.caseNumber)
  }

  /** The matter lives on in the new case: the old one can no longer be reopened. */
  private becomeOwn(slot: number, state: CaseState, about: CaseState): void {
    const oldSlot = state.aboutSlot
    state.aboutSlot = nothing
    state.contacts = about.contacts
    this.renewLuck(slot, state, about.round + 1)
    this.closing.forget(oldSlot)
    this.contacts.armContact(slot)
    this.contacts.armNeighbour(slot)
    this.triage(slot)
  }

  /** A matter that goes on in another case does not repeat the luck of the first one. */
  private renewLuck(slot: number, state: CaseState, round: number): void {
    const { columns, traits } = this.world.parts
    state.round = round
    state.luck = traits.round(state.birth, round, columns.category[slot]!, columns.urgency[slot]!)
  }

  /** A further contact about a case comes in: it is taken in as a case of its own first. */
  private follow(slot: number, source: number): void {
    const state = this.world.states[slot]!
    const fresh = this.report(slot, source, state, false)
    this.world.states[fresh]!.aboutSlot = slot
    this.world.states[fresh]!.aboutNumber = state.caseNumber
    this.queue(fresh)
  }

  private withdraw(slot: number): void {
    this.world.states[slot]!.withdrawTimer = nothing
    this.closing.withdraw(slot)
  }
}

/**
 * Who comes again about a case: its reporter, as long as the matter is unresolved, and other households
 * that see the same defect. Each case has one timer for either; its draws are found by the number of
 * contacts so far.
 */
import { CaseSource } from "@wangge/cases"
import { Real } from "@wangge/des"
import { nothing } from "./caseState.ts"
import type { World } from "./world.ts"

const hotline = CaseSource.codeOf("Hotline")
const photoReport = CaseSource.codeOf("PhotoReport")
const daySec = 86_400
const weekSec = 604_800

/** Sets the timers of further contacts, and says when one comes in. */
export class Contacts {
  private readonly world: World
  private readonly comesIn: (slot: number, source: number) => void
  private readonly contactEvent: number
  private readonly neighbourEvent: number

  /** `comesIn` is told the slot that a contact is about, and through which source it comes. */
  constructor(world: World, comesIn: (slot: number, source: number) => void) {
    const { kernel } = world.parts
    this.world = world
    this.comesIn = comesIn
    this.contactEvent = kernel.on((slot) => this.contactAgain(slot), "repeat contact")
    this.neighbourEvent = kernel.on((slot) => this.neighbourReports(slot), "neighbour reports")
  }

  /** Sets the timer of the reporter, who contacts again while the matter is unresolved. */
  armContact(slot: number): void {
    const { scenario, traits } = this.world.parts
    const state = this.world.states[slot]!
    const perWeek = scenario.resolution.repeatPerWeek
    if (!state.hasReporter || perWeek <= 0) return
    const meanSec = perWeek >= 1 ? 0 : -weekSec / Real.ln(1 - perWeek)
    const draw = traits.contact(state.birth, 2 * state.contacts)
    const atSec = this.world.atSec + draw.exponential() * meanSec
    state.contactTimer = this.world.at(atSec, this.contactEvent, slot)
  }

  /** Sets the timer of the next household that sees the same defect. */
  armNeighbour(slot: number): void {
    const { scenario, traits } = this.world.parts
    const state = this.world.states[slot]!
    const share = scenario.defects.repeatReportShare
    if (!state.isVisible || share <= 0) return
    const meanSec = (scenario.defects.noticeDaysMean * daySec) / share
    const draw = traits.contact(state.birth, 2 * state.contacts + 1)
    const atSec = this.world.atSec + draw.exponential() * meanSec
    state.neighbourTimer = this.world.at(atSec, this.neighbourEvent, slot)
  }

  /** The reporter of an unresolved matter contacts again. */
  private contactAgain(slot: number): void {
    const state = this.world.states[slot]!
    state.contactTimer = nothing
    state.wasRepeated = true
    state.contacts += 1
    this.comesIn(slot, hotline)
    this.armContact(slot)
  }

  /** Another household reports the same defect. */
  private neighbourReports(slot: number): void {
    const state = this.world.states[slot]!
    state.neighbourTimer = nothing
    state.contacts += 1
    this.comesIn(slot, photoReport)
    this.armNeighbour(slot)
  }
}

/**
 * The five clocks of many cases in columns: what `CaseTimes` does to a record, done to typed arrays by
 * the same rules (`TimerRules`), so that the clocks of all open cases can be counted again at once when
 * a limit or a calendar changes. A property test drives both with the same stories.
 */
import { CaseTimer, TimerRules, TimerTerms } from "@wangge/cases"
import { TimerTable, timerCount } from "./TimerTable.ts"

export * from "./TimerTable.ts"

/** A time that has not come yet, the same as `Case.notYet`. */
const notYet = CaseTimer.idle.doneSec
const never = TimerRules.never
const running = TimerRules.states.indexOf("Running")
const met = TimerRules.states.indexOf("Met")
const dropped = TimerRules.states.indexOf("Dropped")
const reported = TimerTerms.momentCodeOf("Reported")

/**
 * The clocks of many cases under one set of terms.
 *
 * `unitIds` names the caller's unit numbers, so that terms with rows for units find theirs. Every
 * method that takes an instant takes whole seconds, not before the last one given for the same case. An
 * event that means several things is told in several calls at its second: moments first, then the class.
 *
 * @category columns
 * @since 0.1.0
 */
export class TimerColumns extends TimerTable {
  readonly #unitIds: ReadonlyArray<string>
  #terms: TimerTerms.TimerTerms
  /** The terms' number of each unit of the caller. */
  #unitNumber: Uint16Array

  constructor(terms: TimerTerms.TimerTerms, unitIds: ReadonlyArray<string>) {
    super()
    this.#unitIds = unitIds
    this.#terms = terms
    this.#unitNumber = this.#unitNumbersIn(terms)
  }

  /**
   * The clocks of a case that was reported at `atSec`, with a limit that began at `startSec`; the
   * slot that holds them.
   */
  report(urgency: number, category: number, unit: number, startSec: number, atSec: number): number {
    const slot = this.takeSlot()
    this.countedSec[slot] = atSec
    this.urgency[slot] = urgency
    this.category[slot] = category
    this.unit[slot] = unit
    this.extensionCount[slot] = 0
    for (let timer = 0; timer < timerCount; timer++) {
      const at = slot * timerCount + timer
      this.state[at] = 0
      this.wasLate[at] = 0
      this.#start(at, notYet)
      if (TimerRules.effectOf(this.#terms, timer, 0, reported) !== 1) continue
      this.state[at] = running
      this.#start(at, startSec)
    }
    this.#count(slot)
    return slot
  }

  /**
   * Tells the clocks a moment of the case, by its position in `TimerTerms.moments`. `isReopened` takes
   * the pauses and extensions of the old limit away.
   */
  tell(slot: number, moment: number, atSec: number, isReopened = false): void {
    this.#observe(slot, atSec)
    for (let timer = 0; timer < timerCount; timer++) {
      const at = slot * timerCount + timer
      switch (TimerRules.effectOf(this.#terms, timer, this.state[at]!, moment)) {
        case 1:
          this.state[at] = running
          this.#start(at, atSec)
          break
        case 2:
          this.state[at] = met
          this.doneSec[at] = atSec
          break
        case 3:
          this.state[at] = running
          this.doneSec[at] = notYet
          break
        case 4:
          this.state[at] = dropped
          this.doneSec[at] = atSec
          break
      }
    }
    if (isReopened) {
      this.extensionCount[slot] = 0
      this.dropPauses(slot)
    }
    this.#count(slot)
  }

  /**
   * Gives a case another urgency, category and unit, all by their numbers.
   */
  classify(slot: number, urgency: number, category: number, unit: number, atSec: number): void {
    this.#observe(slot, atSec)
    this.urgency[slot] = urgency
    this.category[slot] = category
    this.unit[slot] = unit
    this.#count(slot)
  }

  /**
   * Grants one extension of the present limit.
   */
  extend(slot: number, atSec: number): void {
    this.#observe(slot, atSec)
    this.extensionCount[slot]! += 1
    this.#count(slot)
  }

  /**
   * Begins a pause until `untilSec` at the latest, `TimerRules.never` for one without an end; one that
   * was running ends.
   */
  pause(slot: number, atSec: number, untilSec: number): void {
    this.#observe(slot, atSec)
    this.#cutShort(slot, atSec)
    this.addPause(slot, atSec, untilSec)
    this.isPaused[slot] = 1
    this.#count(slot)
  }

  /**
   * Ends the pause that is running, if any.
   */
  resume(slot: number, atSec: number): void {
    this.#observe(slot, atSec)
    this.#cutShort(slot, atSec)
    this.#count(slot)
  }

  /**
   * Counts the clocks of all cases again under other terms, in force from `atSec` on: lateness and
   * lights until then are written down first. Cost: linear in the cases and their pauses, some searches
   * in the calendar each; allocates nothing that grows with the cases.
   */
  recomputeAll(terms: TimerTerms.TimerTerms, atSec: number): void {
    this.#terms = terms
    this.#unitNumber = this.#unitNumbersIn(terms)
    for (let slot = 0; slot < this.slotCount; slot++) {
      if (this.isUsed[slot] === 0) continue
      this.#observe(slot, atSec)
      this.#count(slot)
    }
  }

  #unitNumbersIn(terms: TimerTerms.TimerTerms): Uint16Array {
    return Uint16Array.from(this.#unitIds, (unitId) => TimerTerms.unitNumberOf(terms, unitId))
  }

  #start(at: number, startSec: number): void {
    this.startSec[at] = startSec
    this.dueSec[at] = never
    this.isDueKnown[at] = 1
    this.amberSec[at] = never
    this.doneSec[at] = notYet
    this.amberOnSec[at] = notYet
    this.redOnSec[at] = notYet
  }

  #cutShort(slot: number, atSec: number): void {
    if (this.isPaused[slot] === 0) return
    const pause = this.lastPause[slot]!
    this.pauseUntilSec[pause] = Math.min(this.pauseUntilSec[pause]!, atSec)
    this.isPaused[slot] = 0
  }

  /** Writes down what came on or became late until `atSec`, as `CaseTimer.observed` does. */
  #observe(slot: number, atSec: number): void {
    const countedSec = this.countedSec[slot]!
    for (let at = slot * timerCount; at < (slot + 1) * timerCount; at++) {
      if (this.state[at] !== running) continue
      const dueSec = this.dueSec[at]!
      const redSec = TimerRules.redSec(dueSec, this.redOnSec[at]!, countedSec)
      const amberSec = TimerRules.amberSec(
        this.amberSec[at]!,
        this.amberOnSec[at]!,
        redSec,
        countedSec
      )
      if (amberSec <= atSec) this.amberOnSec[at] = amberSec
      if (redSec <= atSec) this.redOnSec[at] = redSec
      if (atSec > dueSec) this.wasLate[at] = 1
    }
    this.countedSec[slot] = atSec
  }

  /** Counts the due seconds of the clocks that run, as `CaseTimer.counted` does. */
  #count(slot: number): void {
    const terms = this.#terms
    const unit = this.#unitNumber[this.unit[slot]!] ?? 0
    const row = TimerTerms.indexOf(0, this.urgency[slot]!, this.category[slot]!, unit)
    const extensionCount = this.extensionCount[slot]!
    for (let timer = 0; timer < timerCount; timer++) {
      const at = slot * timerCount + timer
      if (this.state[at] !== running) continue
      const limitSec = terms.limitSec[row + timer]!
      const addedSec = extensionCount * terms.extensionSec[row + timer]!
      const number = terms.clockNumber[row + timer]!
      const clock = terms.clocks[number]!
      const passedSec = TimerRules.amberLimitSec(clock, limitSec, addedSec, terms.amberShare)
      const dueSec = this.#dueSec(slot, number, this.startSec[at]!, limitSec + addedSec)
      this.dueSec[at] = TimerRules.storedSec(dueSec)
      this.isDueKnown[at] = Number.isNaN(dueSec) ? 0 : 1
      this.amberSec[at] = TimerRules.storedSec(
        this.#dueSec(slot, number, this.startSec[at]!, passedSec)
      )
    }
  }

  /** `TimerRules.dueSec` over the linked list of the case. */
  #dueSec(slot: number, number: number, startSec: number, limitSec: number): number {
    const clock = this.#terms.clocks[number]!
    let due = TimerRules.unpausedDueSec(clock, startSec, limitSec)
    let pause = this.firstPause[slot]!
    if (pause < 0) return due
    let counted = TimerRules.countsFromSec(clock, startSec)
    for (; pause >= 0; pause = this.pauseNext[pause]!) {
      const untilSec = this.pauseUntilSec[pause]!
      if (!(untilSec > counted)) continue
      const fromSec = Math.max(this.pauseFromSec[pause]!, counted)
      if (!(fromSec < due)) break
      due = TimerRules.afterPauseSec(clock, due, fromSec, untilSec)
      counted = untilSec
    }
    return due
  }
}

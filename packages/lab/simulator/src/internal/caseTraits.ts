/**
 * What the simulator knows of a case beyond its record: the luck it was born with, and where it
 * stands between desks. One row per slot of the case columns. All luck of a case is drawn at once
 * and in a fixed order from its own place in its stream, so that no policy can change it.
 */
import { Category, HandlingLevel, Urgency } from "@wangge/cases"
import { type Draw, type RandomStreams, Real } from "@wangge/des"
import type { Scenario } from "../Scenario.ts"
import { cumulative, pick } from "./arrivals.ts"

/** Offsets of purposes from the purpose base of an arrival. */
const traitsPurpose = 1
const roundPurpose = 8
const roundMax = 31
const contactPurpose = 40
const contactMax = 63
const daySec = 86_400
const minuteSec = 60

/** Where a case's luck is found. */
export interface Birth {
  readonly stream: RandomStreams.RandomStream
  readonly entity: number
  readonly purpose: number
}

/** What is drawn once for a case. */
export interface Traits {
  readonly category: number
  readonly urgency: number
  readonly neededLevel: number
  readonly isRejected: boolean
  readonly withdrawAfterSec: number
  readonly isReturned: boolean
  /** Whether triage names the level that can finish it at once. */
  readonly isDirect: boolean
  /** Uniform number that picks the building. */
  readonly place: number
}

/** What is drawn for each round of handling. */
export interface Round {
  readonly workSec: number
  readonly appointmentSec: number
  readonly partSec: number
  readonly leadSec: number
  readonly handUpSec: readonly [number, number]
  readonly truth: number
  readonly reach: number
  readonly mood: number
  readonly petition: number
}

/** One category's numbers as the draws need them. */
interface CategoryNumbers {
  readonly levelShares: Float64Array
  readonly workSecMedian: number
  readonly leadSecMedian: number
}

/** Draws traits and rounds. */
export class CaseTraits {
  private readonly scenario: Scenario
  private readonly categories: ReadonlyArray<CategoryNumbers>
  private readonly urgencyShares: Float64Array

  constructor(scenario: Scenario) {
    this.scenario = scenario
    this.categories = Category.list.map((category) => {
      const row = scenario.demand.categories[category]!
      return {
        levelShares: cumulative(HandlingLevel.list.map((level) => row.levelShares[level])),
        workSecMedian: row.workMinMedian * minuteSec,
        leadSecMedian: row.leadDaysMedian * daySec
      }
    })
    const mix = scenario.demand.urgencyMix
    this.urgencyShares = cumulative([mix.Emergency, mix.Urgent, mix.Ordinary, mix.Complex])
  }

  /** The traits of a case; `categoryOf` turns a uniform number into a category. */
  traits(birth: Birth, categoryOf: (uniform: number) => number, isPetition: boolean): Traits {
    const { resolution } = this.scenario
    const draw = birth.stream.at(birth.entity, birth.purpose + traitsPurpose)
    const category = categoryOf(draw.uniform())
    const urgency = pick(this.urgencyShares, draw.uniform())
    const shares = this.categories[category]!.levelShares
    const level = draw.uniform()
    // A petition is handled from the sub-district up: the shares below it are passed over.
    const lowest = isPetition ? shares[1]! : 0
    const neededLevel = pick(shares, lowest + level * (1 - lowest))
    const isRejected = draw.uniform() < resolution.rejectShare
    const isWithdrawn = draw.uniform() < resolution.withdrawShare
    const withdrawAfter = draw.uniform() * daySec
    const isReturned = draw.uniform() < resolution.returnShare
    return {
      category,
      urgency: isPetition ? Urgency.codeOf("Petition") : urgency,
      neededLevel: isPetition
        ? Math.max(neededLevel, HandlingLevel.codeOf("Subdistrict"))
        : neededLevel,
      isRejected: isRejected && !isPetition,
      withdrawAfterSec: isWithdrawn ? withdrawAfter : Number.POSITIVE_INFINITY,
      isReturned,
      isDirect: draw.uniform() < resolution.directTriageShare,
      place: draw.uniform()
    }
  }

  /** The luck of one round of handling, 0 the first. */
  round(birth: Birth, round: number, category: number, urgency: number): Round {
    const { timing } = this.scenario
    const numbers = this.categories[category]!
    const draw = birth.stream.at(
      birth.entity,
      birth.purpose + roundPurpose + Math.min(round, roundMax)
    )
    const workSec = numbers.workSecMedian * Real.exp(timing.workSigma * draw.normal())
    const hasAppointment = draw.uniform() < timing.appointmentShare
    const appointmentSec = draw.exponential() * timing.appointmentDaysMean * daySec
    const hasPart = draw.uniform() < timing.partShare
    const partSec = timing.partDaysMedian * daySec * Real.exp(timing.partSigma * draw.normal())
    const leadSec = numbers.leadSecMedian * Real.exp(timing.leadSigma * draw.normal())
    return {
      workSec,
      appointmentSec: hasAppointment ? appointmentSec : 0,
      partSec: hasPart ? partSec : 0,
      leadSec: leadSec * timing.leadFactor[Urgency.list[urgency]!],
      handUpSec: [draw.uniform(), draw.uniform()],
      truth: draw.uniform(),
      reach: draw.uniform(),
      mood: draw.uniform(),
      petition: draw.uniform()
    }
  }

  /** The draws for the contacts about a case: number `contact` since it was raised. */
  contact(birth: Birth, contact: number): Draw.Draw {
    const purpose = Math.min(contactPurpose + contact, contactMax)
    return birth.stream.at(birth.entity, birth.purpose + purpose)
  }
}

/**
 * The twelve categories' own numbers: share, who can finish, work, lead time, months, visibility.
 * All are assumptions guided by published hotline shares; a locality's heating season changes the
 * months of `Utilities` (see `heatingMonths`).
 */
import type { Category } from "@wangge/cases"

/** One category; the four level shares are percent for grid, community, sub-district, department. */
export interface Line {
  readonly category: Category.Category
  readonly sharePercent: number
  readonly levelPercents: readonly [number, number, number, number]
  readonly workMin: number
  readonly leadDays: number
  readonly isVisible: boolean
  /** Months of the peak, 1 to 12. */
  readonly peakMonths: ReadonlyArray<number>
}

const line = (
  category: Category.Category,
  sharePercent: number,
  levelPercents: readonly [number, number, number, number],
  workMin: number,
  leadDays: number,
  isVisible: boolean,
  peakMonths: ReadonlyArray<number>
): Line => ({ category, sharePercent, levelPercents, workMin, leadDays, isVisible, peakMonths })

/**
 * The table, in the order of `Category.list`.
 *
 * @source none: assumed; shares guided by Jinan's 12345 hotline (2017), Taizhou (2018) and Hengdong
 *   county (first quarter 2025), lead times so that published on-time shares are reached without a
 *   queue
 */
export const lines: ReadonlyArray<Line> = [
  line("Utilities", 14, [10, 20, 10, 60], 45, 0.5, false, []),
  line("PropertyManagement", 16, [15, 45, 20, 20], 60, 2.8, true, [6, 7, 8, 12, 1]),
  line("Sanitation", 13, [40, 35, 15, 10], 30, 0.7, true, [6, 7, 8, 9]),
  line("Noise", 9, [30, 30, 10, 30], 40, 0.7, false, [6, 7, 8, 9]),
  line("PublicFacilities", 12, [10, 25, 25, 40], 40, 2, true, [7, 8]),
  line("CityOrder", 8, [10, 20, 30, 40], 60, 2.8, true, [3, 4, 5]),
  line("TrafficParking", 9, [15, 25, 20, 40], 30, 1.4, true, [1, 2, 5, 10]),
  line("NeighbourDispute", 6, [45, 40, 10, 5], 120, 2, false, [1, 2, 7, 8]),
  line("SocialCare", 6, [20, 50, 20, 10], 60, 2, false, [12, 1, 2]),
  line("SafetyHazard", 5, [35, 30, 20, 15], 40, 0.7, true, [12, 1, 7, 8]),
  line("ConsumerWages", 1.5, [0, 10, 20, 70], 45, 3.5, false, [12, 1]),
  line("Other", 0.5, [25, 25, 25, 25], 30, 2, false, [])
]

/** How much a peak month has above an average one. @source none: assumed, three tenths more */
export const peakFactor = 1.3

/**
 * Factors of heating tickets within `Utilities`, from January.
 *
 * @source none: assumed; their mean over the year is 1
 */
export const heatingFactors: ReadonlyArray<number> = [
  2, 1.5, 1.2, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 3, 2.2
]

/** Relative demand of the 24 local hours. @source none: assumed, see the table's reason. */
export const hourShape: ReadonlyArray<number> = [
  0.05, 0.03, 0.03, 0.03, 0.05, 0.1, 0.25, 0.5, 0.8, 1, 1, 0.7, 0.6, 0.8, 1, 1, 1, 0.8, 0.6, 0.6,
  0.4, 0.3, 0.2, 0.1
]

/** Relative demand from Monday to Sunday. @source none: assumed, weekends a third lower. */
export const weekdayShape: ReadonlyArray<number> = [1.1, 1.1, 1.1, 1.1, 1.1, 0.8, 0.7]

/** Relative demand from January to December for the given peak months, with mean 1. */
export const peakShape = (peakMonths: ReadonlyArray<number>): ReadonlyArray<number> => {
  const rest = (12 - peakFactor * peakMonths.length) / (12 - peakMonths.length)
  return Array.from({ length: 12 }, (_, index) =>
    peakMonths.includes(index + 1) ? peakFactor : Math.round(rest * 1e4) / 1e4
  )
}

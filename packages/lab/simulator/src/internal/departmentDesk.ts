/**
 * How many workers the departments' pooled desk has for a town: the fewest whole people whose use
 * at default demand is at most 85 %.
 */

import { Real } from "@wangge/des"
import { Provenance } from "@wangge/facts"
import { amountAt, type Entry } from "./assumptionRow.ts"
import * as categoryTable from "./categoryTable.ts"

/** Use of the desk at default demand. @source none: assumed, busy and still able to follow */
const useShare = 0.85
/** Working hours of one person in a year. @source none: derived, 248 working days of 8 hours in 2025 */
const hoursPerYear = 248 * 8

/** The row for `staff.departmentStaff`, from the other numbers of a preset. */
export const departmentStaff = (numbers: ReadonlyArray<Entry>): Entry => {
  const value = (path: string): number => amountAt(numbers, path)
  const residents = value("territory.households") * value("territory.personsPerHousehold")
  const perYear = (rate: number): number => (residents / 1000) * rate * 12
  const isVisible = new Set<string>(
    categoryTable.lines.filter((line) => line.isVisible).map((line) => line.category)
  )
  const tickets = minutes(value, () => true) * perYear(value("demand.perThousandMonth.tickets"))
  const defects =
    minutes(value, (category) => isVisible.has(category)) *
    perYear(value("defects.perThousandMonth"))
  const sigma = value("timing.workSigma")
  const hours = ((tickets + defects) * Real.exp((sigma * sigma) / 2)) / 60
  const people = Math.max(1, Math.ceil(hours / (hoursPerYear * useShare)))
  return {
    path: "staff.departmentStaff",
    label: { en: "Departments' desk", zh: "部门经办人员" },
    number: Provenance.derived({
      value: people,
      unit: "seats",
      formula: `fewest whole workers for ${Math.round(hours)} hours of department work a year at default demand, at most ${useShare} of ${hoursPerYear} hours each (assumed)`
    })
  }
}

/** Mean over the categories of the median department work of one case, minutes. */
const minutes = (value: (path: string) => number, isIn: (category: string) => boolean): number => {
  const lines = categoryTable.lines.filter((line) => isIn(line.category))
  const shares = lines.reduce((sum, line) => sum + line.sharePercent, 0)
  return lines.reduce((sum, line) => {
    const path = `demand.categories.${line.category}`
    const work = value(`${path}.levelShares.Department`) * value(`${path}.workMinMedian`)
    return sum + (line.sharePercent / shares) * work
  }, 0)
}

/**
 * Every number of a locality's preset scenario with its provenance, by its path in the scenario:
 * the locality's own counts, the simulator's table, the categories, the limits of the profile.
 */
import { Category, HandlingLevel, Urgency } from "@wangge/cases"
import type { Provenance } from "@wangge/facts"
import type { Locality } from "@wangge/localities"
import type { ListedTerritory } from "../Scenario.ts"
import { amountAt, assumed, type Entry } from "./assumptionRow.ts"
import { table } from "./assumptionTable.ts"
import * as categoryTable from "./categoryTable.ts"
import { departmentStaff } from "./departmentDesk.ts"
import { heatingShape } from "./heatingSeason.ts"
import * as listedPlaces from "./listedPlaces.ts"
import * as localityAssumptions from "./localityAssumptions.ts"
import * as placeEntries from "./placeEntries.ts"
import * as playedProfile from "./playedProfile.ts"
import * as townDuties from "./townDuties.ts"

const hourSec = 3600

/**
 * All numbers of the preset of a locality that has no gaps (`presetGaps`); `listed` are its places
 * where it lists them.
 */
export const of = (
  locality: Locality.Locality,
  listed: ListedTerritory | undefined = listedPlaces.of(locality)
): ReadonlyArray<Entry> => {
  const territory = placeEntries.territory(locality, listed)
  const communities = amountAt(territory, "territory.communities")
  const places = [...territory, ...placeEntries.staff(locality, communities)]
  const numbers = localityAssumptions.applied(locality.id, [
    ...places,
    ...table.map((entry) => townDuties.fitted(entry, places)),
    ...categories(locality),
    ...shapes(),
    ...limits(locality)
  ])
  return [...numbers, departmentStaff(numbers)]
}

const categories = (locality: Locality.Locality): ReadonlyArray<Entry> =>
  categoryTable.lines.flatMap((line) => {
    const path = `demand.categories.${line.category}`
    const label = Category.labels[line.category]
    const named = (suffix: string, en: string, zh: string, number: Provenance.SourcedNumber) => ({
      path: `${path}.${suffix}`,
      label: { en: `${label.en}: ${en}`, zh: `${label.zh}:${zh}` },
      number
    })
    const months = line.category === "Utilities" ? heatingShape(locality) : plainMonths(line)
    return [
      named(
        "share",
        "share of cases",
        "占比",
        assumed(
          line.sharePercent / 100,
          "share",
          "guided by the category shares of Jinan (2017), Taizhou (2018) and Hengdong (2025)"
        )
      ),
      ...HandlingLevel.list.map((level, index) =>
        named(
          `levelShares.${level}`,
          `can be finished at the ${HandlingLevel.labels[level].en}`,
          `${HandlingLevel.labels[level].zh}可办结占比`,
          assumed(
            line.levelPercents[index]! / 100,
            "share",
            "who usually has the means and the power to finish it"
          )
        )
      ),
      named(
        "workMinMedian",
        "median work",
        "办理用时中位数",
        assumed(line.workMin, "min", "hands-on time of a typical case")
      ),
      named(
        "leadDaysMedian",
        "median lead time at the department",
        "部门办理中位数",
        assumed(
          line.leadDays,
          "days",
          "chosen so that published on-time shares of 0.9 and more are possible without any queue"
        )
      ),
      ...months.map((number, month) =>
        named(`monthShape.${month}`, `month ${month + 1}`, `${month + 1}月`, number)
      )
    ]
  })

const plainMonths = (line: categoryTable.Line): ReadonlyArray<Provenance.SourcedNumber> =>
  categoryTable
    .peakShape(line.peakMonths)
    .map((value) =>
      assumed(
        value,
        "times the mean",
        line.peakMonths.length === 0
          ? "no season known"
          : "three tenths more in the months that practitioners name as the peak, mean 1 over the year"
      )
    )

const shapes = (): ReadonlyArray<Entry> => [
  ...categoryTable.hourShape.map((value, hour) => ({
    path: `demand.hourShape.${hour}`,
    label: { en: `Demand at ${hour}:00`, zh: `${hour}时诉求量` },
    number: assumed(
      value,
      "times the peak",
      "peaks 9-11 and 14-17, evenings 18-20 at 0.6 of the peak, nights nearly none"
    )
  })),
  ...categoryTable.weekdayShape.map((value, day) => ({
    path: `demand.weekdayShape.${day}`,
    label: { en: `Demand on weekday ${day + 1}`, zh: `星期${"一二三四五六日"[day]}诉求量` },
    number: assumed(value, "times the mean", "weekends about a third lower")
  }))
]

const limits = (locality: Locality.Locality): ReadonlyArray<Entry> => {
  const profile = playedProfile.of(locality.profileId)
  return Urgency.list.flatMap((urgency) => {
    const row = profile.limits[urgency]
    const label = Urgency.labels[urgency]
    const hours = (sec: number): Provenance.SourcedNumber => ({
      value: sec / hourSec,
      unit: "hours",
      precision: "exact",
      provenance: row.provenance
    })
    const named = (suffix: string, en: string, zh: string, sec: number): Entry => ({
      path: `deadlines.${urgency}.${suffix}`,
      label: { en: `${label.en}: ${en}`, zh: `${label.zh}:${zh}` },
      number: hours(sec)
    })
    return [
      named("contactHours", "limit to first contact", "首次联系时限", row.contactSec),
      named("resolveHours", "limit to resolve", "办结时限", row.resolveSec),
      named("extensionHours", "one extension", "一次延期", row.extensionSec)
    ]
  })
}

/**
 * Every number of a locality's preset scenario with its provenance, by its path in the scenario:
 * the locality's own counts, the simulator's table, the categories, the limits of the profile.
 */
import { CaseProfile, Category, HandlingLevel, Urgency } from "@wangge/cases"
import { Provenance } from "@wangge/facts"
import type { Locality } from "@wangge/localities"
import { assumed, type Entry } from "./assumptionRow.ts"
import { table } from "./assumptionTable.ts"
import * as categoryTable from "./categoryTable.ts"
import { departmentStaff } from "./departmentDesk.ts"
import { heatingShape } from "./heatingSeason.ts"

const hourSec = 3600

/** All numbers of the preset of a locality. */
export const of = (locality: Locality.Locality): ReadonlyArray<Entry> => {
  const places = [...territory(locality), ...staff(locality)]
  const numbers = [...places, ...table, ...categories(locality), ...shapes(), ...limits(locality)]
  return [...numbers, departmentStaff(numbers)]
}

const territory = (locality: Locality.Locality): ReadonlyArray<Entry> => {
  const level = (role: string, path: string): Entry => {
    const found = locality.levels.find((one) => one.role === role)
    if (found === undefined) throw new RangeError(`${locality.id} has no level of role ${role}`)
    return { path: `territory.${path}`, label: found.name, number: found.count }
  }
  const lowest = locality.levels.at(-1)!
  return [
    level("subdistrict", "subdistricts"),
    level("community", "communities"),
    level("grid", "grids"),
    level("building", "buildings"),
    { path: "territory.units", label: lowest.name, number: lowest.count },
    {
      path: "territory.households",
      label: { en: "Households", zh: "户数" },
      number: locality.households
    },
    {
      path: "territory.personsPerHousehold",
      label: { en: "Persons per household", zh: "户均人口" },
      number: locality.personsPerHousehold
    }
  ]
}

const staff = (locality: Locality.Locality): ReadonlyArray<Entry> => {
  const count = (posts: ReadonlyArray<string>, path: string, en: string, zh: string): Entry => {
    const found = locality.staff.filter((one) => posts.includes(one.post))
    const first = found[0]
    if (first === undefined) throw new RangeError(`${locality.id} has no ${posts.join(" or ")}`)
    const number =
      found.length === 1
        ? first.count
        : Provenance.derived({
            value: found.reduce((sum, one) => sum + one.count.value, 0),
            unit: first.count.unit,
            formula: found.map((one) => `${one.count.value} ${one.post}`).join(" + ")
          })
    return { path: `staff.${path}`, label: { en, zh }, number }
  }
  const communities = locality.levels.find((one) => one.role === "community")!.count.value
  const onCall = count(
    ["OnCallWorker"],
    "onCallPerCommunity",
    "On call per community",
    "每社区值班人数"
  )
  return [
    count(["GridWorker"], "gridWorkers", "Grid workers", "网格员"),
    count(
      ["FullServiceWorker", "CommunityWorker"],
      "communityStaff",
      "Community staff",
      "社区人员"
    ),
    count(["SubdistrictWorker"], "subdistrictStaff", "Sub-district desk", "街道（镇）经办人员"),
    {
      ...onCall,
      number: Provenance.derived({
        value: onCall.number.value / communities,
        unit: "seats per community",
        formula: `${onCall.number.value} on-call seats (assumed) / ${communities} communities`
      })
    }
  ]
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
  const profile = CaseProfile.all[locality.profileId]
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

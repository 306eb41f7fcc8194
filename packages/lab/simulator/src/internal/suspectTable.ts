/**
 * The assumptions that studies suspect: how each is read from a scenario, and how it is switched by a
 * tenth. Shares of the levels give the tenth to a neighbouring level, so that they still sum to 1.
 */
import { Category } from "@wangge/cases"
import { Real } from "@wangge/des"
import type { Suspect } from "../Probe.ts"
import type * as Scenario from "../Scenario.ts"

/** Every suspect is switched by this factor. */
const factor = 0.9

const suspect = (
  assumption: string,
  en: string,
  zh: string,
  read: Suspect["read"],
  switched: Suspect["switch"]
): Suspect => ({ assumption, label: { en, zh }, read, switch: switched })

type LevelName = "Grid" | "Community" | "Subdistrict" | "Department"

/** The level shares of all categories, with a tenth of one level's share moved to another level. */
const levelSuspect = (level: LevelName, other: LevelName, en: string, zh: string): Suspect =>
  suspect(
    `demand.categories.*.levelShares.${level}`,
    en,
    zh,
    (scenario) =>
      Category.list.reduce((sum, category) => {
        const row = scenario.demand.categories[category]!
        return sum + row.share * row.levelShares[level]
      }, 0),
    (scenario) =>
      mapCategories(scenario, (row) => {
        const moved = row.levelShares[level] * (1 - factor)
        const levelShares = { ...row.levelShares }
        levelShares[level] = row.levelShares[level] - moved
        levelShares[other] = row.levelShares[other] + moved
        return { ...row, levelShares }
      })
  )

const mapCategories = (
  scenario: Scenario.Scenario,
  change: (row: Scenario.CategoryRow) => Scenario.CategoryRow
): Scenario.Scenario => ({
  ...scenario,
  demand: {
    ...scenario.demand,
    categories: Object.fromEntries(
      Object.entries(scenario.demand.categories).map(([name, row]) => [name, change(row)])
    )
  }
})

const bestShare = (scenario: Scenario.Scenario): number =>
  1 / (1 + Real.exp(-scenario.satisfaction.intercept))

/** One row per suspect, in the order in which they are switched. */
export const table: ReadonlyArray<Suspect> = [
  suspect(
    "demand.multiplier",
    "all demand",
    "全部诉求量",
    (one) => one.demand.multiplier,
    (one) => ({
      ...one,
      demand: { ...one.demand, multiplier: one.demand.multiplier * factor }
    })
  ),
  suspect(
    "demand.perThousandMonth.petitions",
    "direct petitions",
    "直接信访量",
    (one) => one.demand.perThousandMonth.petitions,
    (one) => ({
      ...one,
      demand: {
        ...one.demand,
        perThousandMonth: {
          ...one.demand.perThousandMonth,
          petitions: one.demand.perThousandMonth.petitions * factor
        }
      }
    })
  ),
  suspect(
    "defects.findShare",
    "chance that a patrol sees a defect",
    "巡查发现概率",
    (one) => one.defects.findShare,
    (one) => ({
      ...one,
      defects: { ...one.defects, findShare: one.defects.findShare * factor }
    })
  ),
  suspect(
    "defects.repeatReportShare",
    "repeated reports by neighbours",
    "邻居重复上报概率",
    (one) => one.defects.repeatReportShare,
    (one) => ({
      ...one,
      defects: { ...one.defects, repeatReportShare: one.defects.repeatReportShare * factor }
    })
  ),
  suspect(
    "resolution.trueShare",
    "share of claims that are true",
    "办结属实率",
    (one) => one.resolution.trueShare,
    (one) => ({
      ...one,
      resolution: { ...one.resolution, trueShare: one.resolution.trueShare * factor }
    })
  ),
  suspect(
    "resolution.reachShare",
    "share of follow-ups that reach",
    "回访接通率",
    (one) => one.resolution.reachShare,
    (one) => ({
      ...one,
      resolution: { ...one.resolution, reachShare: one.resolution.reachShare * factor }
    })
  ),
  suspect(
    "resolution.repeatPerWeek",
    "repeat contacts per week",
    "每周重复反映概率",
    (one) => one.resolution.repeatPerWeek,
    (one) => ({
      ...one,
      resolution: { ...one.resolution, repeatPerWeek: one.resolution.repeatPerWeek * factor }
    })
  ),
  suspect(
    "satisfaction.intercept",
    "satisfaction when all went well",
    "一切顺利时的满意率",
    bestShare,
    (one) => {
      const share = bestShare(one) * factor
      return {
        ...one,
        satisfaction: { ...one.satisfaction, intercept: Real.ln(share / (1 - share)) }
      }
    }
  ),
  levelSuspect("Grid", "Community", "share that a grid can finish", "网格可办结占比"),
  levelSuspect("Community", "Subdistrict", "share that a community can finish", "社区可办结占比"),
  levelSuspect(
    "Subdistrict",
    "Department",
    "share that a sub-district can finish",
    "街道可办结占比"
  ),
  levelSuspect("Department", "Subdistrict", "share that needs a department", "需部门办结占比"),
  suspect(
    "duties.*",
    "minutes of all duties",
    "全部日常任务用时",
    (one) => one.duties.visitMin,
    (one) => ({
      ...one,
      duties: {
        ...one.duties,
        visitMin: one.duties.visitMin * factor,
        patrolMinPerBuilding: one.duties.patrolMinPerBuilding * factor,
        dataEntryMinPerVisit: one.duties.dataEntryMinPerVisit * factor,
        dataEntryMinPerCase: one.duties.dataEntryMinPerCase * factor,
        meetingHoursPerWorkerMonth: one.duties.meetingHoursPerWorkerMonth * factor,
        campaignHoursPerCommunityMonth: one.duties.campaignHoursPerCommunityMonth * factor
      }
    })
  ),
  suspect(
    "demand.categories.*.workMinMedian",
    "hands-on work of all cases",
    "全部案件办理用时",
    (one) => one.timing.assessMin,
    (one) => ({
      ...mapCategories(one, (row) => ({ ...row, workMinMedian: row.workMinMedian * factor })),
      timing: { ...one.timing, assessMin: one.timing.assessMin * factor }
    })
  ),
  suspect(
    "demand.categories.*.leadDaysMedian",
    "the departments' lead times",
    "部门办理用时",
    (one) => one.demand.categories.Utilities!.leadDaysMedian,
    (one) => mapCategories(one, (row) => ({ ...row, leadDaysMedian: row.leadDaysMedian * factor }))
  ),
  suspect(
    "timing.followUpDelayHours",
    "delay before the follow-up",
    "回访间隔",
    (one) => one.timing.followUpDelayHours,
    (one) => ({
      ...one,
      timing: { ...one.timing, followUpDelayHours: one.timing.followUpDelayHours * factor }
    })
  )
]

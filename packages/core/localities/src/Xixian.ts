/**
 * Xixian (隰县), a small county town in Shanxi with seven brigades of volunteers, each of one
 * colour. Its report counts volunteers and activities and no territory at all: `locality` says so,
 * and {@link withGrids} puts assumed grids over it for those who want to simulate a town like it.
 */
import { Provenance } from "@wangge/facts"
import { assumedSeason } from "./internal/assumedSeason.ts"
import { named, unitOf } from "./internal/rows.ts"
import {
  reportTitle,
  said,
  xixianActivities,
  xixianChecks,
  xixianMechanisms
} from "./internal/xixianCounters.ts"
import { xixianOverlay } from "./internal/xixianOverlay.ts"
import type { LocalityRecord } from "./LocalityRecord.ts"

/**
 * Xixian as reported: no counts of communities, grids, households or staff.
 *
 * @source the county's case report 社区城市基层党建创新案例, 1 November 2018; the heating season is
 *   `assumed`
 * @category localities
 * @since 0.1.0
 */
export const locality: LocalityRecord = {
  id: "xixian",
  variant: { kind: "original" },
  name: { en: "Xixian", zh: "隰县" },
  province: { en: "Shanxi", zh: "山西省" },
  report: { title: reportTitle, year: 2018, isYearInferred: false },
  zone: "Asia/Shanghai",
  profileId: "base",
  levels: [
    {
      id: "county",
      role: "county",
      name: { en: "County", zh: "县" },
      count: Provenance.derived({ value: 1, unit: "counties", formula: "the county itself" })
    },
    {
      id: "community",
      role: "community",
      name: { en: "Community", zh: "社区" },
      count: "notStated"
    }
  ],
  territory: { kind: "spread" },
  households: "notStated",
  personsPerHousehold: "notStated",
  staff: [],
  organisation: {
    label: { en: "Party chain", zh: "党的组织链条" },
    levels: [
      unitOf(
        "bigBranch",
        { en: "Community big branch (since 2018)", zh: "社区大支部(2018年成立)" },
        "community",
        "notStated"
      )
    ],
    sideLists: []
  },
  links: [],
  people: [
    named(
      "volunteers",
      { en: "Volunteers", zh: "志愿者" },
      said(500, "persons", "已吸收志愿者500余人", "atLeast")
    ),
    named("teams", { en: "Registered teams", zh: "注册队伍" }, said(21, "teams", "注册队伍21支")),
    named(
      "brigades",
      { en: "Brigades, one per colour", zh: "七色服务队" },
      said(7, "brigades", "紫色文体七支服务队")
    )
  ],
  resources: [],
  funds: [],
  venues: [],
  mechanisms: xixianMechanisms,
  activities: xixianActivities,
  outcomes: [
    named(
      "inWork",
      { en: "People in work or business after training", zh: "实现就业及创业" },
      said(60, "persons", "实现60多人就业及创业", "atLeast")
    ),
    named(
      "missingFound",
      { en: "Missing people found", zh: "寻回失踪人员" },
      said(10, "persons", "寻找回失踪人员10人")
    )
  ],
  background: [],
  heatingSeason: assumedSeason(
    { fromMonth: 11, fromDay: 15, untilMonth: 3, untilDay: 15 },
    "mid-November to mid-March, as usual for district heating in Shanxi; not in the report"
  ),
  checks: xixianChecks,
  cautions: [
    {
      en: "The report counts no community, grid, household or member of staff: what is not stated stays so here, and xixian.overlay keeps the assumptions apart.",
      zh: "报告未载社区、网格、户数和人员数:此处如实标为未载,假定另见 xixian.overlay。"
    },
    {
      en: "The itemised activities add up to 361 while the total says “100 and more”: activities and single services are different counters, shown side by side and not repaired.",
      zh: "分项合计361次,总数却称“100余次”:活动与服务次数口径不同,并列展示,不作修正。"
    },
    {
      en: "People served are not summed over activities: the same person may be counted in several.",
      zh: "服务人数不跨活动相加:同一人可能多次计入。"
    }
  ]
}

/**
 * Xixian with a small town's grids, households and staff put over it; every number that it adds is
 * `assumed` and named in `variant.addedPaths`. Found by the id `xixian.overlay`, never by `xixian`.
 *
 * @source none: round numbers of our own, so that a town with brigades and no published territory
 *   can be simulated
 * @category variants
 * @since 0.1.0
 */
export const withGrids: LocalityRecord = xixianOverlay(locality)

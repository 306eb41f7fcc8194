/**
 * Longxian (陇县), a county town in Shaanxi: a five-level chain from the town to the anchor
 * household and a closed loop of handling. Numbers marked `reported` stand in the news report on
 * its "four-quality" communities; phrases keep its script.
 */
import { Provenance } from "@wangge/facts"
import { assumedSeason } from "./internal/assumedSeason.ts"
import { longxianChecks } from "./internal/longxianChecks.ts"
import { longxianMechanisms } from "./internal/longxianMechanisms.ts"
import {
  longxianActivities,
  longxianResources,
  reportTitle,
  said
} from "./internal/longxianResources.ts"
import { householdsPerUnit } from "./internal/residentialUnit.ts"
import { assumedSeats, named, seats, unitOf } from "./internal/rows.ts"
import type {
  LocalityLevel,
  LocalityRecord,
  NamedNumber,
  Organisation,
  StaffCount
} from "./LocalityRecord.ts"

const households = said(23_000, "households", "覆盖2.3万户")
const anchorCount = Math.ceil(households.value / householdsPerUnit.value)
const unitsPerBuilding = Provenance.derived({
  value: 2828 / 686,
  unit: "units per building",
  formula: "2,828 units / 686 buildings at Helong; Longxian's report gives neither"
})

const staff: ReadonlyArray<StaffCount> = [
  seats("GridWorker", said(110, "seats", "配备网格员110余名", "atLeast")),
  assumedSeats(
    "CommunityWorker",
    33,
    "the report says only that staff are short; 33 is Helong's 49 full-service workers for 33,936 households carried over to 23,000"
  ),
  assumedSeats(
    "SubdistrictWorker",
    5,
    "not reported; one desk worker of the town for each of the 5 communities served"
  ),
  assumedSeats(
    "OnCallWorker",
    5,
    "one seat per community, filled around the clock in turns, for emergencies and urgent cases; not reported"
  ),
  seats("Mediator", said(40, "seats", "40余名社区调解员", "atLeast")),
  seats("SafetyVolunteer", said(2800, "seats", "2800多名“红袖章”平安志愿者", "atLeast"))
]

const organisation: Organisation = {
  label: { en: "Party chain", zh: "党的组织链条" },
  levels: [
    unitOf("townCommittee", { en: "Town committee", zh: "镇党委" }, "subdistrict", "notStated"),
    unitOf(
      "communityBranch",
      { en: "Community branch", zh: "社区党支部" },
      "community",
      "notStated"
    ),
    unitOf(
      "gridGroup",
      { en: "Grid party group", zh: "网格党小组" },
      "grid",
      said(42, "groups", "组建网格党小组42个")
    ),
    unitOf(
      "anchorHousehold",
      { en: "Anchor household", zh: "中心户" },
      "anchorHousehold",
      "notStated"
    )
  ],
  sideLists: [
    unitOf(
      "areaBranches",
      { en: "Temporary branches of residential areas", zh: "居民小区临时党支部" },
      "community",
      said(171, "branches", "成立171个居民小区临时党支部")
    ),
    unitOf(
      "vanguardTeams",
      { en: "Vanguard and service teams", zh: "党员先锋队、服务队" },
      "community",
      said(265, "teams", "组建265个党员先锋队、服务队")
    )
  ]
}

const links: ReadonlyArray<NamedNumber> = [
  named(
    "leadersCommunities",
    { en: "Communities linked with a county leader", zh: "县级领导包联社区" },
    said(5, "communities", "县级领导包联5个社区")
  ),
  named(
    "organs",
    { en: "Organisations that reported in", zh: "双报到单位行业党组织" },
    said(163, "organisations", "组织163个单位行业党组织")
  ),
  named(
    "inServiceMembers",
    { en: "In-service party members who reported in", zh: "双报到在职党员干部" },
    said(3640, "persons", "3640名在职党员干部")
  )
]

const levels: ReadonlyArray<LocalityLevel> = [
  {
    id: "town",
    role: "subdistrict",
    name: { en: "Town", zh: "镇" },
    count: Provenance.assumed({
      value: 1,
      unit: "towns",
      reason:
        "the chain “镇-社区-网格-楼栋-中心户” begins with the town and gives no count; the 5 communities are read as those of the one county town"
    })
  },
  {
    id: "community",
    role: "community",
    name: { en: "Community", zh: "社区" },
    count: said(5, "communities", "在5个社区设立网格59个")
  },
  {
    id: "grid",
    role: "grid",
    name: { en: "Grid", zh: "网格" },
    count: said(59, "grids", "在5个社区设立网格59个")
  },
  {
    id: "building",
    role: "building",
    name: { en: "Building", zh: "楼栋" },
    count: Provenance.derived({
      value: Math.round(anchorCount / unitsPerBuilding.value),
      unit: "buildings",
      formula:
        "1,917 stairwells / 4.12 units per building (Helong: 2,828 / 686), rounded; the report names the level without a count"
    })
  },
  {
    id: "anchorHousehold",
    role: "anchorHousehold",
    name: { en: "Anchor household", zh: "中心户" },
    count: Provenance.derived({
      value: anchorCount,
      unit: "anchor households",
      formula:
        "23,000 households / 12 households per unit (assumed), rounded up: one anchor household for each stairwell; the report names the level without a count"
    })
  }
]

/**
 * Longxian with every number of its report.
 *
 * @source news report on Longxian's “four-quality” communities, 2023 (year inferred from its
 *   text); what it does not state is marked `derived` or `assumed` on the number itself
 * @category localities
 * @since 0.1.0
 */
export const locality: LocalityRecord = {
  id: "longxian",
  variant: { kind: "original" },
  name: { en: "Longxian", zh: "陇县" },
  province: { en: "Shaanxi", zh: "陕西省" },
  report: { title: reportTitle, year: 2023, isYearInferred: true },
  zone: "Asia/Shanghai",
  profileId: "closedLoop",
  levels,
  territory: { kind: "spread" },
  households,
  personsPerHousehold: Provenance.assumed({
    value: 2.6,
    unit: "persons",
    reason: "close to the national 2.62 of the 2020 census; the report gives households only"
  }),
  staff,
  organisation,
  links,
  people: [],
  resources: longxianResources,
  funds: [],
  venues: [],
  mechanisms: longxianMechanisms,
  activities: longxianActivities,
  outcomes: [],
  background: [
    named(
      "householdsPerUnit",
      { en: "Households per residential unit", zh: "每单元户数" },
      householdsPerUnit
    ),
    named(
      "unitsPerBuilding",
      { en: "Residential units per building", zh: "每栋楼单元数" },
      unitsPerBuilding
    )
  ],
  heatingSeason: assumedSeason(
    { fromMonth: 11, fromDay: 15, untilMonth: 3, untilDay: 15 },
    "mid-November to mid-March, as usual for district heating in Shaanxi; not in the report"
  ),
  checks: longxianChecks,
  cautions: [
    {
      en: "The 171 temporary branches are a list by residential area beside the chain, not a level of it.",
      zh: "171个居民小区临时党支部按小区设立,是并列名册,不是链条中的一级。"
    },
    {
      en: "“110余名”, “40余名” and “2800多名” are kept as at least: ratios over them are bounds.",
      zh: "“110余名”“40余名”“2800多名”按下限保留,由其计算的比值是界限。"
    },
    {
      en: "Buildings and anchor households are levels the report names without counts; their numbers carry an assumption.",
      zh: "楼栋、中心户两级原文只有名称没有数量,所用数字含假设。"
    }
  ]
}

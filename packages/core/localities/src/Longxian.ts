/**
 * Longxian (陇县), a county town in Shaanxi: a five-level chain from the town to the anchor
 * household and a closed loop of handling. Numbers marked `reported` stand in the news report on
 * its "four-quality" communities; phrases keep its script.
 */
import { Provenance } from "@wangge/facts"
import { assumedSeason } from "./internal/assumedSeason.ts"
import { longxianChecks } from "./internal/longxianChecks.ts"
import { householdsPerUnit } from "./internal/residentialUnit.ts"
import type { LocalityRecord, NamedNumber, StaffCount } from "./LocalityRecord.ts"

const reportTitle = "Longxian, news report on “four-quality” communities (“四型”社区), 2023"

const said = (
  value: number,
  unit: string,
  phrase: string,
  precision: Provenance.Precision = "exact"
): Provenance.SourcedNumber =>
  Provenance.reported({ value, unit, phrase, precision, report: reportTitle })

const households = said(23_000, "households", "覆盖2.3万户")
const anchorCount = Math.ceil(households.value / householdsPerUnit.value)
const unitsPerBuilding = Provenance.derived({
  value: 2828 / 686,
  unit: "units per building",
  formula: "2,828 units / 686 buildings at Helong; Longxian's report gives neither"
})

const staff: ReadonlyArray<StaffCount> = [
  {
    post: "GridWorker",
    levelRole: "grid",
    count: said(110, "seats", "配备网格员110余名", "atLeast")
  },
  {
    post: "CommunityWorker",
    levelRole: "community",
    count: Provenance.assumed({
      value: 33,
      unit: "seats",
      reason:
        "the report says only that staff are short; 33 is Helong's 49 full-service workers for 33,936 households carried over to 23,000"
    })
  },
  {
    post: "SubdistrictWorker",
    levelRole: "subdistrict",
    count: Provenance.assumed({
      value: 5,
      unit: "seats",
      reason: "not reported; one desk worker of the town for each of the 5 communities served"
    })
  },
  {
    post: "OnCallWorker",
    levelRole: "community",
    count: Provenance.assumed({
      value: 5,
      unit: "seats",
      reason:
        "one seat per community, filled around the clock in turns, for emergencies and urgent cases; not reported"
    })
  },
  {
    post: "Mediator",
    levelRole: "community",
    count: said(40, "seats", "40余名社区调解员", "atLeast")
  },
  {
    post: "SafetyVolunteer",
    levelRole: "community",
    count: said(2800, "seats", "2800多名“红袖章”平安志愿者", "atLeast")
  }
]

const party: ReadonlyArray<NamedNumber> = [
  {
    id: "gridGroups",
    label: { en: "Grid party groups", zh: "网格党小组" },
    number: said(42, "groups", "组建网格党小组42个")
  },
  {
    id: "residentialAreaBranches",
    label: { en: "Temporary branches of residential areas", zh: "居民小区临时党支部" },
    number: said(171, "branches", "成立171个居民小区临时党支部")
  },
  {
    id: "vanguardTeams",
    label: { en: "Vanguard and service teams", zh: "党员先锋队、服务队" },
    number: said(265, "teams", "组建265个党员先锋队、服务队")
  },
  {
    id: "organs",
    label: { en: "Organisations that reported in", zh: "双报到单位行业党组织" },
    number: said(163, "organisations", "组织163个单位行业党组织")
  },
  {
    id: "inServiceMembers",
    label: { en: "In-service party members who reported in", zh: "双报到在职党员干部" },
    number: said(3640, "persons", "3640名在职党员干部")
  }
]

const resources: ReadonlyArray<NamedNumber> = [
  {
    id: "leadUnits",
    label: { en: "Lead units", zh: "牵头单位" },
    number: said(4, "units", "4家牵头单位成立4个工作专班")
  },
  {
    id: "taskForces",
    label: { en: "Task forces", zh: "工作专班" },
    number: said(4, "task forces", "4家牵头单位成立4个工作专班")
  },
  {
    id: "responsibleUnits",
    label: { en: "Responsible units", zh: "责任单位" },
    number: said(31, "units", "联合31家责任单位")
  },
  {
    id: "serviceCentres",
    label: { en: "Community service centres upgraded", zh: "改造升级的党群服务中心" },
    number: said(5, "centres", "对5个社区党群服务中心进行改造升级")
  },
  {
    id: "redStations",
    label: { en: "Red stations", zh: "红色驿站" },
    number: said(13, "stations", "新建红色驿站13个")
  },
  {
    id: "serviceSites",
    label: { en: "Convenience service sites", zh: "便民服务站点" },
    number: said(4, "sites", "设立4个便民服务站点")
  },
  {
    id: "quickServices",
    label: { en: "Quick services", zh: "便捷式服务" },
    number: said(9, "services", "开通便捷式服务9项")
  },
  {
    id: "plazas",
    label: { en: "Plazas", zh: "景观广场" },
    number: said(6, "plazas", "新建景观广场6处")
  },
  {
    id: "markets",
    label: { en: "Convenience markets", zh: "便民市场" },
    number: said(3, "markets", "便民市场3个")
  },
  {
    id: "carParks",
    label: { en: "Car parks", zh: "停车场" },
    number: said(2, "car parks", "停车场2个")
  },
  {
    id: "roadsOpened",
    label: { en: "Dead-end roads opened", zh: "打通的断头路" },
    number: said(3, "roads", "打通崇文路等3条“断头路”")
  },
  {
    id: "volunteerActivities",
    label: { en: "Volunteer activities", zh: "专题志愿服务活动" },
    number: said(240, "activities", "专题志愿服务活动240余次", "atLeast")
  },
  {
    id: "culturalActivities",
    label: { en: "Cultural activities", zh: "特色文化活动" },
    number: said(50, "activities", "50余场次特色活动", "atLeast")
  },
  {
    id: "staffGapYears",
    label: { en: "Years planned to close the staff gap", zh: "补齐社区工作者缺口年限" },
    number: said(2, "years", "力争用2年时间补齐社区工作者人员缺口")
  }
]

/**
 * Longxian with every number this slice uses.
 *
 * @source news report on Longxian's “four-quality” communities, 2023 (year inferred from its
 *   text); what it does not state is marked `derived` or `assumed` on the number itself
 * @category localities
 * @since 0.1.0
 */
export const locality: LocalityRecord = {
  id: "longxian",
  name: { en: "Longxian", zh: "陇县" },
  province: { en: "Shaanxi", zh: "陕西省" },
  report: { title: reportTitle, year: 2023, isYearInferred: true },
  zone: "Asia/Shanghai",
  profileId: "closedLoop",
  levels: [
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
  ],
  households,
  personsPerHousehold: Provenance.assumed({
    value: 2.6,
    unit: "persons",
    reason: "close to the national 2.62 of the 2020 census; the report gives households only"
  }),
  staff,
  party,
  resources,
  background: [
    {
      id: "householdsPerUnit",
      label: { en: "Households per residential unit", zh: "每单元户数" },
      number: householdsPerUnit
    },
    {
      id: "unitsPerBuilding",
      label: { en: "Residential units per building", zh: "每栋楼单元数" },
      number: unitsPerBuilding
    }
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

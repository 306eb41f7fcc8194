/**
 * Helong (和龙市), a small and cold border city in Jilin: three levels of grids, the five-lead
 * system, the five-step method. Numbers marked `reported` stand in the article by the city party
 * committee's organisation department; phrases keep its script.
 */
import { Provenance } from "@wangge/facts"
import { assumedSeason } from "./internal/assumedSeason.ts"
import { helongChecks } from "./internal/helongChecks.ts"
import { householdsPerUnit } from "./internal/residentialUnit.ts"
import type { LocalityRecord, NamedNumber, StaffCount } from "./LocalityRecord.ts"

const reportTitle =
  "Helong, article by the city party committee's organisation department (中共和龍市委組織部), undated"

const said = (
  value: number,
  unit: string,
  phrase: string,
  precision: Provenance.Precision = "exact"
): Provenance.SourcedNumber =>
  Provenance.reported({ value, unit, phrase, precision, report: reportTitle })

const unitCount = said(2828, "units", "管理、服務2828個居民單元")
const buildingLeadCount = said(686, "seats", "共計686人擔任樓棟長")

const gridPhrase = "將城市區域劃分為3個一級網格、10個二級網格、69個三級網格"

const staff: ReadonlyArray<StaffCount> = [
  { post: "StreetLead", levelRole: "subdistrict", count: said(3, "seats", "選派3名街長") },
  { post: "RoadLead", levelRole: "community", count: said(10, "seats", "10名路(巷)長") },
  { post: "GridLead", levelRole: "grid", count: said(69, "seats", "69名網格長") },
  { post: "BuildingLead", levelRole: "building", count: buildingLeadCount },
  { post: "UnitLead", levelRole: "unit", count: said(2142, "seats", "共計2142人擔任單元長") },
  {
    post: "GridWorker",
    levelRole: "grid",
    count: said(269, "seats", "培育一支由269名網格員組成的專業化網格員隊伍")
  },
  {
    post: "FullServiceWorker",
    levelRole: "community",
    count: said(49, "seats", "淬煉形成能獨立辦理民政、殘聯等52項業務的“全科社工”49名")
  },
  {
    post: "SubdistrictWorker",
    levelRole: "subdistrict",
    count: Provenance.assumed({
      value: 10,
      unit: "seats",
      reason:
        "the article gives no sub-district staff; one desk worker for each of the 10 communities served"
    })
  },
  {
    post: "OnCallWorker",
    levelRole: "community",
    count: Provenance.assumed({
      value: 10,
      unit: "seats",
      reason:
        "one seat per community, filled around the clock in turns, for emergencies and urgent cases; not reported"
    })
  }
]

const party: ReadonlyArray<NamedNumber> = [
  {
    id: "gridBranches",
    label: { en: "Grid party branches", zh: "网格党支部" },
    number: said(52, "branches", "建立網格黨支部52個")
  },
  {
    id: "alliances",
    label: { en: "Grassroots party-building alliances", zh: "城市基层党建联盟" },
    number: said(12, "alliances", "推動12個“城市基層黨建聯盟”")
  },
  {
    id: "organs",
    label: { en: "Organs and firms that reported in", zh: "下沉的机关企事业单位" },
    number: said(108, "organs", "108家機關企事業單位")
  },
  {
    id: "inServiceMembers",
    label: { en: "In-service party members who reported in", zh: "下沉的在职党员" },
    number: said(2141, "persons", "2141名在職黨員下沉一線")
  }
]

const resources: ReadonlyArray<NamedNumber> = [
  {
    id: "specialWindowsBefore",
    label: { en: "Special windows before", zh: "原专项服务窗口" },
    number: said(10, "windows", "將社區10余個“專項服務窗口”整合", "atLeast")
  },
  {
    id: "combinedWindows",
    label: { en: "Combined windows", zh: "综合服务窗口" },
    number: said(3, "windows", "整合為3個“綜合服務窗口”")
  },
  {
    id: "kindsOfBusiness",
    label: { en: "Kinds of business a full-service worker handles", zh: "全科社工可办业务" },
    number: said(52, "kinds", "能獨立辦理民政、殘聯等52項業務")
  },
  {
    id: "releasedShare",
    label: { en: "Share of the other staff moved into grids", zh: "下沉网格人员比例" },
    number: said(0.7, "share", "釋放“全科社工”以外的70%人員力量下沉網格")
  },
  {
    id: "coBuiltProjects",
    label: { en: "Co-built projects", zh: "共建项目" },
    number: said(118, "projects", "118個共建項目")
  },
  {
    id: "oldAreas",
    label: { en: "Old scattered areas given service", zh: "优质服务进驻的老旧散弃小区" },
    number: said(23, "residential areas", "優質服務進駐23個老舊散棄小區")
  },
  {
    id: "oldAreaFunds",
    label: { en: "Invested in old areas", zh: "老旧散弃小区整治投入" },
    number: said(13_000_000, "yuan", "累計投入1300余萬元", "atLeast")
  },
  {
    id: "propertyFirms",
    label: { en: "Property firms", zh: "物业服务企业" },
    number: said(10, "firms", "網格內10個物業服務企業")
  },
  {
    id: "propertyAreas",
    label: { en: "Residential areas they cover", zh: "物业覆盖小区" },
    number: said(27, "residential areas", "有效覆蓋27個居民小區")
  },
  {
    id: "platformSections",
    label: { en: "Sections of the platform", zh: "智能平台版块" },
    number: said(8, "sections", "居民訴求等8大版塊")
  },
  {
    id: "workerSubsidies",
    label: { en: "Subsidies paid to grid workers", zh: "网格员补助" },
    number: said(490_000, "yuan", "累計發放網格員補助49萬元")
  },
  {
    id: "assessments",
    label: { en: "Assessments in five years", zh: "五年累计测评" },
    number: said(2000, "person-times", "5年來累計測評2000余人次", "atLeast")
  },
  {
    id: "excellentShareBefore",
    label: { en: "Share rated excellent, at first", zh: "优秀比例(起)" },
    number: said(0.725, "share", "優秀比例由72.5%攀升至97.8%")
  },
  {
    id: "excellentShareAfter",
    label: { en: "Share rated excellent, at last", zh: "优秀比例(止)" },
    number: said(0.978, "share", "優秀比例由72.5%攀升至97.8%")
  }
]

/**
 * Helong with every number this slice uses.
 *
 * @source the article by the Helong city party committee's organisation department, undated; what
 *   it does not state is marked `derived`, `public` or `assumed` on the number itself
 * @category localities
 * @since 0.1.0
 */
export const locality: LocalityRecord = {
  id: "helong",
  name: { en: "Helong", zh: "和龙市" },
  province: { en: "Jilin", zh: "吉林省" },
  report: { title: reportTitle, year: "undated", isYearInferred: false },
  zone: "Asia/Shanghai",
  profileId: "fiveStep",
  levels: [
    {
      id: "city",
      role: "county",
      name: { en: "City", zh: "市" },
      count: Provenance.derived({ value: 1, unit: "cities", formula: "the city itself" })
    },
    {
      id: "level1Grid",
      role: "subdistrict",
      name: { en: "Level-1 grid (sub-district)", zh: "一级网格(街道)" },
      count: said(3, "grids", gridPhrase)
    },
    {
      id: "level2Grid",
      role: "community",
      name: { en: "Level-2 grid (community)", zh: "二级网格(社区)" },
      count: said(10, "grids", gridPhrase)
    },
    {
      id: "level3Grid",
      role: "grid",
      name: { en: "Level-3 grid", zh: "三级网格" },
      count: said(69, "grids", gridPhrase)
    },
    {
      id: "building",
      role: "building",
      name: { en: "Building", zh: "楼栋" },
      count: Provenance.derived({
        value: buildingLeadCount.value,
        unit: "buildings",
        formula:
          "one building for each of the 686 building leads; the article counts leads, not buildings"
      })
    },
    { id: "unit", role: "unit", name: { en: "Residential unit", zh: "居民单元" }, count: unitCount }
  ],
  households: Provenance.derived({
    value: unitCount.value * householdsPerUnit.value,
    unit: "households",
    formula: "2,828 units × 12 households per unit (assumed)"
  }),
  personsPerHousehold: Provenance.assumed({
    value: 2.2,
    unit: "persons",
    reason:
      "below the national 2.62 of the 2020 census: an ageing border city that loses young people"
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
      id: "censusPopulation",
      label: { en: "Population of the whole city", zh: "全市常住人口" },
      number: Provenance.published({
        value: 117_100,
        unit: "persons",
        precision: "about",
        source:
          "Seventh National Population Census (1 November 2020), Helong city, rounded to the hundred; includes villages outside the grids"
      })
    }
  ],
  heatingSeason: assumedSeason(
    { fromMonth: 10, fromDay: 25, untilMonth: 4, untilDay: 15 },
    "late October to mid-April, as usual for district heating in the cold east of Jilin; not in the article"
  ),
  checks: helongChecks,
  cautions: [
    {
      en: "Level-1 grids are read as sub-districts and level-2 grids as communities; in the article 區 of 市、街、區 means community, not district.",
      zh: "一级网格按街道理解、二级网格按社区理解;原文“市、街、區”的“區”指社区,不是区县。"
    },
    {
      en: "2,141 in-service party members and 2,142 unit leads are different people counted for different things.",
      zh: "2141名在职党员与2142名单元长是两回事,不可混同。"
    },
    {
      en: "686 + 2,142 = 2,828: read as one lead for each unit, where each building lead also keeps one unit.",
      zh: "686+2142=2828:按每单元一名负责人、楼栋长兼管一个单元理解。"
    }
  ]
}

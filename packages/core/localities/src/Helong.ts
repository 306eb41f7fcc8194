/**
 * Helong (和龙市), a small and cold border city in Jilin: three levels of grids, the five-lead
 * system, the five-step method. Numbers marked `reported` stand in the article by the city party
 * committee's organisation department; phrases keep its script.
 */
import { Provenance } from "@wangge/facts"
import { assumedSeason } from "./internal/assumedSeason.ts"
import { helongChecks } from "./internal/helongChecks.ts"
import {
  helongMechanisms,
  helongOutcomes,
  helongResources,
  reportTitle,
  said
} from "./internal/helongCounters.ts"
import { householdsPerUnit } from "./internal/residentialUnit.ts"
import { assumedSeats, named, seats, unitOf } from "./internal/rows.ts"
import type {
  Fund,
  LocalityLevel,
  LocalityRecord,
  NamedNumber,
  Organisation,
  StaffCount
} from "./LocalityRecord.ts"

const unitCount = said(2828, "units", "管理、服務2828個居民單元")
const buildingLeadCount = said(686, "seats", "共計686人擔任樓棟長")

const gridPhrase = "將城市區域劃分為3個一級網格、10個二級網格、69個三級網格"

const staff: ReadonlyArray<StaffCount> = [
  seats("StreetLead", said(3, "seats", "選派3名街長")),
  seats("RoadLead", said(10, "seats", "10名路(巷)長")),
  seats("GridLead", said(69, "seats", "69名網格長")),
  seats("BuildingLead", buildingLeadCount),
  seats("UnitLead", said(2142, "seats", "共計2142人擔任單元長")),
  seats("GridWorker", said(269, "seats", "培育一支由269名網格員組成的專業化網格員隊伍")),
  seats(
    "FullServiceWorker",
    said(49, "seats", "淬煉形成能獨立辦理民政、殘聯等52項業務的“全科社工”49名")
  ),
  assumedSeats(
    "SubdistrictWorker",
    10,
    "the article gives no sub-district staff; one desk worker for each of the 10 communities served"
  ),
  assumedSeats(
    "OnCallWorker",
    10,
    "one seat per community, filled around the clock in turns, for emergencies and urgent cases; not reported"
  )
]

const organisation: Organisation = {
  label: { en: "Party chain", zh: "党的组织链条" },
  levels: [
    unitOf(
      "committee",
      { en: "Sub-district working committee", zh: "街道党工委" },
      "subdistrict",
      "notStated"
    ),
    unitOf(
      "generalBranch",
      { en: "Community general branch", zh: "社区党总支" },
      "community",
      "notStated"
    ),
    unitOf(
      "gridBranch",
      { en: "Grid party branch", zh: "网格党支部" },
      "grid",
      said(52, "branches", "建立網格黨支部52個")
    ),
    unitOf("buildingGroup", { en: "Building group", zh: "楼宇党小组" }, "building", "notStated"),
    unitOf(
      "anchorHousehold",
      { en: "Party-member anchor household", zh: "党员中心户" },
      "anchorHousehold",
      "notStated"
    )
  ],
  sideLists: [
    unitOf(
      "alliances",
      { en: "Grassroots party-building alliances", zh: "城市基层党建联盟" },
      "county",
      said(12, "alliances", "推動12個“城市基層黨建聯盟”")
    )
  ]
}

const links: ReadonlyArray<NamedNumber> = [
  named(
    "organs",
    { en: "Organs and firms that reported in", zh: "下沉的机关企事业单位" },
    said(108, "organs", "108家機關企事業單位")
  ),
  named(
    "inServiceMembers",
    { en: "In-service party members who reported in", zh: "下沉的在职党员" },
    said(2141, "persons", "2141名在職黨員下沉一線")
  )
]

const funds: ReadonlyArray<Fund> = [
  {
    id: "oldAreas",
    label: { en: "Invested in old areas", zh: "老旧散弃小区整治投入" },
    total: said(13_000_000, "yuan", "累計投入1300余萬元", "atLeast"),
    parts: []
  },
  {
    id: "workerSubsidies",
    label: { en: "Subsidies paid to grid workers", zh: "网格员补助" },
    total: said(490_000, "yuan", "累計發放網格員補助49萬元"),
    parts: []
  }
]

const levels: ReadonlyArray<LocalityLevel> = [
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
]

/**
 * Helong with every number of its report.
 *
 * @source the article by the Helong city party committee's organisation department, undated; what
 *   it does not state is marked `derived`, `public` or `assumed` on the number itself
 * @category localities
 * @since 0.1.0
 */
export const locality: LocalityRecord = {
  id: "helong",
  variant: { kind: "original" },
  name: { en: "Helong", zh: "和龙市" },
  province: { en: "Jilin", zh: "吉林省" },
  report: { title: reportTitle, year: "undated", isYearInferred: false },
  zone: "Asia/Shanghai",
  profileId: "fiveStep",
  levels,
  territory: { kind: "spread" },
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
  organisation,
  links,
  people: [],
  resources: helongResources,
  funds,
  venues: [],
  mechanisms: helongMechanisms,
  activities: [],
  outcomes: helongOutcomes,
  background: [
    named(
      "householdsPerUnit",
      { en: "Households per residential unit", zh: "每单元户数" },
      householdsPerUnit
    ),
    named(
      "censusPopulation",
      { en: "Population of the whole city", zh: "全市常住人口" },
      Provenance.published({
        value: 117_100,
        unit: "persons",
        precision: "about",
        source:
          "Seventh National Population Census (1 November 2020), Helong city, rounded to the hundred; includes villages outside the grids"
      })
    )
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

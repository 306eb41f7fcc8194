/**
 * Bagongshan (八公山区), an old mining district in Anhui: 175 grids in its urban communities,
 * three-matter triage, a red council, crews for flood and epidemic. Numbers marked `reported` stand
 * in the district's case report; people and households are those of the census.
 */
import { Provenance } from "@wangge/facts"
import { bagongshanChecks } from "./internal/bagongshanChecks.ts"
import {
  bagongshanActivities,
  bagongshanMechanisms,
  bagongshanOutcomes,
  bagongshanResources,
  reportTitle,
  said
} from "./internal/bagongshanCounters.ts"
import { householdsPerUnit } from "./internal/residentialUnit.ts"
import { assumedSeats, named, seats, unitOf } from "./internal/rows.ts"
import type { LocalityRecord, NamedNumber, Organisation, StaffCount } from "./LocalityRecord.ts"

const census = "Seventh National Population Census (1 November 2020), Bagongshan district"

const households = Provenance.published({ value: 48_301, unit: "households", source: census })
const unitsPerBuilding = Provenance.derived({
  value: 2828 / 686,
  unit: "units per building",
  formula: "2,828 units / 686 buildings at Helong; Bagongshan's report gives neither"
})

const staff: ReadonlyArray<StaffCount> = [
  seats("GridWorker", said(238, "seats", "配备网格员238名")),
  seats("BuildingLead", said(274, "seats", "选派274名党员担任楼栋长")),
  assumedSeats(
    "CommunityWorker",
    70,
    "not reported; 70 is Helong's 49 full-service workers for 33,936 households carried over to 48,301"
  ),
  assumedSeats(
    "SubdistrictWorker",
    42,
    "not reported; one desk worker of the towns and sub-districts for each of the 42 communities and villages"
  ),
  assumedSeats(
    "OnCallWorker",
    42,
    "one seat per community or village, filled around the clock in turns, for emergencies and urgent cases; not reported"
  )
]

const organisation: Organisation = {
  label: { en: "Party chain", zh: "党的组织链条" },
  levels: [
    unitOf(
      "generalBranch",
      { en: "Community general branch", zh: "社区党总支" },
      "community",
      "notStated"
    ),
    unitOf("grid", { en: "Grid", zh: "网格" }, "grid", "notStated"),
    unitOf(
      "buildingLead",
      { en: "Party-member building lead", zh: "党员楼栋长" },
      "building",
      said(274, "persons", "选派274名党员担任楼栋长")
    ),
    unitOf(
      "anchorHousehold",
      { en: "Party-member anchor household", zh: "党员中心户" },
      "anchorHousehold",
      "notStated"
    )
  ],
  sideLists: []
}

const links: ReadonlyArray<NamedNumber> = [
  named(
    "organs",
    { en: "Organs linked to villages and communities", zh: "联系村、社区的机关事业单位党组织" },
    said(21, "organs", "统筹安排21个机关事业单位党组织联系42个村、社区")
  ),
  named(
    "linkedPlaces",
    { en: "Villages and communities they are linked to", zh: "被联系的村、社区" },
    said(42, "communities and villages", "统筹安排21个机关事业单位党组织联系42个村、社区")
  ),
  named(
    "inServiceMembers",
    { en: "In-service party members who reported in", zh: "到社区报到的在职党员" },
    said(1157, "persons", "共有在职党员1157名到社区报到认领服务岗位")
  )
]

const people: ReadonlyArray<NamedNumber> = [
  named(
    "volunteerTeams",
    { en: "Volunteer teams of party members", zh: "党员志愿者服务队" },
    said(120, "teams", "组建党员志愿者服务队120余支", "atLeast")
  ),
  named(
    "epidemicCrew",
    { en: "Members sent to grids during the epidemic", zh: "疫情防控下沉党员" },
    said(1000, "persons", "组织1000余名党员下沉到网格责任区", "atLeast")
  ),
  named(
    "floodCrew",
    { en: "Members of the flood crew", zh: "防汛党员" },
    said(1345, "persons", "组织1345名党员在网格内开展隐患排查")
  )
]

/**
 * Bagongshan with every number of its report.
 *
 * @source the district's case report 深化党建带群建 创新治理聚合力, about 2021-22 (inferred from its
 *   text); census numbers are `public`, the rest is `derived` or `assumed` on the number itself
 * @category localities
 * @since 0.1.0
 */
export const locality: LocalityRecord = {
  id: "bagongshan",
  variant: { kind: "original" },
  name: { en: "Bagongshan", zh: "八公山区" },
  province: { en: "Anhui", zh: "安徽省" },
  report: { title: reportTitle, year: 2021, isYearInferred: true },
  zone: "Asia/Shanghai",
  profileId: "threeMatter",
  levels: [
    {
      id: "district",
      role: "county",
      name: { en: "District", zh: "区" },
      count: Provenance.derived({ value: 1, unit: "districts", formula: "the district itself" })
    },
    {
      id: "subdistrict",
      role: "subdistrict",
      name: { en: "Town or sub-district", zh: "镇(街道)" },
      count: Provenance.assumed({
        value: 5,
        unit: "towns and sub-districts",
        reason: "the report gives no count; five make about eight communities and villages each"
      })
    },
    {
      id: "community",
      role: "community",
      name: { en: "Community or village", zh: "村、社区" },
      count: said(42, "communities and villages", "联系42个村、社区")
    },
    {
      id: "grid",
      role: "grid",
      name: { en: "Grid", zh: "网格" },
      count: said(175, "grids", "全区城市社区共划分175个网格")
    },
    {
      id: "building",
      role: "building",
      name: { en: "Building", zh: "楼栋" },
      count: Provenance.derived({
        value: Math.round(households.value / householdsPerUnit.value / unitsPerBuilding.value),
        unit: "buildings",
        formula:
          "48,301 households / 12 households per unit (assumed) / 4.12 units per building (Helong), rounded; the report names the level without a count"
      })
    }
  ],
  territory: { kind: "spread" },
  households,
  personsPerHousehold: Provenance.published({
    value: 2.37,
    unit: "persons",
    source: `${census}: persons per family household`
  }),
  staff,
  organisation,
  links,
  people,
  resources: bagongshanResources,
  funds: [],
  venues: [],
  mechanisms: bagongshanMechanisms,
  activities: bagongshanActivities,
  outcomes: bagongshanOutcomes,
  background: [
    named(
      "censusPopulation",
      { en: "Population of the whole district", zh: "全区常住人口" },
      Provenance.published({ value: 118_221, unit: "persons", source: census })
    ),
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
  heatingSeason: {
    kind: "none",
    reason:
      "the district lies on the Huai river, where towns have no general district heating; the report names none"
  },
  checks: bagongshanChecks,
  cautions: [
    {
      en: "The 42 places are villages and communities, the 175 grids lie in urban communities only; how many of the 42 are urban is not stated, so the tree spreads the grids over all 42.",
      zh: "42个为村和社区,175个网格只在城市社区;城市社区数未载,故区划树将网格均分到42处。"
    },
    {
      en: "Households are those of the whole district, villages included: households per grid are at most what the table shows.",
      zh: "户数为全区普查户数(含村),每网格户数为上限。"
    },
    {
      en: "The flood crew of 1,345 is larger than the 1,157 who reported in: it is not a part of them.",
      zh: "防汛党员1345名多于报到党员1157名,两者不是包含关系。"
    },
    {
      en: "The 274 building leads are the party members among them; other buildings may have leads too.",
      zh: "274名为党员楼栋长,其他楼栋可能另有楼栋长。"
    }
  ]
}

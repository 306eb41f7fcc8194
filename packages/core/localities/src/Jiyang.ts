/**
 * Jiyang (济阳区), a suburban district in Shandong that built its communities from nothing: five
 * systems, venues and money, 123 grids of 300 households, a write-off register. Numbers marked
 * `reported` stand in the district's case report of 29 October 2018.
 */
import { Provenance } from "@wangge/facts"
import { assumedSeason } from "./internal/assumedSeason.ts"
import { jiyangChecks } from "./internal/jiyangChecks.ts"
import { jiyangActivities, jiyangMechanisms } from "./internal/jiyangCounters.ts"
import { jiyangFunds, jiyangResources, jiyangVenues } from "./internal/jiyangResources.ts"
import {
  areaRows,
  beforeRows,
  petitionRows,
  reportTitle,
  said,
  subdistrictCount
} from "./internal/jiyangSurvey.ts"
import { assumedSeats, named, seats, unitOf } from "./internal/rows.ts"
import type { LocalityRecord, NamedNumber, Organisation, StaffCount } from "./LocalityRecord.ts"

const communityCount = said(16, "communities", "16个社区中已有15个落实了公共服务场所")
const gridCount = said(123, "grids", "划分为123个网格")
const groupCount = said(510, "groups", "以楼宇院落为单位建立了510个党小组")

const communityStaff = (
  id: string,
  label: StaffCount["label"],
  count: Provenance.SourcedNumber
): StaffCount => ({ id, label, post: "CommunityWorker", levelRole: "community", count })

const staff: ReadonlyArray<StaffCount> = [
  communityStaff(
    "communitySecretaries",
    { en: "Community secretaries", zh: "社区党委书记" },
    said(
      16,
      "seats",
      "街道下派16名年富力强、经验丰富、有责任、有担当、有潜力的街道干部担任社区党委书记"
    )
  ),
  communityStaff(
    "secondedStaff",
    { en: "Staff seconded by the sub-districts", zh: "选派到社区任职的街道干部" },
    said(29, "seats", "选拔29名街道干部到社区任职")
  ),
  communityStaff(
    "recruitedStaff",
    { en: "Recruited community workers", zh: "招聘的社区工作者" },
    said(48, "seats", "为全区16个城市社区招聘48名社区工作者")
  ),
  seats(
    "GridWorker",
    Provenance.assumed({
      value: 167,
      unit: "seats",
      reason:
        "the report names no grid workers; 167 is Bagongshan's 238 workers for 175 grids carried over to 123"
    })
  ),
  assumedSeats(
    "SubdistrictWorker",
    16,
    "not reported; one desk worker of the two sub-districts for each of the 16 communities served"
  ),
  assumedSeats(
    "OnCallWorker",
    16,
    "one seat per community, filled around the clock in turns, for emergencies and urgent cases; not reported"
  )
]

const organisation: Organisation = {
  label: { en: "Party chain", zh: "党的组织链条" },
  levels: [
    unitOf(
      "workingCommittee",
      { en: "Sub-district working committee", zh: "街道党工委" },
      "subdistrict",
      Provenance.derived({
        value: subdistrictCount.value,
        unit: "committees",
        formula: "one working committee for each of the 2 sub-districts"
      })
    ),
    unitOf(
      "communityCommittee",
      { en: "Community committee", zh: "社区党委" },
      "community",
      Provenance.derived({
        value: communityCount.value,
        unit: "committees",
        formula: "one committee for each of the 16 communities, each with its own joint committee"
      })
    ),
    unitOf(
      "gridBranch",
      { en: "Grid party branch", zh: "网格党支部" },
      "grid",
      said(123, "branches", "划分为123个网格,分别设立网格党支部")
    ),
    unitOf("buildingGroup", { en: "Building-yard group", zh: "楼院党小组" }, "building", groupCount)
  ],
  sideLists: []
}

const links: ReadonlyArray<NamedNumber> = [
  named(
    "organs",
    { en: "Organs and firms linked to a community", zh: "联系社区的机关企事业单位" },
    said(148, "organs", "全区148家机关企事业单位分别联系1个社区")
  ),
  named(
    "communitiesPerOrgan",
    { en: "Communities that each of them is linked to", zh: "每家单位联系的社区" },
    said(1, "communities", "全区148家机关企事业单位分别联系1个社区")
  ),
  named(
    "inServiceMembers",
    {
      en: "In-service party members who reported in where they live",
      zh: "到居住地报到的在职党员"
    },
    said(4628, "persons", "已有4628名在职党员到居住地社区报到")
  ),
  named(
    "partTimeMembers",
    { en: "Part-time members of the community joint committees", zh: "社区“大党委”兼职委员" },
    said(66, "persons", "负责人等66人作为社区“大党委”兼职委员")
  ),
  named(
    "committeeOrgansLeast",
    { en: "Organs per sub-district joint committee, least", zh: "街道“大工委”吸收单位(最少)" },
    said(3, "organs", "街道党工委分别吸收3-5家驻区单位")
  ),
  named(
    "committeeOrgansMost",
    { en: "Organs per sub-district joint committee, most", zh: "街道“大工委”吸收单位(最多)" },
    said(5, "organs", "街道党工委分别吸收3-5家驻区单位")
  )
]

const people: ReadonlyArray<NamedNumber> = [
  named(
    "tutors",
    { en: "Teachers who tutor at the half-past-four school", zh: "“四点半”学校义务辅导教师" },
    said(35, "persons", "实验小学35名在职党员教师到城里社区“四点半”学校义务辅导")
  ),
  named(
    "secondedSecretaries",
    { en: "Secretaries seconded to model communities", zh: "挂职锻炼的社区书记" },
    said(4, "persons", "选派4名优秀社区书记到奎文区金都社区、工福街社区挂职锻炼15天")
  ),
  named(
    "secretariesTrainedAway",
    { en: "Secretaries sent away for training", zh: "参加异地培训的社区书记" },
    said(7, "persons", "今年分别选派7名社区书记参加市委组织部组织的上海、深圳等异地培训")
  )
]

/**
 * Jiyang after its reform.
 *
 * @source the district's case report on the “five systems” (社区“五大体系”), 29 October 2018; what it
 *   does not state is marked `derived` or `assumed` on the number itself
 * @category localities
 * @since 0.1.0
 */
export const locality: LocalityRecord = {
  id: "jiyang",
  variant: { kind: "original" },
  name: { en: "Jiyang", zh: "济阳区" },
  province: { en: "Shandong", zh: "山东省" },
  report: { title: reportTitle, year: 2018, isYearInferred: false },
  zone: "Asia/Shanghai",
  profileId: "containment",
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
      name: { en: "Sub-district", zh: "街道" },
      count: subdistrictCount
    },
    {
      id: "community",
      role: "community",
      name: { en: "Community", zh: "社区" },
      count: communityCount
    },
    { id: "grid", role: "grid", name: { en: "Grid", zh: "网格" }, count: gridCount },
    {
      id: "buildingYard",
      role: "building",
      name: { en: "Building yard", zh: "楼院" },
      count: Provenance.derived({
        value: groupCount.value,
        unit: "building yards",
        formula: "one building yard for each of the 510 groups, which were set up by yard"
      })
    }
  ],
  territory: { kind: "spread" },
  households: Provenance.derived({
    value: 36_900,
    unit: "households",
    formula: "123 grids × 300 households, the size that grids were designed for"
  }),
  personsPerHousehold: Provenance.assumed({
    value: 2.7,
    unit: "persons",
    reason: "a little above the national 2.62 of the 2020 census: new family housing in a suburb"
  }),
  staff,
  organisation,
  links,
  people,
  resources: [...areaRows, ...jiyangResources],
  funds: jiyangFunds,
  venues: jiyangVenues(communityCount),
  mechanisms: jiyangMechanisms,
  activities: jiyangActivities,
  outcomes: [],
  background: [...beforeRows, ...petitionRows],
  heatingSeason: assumedSeason(
    { fromMonth: 11, fromDay: 15, untilMonth: 3, untilDay: 15 },
    "mid-November to mid-March, as usual for district heating in Shandong; not in the report"
  ),
  checks: jiyangChecks,
  cautions: [
    {
      en: "Nine communities existed on paper before the reform, sixteen run after it; the former state is jiyang.before.",
      zh: "改革前有名无实的社区9个,改革后实际运行16个;改革前状态见 jiyang.before。"
    },
    {
      en: "Households are the design size of a grid times the grids, not a count.",
      zh: "户数为网格设计规模乘网格数,并非统计数。"
    },
    {
      en: "The report names grids and their branches but no grid workers: their number is assumed.",
      zh: "报告载有网格和网格党支部,未载网格员;网格员数为假定。"
    },
    {
      en: "Of 16 communities 15 have a venue: one is not covered.",
      zh: "16个社区中15个落实场所,1个尚未落实。"
    }
  ]
}

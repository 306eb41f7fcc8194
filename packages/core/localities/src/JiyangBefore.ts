/**
 * Jiyang before its reform: nine communities on paper that did not run, no grids and nobody who
 * walked them, petitions instead. The simulator needs someone to answer, so the least staff that
 * could have is assumed here, each with its reason; the registered residential areas stand where
 * grids came later. Numbers marked `reported` stand in the same report as Jiyang's.
 */
import { Provenance } from "@wangge/facts"
import { assumedSeason } from "./internal/assumedSeason.ts"
import { jiyangBeforeChecks } from "./internal/jiyangChecks.ts"
import {
  areaRows,
  communityCountBefore,
  petitionRows,
  registeredAreas,
  reportTitle,
  said,
  subdistrictCount
} from "./internal/jiyangSurvey.ts"
import { assumedSeats, named } from "./internal/rows.ts"
import type { LocalityRecord, StaffCount } from "./LocalityRecord.ts"

const staff: ReadonlyArray<StaffCount> = [
  assumedSeats(
    "GridWorker",
    0,
    "there were no grids and nobody who walked them; the 42 property firms look after their areas and take in no cases"
  ),
  assumedSeats(
    "CommunityWorker",
    9,
    "the 9 communities did not run; one person for each answers for it on paper"
  ),
  assumedSeats(
    "SubdistrictWorker",
    9,
    "not reported; one desk worker of the two sub-districts for each of the 9 communities on paper"
  ),
  assumedSeats(
    "OnCallWorker",
    9,
    "one seat per community on paper: emergencies were answered by somebody even then; not reported"
  )
]

/**
 * Jiyang before its reform.
 *
 * @source the section “background” of the district's case report of 29 October 2018; staff,
 *   buildings and households are `assumed` or `derived`, with the reason on the number itself
 * @category localities
 * @since 0.1.0
 */
export const locality: LocalityRecord = {
  id: "jiyang.before",
  variant: { kind: "before", of: "jiyang" },
  name: { en: "Jiyang before its reform", zh: "济阳区(改革前)" },
  province: { en: "Shandong", zh: "山东省" },
  report: { title: reportTitle, year: 2018, isYearInferred: false },
  zone: "Asia/Shanghai",
  profileId: "base",
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
      name: { en: "Community on paper", zh: "社区(有名无实)" },
      count: communityCountBefore
    },
    {
      id: "residentialArea",
      role: "grid",
      name: { en: "Registered residential area", zh: "登记造册的小区" },
      count: registeredAreas
    },
    {
      id: "buildingYard",
      role: "building",
      name: { en: "Building yard", zh: "楼院" },
      count: Provenance.derived({
        value: 510,
        unit: "building yards",
        formula: "the 510 building yards of the state after the reform, which stood before it too"
      })
    }
  ],
  territory: { kind: "spread" },
  households: Provenance.derived({
    value: 36_900,
    unit: "households",
    formula: "123 grids × 300 households, the design size of the grids drawn later"
  }),
  personsPerHousehold: Provenance.assumed({
    value: 2.7,
    unit: "persons",
    reason: "a little above the national 2.62 of the 2020 census: new family housing in a suburb"
  }),
  staff,
  organisation: {
    label: { en: "Party chain", zh: "党的组织链条" },
    levels: [],
    sideLists: []
  },
  links: [],
  people: [],
  resources: areaRows,
  funds: [],
  venues: [],
  mechanisms: [
    named(
      "communityKinds",
      { en: "Kinds of communities", zh: "社区类型" },
      said(2, "kinds", "可分为两种类型")
    )
  ],
  activities: [],
  outcomes: petitionRows,
  background: [],
  heatingSeason: assumedSeason(
    { fromMonth: 11, fromDay: 15, untilMonth: 3, untilDay: 15 },
    "mid-November to mid-March, as usual for district heating in Shandong; not in the report"
  ),
  checks: jiyangBeforeChecks,
  cautions: [
    {
      en: "There were no grids: the 59 registered residential areas stand in their place, and areas that nobody had registered are left out.",
      zh: "改革前没有网格:以登记造册的59个小区代替,未登记的脱管小区未计入。"
    },
    {
      en: "All staff of this record is assumed: the report says that nobody was in charge.",
      zh: "本记录的人员全部为假定:报告称当时无人管理。"
    },
    {
      en: "The organisation below the sub-districts was “almost blank”; no unit of it is counted.",
      zh: "当时社区党组织“几乎是空白”,未计任何组织。"
    }
  ]
}

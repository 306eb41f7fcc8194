/**
 * What must hold between the published numbers of Jiyang, after its reform and before it.
 */
import type { Consistency } from "@wangge/grid"

const bands = ["under300", "from300to500", "from500to1000", "over1000"]

/** The share of petitions that are about residents of communities. */
const petitionShare = (part: string): Consistency.Check => ({
  id: "petitionShare",
  kind: "ratio",
  label: { en: "Petitions about residents of communities", zh: "涉及社区居民的信访占比" },
  left: [[`${part}/communityBatches`]],
  right: [[`${part}/petitionBatches`]],
  least: 0.24,
  most: 0.26,
  reason: "the report calls it a quarter; a hundredth to either side is ours"
})

const firmsFromElsewhere: Consistency.Check = {
  id: "firmsFromElsewhere",
  kind: "atMost",
  label: { en: "Firms from elsewhere are among all firms", zh: "异地物业公司属于全部物业公司" },
  left: [["resources/firmsFromElsewhere"]],
  right: [["resources/propertyFirms"]]
}

/** The declared checks of Jiyang; paths are those of `Locality.sourcedNumbers`. */
export const jiyangChecks: ReadonlyArray<Consistency.Check> = [
  {
    id: "venueBands",
    kind: "equal",
    label: { en: "Venues by size add up to the communities housed", zh: "各面积档场所之和" },
    left: bands.map((band) => [`venues/rooms/${band}`]),
    right: [["venues/rooms"]],
    mismatch: "TotalMismatch"
  },
  {
    id: "venuesNeeded",
    kind: "equal",
    label: { en: "Every community needs a venue", zh: "每个社区应有场所" },
    left: [["venues/rooms/needed"]],
    right: [["levels/community"]],
    mismatch: "TotalMismatch"
  },
  {
    id: "communitiesHoused",
    kind: "atMost",
    label: { en: "Communities housed, of all", zh: "已落实场所的社区不超过总数" },
    left: [["venues/rooms"]],
    right: [["levels/community"]]
  },
  {
    id: "funds2017",
    kind: "equal",
    label: { en: "Parts of the money of 2017", zh: "2017年资金分项合计" },
    left: [["funds/communities2017/district"], ["funds/communities2017/subdistricts"]],
    right: [["funds/communities2017"]],
    mismatch: "TotalMismatch"
  },
  {
    id: "startUpWithinDistrict",
    kind: "atMost",
    label: { en: "Start-up money within the district's part", zh: "启动资金不超过区财政投入" },
    left: [["funds/startUp2017"]],
    right: [["funds/communities2017/district"]]
  },
  petitionShare("background"),
  {
    id: "householdTotal",
    kind: "equal",
    label: { en: "Grids times their design size", zh: "网格数乘设计户数" },
    left: [["levels/grid", "mechanisms/designHouseholds"]],
    right: [["households"]],
    mismatch: "TotalMismatch"
  },
  {
    id: "secretaries",
    kind: "equal",
    label: { en: "One secretary per community", zh: "每个社区一名书记" },
    left: [["staff/communitySecretaries"]],
    right: [["levels/community"]],
    mismatch: "LeadCountMismatch"
  },
  {
    id: "gridBranches",
    kind: "equal",
    label: { en: "One branch per grid", zh: "每个网格一个党支部" },
    left: [["organisation/gridBranch"]],
    right: [["levels/grid"]],
    mismatch: "TotalMismatch"
  },
  {
    id: "groupsPerGrid",
    kind: "ratio",
    label: { en: "Building-yard groups per grid", zh: "每网格楼院党小组" },
    left: [["organisation/buildingGroup"]],
    right: [["levels/grid"]],
    least: 1,
    most: 30,
    reason: "a grid has at least one building yard and seldom more than thirty, ours"
  },
  {
    id: "recruitedPerCommunity",
    kind: "ratio",
    label: { en: "Recruited workers per community", zh: "每社区招聘社区工作者" },
    left: [["staff/recruitedStaff"]],
    right: [["levels/community"]],
    least: 1,
    most: 20,
    reason: "every community needs one at its window, ours"
  },
  {
    id: "organsPerCommunity",
    kind: "ratio",
    label: { en: "Organs linked per community", zh: "每社区联系单位" },
    left: [["links/organs", "links/communitiesPerOrgan"]],
    right: [["levels/community"]],
    least: 0.5,
    most: 50,
    reason: "from one organ for two communities to fifty for one, ours"
  },
  {
    id: "workersPerGrid",
    kind: "ratio",
    label: { en: "Grid workers per grid", zh: "每网格网格员" },
    left: [["staff/GridWorker"]],
    right: [["levels/grid"]],
    least: 0.5,
    most: 4,
    reason: "range of the staffing lever, ours; the localities known lie between 1.36 and 3.90"
  },
  {
    id: "communitiesGrew",
    kind: "atMost",
    label: { en: "Communities before and after", zh: "改革前社区不多于改革后" },
    left: [["background/communitiesBefore"]],
    right: [["levels/community"]]
  },
  firmsFromElsewhere
]

/** The declared checks of the state before the reform. */
export const jiyangBeforeChecks: ReadonlyArray<Consistency.Check> = [
  petitionShare("outcomes"),
  firmsFromElsewhere,
  {
    id: "areasPerFirm",
    kind: "ratio",
    label: { en: "Registered areas per property firm", zh: "每家物业公司对应小区" },
    left: [["resources/registeredAreas"]],
    right: [["resources/propertyFirms"]],
    least: 1,
    most: 20,
    reason: "a firm serves at least one area and seldom more than twenty, ours"
  }
]

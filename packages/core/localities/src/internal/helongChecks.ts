/**
 * What must hold between the published numbers of Helong.
 */
import type { Consistency } from "@wangge/grid"

/** The declared checks of Helong; paths are those of `Locality.sourcedNumbers`. */
export const helongChecks: ReadonlyArray<Consistency.Check> = [
  {
    id: "streetLeads",
    kind: "equal",
    label: { en: "One street lead per level-1 grid", zh: "每个一级网格一名街长" },
    left: [["staff/StreetLead"]],
    right: [["levels/level1Grid"]],
    mismatch: "LeadCountMismatch"
  },
  {
    id: "roadLeads",
    kind: "equal",
    label: { en: "One road lead per level-2 grid", zh: "每个二级网格一名路(巷)长" },
    left: [["staff/RoadLead"]],
    right: [["levels/level2Grid"]],
    mismatch: "LeadCountMismatch"
  },
  {
    id: "gridLeads",
    kind: "equal",
    label: { en: "One grid lead per level-3 grid", zh: "每个三级网格一名网格长" },
    left: [["staff/GridLead"]],
    right: [["levels/level3Grid"]],
    mismatch: "LeadCountMismatch"
  },
  {
    id: "buildingLeads",
    kind: "equal",
    label: { en: "One building lead per building", zh: "每栋楼一名楼栋长" },
    left: [["staff/BuildingLead"]],
    right: [["levels/building"]],
    mismatch: "LeadCountMismatch"
  },
  {
    id: "unitTotal",
    kind: "equal",
    label: {
      en: "Building leads and unit leads together are the units",
      zh: "楼栋长与单元长合计等于单元数"
    },
    left: [["staff/BuildingLead"], ["staff/UnitLead"]],
    right: [["levels/unit"]],
    mismatch: "TotalMismatch"
  },
  {
    id: "householdTotal",
    kind: "equal",
    label: { en: "Units times their households", zh: "单元数乘每单元户数" },
    left: [["levels/unit", "background/householdsPerUnit"]],
    right: [["households"]],
    mismatch: "TotalMismatch"
  },
  {
    id: "residentsWithinCensus",
    kind: "atMost",
    label: { en: "Residents within the census total", zh: "居民数不超过普查总数" },
    left: [["households", "personsPerHousehold"]],
    right: [["background/censusPopulation"]]
  },
  {
    id: "workersPerGrid",
    kind: "ratio",
    label: { en: "Grid workers per grid", zh: "每网格网格员" },
    left: [["staff/GridWorker"]],
    right: [["levels/level3Grid"]],
    least: 0.5,
    most: 4,
    reason: "range of the staffing lever, ours; the localities known lie between 1.36 and 3.90"
  },
  {
    id: "householdsPerGrid",
    kind: "ratio",
    label: { en: "Households per grid", zh: "每网格户数" },
    left: [["households"]],
    right: [["levels/level3Grid"]],
    least: 150,
    most: 600,
    reason: "range of the grid-size lever, ours; the localities known lie between 276 and 492"
  },
  {
    id: "unitsPerGrid",
    kind: "ratio",
    label: { en: "Residential units per grid", zh: "每网格单元数" },
    left: [["levels/unit"]],
    right: [["levels/level3Grid"]],
    least: 12.5,
    most: 50,
    reason: "150 to 600 households per grid at 12 households per unit, ours"
  },
  {
    id: "unitsPerBuilding",
    kind: "ratio",
    label: { en: "Residential units per building", zh: "每栋楼单元数" },
    left: [["levels/unit"]],
    right: [["levels/building"]],
    least: 1,
    most: 12,
    reason: "a building has at least one stairwell and seldom more than a dozen, ours"
  },
  {
    id: "branchesPerGrid",
    kind: "ratio",
    label: { en: "Party branches per grid", zh: "每网格党支部" },
    left: [["organisation/gridBranch"]],
    right: [["levels/level3Grid"]],
    least: 0,
    most: 1,
    reason: "partial cover: a grid has its own branch or shares one"
  },
  {
    id: "fullServicePerCommunity",
    kind: "ratio",
    label: { en: "Full-service workers per community", zh: "每社区全科社工" },
    left: [["staff/FullServiceWorker"]],
    right: [["levels/level2Grid"]],
    least: 1,
    most: 20,
    reason: "every community needs one at its window, ours"
  },
  {
    id: "windowsKept",
    kind: "ratio",
    label: { en: "Combined windows per former special window", zh: "综合窗口与原专项窗口之比" },
    left: [["resources/combinedWindows"]],
    right: [["resources/specialWindowsBefore"]],
    least: 0,
    most: 1,
    reason: "windows were merged, not added"
  }
]

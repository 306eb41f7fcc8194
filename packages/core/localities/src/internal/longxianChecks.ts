/**
 * What must hold between the published numbers of Longxian.
 */
import type { Consistency } from "@wangge/grid"

/** The declared checks of Longxian; paths are those of `Locality.sourcedNumbers`. */
export const longxianChecks: ReadonlyArray<Consistency.Check> = [
  {
    id: "taskForces",
    kind: "equal",
    label: { en: "One task force per lead unit", zh: "每家牵头单位一个工作专班" },
    left: [["resources/taskForces"]],
    right: [["resources/leadUnits"]],
    mismatch: "TotalMismatch"
  },
  {
    id: "serviceCentres",
    kind: "equal",
    label: { en: "One service centre per community", zh: "每个社区一处党群服务中心" },
    left: [["resources/serviceCentres"]],
    right: [["levels/community"]],
    mismatch: "TotalMismatch"
  },
  {
    id: "householdsWithinUnits",
    kind: "atMost",
    label: { en: "Households fit the stairwells", zh: "户数不超过单元容量" },
    left: [["households"]],
    right: [["levels/anchorHousehold", "background/householdsPerUnit"]]
  },
  {
    id: "householdsPerGrid",
    kind: "ratio",
    label: { en: "Households per grid", zh: "每网格户数" },
    left: [["households"]],
    right: [["levels/grid"]],
    least: 150,
    most: 600,
    reason: "range of the grid-size lever, ours; the localities known lie between 276 and 492"
  },
  {
    id: "householdsPerWorker",
    kind: "ratio",
    label: { en: "Households per grid worker", zh: "每名网格员户数" },
    left: [["households"]],
    right: [["staff/GridWorker"]],
    least: 50,
    most: 600,
    reason: "from three workers to one per grid of the usual size, ours"
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
    id: "gridsPerCommunity",
    kind: "ratio",
    label: { en: "Grids per community", zh: "每社区网格" },
    left: [["levels/grid"]],
    right: [["levels/community"]],
    least: 1,
    most: 30,
    reason: "a community has at least one grid and seldom more than thirty, ours"
  },
  {
    id: "groupsPerGrid",
    kind: "ratio",
    label: { en: "Party groups per grid", zh: "每网格党小组" },
    left: [["organisation/gridGroup"]],
    right: [["levels/grid"]],
    least: 0,
    most: 1,
    reason: "partial cover: a grid has its own group or shares one"
  }
]

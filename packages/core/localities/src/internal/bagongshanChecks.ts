/**
 * What must hold between the published numbers of Bagongshan.
 */
import type { Consistency } from "@wangge/grid"

/** The declared checks of Bagongshan; paths are those of `Locality.sourcedNumbers`. */
export const bagongshanChecks: ReadonlyArray<Consistency.Check> = [
  {
    id: "linkedPlaces",
    kind: "equal",
    label: { en: "Every village and community is linked", zh: "每个村、社区都有单位联系" },
    left: [["links/linkedPlaces"]],
    right: [["levels/community"]],
    mismatch: "TotalMismatch"
  },
  {
    id: "placesPerOrgan",
    kind: "ratio",
    label: { en: "Villages and communities per organ", zh: "每个单位联系的村、社区" },
    left: [["links/linkedPlaces"]],
    right: [["links/organs"]],
    least: 2,
    most: 2,
    reason: "21 organs share 42 places evenly: exactly two each"
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
    id: "householdsPerGrid",
    kind: "ratio",
    label: { en: "Households per grid, at most", zh: "每网格户数(上限)" },
    left: [["households"]],
    right: [["levels/grid"]],
    least: 150,
    most: 600,
    reason:
      "range of the grid-size lever, ours; households of villages are counted in: an upper bound"
  },
  {
    id: "residentsWithinCensus",
    kind: "atMost",
    label: {
      en: "Residents in households within the census total",
      zh: "家庭户人口不超过普查总数"
    },
    left: [["households", "personsPerHousehold"]],
    right: [["background/censusPopulation"]]
  },
  {
    id: "floodCrewIsNoSubset",
    kind: "atMost",
    label: {
      en: "Fewer reported in than joined the flood crew: the crew is not a part of them",
      zh: "报到党员少于防汛党员:防汛队伍不是其中一部分"
    },
    left: [["links/inServiceMembers"]],
    right: [["people/floodCrew"]]
  },
  {
    id: "leadsWithinBuildings",
    kind: "atMost",
    label: { en: "Party-member leads within the buildings", zh: "党员楼栋长不多于楼栋" },
    left: [["staff/BuildingLead"]],
    right: [["levels/building"]]
  }
]

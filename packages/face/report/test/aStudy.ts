/**
 * A small study made by hand: no simulator runs, so the numbers are simple, known, and different
 * in every replication. Tests change what they need.
 */
import { Category } from "@wangge/cases"
import { Estimate } from "@wangge/des"
import { Helong } from "@wangge/localities"
import { type Assumption, Outcome, Preset, type Replication, type Study } from "@wangge/simulator"

const weekCount = 53
const communityCount = 10
const gridCount = 69

/** A number between 0 and 1 that looks random and is the same in every run of the tests. */
const noise = (seed: number): number => {
  let state = Math.imul(seed + 1, 0x9e3779b1)
  state = Math.imul(state ^ (state >>> 15), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return ((state ^ (state >>> 16)) >>> 0) / 4294967296
}

const meanOf: Readonly<Record<Outcome.Id, number>> = {
  casesRaised: 10_650,
  casesClosed: 10_500,
  casesOpen: 150,
  claimedResolution: 0.985,
  verifiedResolution: 0.612,
  trueResolution: 0.897,
  followUpReach: 0.7,
  onTimeShare: 0.932,
  onTimeShareWorstTenth: 0.861,
  satisfaction: 0.894,
  hoursToResolveMedian: 9.4,
  hoursToCloseMedian: 33.5,
  hoursToCloseP90: 131,
  backlog: 122,
  overdueShare: 0.0312,
  reopenShare: 0.051,
  repeatShare: 0.093,
  finishedAtGrid: 0.21,
  finishedAtCommunity: 0.31,
  finishedAtSubdistrict: 0.17,
  finishedAtDepartment: 0.31,
  useOfTime: 0.713,
  useOfTimeCases: 0.142,
  useOfTimeDuties: 0.571,
  useOfTimeGini: 0.043,
  useOfTimeCommunity: 0.66,
  useOfTimeSubdistrict: 0.41,
  useOfTimeDepartment: 0.84,
  overtimeHours: 0,
  foundBeforeComplaint: 0.742,
  visitCover: 0.981,
  patrolCover: 0.957,
  dutyCover: 0.95,
  petitions: 0.064
}

const weekly = (replication: number, base: number, swing: number): ReadonlyArray<number> =>
  Array.from({ length: weekCount }, (_, week) => {
    const season = Math.abs(26 - week) / 26
    const size = week === weekCount - 1 ? 1 / 7 : 1
    return Math.round(size * (base + swing * season + 30 * (noise(week * 97 + replication) - 0.5)))
  })

const hours = (replication: number, level: number): ReadonlyArray<number> =>
  Array.from({ length: 120 + 40 * level }, (_, index) => {
    const spread = noise(replication * 7919 + level * 104729 + index) * 6 - 3
    return 3 * 4 ** level * (1 + Math.abs(spread)) ** (spread > 0 ? 1.6 : -1.4)
  }).sort((one, other) => one - other)

const use = (workerCount: number, cases: number, duties: number): Replication.UseOfTime => ({
  workerCount,
  availableHours: workerCount * 1800,
  caseHours: workerCount * 1800 * cases,
  dutyHours: workerCount * 1800 * duties,
  overtimeHours: duties > 0.5 ? 120 : 0,
  gini: workerCount === 0 ? Number.NaN : 0.04
})

/** One replication; its noise comes from its number. */
export const aRun = (replication: number): Replication.Replication => {
  const outcomes = Object.fromEntries(
    Outcome.ids.map((id) => [id, meanOf[id] * (1 + 0.01 * (noise(replication) - 0.5))])
  ) as Record<Outcome.Id, number>
  const byGrid = Array.from({ length: gridCount }, () => [150, 140, 4, 2, 1, 3]).flat()
  const total = (place: number): number => (byGrid[place] ?? 0) * gridCount
  return {
    replication,
    hash: `hash-${replication}`,
    eventCount: 100_000 + replication,
    outcomes,
    conservation: {
      raised: total(0),
      writtenOff: total(1),
      rejected: total(2),
      merged: total(3),
      withdrawn: total(4),
      open: total(5),
      byGrid
    },
    raisedByWeek: weekly(replication, 180, 70),
    closedByWeek: weekly(replication + 1000, 178, 70),
    openByWeek: weekly(replication + 2000, 90, 60),
    hoursToCloseByLevel: [0, 1, 2, 3].map((level) => hours(replication, level)),
    useByHourOfWeek: Array.from({ length: 168 }, (_, hour) => {
      const isOff = hour >= 120 || hour % 24 < 8 || hour % 24 > 17 || hour % 24 === 12
      return isOff ? Number.NaN : 0.2 + 0.75 * noise(hour * 31 + (replication % 3))
    }),
    useByWorkerKind: {
      gridWorker: use(269, 0.142, 0.571),
      communityStaff: use(49, 0.43, 0.23),
      subdistrictStaff: use(12, 0.41, 0),
      departmentStaff: use(9, 0.84, 0),
      onCall: use(10, 0.03, 0)
    },
    communities: Array.from({ length: communityCount }, (_, community) => ({
      id: `helong/community-${community + 1}`,
      raised: 1065,
      due: 1000,
      closedInTime: Math.round(880 + 10 * community + 30 * noise(community * 13 + replication))
    })),
    categories: Category.list.map((category, index) => ({
      category,
      raised: 900 - 30 * index,
      due: 850 - 30 * index,
      closedInTime: 800 - 31 * index
    })),
    raisedBySource: [3600, 1400, 4500, 800, 50, 0],
    waitingForNobody: 0
  }
}

/** Four assumptions: one of each kind of provenance, the last one changed. */
export const assumptions: ReadonlyArray<Assumption.Row> = [
  {
    path: "territory.grids",
    label: { en: "Grids", zh: "网格数" },
    value: 69,
    unit: "grids",
    precision: "exact",
    provenance: { kind: "reported", report: "Helong", phrase: "三级网格69个" },
    changedFrom: null
  },
  {
    path: "staff.gridWorkers",
    label: { en: "Grid workers", zh: "网格员" },
    value: 269,
    unit: "people",
    precision: "atLeast",
    provenance: { kind: "public", source: "Yearbook, 2020" },
    changedFrom: null
  },
  {
    path: "territory.households",
    label: { en: "Households", zh: "户数" },
    value: 33_936,
    unit: "households",
    precision: "about",
    provenance: { kind: "derived", formula: "12 x 2,828" },
    changedFrom: null
  },
  {
    path: "resolution.trueShare",
    label: { en: "A claim is true", zh: "办结属实概率" },
    value: 0.875,
    unit: "share",
    precision: "exact",
    provenance: { kind: "assumed", reason: "no report checks it" },
    changedFrom: 0.93
  }
]

/** The study of some replications, everything else as given. */
export const aStudy = (
  changes: Partial<Study.Study> & { readonly runCount?: number } = {}
): Study.Study => {
  const { runCount = 5, ...rest } = changes
  const runs = rest.runs ?? Array.from({ length: runCount }, (_, index) => aRun(index))
  return {
    scenario: Preset.ofLocality(Helong.locality),
    seed: 7,
    replications: runs.length,
    confidence: 0.95,
    versions: { simulator: "simulator-1", streams: "streams-1" },
    runHash: "0123456789abcdef",
    outcomes: Outcome.ids.map((id) => outcomeOf(id, runs)),
    probes: [
      {
        assumption: "resolution.trueShare",
        label: { en: "A claim is true", zh: "办结属实概率" },
        from: 0.875,
        to: 0.9,
        outcome: "trueResolution",
        elasticity: 0.97
      },
      {
        assumption: "staff.gridWorkers",
        label: { en: "Grid workers", zh: "网格员" },
        from: 269,
        to: 296,
        outcome: "onTimeShare",
        elasticity: 0.12
      }
    ],
    runs,
    assumptions,
    hasPreset: true,
    notes: [{ code: "desk", en: "A note of the run.", zh: "本次模拟的一条说明。" }],
    ...rest
  }
}

const outcomeOf = (
  id: Outcome.Id,
  runs: ReadonlyArray<Replication.Replication>
): Outcome.Outcome => {
  const values = runs.map((run) => run.outcomes[id]).filter((value) => Number.isFinite(value))
  const estimate = values.length === 0 ? null : Estimate.of(values)
  return {
    id,
    unit: Outcome.find(id)?.unit ?? "share",
    mean: estimate?.mean ?? null,
    halfWidth: estimate?.halfWidth ?? null,
    confidence: 0.95,
    replications: values.length,
    inputDetermined: id === "trueResolution"
  }
}

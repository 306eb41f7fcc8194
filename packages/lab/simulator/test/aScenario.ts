/** Small generated towns for the laws: anything from a hamlet to a district of a few grids. */
import { Preset, type Scenario, ScenarioSchema } from "@wangge/simulator"
import * as fc from "fast-check"

const helong = Preset.find("helong")
if (helong === undefined) throw new Error("the preset of Helong is missing")

/** A town of one community and two grids, three weeks in spring; parts can be replaced. */
export const aScenario = (parts: Partial<Scenario.Scenario> = {}): Scenario.Scenario => ({
  ...helong,
  calendar: { ...helong.calendar, startDate: "2025-03-03", days: 21, warmUpDays: 3 },
  territory: {
    subdistricts: 1,
    communities: 1,
    grids: 2,
    buildings: 4,
    units: 16,
    households: 200,
    personsPerHousehold: 2.5
  },
  staff: {
    gridWorkers: 3,
    communityStaff: 2,
    subdistrictStaff: 1,
    departmentStaff: 1,
    onCallPerCommunity: 1,
    leaveShare: 0.04
  },
  demand: { ...helong.demand, multiplier: 10 },
  ...parts
})

const share = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20)

const lowShare = fc.integer({ min: 0, max: 4 }).map((twentieths) => twentieths / 20)

/** Mostly enough seats, now and then none at all. */
const seats = (max: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 8, arbitrary: fc.integer({ min: Math.ceil(max / 2), max }) }
  )

const territory = fc
  .record({
    subdistricts: fc.integer({ min: 1, max: 2 }),
    communities: fc.integer({ min: 0, max: 2 }),
    grids: fc.integer({ min: 0, max: 3 }),
    buildings: fc.integer({ min: 0, max: 6 }),
    households: fc.oneof(
      { weight: 1, arbitrary: fc.constant(0) },
      { weight: 9, arbitrary: fc.integer({ min: 60, max: 400 }) }
    ),
    personsPerHousehold: fc.constantFrom(1, 2.2, 3.5)
  })
  .map((extra) => ({
    subdistricts: extra.subdistricts,
    communities: extra.subdistricts + extra.communities,
    grids: extra.subdistricts + extra.communities + extra.grids,
    buildings: extra.subdistricts + extra.communities + extra.grids + extra.buildings,
    units: 1,
    households: extra.households,
    personsPerHousehold: extra.personsPerHousehold
  }))

/** Any small town, with odd staffing, odd limits, shocks and every switch of the policy. */
export const arbitraryScenario: fc.Arbitrary<Scenario.Scenario> = territory.chain((land) =>
  fc
    .record({
      profile: fc.constantFrom("base", "fiveStep", "closedLoop"),
      days: fc.integer({ min: 1, max: 45 }),
      warmUpDays: fc.integer({ min: 0, max: 4 }),
      startDate: fc.constantFrom("2025-01-24", "2025-03-03", "2025-09-26"),
      zone: fc.constantFrom("Asia/Shanghai", "Europe/Berlin"),
      staff: fc.record({
        gridWorkers: seats(10),
        communityStaff: seats(8),
        subdistrictStaff: seats(3),
        departmentStaff: seats(3),
        onCallPerCommunity: fc.integer({ min: 0, max: 2 }),
        leaveShare: lowShare
      }),
      multiplier: fc.constantFrom(0, 5, 15, 30, 30),
      returnShare: share,
      withdrawShare: lowShare,
      rejectShare: lowShare,
      followUpDelayHours: fc.constantFrom(0, 1, 24),
      trueShare: share,
      directTriageShare: share,
      repeatPerWeek: fc.constantFrom(0, 0.1, 0.9),
      repeatReportShare: share,
      resolveHours: fc.constantFrom(1, 24, 168, 1e6),
      policy: fc.record({
        deadlineClock: fc.constantFrom("calendar" as const, "working" as const),
        amberShare: share,
        oldCaseShare: share,
        maxReturns: fc.integer({ min: 0, max: 2 }),
        appealDays: fc.constantFrom(0, 1, 30),
        suspendForParts: fc.boolean(),
        escalateOverdue: fc.boolean(),
        shiftEnd: fc.constantFrom("pause" as const, "finish" as const)
      }),
      shock: fc.constantFrom("none", "demand", "absence"),
      shockGrids: fc.integer({ min: 1, max: land.grids })
    })
    .map((one) => {
      const base = aScenario()
      const place = { fromDay: 0, days: 5, firstGrid: 0, grids: one.shockGrids }
      const isUnlimited = one.resolveHours === 1e6 && one.policy.deadlineClock === "working"
      const resolveHours = isUnlimited ? 1000 : one.resolveHours
      const limits = { contactHours: 24, resolveHours, extensionHours: 0 }
      return {
        ...base,
        profile: one.profile,
        calendar: {
          ...base.calendar,
          days: one.days,
          warmUpDays: one.warmUpDays,
          startDate: one.startDate,
          zone: one.zone
        },
        territory: land,
        staff: one.staff,
        demand: { ...base.demand, multiplier: one.multiplier },
        timing: { ...base.timing, followUpDelayHours: one.followUpDelayHours },
        defects: { ...base.defects, repeatReportShare: one.repeatReportShare },
        resolution: {
          ...base.resolution,
          returnShare: one.returnShare,
          withdrawShare: one.withdrawShare,
          rejectShare: one.rejectShare,
          trueShare: one.trueShare,
          directTriageShare: one.directTriageShare,
          repeatPerWeek: one.repeatPerWeek
        },
        deadlines: {
          Emergency: limits,
          Urgent: limits,
          Ordinary: limits,
          Complex: limits,
          Petition: limits
        },
        policy: one.policy,
        shocks:
          one.shock === "none"
            ? []
            : one.shock === "demand"
              ? [{ kind: "demand" as const, multiplier: 3, ...place }]
              : [{ kind: "absence" as const, share: 0.5, ...place }]
      }
    })
    .filter((scenario) => ScenarioSchema.parse(scenario).ok)
)

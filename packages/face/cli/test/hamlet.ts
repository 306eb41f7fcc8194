/**
 * A hamlet of three grids: real in every part, and simulated in a few hundredths of a second.
 */
import { Preset, type Scenario } from "@wangge/simulator"

const preset = Preset.find("helong")
if (preset === undefined) throw new Error("helong ships with the simulator")

export const hamlet: Scenario.Scenario = {
  ...preset,
  name: { en: "Hamlet", zh: "小村" },
  calendar: { ...preset.calendar, days: 20, warmUpDays: 7 },
  territory: {
    subdistricts: 1,
    communities: 1,
    grids: 3,
    buildings: 6,
    units: 12,
    households: 300,
    personsPerHousehold: 2.2
  },
  staff: {
    ...preset.staff,
    gridWorkers: 4,
    communityStaff: 2,
    subdistrictStaff: 1,
    departmentStaff: 1
  }
}

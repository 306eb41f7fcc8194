/**
 * `npm run model:probes [-- LOCALITY ...]`: which assumption decides which figure. Each suspected assumption, and some
 * more, is made a tenth smaller; three replications of each town's year run again on the same random
 * numbers; the elasticities of the outcomes that have a band of sense are printed as Markdown.
 */
import { Preset, Probe, Simulation } from "@wangge/simulator"

/** @typedef {import("@wangge/simulator").Scenario.Scenario} Scenario */
/** @typedef {{ readonly name: string, readonly change: (scenario: Scenario) => Scenario }} Change */

const factor = 0.9
const replications = 3
const seed = 1
/** Elasticities below this say little. */
const least = 0.1

/**
 * A number of one part of a scenario, a tenth smaller.
 *
 * @param {"timing" | "resolution" | "satisfaction" | "staff" | "duties"} part
 * @param {string} field
 * @returns {Change}
 */
const smaller = (part, field) => ({
  name: `${part}.${field}`,
  change: (scenario) => {
    const fields = Object.entries(scenario[part]).map(([key, value]) => [
      key,
      key !== field ? value : key === "gridWorkers" ? Math.round(value * factor) : value * factor
    ])
    return { ...scenario, [part]: Object.fromEntries(fields) }
  }
})

/** @type {Change} */
const shorterLimits = {
  name: "deadlines.*.resolveHours",
  change: (scenario) => {
    const shorter = (/** @type {import("@wangge/simulator").Scenario.DeadlineRow} */ row) => ({
      ...row,
      resolveHours: row.resolveHours * factor
    })
    const { Emergency, Urgent, Ordinary, Complex, Petition } = scenario.deadlines
    return {
      ...scenario,
      deadlines: {
        Emergency: shorter(Emergency),
        Urgent: shorter(Urgent),
        Ordinary: shorter(Ordinary),
        Complex: shorter(Complex),
        Petition: shorter(Petition)
      }
    }
  }
}

/** @type {ReadonlyArray<Change>} */
const changes = [
  ...Probe.suspects.map((one) => ({ name: one.assumption, change: one.switch })),
  shorterLimits,
  smaller("timing", "appointmentShare"),
  smaller("timing", "partShare"),
  smaller("timing", "leadSigma"),
  smaller("resolution", "directTriageShare"),
  smaller("resolution", "petitionShare"),
  smaller("satisfaction", "notResolved"),
  smaller("staff", "gridWorkers"),
  smaller("staff", "leaveShare"),
  smaller("duties", "visitMin"),
  smaller("duties", "patrolMinPerBuilding"),
  smaller("duties", "campaignHoursPerCommunityMonth"),
  smaller("duties", "dataEntryMinPerVisit")
]

/** @typedef {import("@wangge/simulator").Replication.Replication["outcomes"]} Outcomes */

/** @type {ReadonlyArray<{ name: string, read: (outcomes: Outcomes) => number }>} */
const figures = [
  { name: "onTimeShare", read: (one) => one.onTimeShare },
  { name: "satisfaction", read: (one) => one.satisfaction },
  { name: "repeatShare", read: (one) => one.repeatShare },
  { name: "overdueShare", read: (one) => one.overdueShare },
  {
    name: "finishedAtGrid + finishedAtCommunity",
    read: (one) => one.finishedAtGrid + one.finishedAtCommunity
  },
  { name: "useOfTime", read: (one) => one.useOfTime },
  { name: "petitions", read: (one) => one.petitions }
]

/** @param {Scenario} scenario */
const runs = (scenario) =>
  Array.from(
    { length: replications },
    (_, replication) => Simulation.run({ scenario, seed, replication }).outcomes
  )

/** @param {ReadonlyArray<number>} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length

const asked = process.argv.slice(2)
const ids = ["helong", "longxian", "jiyang", "jiyang.before", "bagongshan"]

for (const id of asked.length === 0 ? ids : asked) {
  const scenario = Preset.find(id)
  if (scenario === undefined) throw new Error(`no preset ${id}`)
  const before = runs(scenario)
  const after = changes.map(({ name, change }) => ({ name, outcomes: runs(change(scenario)) }))
  console.log(
    `\n| ${id} | mean of ${replications} | elasticities of at least ${least}, the same way in every replication |`
  )
  console.log("| --- | --- | --- |")
  for (const { name, read } of figures) {
    const strongest = after
      .map((one) => {
        /** @param {ReadonlyArray<Outcomes>} old @param {ReadonlyArray<Outcomes>} fresh */
        const elasticity = (old, fresh) =>
          (mean(fresh.map(read)) / mean(old.map(read)) - 1) / (factor - 1)
        const all = elasticity(before, one.outcomes)
        const isSteady = before.every((run, index) => {
          const own = elasticity([run], one.outcomes.slice(index, index + 1))
          return own * Math.sign(all) > 0
        })
        return { name: one.name, all, isSteady }
      })
      .filter(({ all, isSteady }) => isSteady && Math.abs(all) >= least)
      .sort((left, right) => Math.abs(right.all) - Math.abs(left.all))
      .slice(0, 5)
    const words = strongest.map((one) => `\`${one.name}\` ${one.all.toFixed(2)}`).join(", ")
    const value = mean(before.map(read))
    const shown = Number.isFinite(value) ? value.toPrecision(3) : "none"
    console.log(`| ${name} | ${shown} | ${words === "" ? "none" : words} |`)
  }
}

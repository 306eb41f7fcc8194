/**
 * Runs one simulated town once in this (fresh) process and prints one JSON line: CPU seconds of the
 * run alone, JIT compilation included, interpreter start and package loading left out. Arguments:
 * locality, measured days, seed.
 */
import { Preset, Simulation } from "@wangge/simulator"

const [locality = "helong", days = "365", seed = "1"] = process.argv.slice(2)
const preset = Preset.find(locality)
if (preset === undefined) throw new Error(`no preset ${locality}`)
const scenario = { ...preset, calendar: { ...preset.calendar, days: Number(days) } }
const cpuStart = process.cpuUsage()
const wallStart = performance.now()
const run = Simulation.run({ scenario, seed: Number(seed), replication: 0 })
const cpu = process.cpuUsage(cpuStart)
console.log(
  JSON.stringify({
    bench: "simulator",
    tool: "wangge",
    model: locality,
    size: Number(days),
    events: run.eventCount,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    wallSeconds: Number(((performance.now() - wallStart) / 1000).toFixed(6)),
    rssMB: Number((process.resourceUsage().maxRSS / 1024).toFixed(1)),
    cases: run.conservation.raised,
    onTimeShare: run.outcomes.onTimeShare,
    hash: run.hash
  })
)

/**
 * `npm run bench -- simulator [--rounds N] [--smoke]`: a year of Helong in events per second beside
 * the model M2 on the bare kernel, in interleaved rounds, each run a fresh process. One JSON line
 * per run, then the median ratio of the two over the rounds.
 */
import { execFileSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "5" }, smoke: { type: "boolean", default: false } }
})
const isSmoke = values.smoke
const rounds = isSmoke ? 1 : Number(values.rounds)
if (!(Number.isInteger(rounds) && rounds >= 1)) {
  console.error(`--rounds is a whole number from 1; got ${values.rounds}`)
  process.exit(2)
}

interface Line {
  readonly events: number
  readonly cpuSeconds: number
  readonly cases?: number
  readonly onTimeShare?: number
}

/** Runs one program in a fresh process, prints its line and returns it. */
const run = (file: string, parameters: ReadonlyArray<string>): Line => {
  const path = fileURLToPath(new URL(`./${file}`, import.meta.url))
  const output = execFileSync(
    process.execPath,
    ["--conditions=@wangge/source", path, ...parameters],
    { encoding: "utf8" }
  )
  const line: Line = JSON.parse(output)
  console.log(JSON.stringify({ ...line, bench: "simulator" }))
  return line
}

const perSecond = (line: Line): number => line.events / line.cpuSeconds

const ratios: Array<number> = []
for (let round = 0; round < rounds; round++) {
  const town = run("models/simulatorRun.ts", ["helong", isSmoke ? "30" : "365", String(round + 1)])
  const kernel = run("des.bench.ts", ["--run", `m2,${isSmoke ? 10 : 625},${round + 1}`])
  if (!(town.cases !== undefined && town.cases > 0)) throw new Error("the town raised no case")
  ratios.push(perSecond(town) / perSecond(kernel))
}
const sorted = [...ratios].sort((left, right) => left - right)
const middle = (sorted[(rounds - 1) >> 1]! + sorted[rounds >> 1]!) / 2
console.log(
  JSON.stringify({
    bench: "simulator",
    name: "helong events per second / M2 events per second",
    rounds,
    median: Number(middle.toFixed(3)),
    min: Number(sorted[0]!.toFixed(3)),
    max: Number(sorted[rounds - 1]!.toFixed(3))
  })
)

/**
 * The bench of territorial trees: `GridTree`'s flat arrays beside plain objects that hold their
 * parent and their children, on the same records and the same questions. Every run is a fresh
 * process; the tools alternate. One JSON line per run, then one line of ratios per question
 * (objects to flat: above 1, the flat arrays take less). Answers of both must agree. With `--smoke`
 * it runs in this process on a small tree.
 *
 *     npm run bench -- tree [--rounds N] [--nodes N] [--smoke]
 */
import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { median, print } from "./Measuring.ts"
import {
  type Asked,
  buildFlat,
  buildObjects,
  COMMUNITY,
  generator,
  LEVELS,
  ORDERS,
  type Order,
  recordsOf
} from "./models/TreeModels.ts"

const TOOLS = ["flat", "objects"] as const
type Tool = (typeof TOOLS)[number]

/**
 * What is measured, in the order of the printed lines; times are CPU times. `bytesPerNode` is the structure alone: not
 * the records nor the texts of their ids, which both tools share, nor `GridTree`'s column of values.
 */
const MEASURES = [
  "buildMs",
  "rollUpMs",
  "subtreesOfAnyMs",
  "subtreesOfUpperMs",
  "pathsMs",
  "communityOfMs",
  "bytesPerNode"
] as const
type Measure = (typeof MEASURES)[number]

/** One printed run; `answers` are sums that both tools must agree on. */
interface RunLine {
  readonly bench: "tree"
  readonly tool: Tool
  readonly order: Order
  readonly nodes: number
  readonly measures: Readonly<Record<Measure, number>>
  readonly answers: ReadonlyArray<number>
}

const bytesInUse = (): number => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const round = (value: number): number => Number(value.toPrecision(4))

/** Milliseconds of this process on all its threads, its garbage collector's too. */
const cpuMsSince = (start: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(start)
  return Math.max(user + system, 1) / 1000
}

/**
 * Builds once, cold; then asks every question seven times, of which the first two do not count and
 * the least of the others is kept: a busy machine only adds.
 */
const measure = (tool: Tool, nodeCount: number, order: Order): RunLine => {
  const records = recordsOf(nodeCount, order)
  const before = bytesInUse()
  const start = process.cpuUsage()
  const open = tool === "flat" ? buildFlat(records) : buildObjects(records)
  const buildMs = cpuMsSince(start)
  const bytesPerNode = (bytesInUse() - before) / nodeCount
  const asked: Asked = open()
  const below = generator(11)
  const any = Int32Array.from({ length: nodeCount / 4 }, () => below(nodeCount))
  const positions = Int32Array.from(records.keys())
  const isUpper = (position: number): boolean =>
    LEVELS.findIndex((level) => level.id === records[position]!.levelId) <= COMMUNITY
  const upper = positions.filter(isUpper)
  const answers: Array<number> = []
  const time = (ask: () => number): number => {
    const times: Array<number> = []
    for (let pass = 0; pass < 7; pass++) {
      const passStart = process.cpuUsage()
      const answer = ask()
      if (pass >= 2) times.push(cpuMsSince(passStart))
      if (pass === 0) answers.push(answer)
    }
    return round(Math.min(...times))
  }
  const measures = {
    buildMs: round(buildMs),
    rollUpMs: time(asked.rollUp),
    subtreesOfAnyMs: time(() => asked.subtrees(any)),
    subtreesOfUpperMs: time(() => asked.subtrees(upper)),
    pathsMs: time(() => asked.paths(any)),
    communityOfMs: time(() => asked.communityOf(any)),
    bytesPerNode: round(bytesPerNode)
  }
  return { bench: "tree", tool, order, nodes: nodeCount, measures, answers }
}

const measureFresh = (tool: Tool, nodeCount: number, order: Order): RunLine => {
  const program = fileURLToPath(import.meta.url)
  const run = `${tool},${nodeCount},${order}`
  const flags = ["--conditions=@wangge/source", "--expose-gc", "--stack-size=4000"]
  const child = spawnSync(process.execPath, [...flags, program, "--run", run], { encoding: "utf8" })
  if (child.status !== 0) throw new Error(`The run of ${run} failed: ${child.stderr}`)
  return JSON.parse(child.stdout)
}

/** Rounds of both tools, then the ratios; returns how often the answers differed. */
const compare = (
  run: (tool: Tool, nodeCount: number, order: Order) => RunLine,
  options: { readonly order: Order; readonly nodeCount: number; readonly rounds: number }
): number => {
  const { order, nodeCount } = options
  const lines: Record<Tool, Array<RunLine>> = { flat: [], objects: [] }
  for (let index = 0; index < options.rounds; index++) {
    for (const tool of index % 2 === 0 ? TOOLS : TOOLS.toReversed()) {
      const line = run(tool, nodeCount, order)
      lines[tool].push(line)
      print(line)
    }
  }
  const ratios = MEASURES.map((name) => {
    const each = lines.flat.map(
      (line, index) => lines.objects[index]!.measures[name] / line.measures[name]
    )
    return [name, { median: round(median(each)), least: round(Math.min(...each)) }] as const
  })
  const result = "ratio of objects to flat"
  print({ bench: "tree", result, order, nodes: nodeCount, ratios: Object.fromEntries(ratios) })
  return lines.flat.filter(
    (line, index) => line.answers.join() !== lines.objects[index]!.answers.join()
  ).length
}

const main = (): void => {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "5" },
      nodes: { type: "string", default: "1000000" },
      smoke: { type: "boolean", default: false },
      run: { type: "string" }
    }
  })
  if (values.run !== undefined) {
    const [tool, nodes, order] = values.run.split(",")
    print(
      measure(
        tool === "flat" ? "flat" : "objects",
        Number(nodes),
        order === "scrambled" ? "scrambled" : "depthFirst"
      )
    )
    return
  }
  const nodeCount = values.smoke ? 5_000 : Number(values.nodes)
  const rounds = values.smoke ? 1 : Number(values.rounds)
  if (!(Number.isSafeInteger(rounds) && rounds >= 1 && Number.isSafeInteger(nodeCount))) {
    console.error(`--rounds is a whole number from 1; got ${values.rounds}`)
    process.exit(2)
  }
  if (!(nodeCount >= 1000 && nodeCount <= 5_000_000)) {
    console.error(`--nodes is 1000 to 5000000; got ${values.nodes}`)
    process.exit(2)
  }
  const run = values.smoke ? measure : measureFresh
  const different = ORDERS.reduce(
    (sum, order) => sum + compare(run, { order, nodeCount, rounds }),
    0
  )
  if (different > 0) {
    console.error(`The tools gave different answers in ${different} rounds`)
    process.exit(1)
  }
}

main()

/**
 * The bench of matching: as many needs as volunteers, at places of a square town, a tenth of the
 * pairs ruled out by skills. The optimal plan beside the greedy one on the same question, in the same
 * rounds, in turns; and, at a size where that ends, beside every plan there is, tried one by one, with
 * which it has to agree. One JSON line per run, then one line of ratios per size.
 *
 *     npm run bench -- matching [--rounds N] [--sizes 100,200,500,1000] [--smoke]
 */
import { parseArgs } from "node:util"
import { Id } from "@wangge/facts"
import { Matching, type MatchingDistance, type MatchingNeed, MatchingPolicy } from "@wangge/service"
import { print } from "./Measuring.ts"

const METHODS = ["Optimal", "Greedy"] as const
type Method = (typeof METHODS)[number]

/** One printed run. */
interface RunLine {
  readonly bench: "matching"
  readonly name: Method
  readonly size: number
  readonly round: number
  readonly perSecond: number
  readonly seconds: number
  readonly matches: number
  readonly cost: number
}

/** Whole numbers from 0 below a bound, the same for a seed on every machine (Park and Miller). */
const generator = (seed: number): ((bound: number) => number) => {
  let state = (seed % 2_147_483_646) + 1
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647
    return state % bound
  }
}

const SIDE = 12
const gridIds = Array.from({ length: SIDE * SIDE }, (_, place) => Id.make<"Grid">(`g${place}`))

/** Steps between grids of a square town, street by street. */
const distance: MatchingDistance.MatchingDistance = {
  unit: "BorderSteps",
  indexOf: new Map(gridIds.map((gridId, place) => [gridId, place])),
  table: Float64Array.from({ length: gridIds.length * gridIds.length }, (_, cell) => {
    const from = Math.floor(cell / gridIds.length)
    const to = cell % gridIds.length
    const rows = Math.abs(Math.floor(from / SIDE) - Math.floor(to / SIDE))
    return rows + Math.abs((from % SIDE) - (to % SIDE))
  })
}

const questionOf = (size: number, seed: number): Matching.Question => {
  const draw = generator(seed)
  const needs = Array.from(
    { length: size },
    (_, index): MatchingNeed.MatchingNeed => ({
      needId: `n${String(index).padStart(5, "0")}`,
      rank: 0,
      personId: `r${index}`,
      householdId: "",
      gridId: gridIds[draw(gridIds.length)]!,
      spell: { fromSec: 3600, untilSec: 7200 },
      skillIds: draw(10) === 0 ? ["firstAid"] : [],
      teamIds: [],
      count: 1,
      takesMinors: false,
      declinedIds: []
    })
  )
  const candidates = Array.from(
    { length: size },
    (_, index): MatchingNeed.Candidate => ({
      volunteerId: Id.make(`p${String(index).padStart(5, "0")}`),
      householdId: "",
      gridId: gridIds[draw(gridIds.length)]!,
      isActive: true,
      isMinor: false,
      skillIds: draw(5) === 0 ? ["firstAid"] : [],
      teamIds: [],
      free: [{ fromSec: 0, untilSec: 86_400 }],
      busy: [],
      monthMinutes: 30 * draw(60),
      lastServedSec: -86_400 * draw(60),
      openCount: draw(4),
      servedPersonIds: []
    })
  )
  return { needs, candidates, distance }
}

const policyOf = (method: Method): MatchingPolicy.MatchingPolicy => ({
  ...MatchingPolicy.base,
  method
})

const measure = (method: Method, question: Matching.Question, round: number): RunLine => {
  const start = process.cpuUsage()
  const plan = Matching.plan(policyOf(method), question)
  const { user, system } = process.cpuUsage(start)
  const seconds = (user + system) / 1e6
  return {
    bench: "matching",
    name: method,
    size: question.needs.length,
    round,
    perSecond: Number((1 / seconds).toFixed(2)),
    seconds,
    matches: plan.matches.length,
    cost: plan.cost
  }
}

const median = (values: ReadonlyArray<number>): number =>
  [...values].sort((one, other) => one - other)[(values.length - 1) >> 1]!

/** Rounds of both methods in turns; greedy must never be better. */
const compare = (size: number, rounds: number): ReadonlyArray<string> => {
  const lines: Array<RunLine> = []
  for (let round = 1; round <= rounds; round++) {
    const question = questionOf(size, round)
    const inTurn = round % 2 === 0 ? METHODS : [...METHODS].reverse()
    for (const method of inTurn) {
      const line = measure(method, question, round)
      lines.push(line)
      print(line)
    }
  }
  const pairs = Array.from({ length: rounds }, (_, index) => {
    const ofRound = lines.filter(({ round }) => round === index + 1)
    return METHODS.map((method) => ofRound.find(({ name }) => name === method)!)
  })
  print({
    bench: "matching",
    result: "optimal to greedy",
    size,
    timeRatio: Number(
      median(pairs.map(([one, other]) => one!.seconds / other!.seconds)).toFixed(2)
    ),
    costRatio: Number(median(pairs.map(([one, other]) => one!.cost / other!.cost)).toFixed(3)),
    matchesMore: pairs.reduce((sum, [one, other]) => sum + one!.matches - other!.matches, 0)
  })
  return pairs.flatMap(([one, other]) =>
    one!.matches < other!.matches || (one!.matches === other!.matches && one!.cost > other!.cost)
      ? [`The greedy plan is better than the optimal one at size ${size}, round ${one!.round}`]
      : []
  )
}

/** The best of all plans, tried one by one: most matches, then least cost. */
const bruteForce = ({ needs, candidates }: Matching.Question): readonly [number, number] => {
  const costs = needs.map((need) =>
    candidates.map((candidate) => {
      const found = Matching.explain(policyOf("Optimal"), distance, need, candidate)
      return found.ok ? found.cost : Number.POSITIVE_INFINITY
    })
  )
  let best: readonly [number, number] = [0, 0]
  const isTaken = candidates.map(() => false)
  const walk = (row: number, matches: number, cost: number): void => {
    if (row === costs.length) {
      if (matches > best[0] || (matches === best[0] && cost < best[1])) best = [matches, cost]
      return
    }
    costs[row]!.forEach((price, column) => {
      if (isTaken[column] || price === Number.POSITIVE_INFINITY) return
      isTaken[column] = true
      walk(row + 1, matches + 1, cost + price)
      isTaken[column] = false
    })
    walk(row + 1, matches, cost)
  }
  walk(0, 0, 0)
  return best
}

const againstAll = (size: number, rounds: number): ReadonlyArray<string> => {
  const ratios: Array<number> = []
  const wrong: Array<string> = []
  for (let round = 1; round <= rounds; round++) {
    const question = questionOf(size, 1000 + round)
    const start = process.cpuUsage()
    const [matches, cost] = bruteForce(question)
    const { user, system } = process.cpuUsage(start)
    const ours = measure("Optimal", question, round)
    ratios.push((user + system) / 1e6 / ours.seconds)
    if (ours.matches === matches && ours.cost === cost) continue
    wrong.push(`At size ${size} all plans tried give ${cost}, the optimal one ${ours.cost}`)
  }
  print({
    bench: "matching",
    result: "trying all plans to optimal",
    size,
    timeRatio: Number(median(ratios).toFixed(2))
  })
  return wrong
}

const main = (): void => {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "5" },
      sizes: { type: "string", default: "100,200,500,1000" },
      smoke: { type: "boolean", default: false }
    }
  })
  const rounds = values.smoke ? 2 : Number(values.rounds)
  const sizes = values.smoke ? [50] : values.sizes.split(",").map(Number)
  if (![rounds, ...sizes].every((number) => Number.isSafeInteger(number) && number >= 1)) {
    console.error(`--rounds and --sizes are whole numbers from 1; got ${rounds} and ${sizes}`)
    process.exit(2)
  }
  const wrong = [
    ...againstAll(values.smoke ? 6 : 8, rounds),
    ...sizes.flatMap((size) => compare(size, rounds))
  ]
  for (const sentence of wrong) console.error(sentence)
  if (wrong.length > 0) process.exit(1)
}

main()

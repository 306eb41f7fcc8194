/**
 * Models straight on the kernel, and the functions under them, as hashes: what must be the same bits
 * on every thread and in every engine.
 */
import {
  type Distribution,
  Distribution as Distributions,
  Entities,
  EventHash,
  Kernel,
  Philox,
  RandomStreams,
  Real,
  Station,
  Tally
} from "@wangge/des"

/** A model's name, the hash of what it did, and the numbers it ended with, in their bits. */
export interface Bits {
  readonly name: string
  readonly hash: string
  readonly values: ReadonlyArray<string>
}

/** The 64 bits of a number as 16 hexadecimal digits, the most significant first. */
export const bitsOf = (value: number): string => {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  const words = [view.getUint32(0), view.getUint32(4)]
  return words.map((word) => word.toString(16).padStart(8, "0")).join("")
}

/** Everything but the networks. */
export const all = (): ReadonlyArray<Bits> => [
  philox(),
  realFunctions(),
  distributions(),
  queue("addressed"),
  queue("sequential"),
  equalTimes()
]

/** The three published answers for philox4x32 with 10 rounds. */
const philox = (): Bits => {
  const output = new Int32Array(4)
  const values = [
    [0, 0, 0, 0, 0, 0],
    [-1, -1, -1, -1, -1, -1],
    [0xa4093822, 0x299f31d0, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344]
  ].map(([k0 = 0, k1 = 0, c0 = 0, c1 = 0, c2 = 0, c3 = 0]) => {
    Philox.block(output, k0, k1, c0, c1, c2, c3)
    return Array.from(output, (word) => (word >>> 0).toString(16).padStart(8, "0")).join(" ")
  })
  return { name: "philox known answers", hash: "", values }
}

/** Thousands of arguments of each function, from tiny to huge. */
const realFunctions = (): Bits => {
  const draw = RandomStreams.make({ seed: 3, replication: 0 }).stream("arguments").sequential()
  const hash = EventHash.make()
  for (let index = 0; index < 5000; index++) {
    const small = draw.uniform()
    const wide = Real.exp(1400 * small - 700)
    for (const value of [Real.ln(wide), Real.exp(40 * small - 20), Real.sqrt(wide), wide]) {
      hash.addNumber(value)
    }
    hash.addNumber(Real.power(wide, 0.37 * small))
  }
  return { name: "real functions", hash: hash.digest(), values: [bitsOf(Real.ln(3))] }
}

const families: ReadonlyArray<Distribution.Distribution> = [
  { kind: "exponential", mean: 3 },
  { kind: "deterministic", value: 2 },
  { kind: "uniform", low: 1, high: 9 },
  { kind: "normal", mean: 5, deviation: 2, low: 0 },
  { kind: "lognormal", median: 4, sigma: 0.7 },
  { kind: "gamma", shape: 0.6, scale: 3 },
  { kind: "gamma", shape: 7.5, scale: 0.4 },
  { kind: "erlang", phases: 3, mean: 6 },
  { kind: "weibull", shape: 1.7, scale: 3 },
  { kind: "pareto", shape: 3.2, scale: 2 },
  { kind: "hyperexponential", means: [1, 9], probabilities: [0.8, 0.2] },
  { kind: "hypoexponential", means: [1, 1, 2] },
  {
    kind: "phaseType",
    start: [0.5, 0.5],
    generator: [
      [-2, 1],
      [0, -1]
    ]
  },
  { kind: "empirical", values: [1, 2, 2, 5, 9] },
  { kind: "discrete", values: [1, 3, 8], probabilities: [0.5, 0.3, 0.2] }
]

/** Draws, means and quantiles of every family. */
const distributions = (): Bits => {
  const streams = RandomStreams.make({ seed: 5, replication: 2 })
  const hash = EventHash.make()
  const values = families.map((family, index) => {
    const stream = streams.stream(`${family.kind} ${index}`)
    for (let entity = 0; entity < 400; entity++) {
      hash.addNumber(Distributions.sample(family, stream.at(entity, 7)))
    }
    for (const chance of [0.01, 0.5, 0.99]) hash.addNumber(Distributions.quantile(family, chance))
    return bitsOf(Distributions.mean(family) + Distributions.variance(family))
  })
  return { name: "distributions", hash: hash.digest(), values }
}

/** Two servers, two classes, patience that is cancelled when service begins. */
const queue = (draws: "addressed" | "sequential"): Bits => {
  const streams = RandomStreams.make({ seed: 11, replication: 1 })
  const [arrivals, service] = [streams.stream("arrivals"), streams.stream("service")]
  const [between, length] = [arrivals.sequential(), service.sequential()]
  const kernel = Kernel.make({ hash: true })
  const entities = Entities.make()
  const waits = Tally.make()
  const patience = new Map<number, number>()
  let lostCount = 0
  let arrivedCount = 0
  const numbers = new Map<number, number>()
  const station = Station.make({
    kernel,
    entities,
    serverCount: 2,
    classCount: 2,
    waits,
    onStart: (entity, server) => {
      kernel.cancel(patience.get(entity) ?? -1)
      const draw = draws === "sequential" ? length : service.at(numbers.get(entity) ?? 0, 0)
      servedBy.set(server, entity)
      kernel.in(1.8 * draw.exponential(), finish, server)
    }
  })
  const servedBy = new Map<number, number>()
  const finish = kernel.on((server) => {
    const entity = servedBy.get(server) ?? -1
    station.release(server)
    entities.destroy(entity)
  }, "finish")
  const giveUp = kernel.on((entity) => {
    lostCount += 1
    station.leave(entity)
    entities.destroy(entity)
  }, "give up")
  const arrive = kernel.on((number) => {
    arrivedCount += 1
    const entity = entities.create()
    numbers.set(entity, number)
    patience.set(entity, kernel.in(4, giveUp, entity))
    station.request(entity, number % 2)
    const draw = draws === "sequential" ? between : arrivals.at(number + 1, 0)
    kernel.in(draw.exponential(), arrive, number + 1)
  }, "arrive")
  kernel.in(0, arrive, 0)
  kernel.run(5000)
  return {
    name: `queue on the kernel, ${draws}`,
    hash: kernel.hash(),
    values: [waits.mean, waits.variance, lostCount, arrivedCount].map(bitsOf)
  }
}

/** Many events at equal times, some cancelled: the order of scheduling decides. */
const equalTimes = (): Bits => {
  const kernel = Kernel.make({ hash: true })
  let sum = 0
  const handles: Array<number> = []
  const step = kernel.on((argument) => {
    sum = sum * 0.75 + argument
    kernel.mix(sum)
    if (argument < 3000) handles.push(kernel.in(argument % 3, step, argument + 7))
    if (argument % 5 === 0) kernel.cancel(handles[handles.length >> 1] ?? -1)
  }, "step")
  for (let index = 0; index < 64; index++) kernel.at(1, step, index)
  kernel.run()
  return { name: "equal times", hash: kernel.hash(), values: [bitsOf(sum), bitsOf(kernel.now)] }
}

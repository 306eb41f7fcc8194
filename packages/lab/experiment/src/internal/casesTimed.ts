/**
 * Cases of what is there at a given time after an empty start: rates that change, shifts and what
 * their ends do, infinitely many servers.
 */
import {
  Distribution,
  type Network,
  QueueInfinite,
  QueueProblem,
  QueueTransient
} from "@wangge/des"
import * as SelfTestCase from "../SelfTestCase.ts"
import { aDesk, exponential, poisson } from "./aDesk.ts"
import * as Chain from "./truthChain.ts"

const EICK =
  'S. G. Eick, W. A. Massey, W. Whitt, "The Physics of the Mt/G/infinity Queue", Operations ' +
  "Research 41, 1993"
const JENSEN =
  'A. Jensen, "Markoff Chains as an Aid in the Study of Markoff Processes", Skandinavisk ' +
  "Aktuarietidskrift 36, 1953"
const forward = { en: "forward equations by uniformisation", zh: "前向方程(均匀化)" }

const infinite = (
  parts: Pick<SelfTestCase.SelfTestCase, "id" | "title"> & {
    readonly arrivals: Network.Arrivals
    readonly window?: { readonly from: number; readonly until: number }
    readonly rate: QueueInfinite.Rate
    readonly service: Distribution.Distribution
    readonly times: ReadonlyArray<number>
    readonly count: number
  }
): SelfTestCase.SelfTestCase => {
  const { id, title, arrivals, window, rate, service, times, count } = parts
  return SelfTestCase.make({
    id,
    title,
    method: { en: "M(t)/G/infinity: the number is Poisson", zh: "M(t)/G/∞:人数服从泊松分布" },
    source: EICK,
    network: aDesk({ arrivals, source: window ?? {}, servers: "infinite", service }),
    length: SelfTestCase.timed(Math.max(...times)),
    truths: () => {
      const queue = QueueProblem.trust(QueueInfinite.make({ rate, service }))
      const last = times.at(-1)!
      const lastMean = QueueInfinite.meanAt(queue, last)
      return {
        ...Object.fromEntries(
          times.map((time) => [`number.at(${time})`, QueueInfinite.meanAt(queue, time)])
        ),
        [`number.is(${count}).at(${last})`]: QueueInfinite.chanceOf(lastMean, count)
      }
    }
  })
}

const infiniteCases: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  infinite({
    id: "infinite-sinusoidal",
    title: { en: "Sinusoidal arrivals, lognormal service", zh: "正弦到达率,对数正态服务" },
    arrivals: { kind: "sinusoidal", mean: 10, amplitude: 0.8, period: 8 },
    rate: { kind: "sinusoidal", mean: 10, amplitude: 8, period: 8, shift: 0 },
    service: Distribution.lognormalByMean({ mean: 1.5, sigma: 1 }),
    times: [3, 6],
    count: 8
  }),
  infinite({
    id: "infinite-stepped",
    title: { en: "Arrival rate in steps, constant service", zh: "分段到达率,定长服务" },
    arrivals: {
      kind: "stepped",
      steps: [
        { from: 0, rate: 20 },
        { from: 1, rate: 4 },
        { from: 2, rate: 12 }
      ],
      period: 3
    },
    rate: { kind: "pieces", starts: [0, 1, 2, 3, 4], rates: [20, 4, 12, 20, 4] },
    service: { kind: "deterministic", value: 0.8 },
    times: [1.5, 3.5],
    count: 14
  }),
  infinite({
    id: "thinning",
    title: { en: "Count of sinusoidal arrivals", zh: "正弦到达率下的到达计数" },
    arrivals: { kind: "sinusoidal", mean: 6, amplitude: 1, period: 4, shift: 1 },
    rate: { kind: "sinusoidal", mean: 6, amplitude: 6, period: 4, shift: 1 },
    service: { kind: "deterministic", value: 100 },
    times: [1, 3],
    count: 16
  }),
  infinite({
    id: "window",
    title: { en: "A source that is open from 1 to 3", zh: "只在时刻 1 至 3 开放的来源" },
    arrivals: poisson(15),
    window: { from: 1, until: 3 },
    rate: { kind: "pieces", starts: [0, 1, 3], rates: [0, 15, 0] },
    service: { kind: "weibull", shape: 1.5, scale: 1 },
    times: [2, 4],
    count: 4
  })
]

const transient = (
  parts: Pick<SelfTestCase.SelfTestCase, "id" | "title" | "network"> & {
    readonly time: number
    readonly pieces: ReadonlyArray<QueueTransient.Piece>
    /** The numbers whose chances are asked for, in all and at the desk. */
    readonly counts: readonly [number, number]
  }
): SelfTestCase.SelfTestCase => {
  const { id, title, network, time, pieces, counts } = parts
  return SelfTestCase.make({
    id,
    title,
    method: forward,
    source: JENSEN,
    network,
    length: SelfTestCase.timed(time),
    truths: () => {
      const options = { startCount: 0, pieces, room: Number.POSITIVE_INFINITY }
      const queue = QueueProblem.trust(QueueTransient.make(options))
      return {
        [`number.at(${time})`]: queue.meanInSystem,
        [`number.is(${counts[0]}).at(${time})`]: queue.chances[counts[0]]!,
        [`number.is(${counts[1]}).at(${time})@desk`]: queue.chances[counts[1]]!
      }
    }
  })
}

const transients: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  transient({
    id: "mm1-from-empty",
    title: { en: "M/M/1 at time 5 from empty", zh: "M/M/1 由空启动,时刻 5" },
    network: aDesk({ arrivals: poisson(0.8), service: exponential(1) }),
    time: 5,
    counts: [0, 2],
    pieces: [{ duration: 5, arrivalRate: 0.8, serviceRate: 1, serverCount: 1 }]
  }),
  transient({
    id: "shifts-resume",
    title: { en: "M(t)/M/c(t): shifts, cases put back", zh: "M(t)/M/c(t):换班,案件放回队列" },
    network: aDesk({
      arrivals: {
        kind: "stepped",
        steps: [
          { from: 0, rate: 3 },
          { from: 2, rate: 1 }
        ],
        period: 4
      },
      servers: {
        kind: "schedule",
        shifts: [
          { from: 0, servers: 3 },
          { from: 1, servers: 1 },
          { from: 3, servers: 2 }
        ],
        period: 4,
        atEnd: { kind: "resume" }
      },
      service: exponential(1)
    }),
    time: 6,
    counts: [4, 6],
    pieces: [
      { duration: 1, arrivalRate: 3, serviceRate: 1, serverCount: 3 },
      { duration: 1, arrivalRate: 3, serviceRate: 1, serverCount: 1 },
      { duration: 1, arrivalRate: 1, serviceRate: 1, serverCount: 1 },
      { duration: 1, arrivalRate: 1, serviceRate: 1, serverCount: 2 },
      { duration: 1, arrivalRate: 3, serviceRate: 1, serverCount: 3 },
      { duration: 1, arrivalRate: 3, serviceRate: 1, serverCount: 1 }
    ]
  })
]

/** Where the chances of states go when each state changes at once. */
const moved = (
  chain: Chain.Chain,
  chances: Float64Array,
  next: Chain.Chain,
  to: (state: ReadonlyArray<number>) => ReadonlyArray<number>
): Float64Array => {
  const indices = new Map(next.states.map((state, index) => [state.join(), index]))
  const after = new Float64Array(next.states.length)
  for (const [index, state] of chain.states.entries()) {
    const at = indices.get(to(state).join())
    if (at !== undefined) after[at] = after[at]! + chances[index]!
  }
  return after
}

const MOST = 60

/** Three servers until 2, then one; two finish what they have in hand. State: present, finishing. */
const finishing = (): Readonly<Record<string, number>> => {
  const day = Chain.explore([0, 0], ([count = 0], go) => {
    if (count < MOST) go(2, [count + 1, 0])
    if (count > 0) go(Math.min(3, count), [count - 1, 0])
  })
  const night = Chain.explore([MOST, 2], ([count = 0, extra = 0], go) => {
    if (count < MOST) go(2, [count + 1, extra])
    if (extra > 0) go(extra, [count - 1, extra - 1])
    if (count > extra) go(1, [count - 1, extra])
  })
  const atChange = Chain.after(day, Chain.atFirst(day), 2)
  const start = moved(day, atChange, night, ([count = 0]) => [
    count,
    Math.max(0, Math.min(count, 3) - 1)
  ])
  const end = Chain.after(night, start, 1)
  return {
    "number.at(3)": Chain.mean(night, end, ([count = 0]) => count),
    "number.is(0).at(3)": Chain.mean(night, end, ([count = 0]) => (count === 0 ? 1 : 0))
  }
}

/** Two servers until 2, then one; the case in hand goes to a desk for the night. */
const goingElsewhere = (): Readonly<Record<string, number>> => {
  const most = 40
  const chainOf = (servers: number): Chain.Chain =>
    Chain.explore([0, servers === 1 ? 1 : 0], ([desk = 0, night = 0], go) => {
      if (desk < most) go(1.5, [desk + 1, night])
      if (desk > 0) go(Math.min(servers, desk), [desk - 1, night])
      if (night > 0) go(0.5, [desk, night - 1])
    })
  const day = chainOf(2)
  const late = chainOf(1)
  const atChange = Chain.after(day, Chain.atFirst(day), 2)
  const start = moved(day, atChange, late, ([desk = 0]) => (desk >= 2 ? [desk - 1, 1] : [desk, 0]))
  const end = Chain.after(late, start, 1)
  return {
    "number.at(3)@desk": Chain.mean(late, end, ([desk = 0]) => desk),
    "number.at(3)@night": Chain.mean(late, end, ([, night = 0]) => night)
  }
}

const shiftEnds: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  SelfTestCase.make({
    id: "shifts-finish",
    title: { en: "Shift end: the case in hand is finished", zh: "换班:先办完手头案件" },
    method: forward,
    source: JENSEN,
    network: aDesk({
      arrivals: poisson(2),
      servers: {
        kind: "schedule",
        shifts: [
          { from: 0, servers: 3 },
          { from: 2, servers: 1 }
        ],
        atEnd: { kind: "finish" }
      },
      service: exponential(1)
    }),
    length: SelfTestCase.timed(3),
    truths: finishing
  }),
  SelfTestCase.make({
    id: "shifts-elsewhere",
    title: { en: "Shift end: the case in hand goes on elsewhere", zh: "换班:手头案件转交他处" },
    method: forward,
    source: JENSEN,
    network: {
      sources: [{ id: "street", arrivals: poisson(1.5), to: "desk" }],
      stations: [
        {
          id: "desk",
          servers: {
            kind: "schedule",
            shifts: [
              { from: 0, servers: 2 },
              { from: 2, servers: 1 }
            ],
            atEnd: { kind: "elsewhere", station: "night", work: "fresh" }
          },
          service: exponential(1)
        },
        { id: "night", servers: 1, service: exponential(2) }
      ]
    },
    length: SelfTestCase.timed(3),
    truths: goingElsewhere
  })
]

/** Numbers at a given time. */
export const timedCases: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  ...infiniteCases,
  ...transients,
  ...shiftEnds
]

/**
 * Small deterministic examples that others have published, told as networks: what they give as
 * times and numbers, with the place where they give it. Only the numbers are theirs.
 */
import type * as Network from "../../src/Network.ts"

/** When a customer left: source, number within it from 0, time, how. */
export type Departure = readonly [
  source: string,
  customer: number,
  time: number,
  exit?: "lost" | "gaveUp"
]

/** One example. */
export interface PublishedTrace {
  readonly name: string
  /** Where it was published. */
  readonly source: string
  readonly network: Network.Declaration
  readonly horizon?: number
  readonly warmUp?: number
  /** Departures in any order, all of them unless `isPartial`. */
  readonly departures?: ReadonlyArray<Departure>
  readonly isPartial?: boolean
  readonly measures?: Readonly<Record<string, number>>
  /** Server of each customer's first begin, in order. */
  readonly servers?: ReadonlyArray<number>
  readonly deadlockAt?: number
}

const CIW = "https://github.com/CiwPython/Ciw/blob/master/ciw/tests/"
const SIMMER = "https://github.com/r-simmer/simmer/blob/master/tests/testthat/"

const constant = (value: number) => ({ kind: "deterministic", value }) as const

/** Customers at these times with these services. */
const given = (
  times: ReadonlyArray<number>,
  services: ReadonlyArray<number>
): Network.GivenArrivals => ({ kind: "given", times, services })

/** One desk, customers at given times. */
const desk = (
  times: ReadonlyArray<number>,
  services: ReadonlyArray<number>,
  parts: Partial<Omit<Network.Station, "id">> = {}
): Network.Declaration => ({
  sources: [{ id: "street", arrivals: given(times, services), to: "desk" }],
  stations: [{ id: "desk", servers: 1, service: constant(1), ...parts }]
})

/** One desk, customers of priority 0 (not urgent) and 1 (urgent) at given times, service 10. */
const twoPriorities = (
  calm: ReadonlyArray<number>,
  urgent: ReadonlyArray<number>,
  parts: Partial<Omit<Network.Station, "id">>
): Network.Declaration => ({
  classes: [
    { id: "calm", priority: 1 },
    { id: "urgent", priority: 0 }
  ],
  sources: [
    { id: "p0", arrivals: { kind: "given", times: calm }, to: "desk", class: "calm" },
    { id: "p1", arrivals: { kind: "given", times: urgent }, to: "desk", class: "urgent" }
  ],
  stations: [{ id: "desk", servers: 1, service: constant(10), ...parts }]
})

const textbooks: ReadonlyArray<PublishedTrace> = [
  {
    name: "Law's single server: six delays",
    source: 'A. M. Law, "Simulation Modeling and Analysis", 5th edition, 2015, section 1.4',
    // The run ends when the sixth delay is known, at 8.6 (a hair later, for the sums are rounded).
    network: desk([0.4, 1.6, 2.1, 3.8, 4.0, 5.6, 5.8, 7.2], [2.0, 0.7, 0.2, 1.1, 3.7, 0.6, 1, 1]),
    horizon: 8.6 + 1e-13,
    measures: {
      "queue.mean@desk": 9.9 / 8.6,
      "utilisation@desk": 7.7 / 8.6,
      "wait.mean@desk": 5.7 / 6
    }
  },
  {
    name: "Banks's check-out counter: 20 customers",
    source:
      'J. Banks, J. S. Carson, B. L. Nelson, "Discrete-Event System Simulation", 2nd edition, 1996, example 2.1',
    network: desk(
      [0, 8, 14, 15, 23, 26, 34, 41, 43, 46, 47, 48, 53, 59, 62, 70, 71, 73, 77, 82],
      [4, 1, 4, 3, 2, 4, 5, 4, 5, 3, 3, 5, 4, 1, 5, 4, 3, 3, 2, 3]
    ),
    horizon: 86,
    measures: {
      "wait.mean@desk": 56 / 20,
      waited: 13 / 20,
      "utilisation@desk": 1 - 18 / 86,
      "service.mean@desk": 68 / 20,
      "sojourn.mean": 124 / 20
    }
  }
]

const ciw: ReadonlyArray<PublishedTrace> = [
  {
    name: "Ciw: history of one node",
    source: `${CIW}test_state_tracker.py (test_one_node_deterministic_systempopulation)`,
    network: desk(
      [1.5, 1.8, 4.2, 5.3, 6.8, 7.1, 9.5, 10.6, 12.1, 12.4, 14.8],
      [1.8, 2.2, 0.2, 0.2, 0.2, 0.2, 1.8, 2.2, 0.2, 0.2, 0.2]
    ),
    horizon: 15.5,
    departures: [3.3, 5.5, 5.7, 5.9, 7.0, 7.3, 11.3, 13.5, 13.7, 13.9, 15.0].map(
      (time, customer) => ["street", customer, time] as const
    )
  },
  {
    name: "Ciw: shares of time from 5 to 10",
    source: `${CIW}test_state_tracker.py (test_prob_one_node_deterministic_systempopulation)`,
    network: desk(
      [1.5, 1.8, 4.2, 5.3, 6.8, 7.1, 9.5, 10.6],
      [1.8, 2.2, 0.2, 0.2, 0.2, 0.2, 1.8, 2.2]
    ),
    warmUp: 5,
    horizon: 10,
    measures: {
      "number.is(0)": 0.64,
      "number.is(1)": 0.22,
      "number.is(2)": 0.1,
      "number.is(3)": 0.04
    }
  },
  {
    name: "Ciw: utilisation of one server",
    source: `${CIW}test_server.py (test_busy_total_times)`,
    network: desk([2, 5], [1, 6]),
    horizon: 14,
    measures: { "utilisation@desk": 0.5 }
  },
  {
    name: "Ciw: busy times of three servers",
    source: `${CIW}test_server.py (test_busy_total_times)`,
    network: desk([2, 5], [10, 6], { servers: 3 }),
    horizon: 20,
    measures: { "utilisation@desk": (0.5 + 0.3 + 0) / 3 },
    servers: [0, 1]
  },
  {
    name: "Ciw: utilisation until the third arrival",
    source: `${CIW}test_server.py (test_busy_total_times)`,
    network: desk([2, 3, 10], [5, 2, 2]),
    horizon: 10,
    measures: { "utilisation@desk": 0.7 }
  },
  {
    name: "Ciw: deadlock with oneself",
    source: `${CIW}test_server.py (test_busy_total_times, until deadlock)`,
    network: desk([3, 6], [1, 6], {
      room: 1,
      whenFull: "block",
      to: { kind: "function", name: "back", stations: ["desk"], choose: () => "desk" }
    }),
    deadlockAt: 4
  },
  {
    name: "Ciw: reneging after 3",
    source: `${CIW}test_node.py (test_reneging_next_event)`,
    network: desk([7, 14, 21, 28], [11, 11, 11, 11], { patience: { time: constant(3) } }),
    departures: [
      ["street", 0, 18],
      ["street", 1, 17, "gaveUp"],
      ["street", 2, 32],
      ["street", 3, 31, "gaveUp"]
    ]
  },
  {
    name: "Ciw: processor sharing, three at once",
    source: `${CIW}test_processor_sharing.py (test_update_service_end_dates_release)`,
    network: desk([0.5, 0.5, 0.5], [1, 2, 3], { discipline: "sharing" }),
    departures: [
      ["street", 0, 3.5],
      ["street", 1, 5.5],
      ["street", 2, 6.5]
    ]
  },
  {
    name: "Ciw: processor sharing, one after the other",
    source: `${CIW}test_processor_sharing.py (test_update_service_end_dates_accept)`,
    network: desk([0.5, 0.7, 2], [1, 1, 1], { discipline: "sharing" }),
    departures: [["street", 0, 2.45]],
    isPartial: true
  }
]

const simmer: ReadonlyArray<PublishedTrace> = [
  {
    name: "simmer: rejections without a queue",
    source: `${SIMMER}test-simulation-1.R`,
    network: desk(
      Array.from({ length: 100 }, (_, index) => index + 1),
      Array.from({ length: 100 }, () => 1.5),
      { room: 1 }
    ),
    departures: Array.from({ length: 100 }, (_, index) =>
      index % 2 === 0
        ? (["street", index, index + 2.5] as const)
        : (["street", index, index + 1, "lost"] as const)
    )
  },
  {
    name: "simmer: the urgent one is served second",
    source: `${SIMMER}test-simmer-resource-priorities.R`,
    network: twoPriorities([0, 0], [1], { service: constant(2) }),
    departures: [["p1", 0, 4]],
    isPartial: true
  },
  {
    name: "simmer: equal priorities in order of arrival",
    source: `${SIMMER}test-simmer-resource-priorities.R`,
    network: {
      sources: [
        { id: "t0", arrivals: { kind: "given", times: [0, 2, 4, 6] }, to: "desk" },
        { id: "t1", arrivals: { kind: "given", times: [1, 3, 5, 7] }, to: "desk" }
      ],
      stations: [{ id: "desk", servers: 1, service: constant(2) }]
    },
    departures: [0, 1, 2, 3].flatMap((customer) => [
      ["t0", customer, 4 * customer + 2] as const,
      ["t1", customer, 4 * customer + 4] as const
    ])
  },
  {
    name: "simmer: preempted last in first out, begun anew",
    source: `${SIMMER}test-simmer-resource-preemption.R (LIFO basis)`,
    network: twoPriorities([0, 1], [2, 3], { servers: 2, preemption: "restart" }),
    departures: [
      ["p0", 0, 22],
      ["p0", 1, 23],
      ["p1", 0, 12],
      ["p1", 1, 13]
    ]
  },
  {
    name: "simmer: preempted and going on",
    source: `${SIMMER}test-simmer-resource-preemption.R (queue can exceed its size)`,
    network: twoPriorities([0, 0], [1], { preemption: "resume" }),
    departures: [
      ["p0", 0, 20],
      ["p0", 1, 30],
      ["p1", 0, 11]
    ],
    // Waiting 1 from 0, 2 from 1, 1 from 11, none from 20; at work until 30.
    horizon: 30,
    measures: { "queue.mean@desk": (1 + 20 + 9) / 30, "utilisation@desk": 1 }
  },
  {
    name: "simmer: the preempted one takes the only place in the queue",
    source: "https://github.com/r-simmer/simmer/issues/59",
    network: twoPriorities([0, 2], [1], { preemption: "resume", room: 2 }),
    departures: [
      ["p0", 0, 20],
      ["p0", 1, 2, "lost"],
      ["p1", 0, 11]
    ]
  },
  {
    name: "simmer: capacity 1, then 3, then 1, those at work stay",
    source: `${SIMMER}test-simmer-resource-schedule.R`,
    network: desk([0, 0, 0], [2, 2, 2], {
      servers: {
        kind: "schedule",
        shifts: [
          { from: 0, servers: 1 },
          { from: 1, servers: 3 },
          { from: 2, servers: 1 }
        ],
        atEnd: { kind: "finish" }
      }
    }),
    departures: [
      ["street", 0, 2],
      ["street", 1, 3],
      ["street", 2, 3]
    ]
  },
  {
    name: "simmer: capacity falls before the next is begun",
    source: `${SIMMER}test-simmer-resource-schedule.R`,
    network: desk([0, 0, 0], [5, 5, 5], {
      servers: {
        kind: "schedule",
        shifts: [
          { from: 0, servers: 0 },
          { from: 5, servers: 1 },
          { from: 10, servers: 0 },
          { from: 15, servers: 1 }
        ],
        atEnd: { kind: "finish" }
      }
    }),
    departures: [
      ["street", 0, 10],
      ["street", 1, 20],
      ["street", 2, 25]
    ]
  }
]

/** All examples. */
export const publishedTraces: ReadonlyArray<PublishedTrace> = [...textbooks, ...ciw, ...simmer]

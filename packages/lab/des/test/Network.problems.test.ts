import { expect, test } from "vitest"
import * as Network from "../src/Network.ts"
import * as NetworkProblem from "../src/NetworkProblem.ts"
import { aDeclaration, changed, exponential, poisson } from "./aDeclaration.ts"

const desk = 'station "desk"'
const experts = 'station "experts"'
const street = 'source "street"'
const groups = "stations.1.servers.groups"

/** One change of the good declaration, and the one problem that it makes. */
const single: ReadonlyArray<readonly [string, unknown, string, string]> = [
  ["stations.0.servres", 1, "BadShape", `${desk}: servres`],
  ["stations.0.servers.kind", "shifts", "BadShape", `${desk}: servers.kind`],
  ["sources.0.arrivals", { kind: "poisson" }, "MissingField", `${street}: arrivals.rate`],
  ["sources.0.arrivals", { rate: 1 }, "MissingField", `${street}: arrivals.kind`],
  ["name", "a\u001b[31mred", "BadText", "name"],
  ["name", "two\nlines", "BadText", "name"],
  ["name", "x".repeat(201), "BadText", "name"],
  ["name", "网".repeat(200), "", ""],
  ["timeUnit", "", "BadText", "timeUnit"],
  ["timeUnit", " ", "BadText", "timeUnit"],
  ["timeUnit", "minute\u2028", "BadText", "timeUnit"],
  ["sources.0.id", "line\nbreak", "BadName", 'source "line\\nbreak"'],
  ["stations.0.discipline", "fifo", "BadShape", `${desk}: discipline`],
  ["stations.0.service", "fast", "BadShape", `${desk}: service`],
  ["sources.0.id", "a@b", "BadName", 'source "a@b"'],
  ["sources.0.id", "desk of street", "BadName", 'source "desk of street"'],
  ["sources.1.id", "street", "DoubledName", street],
  [`${groups}.1.name`, "all", "DoubledName", `${experts}: group "all"`],
  ["sources.1.to.among", ["desk", "desk"], "DoubledName", 'source "letters": to.among: "desk"'],
  ["sources.0.to", "dsek", "UnknownName", `${street}: to`],
  ["sources.0.class", "vip", "UnknownName", `${street}: class`],
  ["stations.0.to.ways.0.station", "expert", "UnknownName", `${desk}: to.ways[0].station`],
  ["stations.0.to.ways.1.as", "vip", "UnknownName", `${desk}: to.ways[1].as`],
  [
    `${groups}.0.serves`,
    ["plain", "urgent", "vip"],
    "UnknownName",
    `${experts}: group "all".serves[2]`
  ],
  [
    "stations.0.patience.classes",
    { vip: { time: exponential(1) } },
    "UnknownName",
    `${desk}: patience.classes`
  ],
  ["sources.0.arrivals.rate", 0, "BadNumber", `${street}: arrivals.rate`],
  ["sources.0.arrivals.rate", -1, "BadNumber", `${street}: arrivals.rate`],
  ["sources.0.arrivals.rate", Number.NaN, "BadNumber", `${street}: arrivals.rate`],
  ["sources.0.batch", 1.5, "BadNumber", `${street}: batch`],
  ["sources.0.batch", 0, "BadNumber", `${street}: batch`],
  ["sources.0.limit", 0, "BadNumber", `${street}: limit`],
  ["sources.0.from", -1, "BadNumber", `${street}: from`],
  ["stations.0.servers.shifts.0.servers", 1.5, "BadNumber", `${desk}: servers.shifts[0].servers`],
  [`${groups}.0.servers`, 0, "BadNumber", `${experts}: group "all".servers`],
  ["stations.0.room", 0, "BadNumber", `${desk}: room`],
  ["stations.0.priority", Number.NaN, "BadNumber", `${desk}: priority`],
  ["classes.1.priority", Number.POSITIVE_INFINITY, "BadNumber", 'class "urgent": priority'],
  [
    "sources.0.arrivals",
    sinusoidal({ amplitude: 1.5 }),
    "BadNumber",
    `${street}: arrivals.amplitude`
  ],
  ["sources.0.arrivals", stepped([0, 0]), "BadNumber", `${street}: arrivals.steps`],
  ["sources.0.arrivals", stepped([1, -1]), "BadNumber", `${street}: arrivals.steps[1].rate`],
  ["stations.0.service.otherwise.mean", 0, "BadDistribution", `${desk}: service.otherwise.mean`],
  [
    "stations.0.service.otherwise",
    { kind: "deterministic", value: -1 },
    "BadDistribution",
    `${desk}: service.otherwise`
  ],
  [
    "stations.1.service",
    { kind: "empirical", values: [] },
    "BadDistribution",
    `${experts}: service.values`
  ],
  [
    "stations.0.patience.classes.plain.time.mean",
    -1,
    "BadDistribution",
    `${desk}: patience.classes.plain.time.mean`
  ],
  [
    "classes.1.deadline.time",
    { kind: "uniform", low: -1, high: 1 },
    "BadDistribution",
    'class "urgent": deadline.time'
  ],
  ["sources.0.batch", exponential(2), "BadDistribution", `${street}: batch`],
  [
    "sources.0.batch",
    { kind: "discrete", values: [1, 2.5], probabilities: [0.5, 0.5] },
    "BadDistribution",
    `${street}: batch`
  ],
  [
    "sources.0.arrivals",
    { kind: "renewal", between: { kind: "deterministic", value: 0 } },
    "BadDistribution",
    `${street}: arrivals.between`
  ],
  [
    "stations.1.vacation",
    { kind: "multiple", time: { kind: "deterministic", value: 0 } },
    "BadDistribution",
    `${experts}: vacation.time`
  ],
  ["stations.0.to.ways.0.probability", -0.1, "BadProbability", `${desk}: to.ways[0].probability`],
  [
    "stations.0.to.ways.0.probability",
    Number.NaN,
    "BadProbability",
    `${desk}: to.ways[0].probability`
  ],
  ["stations.1.balking.balk", [0, 1.5], "BadProbability", `${experts}: balking.balk[1]`],
  ["stations.0.to.ways.0.probability", 0.95, "BadSum", `${desk}: to.ways`],
  ["sources.0.class", { plain: 0.5, urgent: 0.25 }, "BadSum", `${street}: class`],
  ["sources.1.arrivals.services", [1, 2], "BadLength", 'source "letters": arrivals.services'],
  ["sources.1.to.among", [], "BadLength", 'source "letters": to.among'],
  ["stations.1.balking.balk", [], "BadLength", `${experts}: balking.balk`],
  ["sources.1.arrivals.times", [0, 2, 1, 4], "OutOfOrder", 'source "letters": arrivals.times[2]'],
  ["stations.0.servers.shifts.0.from", 1, "OutOfOrder", `${desk}: servers.shifts[0].from`],
  ["stations.0.servers.shifts.1.from", 0, "OutOfOrder", `${desk}: servers.shifts[1].from`],
  ["stations.0.servers.period", 8, "OutOfOrder", `${desk}: servers.shifts[1].from`],
  ["sources.0.until", 0, "OutOfOrder", `${street}: until`],
  [
    "stations.1.rising.steps",
    [
      { after: 1, priority: 0 },
      { after: 1, priority: 1 }
    ],
    "OutOfOrder",
    `${experts}: rising.steps[1].after`
  ],
  [
    "stations.0.service",
    { kind: "perClass", classes: { urgent: exponential(1) } },
    "ClassMissing",
    `${desk}: service`
  ],
  [
    "stations.0.priority",
    { kind: "perClass", classes: { plain: 1 } },
    "ClassMissing",
    `${desk}: priority`
  ],
  [`${groups}.0.serves`, ["urgent"], "NobodyServes", `${experts}: servers`],
  ["stations.0.servers.shifts", [{ from: 0, servers: 0 }], "NeverOnDuty", `${desk}: servers`],
  ["stations.0.room", 2, "RoomBelowServers", `${desk}: room`],
  ["stations.1.whenFull", "block", "NotTogether", experts],
  ["stations.1.rising.steps.0.priority", 0, "", ""],
  ["sources.1.batch", 2, "NotTogether", 'source "letters"'],
  ["stations.0.vacation", { kind: "single", time: exponential(1) }, "NotTogether", desk],
  [
    "stations.0.servers.atEnd",
    { kind: "elsewhere", station: "desk", work: "fresh" },
    "NotTogether",
    `${desk}: servers.atEnd.station`
  ],
  ["stations.1.discipline", "shortest", "NotTogether", experts],
  ["stations.1.rising", { kind: "accumulating", rate: 1 }, "NotTogether", experts],
  [
    "stations.0.to.ways.1",
    { probability: 0.1, as: "urgent" },
    "NotTogether",
    `${desk}: to.ways[1]`
  ],
  ["sources.1.class", "plain", "", ""]
]

function sinusoidal(part: { readonly amplitude: number }): unknown {
  return { kind: "sinusoidal", mean: 1, period: 1, ...part }
}

function stepped(rates: ReadonlyArray<number>): unknown {
  return { kind: "stepped", steps: rates.map((rate, from) => ({ from, rate })) }
}

test("the declaration that is changed here is good", () => {
  expect(Network.check(aDeclaration())).toEqual([])
})

test.each(single)("%s = %j is %s of %s, and nothing else", (path, value, code, subject) => {
  const problems = Network.check(changed(aDeclaration(), path, value))
  const expected = code === "" ? [] : [{ code, subject }]
  expect(problems.map((one) => ({ code: one.code, subject: one.subject }))).toEqual(expected)
})

test("every code has its problem in these tests", () => {
  const found = new Set(single.map(([, , code]) => code))
  const elsewhere = ["NoSource", "NoStation", "NoWayOut", "Unreachable", "LoadTooHigh", "TooDeep"]
  expect(
    NetworkProblem.codes.filter((code) => !found.has(code) && !elsewhere.includes(code))
  ).toEqual([])
})

test("no source and no station are told at once", () => {
  expect(Network.check({ sources: [], stations: [] }).map(({ code }) => code)).toEqual([
    "NoSource",
    "NoStation"
  ])
})

const ring = (out: number): Network.Declaration => ({
  classes: [{ id: "x" }, { id: "y" }],
  sources: [{ id: "street", arrivals: poisson(1), to: "a", class: "x" }],
  stations: [
    {
      id: "a",
      servers: 1,
      service: exponential(0.1),
      to: {
        kind: "perClass",
        classes: {
          x: { kind: "chance", ways: [{ probability: 1 - out, station: "b", as: "y" }] },
          y: "b"
        }
      }
    },
    { id: "b", servers: 1, service: exponential(0.1), to: "a" }
  ]
})

test("who becomes of a class that goes round for ever has no way out, at each station", () => {
  const found = Network.check(ring(0.5)).map(({ code, subject, found: who }) => [
    code,
    subject,
    who
  ])
  expect(found).toEqual([
    ["NoWayOut", 'station "a": to', 'class "y"'],
    ["NoWayOut", 'station "b": to', 'class "y"']
  ])
})

test("a class that never gets to the ring still has its way out", () => {
  const open = changed(ring(0.5), "stations.0.to.classes.y", "leave")
  expect(Network.check(open)).toEqual([])
})

test.each([
  ["patience", { time: exponential(1) }],
  ["balking", { kind: "length", fromQueue: 5 }]
])("%s is a way out too", (field, value) => {
  expect(Network.check(changed(ring(0.5), `stations.1.${field}`, value))).toEqual([])
})

test("a station that only an impossible way leads to is unreachable", () => {
  const declared = changed(aDeclaration(), "stations.0.to.ways.0.probability", 0)
  const withoutLetters = changed(declared, "sources.1.to", "desk")
  expect(Network.check(withoutLetters)).toEqual([
    {
      code: "Unreachable",
      subject: 'station "experts"',
      found: "nobody",
      expected: "named by a route that somebody takes"
    }
  ])
})

test.each([
  ["sharing", { discipline: "sharing" }],
  ["infinitely many servers", { servers: "infinite" }]
])("where %s lets nobody wait, nothing about waiting can be declared", (who, kind) => {
  const plain = { id: "desk", servers: 2, service: exponential(0.1), ...kind }
  const declared = (more: object) => ({
    sources: [{ id: "street", arrivals: poisson(1), to: "desk" }],
    stations: [{ ...plain, ...more }]
  })
  expect(Network.check(declared({}))).toEqual([])
  const waiting: ReadonlyArray<object> = [
    { preemption: "resume" },
    { priority: 1 },
    { rising: { kind: "accumulating", rate: 1 } },
    { patience: { time: exponential(1) } },
    { balking: { kind: "length", fromQueue: 1 } },
    { vacation: { kind: "single", time: exponential(1) } }
  ]
  for (const more of waiting) {
    const problems = Network.check(declared(more))
    expect(problems.map(({ code }) => code)).toContain("NotTogether")
    expect(problems.map(({ found }) => String(found)).join()).toContain(who)
  }
})

test.each([
  ["first-come", "resume", ["NotTogether"]],
  ["random", "restart", ["NotTogether"]],
  ["last-come", "resume", []],
  ["shortest", "resample", []]
])("one priority, %s, pre-emption %s: %j", (discipline, preemption, codes) => {
  const declared = {
    sources: [{ id: "street", arrivals: poisson(1), to: "desk" }],
    stations: [{ id: "desk", servers: 1, service: exponential(0.1), discipline, preemption }]
  }
  expect(Network.check(declared).map(({ code }) => code)).toEqual(codes)
})

test("a deadline that makes customers leave is a way out, whatever class they have become of", () => {
  const deadline = { time: exponential(9), overdue: { kind: "leave" } }
  expect(Network.check(changed(ring(0.5), "classes.0.deadline", deadline))).toEqual([])
  const noted = { ...deadline, overdue: { kind: "note" } }
  expect(Network.check(changed(ring(0.5), "classes.0.deadline", noted))).toHaveLength(2)
})

test.each<[string, object, object]>([
  ["pre-emption", { preemption: "resume" }, {}],
  ["priority", { priority: 1 }, {}],
  ['"random"', { discipline: "random" }, {}],
  [
    "steps",
    {
      rising: {
        kind: "perClass",
        classes: { x: { kind: "steps", steps: [{ after: 1, priority: 1 }] } },
        otherwise: { kind: "accumulating", rate: 1 }
      }
    },
    {}
  ],
  [
    'nothing for class "y"',
    { rising: { kind: "perClass", classes: { x: { kind: "accumulating", rate: 1 } } } },
    {}
  ],
  [
    "a deadline that raises priority",
    {},
    { deadline: { time: exponential(1), overdue: { kind: "raise", priority: -1 } } }
  ]
])("accumulating priority and %s do not go together", (field, part, classPart) => {
  const declared = (more: object, moreOfClass: object) => ({
    classes: [{ id: "x", ...moreOfClass }, { id: "y" }],
    sources: [{ id: "street", arrivals: poisson(1), to: "desk", class: { x: 0.5, y: 0.5 } }],
    stations: [
      {
        id: "desk",
        servers: 1,
        service: exponential(0.1),
        rising: { kind: "accumulating", rate: 1 },
        ...more
      }
    ]
  })
  expect(Network.check(declared({}, {}))).toEqual([])
  const found = Network.check(declared(part, classPart)).map((one) => String(one.found))
  expect(found).toContain(`accumulating priority and ${field}`)
})

test("every code has words in both languages that tell subject, value and what would be right", () => {
  for (const code of NetworkProblem.codes) {
    const { en, zh } = NetworkProblem.describe(NetworkProblem.make(code, "S", "F", "E"))
    // Where a field is missing nothing is found.
    const parts = code === "MissingField" ? ["S", "E"] : ["S", "F", "E"]
    for (const part of parts) {
      expect(en).toContain(part)
      expect(zh).toContain(part)
    }
  }
})

/** Everything wrong with a declaration, as sentences. */
const sentences = (declared: unknown) => Network.check(declared).map(NetworkProblem.describe)

const oneDesk = (source: object, station: object) => ({
  sources: [{ id: "street", arrivals: poisson(1), to: "desk", ...source }],
  stations: [{ id: "desk", servers: 2, service: exponential(0.1), ...station }]
})

test.each<[object, object, string, string]>([
  [
    { arrivals: { kind: "poison", rate: 1 } },
    {},
    'source "street": arrivals.kind: found "poison"; it should be one of poisson, renewal, stepped, sinusoidal, population, given.',
    '来源“street”: arrivals.kind:此处是"poison",应为poisson, renewal, stepped, sinusoidal, population, given之一。'
  ],
  [
    { to: "dsek" },
    {},
    'source "street": to: there is no station "dsek"; it should be one of desk.',
    "来源“street”: to:不存在服务台“dsek”,应为desk之一。"
  ],
  [
    {},
    { service: undefined },
    'station "desk": service is missing; it should be an object with a kind.',
    "服务台“desk”: service未填写,应为带有kind的对象。"
  ],
  [
    {},
    { service: {} },
    'station "desk": service.kind is missing; it should be one of exponential, deterministic, uniform, normal, lognormal, gamma, erlang, weibull, pareto, hyperexponential, hypoexponential, phaseType, mixture, empirical, discrete.',
    "服务台“desk”: service.kind未填写,应为exponential, deterministic, uniform, normal, lognormal, gamma, erlang, weibull, pareto, hyperexponential, hypoexponential, phaseType, mixture, empirical, discrete之一。"
  ],
  [
    {},
    { to: { kind: "chance", ways: [{ probability: 1 - 1e-10, station: "desk" }] } },
    'station "desk": to: class "customer" that comes here can never leave the network; there should be a route that leaves in the end (what probabilities leave of 1 counts from 1e-9 on).',
    "服务台“desk”: to:来到此处的类别“customer”永远无法离开网络,应有最终离开的路径(概率之和不足1的部分从1e-9起计)。"
  ],
  [
    {
      to: { kind: "chance", ways: [0.4, 0.2, 0.7].map((probability) => ({ probability })) }
    },
    {},
    'source "street": to.ways: the probabilities sum to 1.3; it should be at most 1.',
    "来源“street”: to.ways:概率之和为1.3,应为不超过1。"
  ],
  [
    { arrivals: { kind: "given", times: [] } },
    {},
    'source "street": arrivals.times: the list has 0 items; it should have at least 1 time.',
    "来源“street”: arrivals.times:列表有0项,应有至少1个时刻。"
  ],
  [
    {},
    { preemption: "resume" },
    'station "desk": pre-emption and the single priority 0 do not go together; right would be at least 2 priorities.',
    "服务台“desk”:抢占与唯一的优先级0不能并用,应改为:至少2个优先级。"
  ],
  [
    {},
    { discipline: "sharing", patience: { time: exponential(1) } },
    'station "desk": sharing and patience do not go together; right would be sharing alone: nobody waits.',
    "服务台“desk”:处理器共享与耐心时间不能并用,应改为:只用处理器共享:无人等待。"
  ]
])("%j, %j is one sentence in each language", (source, station, en, zh) => {
  expect(sentences(oneDesk(source, station))).toEqual([{ en, zh }])
})

test("what follows from a missing or misnamed station is not told again", () => {
  const { sources, stations } = oneDesk({}, {})
  expect(Network.check({ sources, stations: [] }).map(({ code }) => code)).toEqual(["NoStation"])
  const nameless = [{ ...stations[0], id: "" }]
  expect(Network.check({ sources, stations: nameless }).map(({ code }) => code)).toEqual([
    "BadName"
  ])
  const doubled = [stations[0], stations[0]]
  expect(sentences({ sources, stations: doubled }).map(({ en }) => en)).toEqual([
    'station "desk": the name is given 2 times; it should be there once.'
  ])
})

test("rings and large integers are told too, by check and by make", () => {
  const parts: Array<unknown> = []
  const ring = { kind: "mixture", parts, probabilities: [1, 1] }
  parts.push(ring, ring)
  for (const [declared, en] of [
    [
      oneDesk({}, { service: ring }),
      "network: it has more than 64 lists and objects inside each other; there should be at most 64."
    ],
    [
      oneDesk({ arrivals: { kind: "poisson", rate: 1n } }, {}),
      'source "street": arrivals.rate: found "1n"; it should be a number.'
    ]
  ] as const) {
    expect(sentences(declared).map((one) => one.en)).toEqual([en])
    // What is not typed comes from JavaScript.
    const make: (declared: never) => unknown = Network.make
    expect(() => Reflect.apply(make, null, [declared])).toThrow(
      new Network.NetworkError(Network.check(declared))
    )
  }
})

test("what no memory holds is refused, at its bound and beyond", () => {
  const most = 1_048_576
  const population = (size: number) => ({
    arrivals: { kind: "population", size, away: { kind: "exponential", mean: 9 } }
  })
  const batchOf = (value: number) => ({
    batch: { kind: "discrete", values: [1, value], probabilities: [0.5, 0.5] }
  })
  const plan = (servers: number) => ({
    servers: { kind: "schedule", shifts: [{ from: 0, servers }], atEnd: { kind: "finish" } }
  })
  const group = (servers: number) => ({
    servers: { kind: "skills", groups: [{ name: "all", servers, serves: ["customer"] }] }
  })
  for (const [declare, place, least] of [
    [(count: number) => oneDesk({}, { servers: count }), 'station "desk": servers', 1],
    [(count: number) => oneDesk({}, plan(count)), 'station "desk": servers.shifts[0].servers', 0],
    [(count: number) => oneDesk({}, group(count)), 'station "desk": group "all".servers', 1],
    [(count: number) => oneDesk({ batch: count }, {}), 'source "street": batch', 1],
    [(count: number) => oneDesk(population(count), {}), 'source "street": arrivals.size', 1]
  ] as const) {
    expect(Network.check(declare(most)), place).toEqual([])
    expect(Network.check(declare(most + 1))).toEqual([
      NetworkProblem.make("BadNumber", place, most + 1, `a whole number from ${least} to ${most}`)
    ])
  }
  expect(Network.check(oneDesk(batchOf(most), {}))).toEqual([])
  expect(Network.check(oneDesk(batchOf(most + 1), {})).map(({ code }) => code)).toEqual([
    "BadDistribution"
  ])
})

test("all stations and all populations together fit into memory", () => {
  const { stations } = oneDesk({}, { servers: 1_048_576 })
  const [desk] = stations
  const withDesks = (more: number) => {
    const ids = Array.from({ length: 4 }, (_, index) => `desk ${index}`)
    const arrivals = { kind: "poisson", rate: 1 }
    return {
      sources: [...ids, "more"].map((to) => ({ id: `to ${to}`, arrivals, to })),
      stations: [...ids.map((id) => ({ ...desk, id })), { ...desk, id: "more", servers: more }]
    }
  }
  expect(Network.check(withDesks(1))).toEqual([
    NetworkProblem.make("BadNumber", "stations", 4_194_305, "at most 4194304 servers together")
  ])
  expect(
    Network.check({
      ...withDesks(1),
      stations: withDesks(1).stations.slice(0, 4),
      sources: withDesks(1).sources.slice(0, 4)
    })
  ).toEqual([])
})

test("in Chinese no English is left but names, fields and kinds", () => {
  for (const [path, value, code] of single) {
    if (code === "") continue
    for (const { zh } of Network.check(changed(aDeclaration(), path, value)).map(
      NetworkProblem.describe
    )) {
      const words = zh.replaceAll(/“[^”]*”|"[^"]*"/g, "")
      expect(words).not.toMatch(/\b(?:a|an|the|of|from|to|at|and|one|is|some|after|before) /)
    }
  }
})

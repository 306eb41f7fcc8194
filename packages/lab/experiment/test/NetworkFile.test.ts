import { readdirSync, readFileSync } from "node:fs"
import { Network, RandomStreams } from "@wangge/des"
import { NetworkFile } from "@wangge/experiment"
import { describe, expect, test } from "vitest"

const folder = new URL("./networks/", import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith(".json"))
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), "utf8"))

/** One desk, with other fields at the top or in the network. */
const aFile = (top: object = {}, network: object = {}) => ({
  format: "wangge-network",
  version: 1,
  network: {
    sources: [{ id: "street", arrivals: { kind: "poisson", rate: 1 }, to: "desk" }],
    stations: [{ id: "desk", servers: 2, service: { kind: "exponential", mean: 1 } }],
    ...network
  },
  ...top
})

const problemsOf = (input: unknown) => {
  const parsed = NetworkFile.parse(input)
  return parsed.ok ? [] : parsed.problems
}

describe("a network file", () => {
  test.each(names)("%s is read, and the network in it is the one declared", (name) => {
    const input = read(name)
    const parsed = NetworkFile.parse(input)
    expect(problemsOf(input)).toEqual([])
    if (!parsed.ok) return
    expect(Network.toText(parsed.network)).toBe(Network.toText(Network.make(parsed.file.network)))
    expect(parsed.file.measures?.length).toBeGreaterThan(0)
  })

  test.each(names)("%s comes back the same when it is written and read", (name) => {
    const parsed = NetworkFile.parse(read(name))
    expect(parsed.ok).toBe(true)
    if (!parsed.ok) return
    const { file, network } = parsed
    const made = NetworkFile.make({
      network,
      ...(file.horizon === undefined ? {} : { horizon: file.horizon }),
      ...(file.warmUp === undefined ? {} : { warmUp: file.warmUp }),
      measures: file.measures ?? []
    })
    expect(made.ok).toBe(true)
    if (!made.ok) return
    expect(made.file.streams).toBe(RandomStreams.streamVersion)
    const again = NetworkFile.parse(JSON.parse(JSON.stringify(made.file)))
    expect(again).toEqual(made)
    expect(Network.toText(made.network)).toBe(Network.toText(network))
  })

  test("holds every kind of source, server and route that files can have, in these examples", () => {
    const text = names.map((name) => JSON.stringify(read(name))).join()
    const kinds = ["poisson", "renewal", "stepped", "sinusoidal", "population", "given"]
    const others = ["schedule", "skills", "chance", "shortest", "multiple", "raise", "block"]
    for (const kind of [...kinds, ...others]) expect(text).toContain(`"${kind}"`)
  })
})

describe("what is wrong with a file", () => {
  test.each([
    ["no object", 3, "", "a JSON object: a network"],
    ["another format", { ...aFile(), format: "wangge-scenario" }, "format", '"wangge-network"'],
    [
      "another version",
      { ...aFile(), version: 2 },
      "version",
      "1 (the version that this program reads)"
    ],
    [
      "other random streams",
      aFile({ streams: "mersenne/1" }),
      "streams",
      `"${RandomStreams.streamVersion}" (the random streams of this program)`
    ],
    ["an unknown field at the top", aFile({ horzion: 3 }), "horzion", "no field of this name"],
    ["a horizon of 0", aFile({ horizon: 0 }), "horizon", "a value greater than 0"],
    [
      "a warm-up after the horizon",
      aFile({ horizon: 5, warmUp: 5 }),
      "warmUp",
      "a time below the horizon, 5"
    ],
    [
      "no network",
      { format: "wangge-network", version: 1 },
      "network",
      "a value: the field is missing"
    ],
    [
      "a measure that is there twice",
      aFile({ measures: ["lost", "wait.mean@desk", "lost"] }),
      "measures[2]",
      "each measure once"
    ],
    ["a measure that is a number", aFile({ measures: ["lost", 3] }), "measures[1]", "string"],
    ["an unknown measure", aFile({ measures: ["wait.mean@desk", "wiat"] }), "measures[1]", '"wait"']
  ])("%s is one problem with its place", (_, input, path, expected) => {
    expect(problemsOf(input).map((one) => [one.path, one.expected])).toEqual([[path, expected]])
  })

  test("inside the network names the station, with all problems at once", () => {
    const input = aFile(
      { warmUp: -1 },
      {
        stations: [
          { id: "desk", servers: 0, service: { kind: "exponential", mean: -1 }, to: "dsek" },
          { id: "back", servers: 1, service: { kind: "exponential", mean: 1 } }
        ]
      }
    )
    expect(problemsOf(input).map(({ path }) => path)).toEqual([
      "warmUp",
      'station "desk": servers',
      'station "desk": service.mean',
      'station "desk": to'
    ])
  })

  test("a function cannot be in a file, nor can a network with one be written", () => {
    const to = { kind: "function", name: "by hand", stations: ["desk"] }
    const sources = [{ id: "street", arrivals: { kind: "poisson", rate: 1 }, to }]
    expect(problemsOf(aFile({}, { sources }))).toMatchObject([
      {
        path: 'source "street": to.kind',
        value: "function",
        expected: "a kind that is no code, in a file"
      }
    ])
    const network = Network.make({
      sources: [
        {
          id: "street",
          arrivals: { kind: "poisson", rate: 1 },
          to: { kind: "function", name: "by hand", stations: ["desk"], choose: () => "desk" }
        }
      ],
      stations: [{ id: "desk", servers: 2, service: { kind: "exponential", mean: 1 } }]
    })
    const made = NetworkFile.make({ network })
    expect(made.ok ? [] : made.problems.map(({ path }) => path)).toEqual([
      'source "street": to.kind'
    ])
  })

  test("is told as one sentence for each problem, in English and Chinese", () => {
    const network = {
      sources: [{ id: "street", arrivals: { kind: "poison", rate: 1 }, to: "desk" }],
      stations: [{ id: "desk", servers: 2 }]
    }
    const head = { horizon: 0, measures: ["lost"] }
    expect(problemsOf(aFile(head, network))).toEqual([
      {
        path: "horizon",
        value: 0,
        expected: "a value greater than 0",
        words: {
          en: "horizon: found 0; it should be a value greater than 0.",
          zh: "horizon:此处是0,应为大于0的数。"
        }
      },
      {
        path: 'source "street": arrivals.kind',
        value: "poison",
        expected: "one of poisson, renewal, stepped, sinusoidal, population, given",
        words: {
          en: 'source "street": arrivals.kind: found "poison"; it should be one of poisson, renewal, stepped, sinusoidal, population, given.',
          zh: '来源“street”: arrivals.kind:此处是"poison",应为poisson, renewal, stepped, sinusoidal, population, given之一。'
        }
      },
      {
        path: 'station "desk": service',
        value: undefined,
        expected: "an object with a kind",
        words: {
          en: 'station "desk": service is missing; it should be an object with a kind.',
          zh: "服务台“desk”: service未填写,应为带有kind的对象。"
        }
      }
    ])
    for (const input of [
      [],
      null,
      "x",
      Number.POSITIVE_INFINITY,
      { ...aFile(), version: 2 },
      aFile({ x: 1 })
    ]) {
      for (const { words } of problemsOf(input)) expect(words?.en).toMatch(/^\S.*: found .*\.$/)
    }
  })
})

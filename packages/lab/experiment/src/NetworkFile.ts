/**
 * A queueing network as a JSON file, with what a run of it needs: read into a checked network with
 * every problem named by its place, value and what would be right, or written from one.
 */
import { Measure, MeasureProblem, Network, NetworkProblem, RandomStreams } from "@wangge/des"
import { FileProblem } from "@wangge/facts"
import { format, version } from "./internal/networkFormat.ts"
import * as NetworkSchema from "./NetworkSchema.ts"

export { format, version } from "./internal/networkFormat.ts"

/**
 * What a network file holds.
 *
 * @category files
 * @since 0.1.0
 */
export interface NetworkFile {
  readonly format: typeof format
  readonly version: typeof version
  /** The version of the random streams that its results were made with. */
  readonly streams?: string
  readonly network: Network.Declaration
  /** When each replication ends; a steady state is asked for without it. */
  readonly horizon?: number
  /** Time from the start that is not measured. */
  readonly warmUp?: number
  /** Measures as text, such as `wait.mean@desk`. */
  readonly measures?: ReadonlyArray<string>
}

/**
 * A checked file with its network, or everything that is wrong with it.
 *
 * @category reading
 * @since 0.1.0
 */
export type Parsed =
  | { readonly ok: true; readonly file: NetworkFile; readonly network: Network.Network }
  | { readonly ok: false; readonly problems: ReadonlyArray<FileProblem.FileProblem> }

/**
 * Reads unknown data, as from `JSON.parse`, as a network file.
 *
 * Another format, version or version of the random streams is told before anything else. Paths of
 * problems inside the network name the source, station or class: `station "desk": service.mean`; each
 * has its words in English and Chinese. A `$schema` field at the top is left out. Returns every
 * problem found.
 *
 * ```ts
 * import { NetworkFile } from "@wangge/experiment"
 *
 * const parsed = NetworkFile.parse({
 *   format: "wangge-network",
 *   version: 1,
 *   network: {
 *     sources: [{ id: "street", arrivals: { kind: "poisson", rate: -9 }, to: "desk" }],
 *     stations: [{ id: "desk", servers: 10, service: { kind: "exponential", mean: 1 } }]
 *   }
 * })
 * parsed.ok ? [] : parsed.problems.map(({ path, value }) => [path, value])
 * // => [['source "street": arrivals.rate', -9]]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const parse = (input: unknown): Parsed => {
  const given = FileProblem.without(input, ["$schema"])
  const early = [
    ...FileProblem.ofHead(given, { noun: "a network", format, version }),
    ...streamProblems(given)
  ]
  if (early.length > 0) return { ok: false, problems: early.map(inWords) }
  const head = NetworkSchema.headProblems(given).map(inWords)
  const declared = FileProblem.isRecord(given) ? given.network : undefined
  const code = codeProblems(declared)
  const inside = code.length > 0 ? code : networkProblems(declared)
  if (head.length > 0 || inside.length > 0) return { ok: false, problems: [...head, ...inside] }
  const decoded = NetworkSchema.decode(given)
  if (!decoded.ok) return decoded
  const network = Network.make(decoded.file.network)
  const problems = [...timeProblems(decoded.file), ...measureProblems(decoded.file, network)]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, file: decoded.file, network }
}

/**
 * The file of a network, with the version of the random streams in it; or what cannot be written:
 * functions.
 *
 * ```ts
 * import { Network } from "@wangge/des"
 * import { NetworkFile } from "@wangge/experiment"
 *
 * const network = Network.make({
 *   sources: [{ id: "street", arrivals: { kind: "poisson", rate: 9 }, to: "desk" }],
 *   stations: [{ id: "desk", servers: 10, service: { kind: "exponential", mean: 1 } }]
 * })
 * const made = NetworkFile.make({ network, measures: ["wait.mean@desk"] })
 * made.ok && NetworkFile.parse(JSON.parse(JSON.stringify(made.file))).ok // => true
 * ```
 *
 * @category writing
 * @since 0.1.0
 */
export const make = (options: {
  readonly network: Network.Network
  readonly horizon?: number
  readonly warmUp?: number
  readonly measures?: ReadonlyArray<string>
}): Parsed => {
  const { network, ...rest } = options
  return parse({
    format,
    version,
    streams: RandomStreams.streamVersion,
    network: network.declaration,
    ...rest
  })
}

const streamsRight = `"${RandomStreams.streamVersion}" (the random streams of this program)`

const streamProblems = (given: unknown): ReadonlyArray<FileProblem.FileProblem> => {
  const value = FileProblem.isRecord(given) ? given.streams : undefined
  if (value === undefined || value === RandomStreams.streamVersion) return []
  return [{ path: "streams", value, expected: streamsRight }]
}

/** A problem of a field beside the network, with its words. */
const inWords = (problem: FileProblem.FileProblem): FileProblem.FileProblem => {
  const { path, value, expected } = problem
  const found = typeof value === "number" ? String(value) : JSON.stringify(value)
  const chinese = inChinese[expected] ?? expected
  const words =
    value === undefined
      ? { en: `${path} is missing.`, zh: `${path}未填写。` }
      : {
          en: `${path || "the whole file"}: found ${found}; it should be ${expected}.`,
          zh: `${path || "整个文件"}:此处是${found},应为${chinese}。`
        }
  return { path, value, expected, words }
}

const inChinese: Readonly<Record<string, string>> = {
  "a JSON object: a network": "描述网络的JSON对象",
  [`${version} (the version that this program reads)`]: `${version}(本程序所读的版本)`,
  [streamsRight]: `"${RandomStreams.streamVersion}"(本程序的随机数流)`,
  "no field of this name": "没有此名的字段",
  "a value greater than 0": "大于0的数",
  "a value greater than or equal to 0": "不小于0的数",
  "a finite number": "有限数",
  number: "数",
  string: "文本",
  array: "列表"
}

const networkProblems = (declared: unknown): ReadonlyArray<FileProblem.FileProblem> =>
  declared === undefined ? [] : Network.check(declared).map(fileProblem)

/** A problem of the network as one of its file: a text that was found stands without its quotes. */
const fileProblem = (problem: NetworkProblem.NetworkProblem): FileProblem.FileProblem => {
  const { code, subject, found, expected } = problem
  const text = /^"([^"\\]*)"$/.exec(String(found))?.[1]
  return {
    path: subject,
    value: code === "MissingField" ? undefined : (text ?? found),
    expected: String(expected),
    words: NetworkProblem.describe(problem)
  }
}

/**
 * Where a part of a network is code: the kind "function". Deeper than this no part is one, and
 * `Network.check` says what it is.
 */
const codeProblems = (
  value: unknown,
  path = "",
  depth = 0
): ReadonlyArray<FileProblem.FileProblem> => {
  if (depth > DEPTH_MAX) return []
  if (Array.isArray(value)) {
    return value.flatMap((part: unknown, index) =>
      codeProblems(part, placeOf(path, part, index), depth + 1)
    )
  }
  if (!FileProblem.isRecord(value)) return []
  const { kind } = value
  if (kind !== "function") {
    return Object.entries(value).flatMap(([field, part]) => codeProblems(part, within(path, field)))
  }
  const place = within(path, "kind")
  return [
    {
      path: place,
      value: kind,
      expected: "a kind that is no code, in a file",
      words: {
        en: `${place}: "function" is code, which no file can hold; it should be another kind.`,
        zh: `${place}:"function"是程序代码,文件中不能有,应为其他kind。`
      }
    }
  ]
}

/** Routes are less deep. */
const DEPTH_MAX = 12

/** Sources, stations and classes stand under their ids, everything else under its index. */
const placeOf = (path: string, part: unknown, index: number): string => {
  const noun = { sources: "source", stations: "station", classes: "class" }[path]
  if (noun === undefined) return `${path}[${index}]`
  const id = FileProblem.isRecord(part) ? part.id : undefined
  return typeof id === "string" ? `${noun} ${JSON.stringify(id)}` : `${noun} ${index + 1}`
}

const within = (path: string, field: string): string =>
  path === "" ? field : path.endsWith('"') ? `${path}: ${field}` : `${path}.${field}`

const timeProblems = ({ horizon, warmUp }: NetworkFile): ReadonlyArray<FileProblem.FileProblem> =>
  horizon !== undefined && warmUp !== undefined && warmUp >= horizon
    ? [
        {
          path: "warmUp",
          value: warmUp,
          expected: `a time below the horizon, ${horizon}`,
          words: {
            en: `warmUp: ${warmUp} is too late; it should be below the horizon, ${horizon}.`,
            zh: `warmUp:${warmUp}太晚,应小于终止时间${horizon}。`
          }
        }
      ]
    : []

const measureProblems = (
  { measures = [] }: NetworkFile,
  network: Network.Network
): ReadonlyArray<FileProblem.FileProblem> => {
  const seen = new Map<string, number>()
  return measures.flatMap((text, index) => {
    const path = `measures[${index}]`
    const answer = Measure.of(network, text)
    if (!answer.ok) {
      const { en, zh } = MeasureProblem.describe(answer.problem)
      const words = { en: `${path}: ${en}`, zh: `${path}:${zh}` }
      return [{ path, value: text, expected: String(answer.problem.expected), words }]
    }
    const name = Measure.toText(answer.value)
    const before = seen.get(name)
    if (before === undefined) {
      seen.set(name, index)
      return []
    }
    const words = {
      en: `${path}: "${text}" is the same as measures[${before}]; each measure should be there once.`,
      zh: `${path}:“${text}”与measures[${before}]相同,每个指标应只出现一次。`
    }
    return [{ path, value: text, expected: "each measure once", words }]
  })
}

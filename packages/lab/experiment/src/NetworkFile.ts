/**
 * A queueing network as a JSON file, with what a run of it needs: read into a checked network with
 * every problem named by its place, value and what would be right, or written from one.
 */
import { Measure, Network, RandomStreams } from "@wangge/des"
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
 * problems inside the network name the source, station or class: `station "desk": service.mean`. A
 * `$schema` field at the top is left out. Returns every problem found.
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
 * parsed.ok ? [] : parsed.problems
 * // => [{ path: 'source "street": arrivals.rate', value: -9, expected: "a finite number above 0" }]
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
  if (early.length > 0) return { ok: false, problems: early }
  const head = NetworkSchema.headProblems(given)
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

const streamProblems = (given: unknown): ReadonlyArray<FileProblem.FileProblem> => {
  const value = FileProblem.isRecord(given) ? given.streams : undefined
  if (value === undefined || value === RandomStreams.streamVersion) return []
  const expected = `"${RandomStreams.streamVersion}" (the random streams of this program)`
  return [{ path: "streams", value, expected }]
}

const networkProblems = (declared: unknown): ReadonlyArray<FileProblem.FileProblem> =>
  declared === undefined
    ? []
    : Network.check(declared).map(({ subject, found, expected }) => ({
        path: subject,
        value: found,
        expected: String(expected)
      }))

/** Where a part of a network is code: the kind "function", at any depth. */
const codeProblems = (value: unknown, path = "network"): ReadonlyArray<FileProblem.FileProblem> => {
  if (Array.isArray(value)) {
    return value.flatMap((part: unknown, index) => codeProblems(part, `${path}.${index}`))
  }
  if (!FileProblem.isRecord(value)) return []
  const { kind } = value
  return kind === "function"
    ? [{ path: `${path}.kind`, value: kind, expected: "a kind that is no code, in a file" }]
    : Object.entries(value).flatMap(([field, part]) => codeProblems(part, `${path}.${field}`))
}

const timeProblems = ({ horizon, warmUp }: NetworkFile): ReadonlyArray<FileProblem.FileProblem> =>
  horizon !== undefined && warmUp !== undefined && warmUp >= horizon
    ? [{ path: "warmUp", value: warmUp, expected: `a time below the horizon, ${horizon}` }]
    : []

const measureProblems = (
  { measures = [] }: NetworkFile,
  network: Network.Network
): ReadonlyArray<FileProblem.FileProblem> =>
  measures.flatMap((text, index) => {
    const answer = Measure.of(network, text)
    return answer.ok
      ? []
      : [{ path: `measures.${index}`, value: text, expected: String(answer.problem.expected) }]
  })

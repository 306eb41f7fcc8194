/**
 * A study in bytes: every finished replication and every one under way, so that it can go on after
 * a break, on another machine or with another number of threads, to the same results. It holds what
 * the runs depend on in short, and is refused by a study of anything else.
 */
import { EventHash, Network, NetworkRun, NetworkRunProblem, Snapshot } from "@wangge/des"
import type * as StudyCourse from "./internal/studyCourse.ts"
import type * as NetworkTask from "./NetworkTask.ts"

/**
 * Version of what the bytes hold, raised when it changes.
 *
 * @source none: our own numbering
 * @category checkpoints
 * @since 0.1.0
 */
export const version = 1

const kind = "network study"

/**
 * What the runs of a study depend on.
 *
 * @category checkpoints
 * @since 0.1.0
 */
export interface Subject {
  readonly plans: ReadonlyArray<NetworkTask.Plan>
  readonly forkAt: number | null
  readonly seed: number
}

/**
 * A study as bytes; equal studies give equal bytes.
 *
 * @category checkpoints
 * @since 0.1.0
 */
export const write = (
  subject: Subject,
  courses: ReadonlyMap<number, StudyCourse.Course>
): Uint8Array<ArrayBuffer> =>
  Snapshot.write({
    kind,
    version,
    body: (writer) => {
      writer.section("study")
      for (const [, text] of linesOf(subject)) writer.text(text)
      const begun = [...courses.entries()].sort(([left], [right]) => left - right)
      writer.integer(begun.length)
      for (const [replication, course] of begun) {
        writer.integer(replication)
        writeCourse(writer, course)
      }
    }
  })

/**
 * The replications of a study from its bytes, or the reason why these are not its bytes.
 *
 * Beside what `Snapshot.read` refuses, other networks, measures, lengths, fork or seed.
 *
 * @category checkpoints
 * @since 0.1.0
 */
export const read = (
  bytes: Uint8Array,
  subject: Subject
): Snapshot.Outcome<Map<number, StudyCourse.Course>> =>
  Snapshot.read(bytes, {
    kind,
    version,
    body: (reader) => {
      const courses = new Map<number, StudyCourse.Course>()
      reader.section("study")
      for (const [name, text] of linesOf(subject)) {
        if (!reader.expect(name, text)) return courses
      }
      const count = reader.integer()
      for (let index = 0; index < count && reader.problem === null; index++) {
        courses.set(reader.integer(), readCourse(reader))
      }
      return courses
    }
  })

/** What must be equal, by name. Networks are told apart by a hash of their canonical text. */
const linesOf = ({ plans, forkAt, seed }: Subject): ReadonlyArray<readonly [string, string]> => [
  ["seed", String(seed)],
  ["number of networks", String(plans.length)],
  ["fork", forkAt === null ? "none" : String(forkAt)],
  ...plans.flatMap((plan) => {
    const hash = EventHash.make()
    hash.addText(Network.toText(Network.make(plan.network)))
    const lines: ReadonlyArray<readonly [string, string]> = [
      ["network (its hash)", hash.digest()],
      ["measures", plan.measures.join("; ")],
      ["horizon", String(plan.horizon ?? "none")],
      ["warm-up", String(plan.warmUp ?? "of the network")],
      ["customers", String(plan.customers ?? "of the network")],
      ["draws", plan.draws ?? "addressed"],
      ["luck", plan.isMirrored === true ? "mirrored" : "plain"]
    ]
    return lines
  })
]

const writeCourse = (writer: Snapshot.Writer, course: StudyCourse.Course): void => {
  writer.integer(course.finished.length)
  for (const one of course.finished) {
    writer.integer(one.replication)
    writer.array(Float64Array.from(one.values))
    writer.array(one.parts)
    writer.text(one.hash)
    writer.integer(one.executedCount)
    writer.number(one.endedAt)
    writer.text(one.ending)
    writeProblem(writer, one.problem)
  }
  writer.array(course.base ?? new Uint8Array())
  writer.array(course.running ?? new Uint8Array())
}

const readCourse = (reader: Snapshot.Reader): StudyCourse.Course => {
  const finished: Array<NetworkTask.Replication> = []
  const count = reader.integer()
  for (let index = 0; index < count && reader.problem === null; index++) {
    finished.push({
      replication: reader.integer(),
      values: Array.from(reader.array(Float64Array)),
      parts: reader.array(Float64Array),
      hash: reader.text(),
      executedCount: reader.integer(),
      endedAt: reader.number(),
      ending: endingOf(reader.text()),
      problem: readProblem(reader),
      // A study of one run has nothing to go on from when it is finished.
      alone: null
    })
  }
  return { finished, base: bytesOf(reader), running: bytesOf(reader) }
}

const endingOf = (text: string): NetworkRun.Ending =>
  NetworkRun.endings.find((one) => one === text) ?? "dry"

const writeProblem = (
  writer: Snapshot.Writer,
  problem: NetworkRunProblem.NetworkRunProblem | null
): void => {
  writer.text(problem?.code ?? "")
  if (problem === null) return
  writer.text(problem.subject)
  writeEither(writer, problem.found)
  writeEither(writer, problem.expected)
}

const readProblem = (reader: Snapshot.Reader): NetworkRunProblem.NetworkRunProblem | null => {
  const text = reader.text()
  const code = NetworkRunProblem.codes.find((one) => one === text)
  return code === undefined
    ? null
    : NetworkRunProblem.make(code, reader.text(), readEither(reader), readEither(reader))
}

const writeEither = (writer: Snapshot.Writer, value: string | number): void => {
  writer.boolean(typeof value === "number")
  if (typeof value === "number") writer.number(value)
  else writer.text(value)
}

const readEither = (reader: Snapshot.Reader): string | number =>
  reader.boolean() ? reader.number() : reader.text()

/** An empty array stands for none. */
const bytesOf = (reader: Snapshot.Reader): Uint8Array | null => {
  const bytes = reader.array(Uint8Array)
  return bytes.length === 0 ? null : bytes
}

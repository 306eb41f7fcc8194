/**
 * Networks of every kind as tasks, and what their runs come to, in bits: the same task is given to
 * this thread, to worker threads and to a browser.
 */
import { NetworkFile, NetworkTask } from "@wangge/experiment"
import { type Bits, bitsOf } from "./kernelBits.ts"

/** A network file's content by its name. */
export type Files = Readonly<Record<string, unknown>>

/** A task with a name of its own. */
export interface NamedTask {
  readonly name: string
  readonly task: NetworkTask.Task
}

/** Customers after which a run ends that has no horizon. */
const CUSTOMERS = 300

/** Each network with addressed luck, in the mirror, and with luck in order of drawing. */
export const tasksOf = (files: Files): ReadonlyArray<NamedTask> =>
  Object.entries(files).flatMap(([name, content]) => {
    const parsed = NetworkFile.parse(content)
    if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`)
    const { network, measures = [], horizon, warmUp } = parsed.file
    const length = horizon === undefined ? { customers: CUSTOMERS } : { horizon }
    const cut = warmUp === undefined ? {} : { warmUp }
    const plan: NetworkTask.Plan = { network, measures, ...length, ...cut }
    const task = { seed: 20_260_101, replication: 3 }
    return [
      { name: `${name}, addressed`, task: { ...task, plan } },
      { name: `${name}, mirrored`, task: { ...task, plan: { ...plan, isMirrored: true } } },
      { name: `${name}, sequential`, task: { ...task, plan: { ...plan, draws: "sequential" } } }
    ]
  })

/** What a finished run came to. */
export const bitsOfAnswer = (name: string, answer: NetworkTask.Answer): Bits => {
  if (answer.kind !== "finished") throw new Error(`${name} was not finished`)
  const { hash, values, parts } = answer.replication
  return { name, hash, values: [...values, ...parts].map(bitsOf) }
}

/** Runs the tasks right here. */
export const run = (tasks: ReadonlyArray<NamedTask>): ReadonlyArray<Bits> =>
  tasks.map(({ name, task }) => {
    const work = NetworkTask.start(task)
    for (;;) {
      const answer = work.advance()
      if (answer !== null) return bitsOfAnswer(name, answer)
    }
  })

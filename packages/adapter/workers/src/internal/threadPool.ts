/**
 * A pool of worker threads that take the next waiting task as soon as they are free. Threads
 * start when there is work for them, keep the process alive only while they work, and are ended
 * in the middle of a task when its batch is aborted: a running simulation cannot be asked to stop.
 */
import { Worker } from "node:worker_threads"
import type { Replication, Runner } from "@wangge/simulator"
import { WorkerError } from "../WorkerError.ts"
import type { Answer, Order } from "./threadMessage.ts"

/** The tasks of one call; results stand in the order of the tasks. */
interface Batch {
  readonly results: Array<Replication.Replication>
  readonly onDone: () => void
  readonly resolve: (results: ReadonlyArray<Replication.Replication>) => void
  readonly reject: (reason: unknown) => void
  /** Tasks without a result yet. */
  openCount: number
}

/** One task with its place in its batch. */
interface Job {
  readonly batch: Batch
  readonly task: Runner.Task
  readonly index: number
}

/** One thread, what it is doing, and the scenario it knows. */
interface Member {
  readonly worker: Worker
  job: Job | null
  scenario: Runner.Task["scenario"] | null
}

/** Threads that share one queue. */
export class ThreadPool {
  readonly #entry: URL
  readonly #threadCountMax: number
  readonly #members = new Set<Member>()
  readonly #queue: Array<Job> = []
  #isClosed = false

  constructor(options: { readonly entry: URL; readonly threadCountMax: number }) {
    this.#entry = options.entry
    this.#threadCountMax = options.threadCountMax
  }

  run(
    tasks: ReadonlyArray<Runner.Task>,
    options: { readonly onDone?: () => void; readonly signal?: AbortSignal } = {}
  ): Promise<ReadonlyArray<Replication.Replication>> {
    const { signal } = options
    return new Promise((resolve, reject) => {
      if (this.#isClosed) throw new WorkerError({ reason: "the pool is closed", task: null })
      signal?.throwIfAborted()
      if (tasks.length === 0) return resolve([])
      const onAbort = () => this.#end(batch, signal?.reason)
      const forget = () => signal?.removeEventListener("abort", onAbort)
      const batch: Batch = {
        results: [],
        openCount: tasks.length,
        onDone: options.onDone ?? (() => {}),
        resolve: (results) => {
          forget()
          resolve(results)
        },
        reject: (reason) => {
          forget()
          reject(reason)
        }
      }
      signal?.addEventListener("abort", onAbort)
      tasks.forEach((task, index) => {
        this.#queue.push({ batch, task, index })
      })
      this.#assign()
    })
  }

  /** Ends every thread; what was still running fails. */
  async close(): Promise<void> {
    this.#isClosed = true
    const open = new Set<Batch>(this.#queue.map((job) => job.batch))
    for (const { job } of this.#members) if (job !== null) open.add(job.batch)
    const ended = [...this.#members].map(({ worker }) => worker.terminate())
    this.#members.clear()
    this.#queue.length = 0
    const closed = new WorkerError({ reason: "the pool was closed", task: null })
    for (const batch of open) batch.reject(closed)
    await Promise.all(ended)
  }

  /** Gives waiting tasks to idle threads, then to new ones while there may be more. */
  #assign(): void {
    for (const member of this.#members) {
      if (member.job === null) this.#giveNext(member)
    }
    while (this.#queue.length > 0 && this.#members.size < this.#threadCountMax) {
      this.#giveNext(this.#hire())
    }
  }

  #giveNext(member: Member): void {
    const job = this.#queue.shift()
    if (job === undefined) {
      // An idle thread must not keep the process from ending.
      member.worker.unref()
      return
    }
    const { scenario, seed, replication } = job.task
    const order: Order = {
      scenario: member.scenario === scenario ? null : scenario,
      seed,
      replication
    }
    member.job = job
    member.scenario = scenario
    member.worker.ref()
    try {
      member.worker.postMessage(order)
    } catch (error) {
      // What cannot be copied to a thread (a function in a scenario) ends here.
      this.#lose(member, error)
    }
  }

  #hire(): Member {
    const member: Member = { worker: new Worker(this.#entry), job: null, scenario: null }
    member.worker.on("message", (answer: Answer) => this.#take(member, answer))
    member.worker.on("messageerror", (error) => this.#lose(member, error))
    member.worker.on("error", (error) => this.#lose(member, error))
    member.worker.on("exit", (code) =>
      this.#lose(member, new Error(`the thread ended with code ${code}`))
    )
    this.#members.add(member)
    return member
  }

  #take(member: Member, answer: Answer): void {
    const { job } = member
    // A thread that was ended may have one answer on its way still.
    if (job === null || !this.#members.has(member)) return
    member.job = null
    const { batch, index, task } = job
    if (answer.kind === "done") {
      this.#keep(batch, index, answer.replication)
    } else {
      const cause = new Error(answer.reason)
      cause.stack = answer.stack
      this.#end(batch, new WorkerError({ reason: answer.reason, task: taskName(task), cause }))
    }
    this.#assign()
    if (member.job === null) member.worker.unref()
  }

  #keep(batch: Batch, index: number, replication: Replication.Replication): void {
    batch.results[index] = replication
    batch.openCount -= 1
    try {
      batch.onDone()
      if (batch.openCount === 0) batch.resolve(batch.results)
    } catch (error) {
      this.#end(batch, error)
    }
  }

  /** A thread that is gone: its task fails, the others go on with new threads. */
  #lose(member: Member, cause: unknown): void {
    if (!this.#members.delete(member)) return
    void member.worker.terminate()
    if (member.job !== null) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      const { batch, task } = member.job
      this.#end(batch, new WorkerError({ reason, task: taskName(task), cause }))
    }
    this.#assign()
  }

  /** Gives a batch up: its waiting tasks are dropped, its running threads ended. */
  #end(batch: Batch, reason: unknown): void {
    const others = this.#queue.filter((job) => job.batch !== batch)
    this.#queue.splice(0, this.#queue.length, ...others)
    for (const member of this.#members) {
      if (member.job?.batch === batch) {
        this.#members.delete(member)
        void member.worker.terminate()
      }
    }
    batch.reject(reason)
    this.#assign()
  }
}

const taskName = ({ seed, replication }: Runner.Task) => ({ seed, replication })

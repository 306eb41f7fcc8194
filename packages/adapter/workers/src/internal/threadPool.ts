/**
 * A pool of worker threads that take the next waiting task as soon as they are free. Threads
 * start when there is work for them, keep the process alive only while they work, and are ended
 * in the middle of a task when its batch is aborted: a running simulation cannot be asked to stop.
 */
import { Worker } from "node:worker_threads"
import { type FailedTask, WorkerError } from "../WorkerError.ts"
import type { Answer, Errand, Order } from "./threadMessage.ts"

/** The errands of one call; results stand in their order. */
interface Batch<Result> {
  readonly results: Array<Result>
  readonly onDone: () => void
  readonly onProgress: (share: number) => void
  readonly resolve: (results: ReadonlyArray<Result>) => void
  readonly reject: (reason: unknown) => void
  readonly isPaused: () => boolean
  /** Errands without a result yet. */
  openCount: number
}

/** One errand with its place in its batch. */
interface Job<Shared extends object, Own extends FailedTask, Result> {
  readonly batch: Batch<Result>
  readonly errand: Errand<Shared, Own>
  readonly index: number
}

/** One thread, what it is doing, and the shared part that it knows. */
interface Member<Shared extends object, Own extends FailedTask, Result> {
  readonly worker: Worker
  job: Job<Shared, Own, Result> | null
  shared: Shared | null
}

/** What a caller may hear of its errands, and how it stops them. */
export interface RunOptions {
  /** Called once after each finished errand, in any order. */
  readonly onDone?: () => void
  /** Called with the share of an errand that is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void
  /** When aborted, threads in the middle of an errand are ended. */
  readonly signal?: AbortSignal
  /** When aborted, threads are asked to answer early with what they have. */
  readonly pause?: AbortSignal
}

/** Threads that share one queue. */
export class ThreadPool<Shared extends object, Own extends FailedTask, Result> {
  readonly #entry: URL
  readonly #threadCountMax: number
  readonly #members = new Set<Member<Shared, Own, Result>>()
  readonly #queue: Array<Job<Shared, Own, Result>> = []
  #isClosed = false

  constructor(options: { readonly entry: URL; readonly threadCountMax: number }) {
    this.#entry = options.entry
    this.#threadCountMax = options.threadCountMax
  }

  run(
    errands: ReadonlyArray<Errand<Shared, Own>>,
    options: RunOptions = {}
  ): Promise<ReadonlyArray<Result>> {
    const { signal, pause } = options
    return new Promise((resolve, reject) => {
      if (this.#isClosed) throw new WorkerError({ reason: "the pool is closed", task: null })
      signal?.throwIfAborted()
      if (errands.length === 0) return resolve([])
      const onAbort = () => this.#end(batch, signal?.reason)
      const onPause = () => this.#pause(batch)
      const forget = () => {
        signal?.removeEventListener("abort", onAbort)
        pause?.removeEventListener("abort", onPause)
      }
      const batch: Batch<Result> = {
        results: [],
        openCount: errands.length,
        onDone: options.onDone ?? (() => {}),
        onProgress: options.onProgress ?? (() => {}),
        isPaused: () => pause?.aborted === true,
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
      pause?.addEventListener("abort", onPause)
      errands.forEach((errand, index) => {
        this.#queue.push({ batch, errand, index })
      })
      this.#assign()
    })
  }

  /** Ends every thread; what was still running fails. */
  async close(): Promise<void> {
    this.#isClosed = true
    const open = new Set<Batch<Result>>(this.#queue.map((job) => job.batch))
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

  #giveNext(member: Member<Shared, Own, Result>): void {
    const job = this.#queue.shift()
    if (job === undefined) {
      // An idle thread must not keep the process from ending.
      member.worker.unref()
      return
    }
    const { shared, own } = job.errand
    const isKnown = member.shared === shared
    member.job = job
    member.shared = shared
    member.worker.ref()
    try {
      this.#tell(member, { kind: "work", shared: isKnown ? null : shared, own })
      if (job.batch.isPaused()) this.#tell(member, { kind: "pause" })
    } catch (error) {
      // What cannot be copied to a thread (a function in a scenario) ends here.
      this.#lose(member, error)
    }
  }

  #tell(member: Member<Shared, Own, Result>, order: Order<Shared, Own>): void {
    member.worker.postMessage(order)
  }

  #pause(batch: Batch<Result>): void {
    for (const member of this.#members) {
      if (member.job?.batch === batch) this.#tell(member, { kind: "pause" })
    }
  }

  #hire(): Member<Shared, Own, Result> {
    const worker = new Worker(this.#entry)
    const member: Member<Shared, Own, Result> = { worker, job: null, shared: null }
    worker.on("message", (answer: Answer<Result>) => this.#take(member, answer))
    worker.on("messageerror", (error) => this.#lose(member, error))
    worker.on("error", (error) => this.#lose(member, error))
    worker.on("exit", (code) => this.#lose(member, new Error(`the thread ended with code ${code}`)))
    this.#members.add(member)
    return member
  }

  #take(member: Member<Shared, Own, Result>, answer: Answer<Result>): void {
    const { job } = member
    // A thread that was ended may have one answer on its way still.
    if (job === null || !this.#members.has(member)) return
    const { batch, index, errand } = job
    if (answer.kind === "progress") {
      this.#report(batch, answer.share)
      return
    }
    member.job = null
    if (answer.kind === "done") {
      this.#keep(batch, index, answer.result)
    } else {
      const cause = new Error(answer.reason)
      cause.stack = answer.stack
      this.#end(batch, new WorkerError({ reason: answer.reason, task: taskName(errand), cause }))
    }
    this.#assign()
    if (member.job === null) member.worker.unref()
  }

  #report(batch: Batch<Result>, share: number): void {
    try {
      batch.onProgress(share)
    } catch (error) {
      this.#end(batch, error)
    }
  }

  #keep(batch: Batch<Result>, index: number, result: Result): void {
    batch.results[index] = result
    batch.openCount -= 1
    try {
      batch.onDone()
      if (batch.openCount === 0) batch.resolve(batch.results)
    } catch (error) {
      this.#end(batch, error)
    }
  }

  /** A thread that is gone: its task fails, the others go on with new threads. */
  #lose(member: Member<Shared, Own, Result>, cause: unknown): void {
    if (!this.#members.delete(member)) return
    void member.worker.terminate()
    if (member.job !== null) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      const { batch, errand } = member.job
      this.#end(batch, new WorkerError({ reason, task: taskName(errand), cause }))
    }
    this.#assign()
  }

  /** Gives a batch up: its waiting tasks are dropped, its running threads ended. */
  #end(batch: Batch<Result>, reason: unknown): void {
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

const taskName = ({ own }: Errand<object, FailedTask>): FailedTask => ({
  seed: own.seed,
  replication: own.replication
})

/**
 * Times to an end when some have not ended yet. Leaving the open ones out would make a town that
 * lets its hard cases lie look fast; the Kaplan-Meier estimate counts each of them as still running
 * at its age.
 */

/** Durations in hours: of what ended, and the ages so far of what is still open. */
export class Durations {
  private readonly ended: Array<number> = []
  private readonly running: Array<number> = []

  /** Adds something that took so long. */
  end(hours: number): void {
    this.ended.push(hours)
  }

  /** Adds something that has run so long and is not over. */
  run(hours: number): void {
    this.running.push(hours)
  }

  /**
   * The time by which a share of all has ended: the smallest one at which the estimated share
   * reaches `probability`. NaN where it is not reached, so many still run.
   *
   * At equal times an end comes before an age: what is open at that age was open when the other
   * ended. Without open ones this is the smallest value of the sample with that share at or below.
   *
   * @source E. L. Kaplan, P. Meier, "Nonparametric Estimation from Incomplete Observations",
   *   Journal of the American Statistical Association 53 (1958), product-limit estimate
   */
  quantile(probability: number): number {
    const ended = [...this.ended].sort((left, right) => left - right)
    const running = [...this.running].sort((left, right) => left - right)
    let atRisk = ended.length + running.length
    let open = 1
    let next = 0
    for (const hours of ended) {
      while (next < running.length && running[next]! < hours) {
        next += 1
        atRisk -= 1
      }
      open *= (atRisk - 1) / atRisk
      atRisk -= 1
      if (1 - open >= probability - rounding) return hours
    }
    return Number.NaN
  }
}

/** Product and share differ by rounding: a share this near counts as reached. */
const rounding = 1e-9

/**
 * Quantiles of any number of values in bounded memory: how many fell into each bucket, of which 4,096
 * lie between a power of two and the next. Buckets are cut by the bits of the value, so nothing is
 * computed that could be rounded, and each keeps its least and largest value, so a quantile is exact
 * where all that is in its bucket is the same.
 */
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

const numbers = new Float64Array(1)
const words = new Int32Array(numbers.buffer)
numbers[0] = 1
/** Which half of a 64-bit number holds the sign and exponent on this machine. */
const HIGH = words[1] === 0 ? 0 : 1

/** Buckets between a power of two and the next, as a power of two. */
const SIZE_BITS = 12
const SIZE = 1 << SIZE_BITS
/** What the upper half of a number has beyond the sign, the exponent and the bits of the bucket. */
const DROPPED_BITS = 20 - SIZE_BITS
/** Powers of two that a number can have, once for each sign. */
const PAGE_COUNT = 1 << SIZE_BITS

/** The buckets between a power of two and the next. */
interface Page {
  /** Values of the section under way. */
  readonly counts: Float64Array
  /** Of all sections; an infinite minimum where nothing was seen. */
  readonly minima: Float64Array
  readonly maxima: Float64Array
}

/** What fell into the buckets of a section, in ascending order of the buckets. */
interface Section {
  readonly buckets: Int32Array
  readonly counts: Float64Array
}

/** Values by bucket, in sections. */
export class Buckets {
  private readonly pages: Array<Page | null> = new Array<Page | null>(PAGE_COUNT).fill(null)
  private readonly sections: Array<Section> = []

  /** Adds a value to the section under way. */
  add(value: number): void {
    const bucket = bucketOf(value)
    const page = this.pageOf(bucket)
    const place = bucket & (SIZE - 1)
    page.counts[place]!++
    if (value < page.minima[place]!) page.minima[place] = value
    if (value > page.maxima[place]!) page.maxima[place] = value
  }

  /** Ends a section. */
  mark(): void {
    this.sections.push(this.underWay())
    for (const page of this.pages) page?.counts.fill(0)
  }

  /**
   * The quantile (definition 7 of Hyndman and Fan) of the sections from `first` to before `end`, the
   * one under way being the last; NaN without values. Off by less than 1/4096 of its size.
   */
  quantile(probability: number, first: number, end: number): number {
    const sections = [...this.sections, this.underWay()].slice(first, end)
    const totals = new Map<number, Float64Array>()
    let count = 0
    for (const section of sections) count += addTo(totals, section)
    if (count === 0) return Number.NaN
    const place = probability * (count - 1)
    const below = Math.floor(place)
    const low = this.ranked(totals, below)
    const part = place - below
    return part === 0 ? low : between(low, this.ranked(totals, below + 1), part)
  }

  /** Writes what was added. */
  save(writer: Writer): void {
    writer.integer(this.sections.length)
    for (const section of [...this.sections, this.underWay()]) {
      writer.array(section.buckets)
      writer.array(section.counts)
    }
    const seen = this.filled((page, place) => page.minima[place]! < Number.POSITIVE_INFINITY)
    const of = (pick: (page: Page) => Float64Array): Float64Array =>
      Float64Array.from(seen, (bucket) => pick(this.pageOf(bucket))[bucket & (SIZE - 1)]!)
    writer.array(Int32Array.from(seen))
    writer.array(of(({ minima }) => minima))
    writer.array(of(({ maxima }) => maxima))
  }

  /** Becomes what was written; nothing was added here. */
  restore(reader: Reader): void {
    const section = (): Section => ({
      buckets: reader.array(Int32Array),
      counts: reader.array(Float64Array)
    })
    for (let left = reader.integer(); left > 0; left--) this.sections.push(section())
    const { buckets, counts } = section()
    const seen = reader.array(Int32Array)
    const minima = reader.array(Float64Array)
    const maxima = reader.array(Float64Array)
    for (const [index, bucket] of seen.entries()) {
      const page = this.pageOf(bucket)
      page.minima[bucket & (SIZE - 1)] = minima[index]!
      page.maxima[bucket & (SIZE - 1)] = maxima[index]!
    }
    for (const [index, bucket] of buckets.entries()) {
      this.pageOf(bucket).counts[bucket & (SIZE - 1)] = counts[index]!
    }
  }

  private pageOf(bucket: number): Page {
    const index = bucket >> SIZE_BITS
    const known = this.pages[index]
    if (known != null) return known
    const page: Page = {
      counts: new Float64Array(SIZE),
      minima: new Float64Array(SIZE).fill(Number.POSITIVE_INFINITY),
      maxima: new Float64Array(SIZE).fill(Number.NEGATIVE_INFINITY)
    }
    this.pages[index] = page
    return page
  }

  /** The section that no mark has ended. */
  private underWay(): Section {
    const buckets = Int32Array.from(this.filled((page, place) => page.counts[place]! > 0))
    const counts = Float64Array.from(
      buckets,
      (bucket) => this.pageOf(bucket).counts[bucket & (SIZE - 1)]!
    )
    return { buckets, counts }
  }

  /** The buckets of which something holds, in ascending order. */
  private filled(holds: (page: Page, place: number) => boolean): ReadonlyArray<number> {
    const buckets: Array<number> = []
    for (const [index, page] of this.pages.entries()) {
      if (page === null) continue
      for (let place = 0; place < SIZE; place++) {
        if (holds(page, place)) buckets.push((index << SIZE_BITS) + place)
      }
    }
    return buckets
  }

  /** The value that so many are before; those of a bucket as if they were evenly spread in it. */
  private ranked(totals: ReadonlyMap<number, Float64Array>, rank: number): number {
    let left = rank
    for (const [index, page] of this.pages.entries()) {
      const counts = totals.get(index)
      if (page === null || counts === undefined) continue
      for (let place = 0; place < SIZE; place++) {
        const count = counts[place]!
        if (left < count) {
          const part = count === 1 ? 0.5 : left / (count - 1)
          return between(page.minima[place]!, page.maxima[place]!, part)
        }
        left -= count
      }
    }
    return Number.NaN
  }
}

/** The bucket of a value: ascending with it, negative ones before the others. */
const bucketOf = (value: number): number => {
  numbers[0] = value + 0
  const high = words[HIGH]!
  const ascending = high < 0 ? high ^ 0x7fffffff : high
  return (ascending >> DROPPED_BITS) + (PAGE_COUNT << (SIZE_BITS - 1))
}

/** Adds a section to totals by page; how many values it has. */
const addTo = (totals: Map<number, Float64Array>, { buckets, counts }: Section): number => {
  let sum = 0
  for (const [index, bucket] of buckets.entries()) {
    const page = bucket >> SIZE_BITS
    const total = totals.get(page) ?? new Float64Array(SIZE)
    totals.set(page, total)
    total[bucket & (SIZE - 1)]! += counts[index]!
    sum += counts[index]!
  }
  return sum
}

const between = (low: number, high: number, part: number): number =>
  low === high ? low : low + part * (high - low)

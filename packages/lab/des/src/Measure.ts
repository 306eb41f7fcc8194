/**
 * What a network run is asked for: a quantity, a statistic of it, and where: `wait.q(0.95)@desk/vip`.
 * Read from text or written as data; checked against the network before anything runs.
 *
 * Which customers count: at a station those who came to it at the end of the warm-up or later, end to
 * end those who arrived in the network then or later. Who has not finished when the run ends has no
 * wait, sojourn or service yet and is left out of those; as theirs are longer than others', the means of
 * a short run are too small, by about the share of those inside among those that count.
 */
import { quantities } from "./internal/measureQuantities.ts"
import * as measureText from "./internal/measureText.ts"
import { nearest } from "./internal/nearest.ts"
import * as MeasureProblem from "./MeasureProblem.ts"
import type * as Network from "./Network.ts"

/**
 * What can be measured.
 *
 * One value per customer: `wait` from joining a station until service first begins there; `sojourn`
 * from joining until leaving it, of those who finished there; `service` the length of the finished
 * service; end to end (without a station), of those who departed done, the sum of the waits (until service or giving up), the time
 * from arrival to departure, the sum of the services. One value per time: `busyPeriod` from the first
 * server at work until the station is empty for some time: who comes back at once prolongs it.
 *
 * Levels: `number` of customers, `queue` of those waiting, `busy` servers at work, `blocked` customers
 * that were served and hold their server, servers `onDuty`, servers in `overtime` (at work though off
 * duty). Shares: `utilisation` of the time on duty at work, `occupation` at work or held; of the
 * customers that came: `waited` longer than 0, `lost` for want of room, `balked`, `abandoned` (gave up
 * waiting); `inTime` of those with a deadline that departed or passed it, done before it.
 * `throughput`: services finished (customers done) per unit of time. `deadlockTime`: when the network
 * stood still for ever.
 *
 * @source none: our own names for the usual notions of queueing theory
 * @category measures
 * @since 0.1.0
 */
export type Quantity = keyof typeof quantities

/**
 * A statistic: mean (over customers, or over time for a level), standard deviation, the quantile of a
 * probability, the share up to a limit, the share of time at a level.
 *
 * @category measures
 * @since 0.1.0
 */
export type Statistic =
  | { readonly kind: "mean" }
  | { readonly kind: "sd" }
  | { readonly kind: "q"; readonly probability: number }
  | { readonly kind: "upTo"; readonly limit: number }
  | { readonly kind: "is"; readonly level: number }

/**
 * One measure.
 *
 * @category measures
 * @since 0.1.0
 */
export interface Measure {
  readonly quantity: Quantity
  readonly statistic: Statistic
  /** Of a level: the time, from the start of the run, at which it is looked at; null for always. */
  readonly at: number | null
  /** Id of a station; null for the whole network, or end to end. */
  readonly station: string | null
  /**
   * Id of a class; null for all. At a station it is the class that the customer has there or, turned
   * away, would have had; end to end
   * and in shares of the whole network the one that it arrived with.
   */
  readonly class: string | null
}

/**
 * What a value is: a time in the network's unit, a share from 0 to 1, a number, or a number per time.
 *
 * @category measures
 * @since 0.1.0
 */
export type Unit = "time" | "share" | "number" | "rate"

/**
 * A measure from text: `quantity[.statistic][@station][/class]`.
 *
 * Statistics: `mean`, `sd`, `q(0.95)`, `upTo(1.5)` of times; `mean`, `is(3)`, `q(0.9)`, `at(5)` and
 * `is(3).at(5)` of levels; the mean is meant where none is said. The problem names the part that is
 * wrong and what was probably meant.
 *
 * ```ts
 * import { Measure } from "@wangge/des"
 *
 * Measure.parse("wait.q(0.95)@desk/vip")
 * // => { ok: true, value: { quantity: "wait", statistic: { kind: "q", probability: 0.95 }, at: null, station: "desk", class: "vip" } }
 * const answer = Measure.parse("sojorn.mean")
 * answer.ok ? "" : answer.problem.expected // => "\"sojourn\""
 * ```
 *
 * @category measures
 * @since 0.1.0
 */
export const parse = (text: string): MeasureProblem.Outcome<Measure> => measureText.parse(text)

/**
 * The text of a measure, which {@link parse} reads back.
 *
 * ```ts
 * import { Measure } from "@wangge/des"
 *
 * Measure.toText({ quantity: "lost", statistic: { kind: "mean" }, at: null, station: "desk", class: null })
 * // => "lost@desk"
 * ```
 *
 * @category measures
 * @since 0.1.0
 */
export const toText = (measure: Measure): string => measureText.toText(measure)

/**
 * The measure of a network, from text or data; refuses what the network has not: unknown stations
 * and classes, the utilisation of a station with as many servers as are needed, the deadline of those
 * who have none.
 *
 * ```ts
 * import { Measure, Network } from "@wangge/des"
 *
 * const network = Network.make({
 *   sources: [{ id: "street", arrivals: { kind: "poisson", rate: 9 }, to: "desk" }],
 *   stations: [{ id: "desk", servers: 10, service: { kind: "exponential", mean: 1 } }]
 * })
 * const answer = Measure.of(network, "wait.mean@dsek")
 * answer.ok ? "" : answer.problem.code // => "UnknownStation"
 * ```
 *
 * @category measures
 * @since 0.1.0
 */
export const of = (
  network: Network.Network,
  given: string | Measure
): MeasureProblem.Outcome<Measure> => {
  // Data goes the way of text too, so that it meets the same checks.
  const parsed = measureText.parse(typeof given === "string" ? given : toText(given))
  if (!parsed.ok) return parsed
  const problem = problemIn(network, parsed.value)
  return problem === null ? parsed : { ok: false, problem }
}

/**
 * The measures that people ask of every network first: end to end wait and sojourn, throughput, and at
 * each station wait, queue length and utilisation, with losses, abandonments and punctuality where the
 * network has such.
 *
 * ```ts
 * import { Measure, Network } from "@wangge/des"
 *
 * const network = Network.make({
 *   sources: [{ id: "street", arrivals: { kind: "poisson", rate: 9 }, to: "desk" }],
 *   stations: [{ id: "desk", servers: 10, service: { kind: "exponential", mean: 1 }, room: 12 }]
 * })
 * Measure.usual(network).map(Measure.toText)
 * // => ["sojourn.mean", "throughput", "wait.mean@desk", "wait.q(0.95)@desk", "waited@desk", "queue.mean@desk", "utilisation@desk", "lost@desk"]
 * ```
 *
 * @source none: our own choice
 * @category measures
 * @since 0.1.0
 */
export const usual = (network: Network.Network): ReadonlyArray<Measure> => {
  const { classes, stations } = network.declaration
  const texts = ["sojourn.mean", "throughput"]
  if (classes.some(({ deadline }) => deadline !== undefined)) texts.push("inTime")
  for (const station of stations) {
    const at = `@${station.id}`
    const waits = ["wait.mean", "wait.q(0.95)", "waited", "queue.mean"]
    const isInfinite = station.servers === "infinite"
    if (!isInfinite && station.discipline !== "sharing")
      texts.push(...waits.map((text) => text + at))
    texts.push(isInfinite ? `number.mean${at}` : `utilisation${at}`)
    if (station.room !== undefined) texts.push(`lost${at}`)
    if (station.balking !== undefined) texts.push(`balked${at}`)
    if (station.patience !== undefined) texts.push(`abandoned${at}`)
  }
  return texts.flatMap((text) => {
    const measure = of(network, text)
    return measure.ok ? [measure.value] : []
  })
}

/**
 * What the value of a measure is.
 *
 * ```ts
 * import { Measure } from "@wangge/des"
 *
 * const answer = Measure.parse("wait.upTo(2)@desk")
 * answer.ok && Measure.unit(answer.value) // => "share"
 * ```
 *
 * @category measures
 * @since 0.1.0
 */
export const unit = ({ quantity, statistic }: Measure): Unit =>
  statistic.kind === "upTo" || statistic.kind === "is" ? "share" : quantities[quantity].unit

/**
 * A measure in words, for tables.
 *
 * ```ts
 * import { Measure } from "@wangge/des"
 *
 * const answer = Measure.parse("wait.q(0.95)@desk/vip")
 * answer.ok && Measure.label(answer.value).en // => "wait, 95 % quantile, desk, vip"
 * answer.ok && Measure.label(answer.value).zh // => "等待时间,95%分位数,desk,vip"
 * ```
 *
 * @category measures
 * @since 0.1.0
 */
export const label = (measure: Measure): { readonly en: string; readonly zh: string } => {
  const { en, zh, kind } = quantities[measure.quantity]
  const statistic = kind === "count" ? { en: "", zh: "" } : statisticLabel(measure)
  const { at } = measure
  const moment = at === null ? { en: "", zh: "" } : { en: `at ${at}`, zh: `时刻${at}` }
  const place = [measure.station ?? "", measure.class ?? ""]
  const isSaid = (part: string): boolean => part !== ""
  return {
    en: [en, statistic.en, moment.en, ...place].filter(isSaid).join(", "),
    zh: [zh, statistic.zh, moment.zh, ...place].filter(isSaid).join(",")
  }
}

const statisticLabel = ({ statistic }: Measure): { readonly en: string; readonly zh: string } => {
  switch (statistic.kind) {
    case "mean":
      return { en: "mean", zh: "平均" }
    case "sd":
      return { en: "standard deviation", zh: "标准差" }
    case "q": {
      const percent = Number((100 * statistic.probability).toPrecision(12))
      return { en: `${percent} % quantile`, zh: `${percent}%分位数` }
    }
    case "upTo":
      return { en: `share up to ${statistic.limit}`, zh: `不超过${statistic.limit}的比例` }
    case "is":
      return { en: `share at ${statistic.level}`, zh: `等于${statistic.level}的比例` }
  }
}

const problemIn = (
  network: Network.Network,
  measure: Measure
): MeasureProblem.MeasureProblem | null => {
  const { classes, stations } = network.declaration
  const text = toText(measure)
  const stationIds = stations.map(({ id }) => id)
  const classIds = classes.map(({ id }) => id)
  if (measure.station !== null && !stationIds.includes(measure.station)) {
    const expected = nearest(measure.station, stationIds)
    return MeasureProblem.make("UnknownStation", text, measure.station, expected)
  }
  if (measure.class !== null && !classIds.includes(measure.class)) {
    const expected = nearest(measure.class, classIds)
    return MeasureProblem.make("UnknownClass", text, measure.class, expected)
  }
  const watched = stations.filter(({ id }) => measure.station === null || id === measure.station)
  if (measure.quantity === "busy" && measure.class !== null) {
    const shared = watched.find(({ discipline }) => discipline === "sharing")
    return shared === undefined
      ? null
      : notAt(text, shared.id, "its servers are shared by all classes")
  }
  if (["utilisation", "occupation", "onDuty", "overtime"].includes(measure.quantity)) {
    const infinite = watched.find(({ servers }) => servers === "infinite")
    return infinite === undefined
      ? null
      : notAt(text, infinite.id, "it has as many servers as are needed")
  }
  const late = classes.filter(({ id }) => measure.class === null || id === measure.class)
  return measure.quantity === "inTime" && late.every(({ deadline }) => deadline === undefined)
    ? MeasureProblem.make("NoDeadline", text, lateWords(measure.class), "a class with a deadline")
    : null
}

const lateWords = (id: string | null): string =>
  id === null ? "any class" : `class ${JSON.stringify(id)}`

const notAt = (text: string, station: string, why: string): MeasureProblem.MeasureProblem =>
  MeasureProblem.make("NotAtThisStation", text, station, why)

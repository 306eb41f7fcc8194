/**
 * A comparison of networks as a person or a program reads it: both estimates side by side, their
 * difference with its interval, and what it says.
 */
import { Estimate } from "@wangge/des"
import type { NetworkComparison } from "@wangge/experiment"
import { Table } from "@wangge/report"
import type { Lang } from "./Lang.ts"
import * as NetworkJson from "./NetworkJson.ts"
import * as NetworkSheet from "./NetworkSheet.ts"

/**
 * The name of the JSON format, as its `format` field says it.
 *
 * @source none: our own name
 * @category networks
 * @since 0.1.0
 */
export const format = "wangge-network-comparison"

/**
 * The version of the JSON format.
 *
 * @source none: our own numbering
 * @category networks
 * @since 0.1.0
 */
export const version = 1

/**
 * The comparison as a table: one row for each measure and other network.
 *
 * @category networks
 * @since 0.1.0
 */
export const toText = (made: NetworkComparison.NetworkComparison, lang: Lang): string => {
  const say = words[lang]
  const [first] = made.studies
  if (first === undefined) return ""
  const names = made.studies.map(
    ({ plan }, place) => plan.network.name ?? `${say.network} ${place + 1}`
  )
  const columns = [
    { head: say.measure, align: "left" },
    { head: "1", align: "right" },
    { head: "2", align: "right" },
    { head: say.difference, align: "right" },
    { head: say.interval(NetworkSheet.percentOf(made.confidence)), align: "right" },
    { head: say.verdict, align: "left" },
    { head: "id", align: "left" }
  ] as const
  const rows = made.differences.map((one) => rowOf(made, one, lang))
  return [
    say.heading(names, first.runs.length, NetworkSheet.spanText(first, lang), first.seed),
    ...(made.forkAt === null
      ? []
      : [say.fork(made.forkAt, first.plan.network.timeUnit ?? "second")]),
    "",
    Table.align(columns, rows),
    ...made.differences.flatMap(({ measure, problem }) =>
      problem === null ? [] : [say.note(measure, problem[lang])]
    ),
    ...(made.isPrecise ? [] : [say.notPrecise]),
    `${say.hash}: ${made.studies.map(({ runHash }) => runHash).join(", ")} (${first.versions.streams})`,
    ""
  ].join("\n")
}

const rowOf = (
  made: NetworkComparison.NetworkComparison,
  { measure, network, difference }: NetworkComparison.Difference,
  lang: Lang
): ReadonlyArray<string> => {
  const say = words[lang]
  const halfWidth = difference?.estimate.halfWidth ?? null
  const mean = difference?.estimate.mean ?? null
  const ends = difference === null ? null : Estimate.range(difference.estimate)
  const { low, high } = ends ?? { low: null, high: null }
  const text = NetworkSheet.valueText(NetworkSheet.unitOf(measure), halfWidth, lang)
  const meanOf = (place: number) =>
    made.studies[place]?.measures.find((one) => one.measure === measure)?.mean ?? null
  return [
    NetworkSheet.labelOf(measure, lang),
    text(meanOf(0)),
    text(meanOf(network)),
    text(mean),
    NetworkSheet.rangeText(low, high, text, lang),
    mean === 0 && halfWidth === 0 ? say.same : say[difference?.verdict ?? "unclear"],
    measure
  ]
}

/**
 * The JSON object of a comparison, with a fixed order of keys.
 *
 * @category networks
 * @since 0.1.0
 */
export const toJson = (made: NetworkComparison.NetworkComparison, wangge: string): string => {
  const [first] = made.studies
  const content = {
    format,
    version,
    forkAt: made.forkAt,
    seed: first?.seed ?? null,
    replications: first?.runs.length ?? 0,
    confidence: made.confidence,
    isPrecise: made.isPrecise,
    versions: { wangge, streams: first?.versions.streams ?? null },
    networks: made.studies.map(({ plan, runHash, measures }) => ({
      name: plan.network.name ?? null,
      runHash,
      measures: measures.map(NetworkJson.recordOf)
    })),
    differences: made.differences.map(({ measure, network, difference, problem }) => ({
      measure,
      network,
      mean: difference?.estimate.mean ?? null,
      halfWidth: difference?.estimate.halfWidth ?? null,
      verdict: difference?.verdict ?? "unclear",
      correlation: difference?.correlation ?? null,
      varianceRatio: difference?.varianceRatio ?? null,
      count: difference?.estimate.count ?? 0,
      problem
    }))
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

const words = {
  en: {
    measure: "measure",
    network: "network",
    difference: "2 less 1",
    interval: (percent: string) => `${percent} interval`,
    verdict: "2 is",
    less: "less",
    greater: "greater",
    unclear: "unclear",
    same: "the same in all runs",
    hash: "Run hashes",
    heading: (names: ReadonlyArray<string>, runs: number, span: string, seed: number) =>
      `1: ${names[0]}; 2: ${names[1]}; ${runs} runs under the same luck, ${span}, seed ${seed}`,
    note: (measure: string, why: string) => `No interval for ${measure}: ${why}`,
    fork: (at: number, unit: string) => `Both are 1 up to ${at} (${unit}).`,
    notPrecise: "The wanted precision was not reached: allow more runs with --replications."
  },
  zh: {
    measure: "指标",
    network: "网络",
    difference: "2减1",
    interval: (percent: string) => `${percent}置信区间`,
    verdict: "2",
    less: "较小",
    greater: "较大",
    unclear: "不明",
    same: "各次相同",
    hash: "运行哈希",
    heading: (names: ReadonlyArray<string>, runs: number, span: string, seed: number) =>
      `1:${names[0]};2:${names[1]};在相同随机数下各运行${runs}次,${span},种子 ${seed}`,
    note: (measure: string, why: string) => `${measure} 无置信区间:${why}`,
    fork: (at: number, unit: string) => `${at}(${unit})之前两者均为1。`,
    notPrecise: "未达到要求的精度:可用 --replications 允许更多次运行。"
  }
} as const

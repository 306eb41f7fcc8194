/**
 * The profiles that come with the package: a base one, four localities' own, and a generic one. They
 * are read as part of `CaseProfile`. All but the base one keep the literal types of their moves, so
 * that TypeScript knows which commands each has: see `ProfileCommand`.
 */
import type { CaseProfile } from "./CaseProfile.ts"
import { closedLoop as closedLoopData } from "./internal/profileClosedLoop.ts"
import { containment as containmentData } from "./internal/profileContainment.ts"
import { base as baseData } from "./internal/profileData.ts"
import { digitalCity as digitalCityData } from "./internal/profileDigitalCity.ts"
import { fiveStep as fiveStepData } from "./internal/profileFiveStep.ts"
import { threeMatter as threeMatterData } from "./internal/profileThreeMatter.ts"

/**
 * The base life cycle: every move of the usual chain, four levels, limits in calendar time.
 *
 * ```ts
 * import { CaseProfile } from "@wangge/cases"
 *
 * CaseProfile.base.limits.Urgent.resolveSec // => 86400
 * ```
 *
 * @source none: the usual chain of case platforms; every number carries its own provenance
 * @category profiles
 * @since 0.1.0
 */
export const base: CaseProfile = baseData

/**
 * The five-step method of Helong: collect, verify and assess, sort and handle, handle within the
 * limit, follow up. A case that nobody has verified cannot be sorted, and a dissatisfied reporter
 * reopens the case.
 *
 * ```ts
 * import { CaseProfile } from "@wangge/cases"
 *
 * CaseProfile.fiveStep.steps.length // => 5
 * ```
 *
 * @source Helong, article by the city party committee's organisation department, undated: 五步工作法
 * names the five steps; limits and policy numbers are assumed and say so
 * @category profiles
 * @since 0.1.0
 */
export const fiveStep = fiveStepData

/**
 * The closed loop of Longxian: the grid finds, the community responds, tiers respond in turn,
 * helpers handle jointly. What a grid worker reports was seen on the spot, so a reported case can
 * be triaged without being verified first; what the grid cannot do moves up one tier.
 *
 * ```ts
 * import { CaseProfile } from "@wangge/cases"
 *
 * CaseProfile.closedLoop.steps.map((step) => step.label.zh)
 * // => ["网格发现", "社区响应", "分级响应", "联动处置"]
 * ```
 *
 * @source Longxian, news report on "four-quality" communities (四型社区), 2023: names the loop; that
 * triage may skip verification is our reading; limits and policy numbers are assumed and say so
 * @category profiles
 * @since 0.1.0
 */
export const closedLoop = closedLoopData

/**
 * The three-matter triage of Bagongshan: a big matter is a public affair that the council decides and
 * departments help with, a small one a public-benefit service that the council decides and the branch
 * leads, a private one the household's own, which stays in the grid and has no council item.
 *
 * ```ts
 * import { CaseProfile } from "@wangge/cases"
 *
 * CaseProfile.threeMatter.matterLevels.Private // => ["Grid"]
 * ```
 *
 * @source Bagongshan, 深化党建带群建 创新治理聚合力: 三事分流 and the steps of the red council; roles, levels
 * and gates are our reading; limits and policy numbers are assumed and say so
 * @category profiles
 * @since 0.1.0
 */
export const threeMatter = threeMatterData

/**
 * Containment and the write-off register of Jiyang: small matters stay in the community, big ones in
 * the sub-district; no case is sent out before it went through the filter by cost, conflict and
 * difficulty, and a row of the register closes only with its result.
 *
 * ```ts
 * import { CaseProfile } from "@wangge/cases"
 *
 * CaseProfile.containment.needs.Assign // => ["ResponsibleUnit", "Scores"]
 * ```
 *
 * @source Jiyang, 社区“五大体系”建设 case, 29 Oct 2018: 小事不出社区、大事不出街道, 销号管理 and the filter;
 * thresholds, limits and policy numbers are assumed and say so
 * @category profiles
 * @since 0.1.0
 */
export const containment = containmentData

/**
 * Digital urban management in its seven steps: collect information, open the case file, dispatch,
 * handle, report back, check and close, evaluate. A checker has to confirm with a photo before a case
 * is closed; nobody is called back.
 *
 * ```ts
 * import { CaseProfile } from "@wangge/cases"
 *
 * CaseProfile.digitalCity.steps.length // => 7
 * ```
 *
 * @source GB/T 30428 and CJJ/T 106: 信息收集、案卷建立、任务派遣、任务处理、处理反馈、核查结案、综合评价; roles
 * and needs are our reading; limits and policy numbers are assumed and say so
 * @category profiles
 * @since 0.1.0
 */
export const digitalCity = digitalCityData

/**
 * The ids of the profiles that come with the package.
 *
 * @source none: our own names
 * @category profiles
 * @since 0.1.0
 */
export const profileIds = [
  "base",
  "fiveStep",
  "closedLoop",
  "threeMatter",
  "containment",
  "digitalCity"
] as const

/**
 * One of {@link profileIds}.
 *
 * @category profiles
 * @since 0.1.0
 */
export type ProfileId = (typeof profileIds)[number]

/**
 * The profiles that come with the package, by id.
 *
 * ```ts
 * import { CaseProfile } from "@wangge/cases"
 *
 * CaseProfile.all.fiveStep.label.zh // => "五步工作法"
 * ```
 *
 * @category profiles
 * @since 0.1.0
 */
export const all: Readonly<Record<ProfileId, CaseProfile>> = {
  base,
  fiveStep,
  closedLoop,
  threeMatter,
  containment,
  digitalCity
}

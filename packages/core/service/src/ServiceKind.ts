/**
 * What residents can order: kinds of service such as company, errands or small repairs. The list is
 * each town's own, as data; tariffs of a time bank and skills of volunteers refer to its ids.
 */
import type { Label } from "@wangge/facts"
import type { ServiceMode } from "./ServiceMode.ts"

/**
 * One kind of service.
 *
 * `skillIds` are needed whatever the order says beside; `modes` are those in which it is given.
 * `needsWitness` asks a second person at the confirmation. `minutesMax` bounds the minutes of one
 * order, all helpers together.
 *
 * @category kinds of service
 * @since 0.1.0
 */
export interface ServiceKind {
  readonly id: string
  readonly name: Label.Label
  readonly skillIds: ReadonlyArray<string>
  readonly modes: ReadonlyArray<ServiceMode>
  readonly needsWitness: boolean
  readonly minutesMax: number
}

const anyMode: ReadonlyArray<ServiceMode> = ["Free", "Paid", "ByOrder", "AtHome", "Booked"]

const kind = (
  id: string,
  name: Label.Label,
  rest: Partial<Pick<ServiceKind, "skillIds" | "modes" | "needsWitness" | "minutesMax">> = {}
): ServiceKind => ({
  id,
  name,
  skillIds: rest.skillIds ?? [],
  modes: rest.modes ?? anyMode,
  needsWitness: rest.needsWitness ?? false,
  minutesMax: rest.minutesMax ?? 480
})

/**
 * Kinds to begin with, until a town has its own list.
 *
 * Handling somebody's money (`Errands`) asks a witness. A day of eight hours is the most of one
 * order.
 *
 * ```ts
 * import { ServiceKind } from "@wangge/service"
 *
 * ServiceKind.base.map(({ id }) => id).slice(0, 3) // => ["Company", "Errands", "Housework"]
 * ```
 *
 * @source none: assumed, usual volunteer services; home study and tutoring are named in the Xixian
 * and Jiyang reports; witness and 480 minutes are ours
 * @category kinds of service
 * @since 0.1.0
 */
export const base: ReadonlyArray<ServiceKind> = [
  kind("Company", { en: "company at home", zh: "陪伴聊天" }),
  kind("Errands", { en: "shopping and errands", zh: "代购代办" }, { needsWitness: true }),
  kind("Housework", { en: "housework", zh: "家政保洁" }),
  kind("Meals", { en: "meals", zh: "助餐送餐" }),
  kind("Escort", { en: "company to a doctor", zh: "陪同就医" }),
  kind("Repair", { en: "small repairs", zh: "小修小补" }, { skillIds: ["repair"] }),
  kind("Haircut", { en: "haircut", zh: "理发" }, { skillIds: ["haircut"] }),
  kind("HomeStudy", { en: "home study", zh: "送学上门" }, { modes: ["Free", "AtHome", "Booked"] }),
  kind(
    "Tutoring",
    { en: "after-school tutoring", zh: "课后辅导" },
    { skillIds: ["tutoring"], modes: ["Free", "Centralised", "Booked"] }
  ),
  kind("Lecture", { en: "health or safety talk", zh: "健康安全讲座" }, { modes: ["Centralised"] })
]

/**
 * The kind with an id; `undefined` if the list has none. Cost: linear in the list.
 *
 * @category kinds of service
 * @since 0.1.0
 */
export const find = (kinds: ReadonlyArray<ServiceKind>, id: string): ServiceKind | undefined =>
  kinds.find((one) => one.id === id)

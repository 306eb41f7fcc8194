/**
 * The channels over which a service is given: at a counter, by phone, online, in the resident's
 * home, at a machine. Windows, opening hours and kinds of business all name channels from this
 * list.
 */
import type { Label } from "@wangge/facts"

/**
 * All channels. The position is the number used in databases: append only, never reorder.
 *
 * @source Bagongshan and Longxian reports name booked and at-home service and staff sitting in; the
 *   list itself is ours
 * @category channels
 * @since 0.1.0
 */
export const list = ["Counter", "Phone", "Online", "AtHome", "SelfService"] as const

/**
 * One of {@link list}.
 *
 * @category channels
 * @since 0.1.0
 */
export type ServiceChannel = (typeof list)[number]

/**
 * Whether somebody of the staff has to be there while the resident is served. Online service and
 * machines take what residents bring at any open second.
 *
 * ```ts
 * import { ServiceChannel } from "@wangge/service"
 *
 * ServiceChannel.list.filter(ServiceChannel.isStaffed) // => ["Counter", "Phone", "AtHome"]
 * ```
 *
 * @source none: definition
 * @category channels
 * @since 0.1.0
 */
export const isStaffed = (channel: ServiceChannel): boolean =>
  channel !== "Online" && channel !== "SelfService"

/**
 * What each channel is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<ServiceChannel, Label.Label>> = {
  Counter: { en: "counter", zh: "窗口" },
  Phone: { en: "phone", zh: "电话" },
  Online: { en: "online", zh: "网上" },
  AtHome: { en: "at home", zh: "上门" },
  SelfService: { en: "self-service machine", zh: "自助终端" }
}

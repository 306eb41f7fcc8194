/**
 * How delicate a piece of personal data is. Sensitive classes need more than ordinary ones before
 * anybody may look: separate consent or a legal duty, and an impact assessment on file.
 */
import type { Label } from "@wangge/facts"

/**
 * All classes. The position is the number used in databases: append only, never reorder or reuse a
 * position.
 *
 * @source Personal Information Protection Law of China (2021), article 28, which names the sensitive
 * ones; `Ordinary` is all the rest
 * @category data classes
 * @since 0.1.0
 */
export const list = [
  "Ordinary",
  "Health",
  "Whereabouts",
  "Minor",
  "SpecialIdentity",
  "Belief",
  "Biometric",
  "FinancialAccount"
] as const

/**
 * One class of personal data; `Minor` is any data of a child under 14.
 *
 * @category data classes
 * @since 0.1.0
 */
export type DataClass = (typeof list)[number]

/**
 * Whether a class is sensitive in the sense of the law: all are but `Ordinary`.
 *
 * ```ts
 * import { DataClass } from "@wangge/privacy"
 *
 * DataClass.list.filter(DataClass.isSensitive).length // => 7
 * ```
 *
 * @source Personal Information Protection Law of China (2021), article 28
 * @category data classes
 * @since 0.1.0
 */
export const isSensitive = (dataClass: DataClass): boolean => dataClass !== "Ordinary"

/**
 * What each class is called on a screen, in English and Chinese.
 *
 * @source none: the words of the law, shortened
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<DataClass, Label.Label>> = {
  Ordinary: { en: "ordinary", zh: "一般个人信息" },
  Health: { en: "health", zh: "医疗健康" },
  Whereabouts: { en: "whereabouts", zh: "行踪轨迹" },
  Minor: { en: "child under 14", zh: "不满十四周岁未成年人" },
  SpecialIdentity: { en: "special identity", zh: "特定身份" },
  Belief: { en: "religious belief", zh: "宗教信仰" },
  Biometric: { en: "biometric", zh: "生物识别" },
  FinancialAccount: { en: "financial account", zh: "金融账户" }
}

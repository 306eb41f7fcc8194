/**
 * A display text in the two languages that every face of Wangge speaks. The rules of the field
 * never read labels: a face picks the language of its reader.
 */

/**
 * One text in English and in simplified Chinese.
 *
 * @category labels
 * @since 0.1.0
 */
export interface Label {
  readonly en: string
  readonly zh: string
}

/**
 * Replaces every `{name}` in both languages by the value of that name; an unknown name stays as
 * it is.
 *
 * ```ts
 * import { Label } from "@wangge/facts"
 *
 * const label = Label.fill({ en: "{count} grids", zh: "{count}个网格" }, { count: 69 })
 * label // => { en: "69 grids", zh: "69个网格" }
 * ```
 *
 * @category labels
 * @since 0.1.0
 */
export const fill = (
  template: Label,
  values: Readonly<Record<string, string | number>>
): Label => ({ en: fillText(template.en, values), zh: fillText(template.zh, values) })

const fillText = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole
  )

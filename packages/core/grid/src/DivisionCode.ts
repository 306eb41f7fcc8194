/**
 * The codes of China's administrative divisions: two digits each for province, prefecture and
 * county (GB/T 2260), three for the sub-district or town (GB/T 10114), three for the community or
 * village (the state's statistics). A code says where a place lies; what it is called and whether
 * it exists is the business of a table, which `CodeScheme.checkTable` checks.
 */
import type { Label } from "@wangge/facts"
import * as CodeScheme from "./CodeScheme.ts"
import { compile } from "./internal/schemeMaking.ts"
import { roleNames } from "./Level.ts"

/**
 * The first two digits that are assigned.
 *
 * @source GB/T 2260-2007, table of provinces, autonomous regions, municipalities and special
 *   administrative regions (the same two digits as ISO 3166-2:CN, 2004)
 * @category divisions
 * @since 0.1.0
 */
export const provinces: ReadonlyArray<string> = [
  ...["11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37"],
  ...["41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54"],
  ...["61", "62", "63", "64", "65", "71", "81", "82"]
]

/**
 * Prefectures without counties whose towns lie directly under them: Dongguan, Zhongshan and
 * Danzhou. Their county part is `00`, which anywhere else only fills a code up.
 *
 * @source National Bureau of Statistics, statistical division codes as of 30 June 2023 (441900,
 *   442000 and 460400 stand there at the county level)
 * @category divisions
 * @since 0.1.0
 */
export const prefecturesWithoutCounties: ReadonlyArray<string> = ["4419", "4420", "4604"]

/**
 * The scheme of 2, 4, 6, 9 and 12 digits; codes may be filled up with zeros to 6 and to 12 digits.
 *
 * @source GB/T 2260-2007, section 3 (six digits); GB/T 10114-2003 (three more); National Bureau of
 *   Statistics, rules for compiling statistical division codes, section 1 (12 digits)
 * @category divisions
 * @since 0.1.0
 */
export const scheme: CodeScheme.CodeScheme = compile({
  levels: [
    { id: "province", name: roleNames.province, width: 2, parts: provinces },
    { id: "prefecture", name: roleNames.prefecture, width: 2 },
    {
      id: "county",
      name: roleNames.county,
      width: 2,
      wholeUnder: prefecturesWithoutCounties
    },
    { id: "subdistrict", name: roleNames.subdistrict, width: 3 },
    { id: "community", name: roleNames.community, width: 3 }
  ],
  paddedLengths: [6, 12]
})

/**
 * Reads a division's code, short (`11`) or filled up (`110000`, `110000000000`).
 *
 * Returns `BadLength`, `BadCharacter`, `ReservedZero` and `UnknownPrefix` as `CodeScheme.parse`
 * does. A filled-up code of a prefecture without counties reads as its county level: `442000`.
 *
 * ```ts
 * import { DivisionCode } from "@wangge/grid"
 *
 * const parsed = DivisionCode.parse("110101001")
 * parsed.ok && parsed.levelId // => "subdistrict"
 * const unknown = DivisionCode.parse("990101")
 * unknown.ok ? "" : unknown.problems[0]?.code // => "UnknownPrefix"
 * ```
 *
 * @category divisions
 * @since 0.1.0
 */
export const parse = (text: string): CodeScheme.Parsed => CodeScheme.parse(scheme, text)

/**
 * A range of numbers that says what a place is: `from` and `until` are both in the range.
 *
 * @category divisions
 * @since 0.1.0
 */
export interface Kind {
  readonly id: string
  readonly levelId: "subdistrict" | "community"
  readonly from: number
  readonly until: number
  readonly name: Label.Label
}

/**
 * What the three digits of a sub-district or town, and those of a community or village, say. New
 * numbers are taken from the range of the kind; a street that becomes a town gets a new code.
 *
 * @source National Bureau of Statistics, rules for compiling statistical division codes, section 2
 *   (the first three kinds after GB/T 10114-2003); rare exceptions stand in the state's own table
 * @category divisions
 * @since 0.1.0
 */
export const kinds = [
  {
    id: "street",
    levelId: "subdistrict",
    from: 1,
    until: 99,
    name: { en: "Sub-district", zh: "街道" }
  },
  { id: "town", levelId: "subdistrict", from: 100, until: 199, name: { en: "Town", zh: "镇" } },
  {
    id: "township",
    levelId: "subdistrict",
    from: 200,
    until: 399,
    name: { en: "Township", zh: "乡" }
  },
  {
    id: "likeTownship",
    levelId: "subdistrict",
    from: 400,
    until: 599,
    name: { en: "Unit like a township", zh: "类似乡级单位" }
  },
  {
    id: "residents",
    levelId: "community",
    from: 1,
    until: 199,
    name: { en: "Residents' committee", zh: "居民委员会" }
  },
  {
    id: "villagers",
    levelId: "community",
    from: 200,
    until: 399,
    name: { en: "Villagers' committee", zh: "村民委员会" }
  },
  {
    id: "likeResidents",
    levelId: "community",
    from: 400,
    until: 499,
    name: { en: "Unit like a residents' committee", zh: "类似居民委员会" }
  },
  {
    id: "likeVillagers",
    levelId: "community",
    from: 500,
    until: 599,
    name: { en: "Unit like a villagers' committee", zh: "类似村民委员会" }
  }
] as const satisfies ReadonlyArray<Kind>

/**
 * The id of one of {@link kinds}, or `unlisted` for a code of another level or range.
 *
 * @category divisions
 * @since 0.1.0
 */
export type KindId = (typeof kinds)[number]["id"] | "unlisted"

/**
 * What a code's last part says the place is.
 *
 * ```ts
 * import { DivisionCode } from "@wangge/grid"
 *
 * const parsed = DivisionCode.parse("110106101")
 * parsed.ok && DivisionCode.kindOf(parsed.code) // => "town"
 * ```
 *
 * @category divisions
 * @since 0.1.0
 */
export const kindOf = (code: CodeScheme.Code): KindId => {
  const levelIndex = CodeScheme.levelIndexOf(scheme, code)
  const { id, width } = scheme.levels[levelIndex]!
  const number = Number(code.slice(-width))
  const kind = kinds.find((one) => one.levelId === id && number >= one.from && number <= one.until)
  return kind?.id ?? "unlisted"
}

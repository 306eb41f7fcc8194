/**
 * The generated tables of `docs/model.md`: every default assumption with its reason, and every outcome
 * with its denominator, as the code has them. A test compares the page with them.
 */
import { Category } from "@wangge/cases"
import { Provenance } from "@wangge/facts"
import { Assumption, Outcome, Preset } from "@wangge/simulator"

const helong = Preset.find("helong")
if (helong === undefined) throw new Error("the preset of Helong is missing")
const rows = Assumption.rows(helong)

/** @param {ReadonlyArray<string>} cells */
const line = (cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`

/** @param {ReadonlyArray<string>} head @param {ReadonlyArray<ReadonlyArray<string>>} body */
const table = (head, body) =>
  [line(head), line(head.map(() => "---")), ...body.map(line)].join("\n")

/** Numbers of a place, and long lists, stand elsewhere: in the localities and the table below. */
const isListed = (/** @type {string} */ path) =>
  !/^(territory|staff\.(?!leaveShare)|demand\.(categories|hourShape|weekdayShape))/.test(path)

const numbers = () =>
  table(
    ["assumption", "path", "default", "kind and reason"],
    rows
      .filter(({ path }) => isListed(path))
      .map((row) => [
        row.label.en,
        `\`${row.path}\``,
        `${row.value} ${row.unit}`,
        `${row.provenance.kind}: ${Provenance.describe(row.provenance)}`
      ])
  )

const categories = () => {
  /** @param {string} path */
  const value = (path) => rows.find((row) => row.path === path)?.value ?? Number.NaN
  return table(
    [
      "category",
      "share",
      "grid / community / sub-district / department",
      "work",
      "lead",
      "seen by patrols"
    ],
    Category.list.map((category) => {
      const path = `demand.categories.${category}`
      const levels = ["Grid", "Community", "Subdistrict", "Department"]
      return [
        Category.labels[category].en,
        String(value(`${path}.share`)),
        levels.map((level) => value(`${path}.levelShares.${level}`)).join(" / "),
        `${value(`${path}.workMinMedian`)} min`,
        `${value(`${path}.leadDaysMedian`)} days`,
        helong.demand.categories[category]?.isVisible ? "yes" : "no"
      ]
    })
  )
}

const outcomes = () =>
  table(
    ["outcome", "unit", "what it counts"],
    Outcome.definitions.map((one) => [`\`${one.id}\``, one.unit, one.definition.en])
  )

/** @type {Readonly<Record<string, () => string>>} */
const makers = { numbers, categories, outcomes }

/**
 * The page with the text between the marks of each table replaced.
 *
 * @param {string} page
 */
export const withTables = (page) =>
  Object.entries(makers).reduce((text, [name, make]) => {
    const marks = new RegExp(
      `(<!-- ${name}: made by npm run model:tables -->\n)[\\s\\S]*?(<!-- end -->)`
    )
    if (!marks.test(text)) throw new Error(`the page has no marks for the table ${name}`)
    return text.replace(marks, (_, begin, end) => `${begin}\n${make()}\n\n${end}`)
  }, page)

/**
 * The page of the docs about one case profile: its pictures as `wangge profile` draws them, and its
 * tables. `npm run profiles` writes the pages; a test holds them against this.
 */
import { type CaseProfile, ProfileGraph } from "@wangge/cases"
import * as ProfileTable from "./ProfileTable.ts"

/**
 * The page as Markdown.
 *
 * @category profiles
 * @since 0.1.0
 */
export const toMarkdown = (profile: CaseProfile.CaseProfile): string => {
  const { id, label } = profile
  return [
    `# Profile \`${id}\`: ${label.en} (${label.zh})`,
    "",
    "Written by `npm run profiles` from the data that the rules are compiled from; edit the profile,",
    `not this page. The pictures are those of \`wangge profile ${id} --format mermaid\`, the tables`,
    `those of \`wangge profile ${id}\`; \`wangge profile --check ${id}\` proves that every case comes`,
    "to an end. A question mark stands behind an action whose condition decides.",
    "",
    "```mermaid",
    ProfileGraph.toMermaid(profile, "en").trimEnd(),
    "```",
    ...ProfileTable.tables(profile, "en").flatMap(tableLines),
    "",
    "## 中文",
    "",
    "```mermaid",
    ProfileGraph.toMermaid(profile, "zh").trimEnd(),
    "```",
    ""
  ].join("\n")
}

const tableLines = ({ body, heads, title }: ProfileTable.Rows): ReadonlyArray<string> => [
  "",
  `## ${title}`,
  "",
  row(heads),
  row(heads.map(() => "---")),
  ...body.map(row)
]

const row = (cells: ReadonlyArray<string>): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`

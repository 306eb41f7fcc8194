/**
 * The files of a new town to start from: a tiny invented one that works as it stands, in the two
 * languages of its sheets. Every name and every number in it is an example to be replaced.
 */
import { TownSettings } from "@wangge/localities"
import type { Lang } from "./Lang.ts"

/**
 * One file of the new town.
 *
 * @category towns
 * @since 0.1.0
 */
export interface TextFile {
  readonly name: string
  readonly text: string
}

/**
 * The files, with the words of the sheets in one language.
 *
 * Sheets begin with a byte order mark and end their lines with CR LF: so spreadsheet programs open
 * their Chinese as it is.
 *
 * @source none: an invented town of 2 communities, 5 grids and 14 buildings
 * @category towns
 * @since 0.1.0
 */
export const files = (lang: Lang): ReadonlyArray<TextFile> => [
  { name: "town.json", text: `${JSON.stringify(settings(), null, 2)}\n` },
  { name: "units.csv", text: csv([heads[lang].units, ...unitRows(lang)]) },
  { name: "staff.csv", text: csv([heads[lang].staff, ...staffRows(lang)]) },
  { name: "README.txt", text: readme }
]

const example = "invented example of wangge init --blank: put your own source here"

const settings = (): TownSettings.TownSettings => ({
  format: TownSettings.format,
  version: TownSettings.version,
  id: "my-town",
  name: { en: "Willow Bend (example)", zh: "柳湾镇(示例)" },
  province: { en: "Nowhere", zh: "虚构" },
  zone: "Asia/Shanghai",
  profileId: "fiveStep",
  year: "undated",
  source: { kind: "assumed", reason: example },
  personsPerHousehold: {
    value: 2.62,
    source: {
      kind: "public",
      source:
        "National Bureau of Statistics of China, Communiqué No. 2 of the Seventh National Population Census (11 May 2021): persons per family household"
    }
  },
  heatingSeason: { kind: "none", reason: example }
})

/** Communities with their grids, a grid with the households of its buildings. */
const communities = [
  {
    en: "Willow Bank",
    zh: "柳岸社区",
    grids: [
      [60, 60, 48],
      [72, 72, 36],
      [90, 90]
    ]
  },
  {
    en: "East Street",
    zh: "东街社区",
    grids: [
      [120, 96, 24],
      [54, 54, 54]
    ]
  }
] as const

const heads = {
  en: {
    units: ["community", "grid", "building", "households"],
    staff: ["post", "place", "count", "person", "from", "until"]
  },
  zh: {
    units: ["社区", "网格", "楼栋", "户数"],
    staff: ["岗位", "地点", "人数", "人员编号", "开始日期", "结束日期"]
  }
} as const

const words = {
  en: {
    town: "my-town",
    grid: (number: number) => `Grid ${number}`,
    building: (number: number) => `Building ${number}`,
    posts: {
      desk: "Sub-district desk worker",
      community: "Community worker",
      onCall: "On-call worker",
      lead: "Grid lead",
      worker: "Grid worker"
    }
  },
  zh: {
    town: "my-town",
    grid: (number: number) => `第${"一二三"[number - 1] ?? number}网格`,
    building: (number: number) => `${number}号楼`,
    posts: {
      desk: "街道(镇)经办人员",
      community: "社区工作者",
      onCall: "值班人员",
      lead: "网格长",
      worker: "网格员"
    }
  }
} as const

const unitRows = (lang: Lang): ReadonlyArray<ReadonlyArray<string>> =>
  communities.flatMap((community) =>
    community.grids.flatMap((buildings, grid) =>
      buildings.map((households, building) => [
        community[lang],
        words[lang].grid(grid + 1),
        words[lang].building(building + 1),
        String(households)
      ])
    )
  )

const staffRows = (lang: Lang): ReadonlyArray<ReadonlyArray<string>> => {
  const { town, grid, posts } = words[lang]
  const count = (post: string, place: string, seats: number): ReadonlyArray<string> => [
    post,
    place,
    String(seats),
    "",
    "",
    ""
  ]
  const grids = communities.flatMap((community) =>
    community.grids.map((_, index) => `${community[lang]}/${grid(index + 1)}`)
  )
  return [
    count(posts.desk, town, 2),
    ...communities.flatMap((community) => [
      count(posts.community, community[lang], 3),
      count(posts.onCall, community[lang], 1)
    ]),
    ...grids.map((place) => count(posts.worker, place, 2)),
    ...grids.map((place, index) => [posts.lead, place, "", `p${index + 1}`, "2024-01-01", ""])
  ]
}

const csv = (rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`

const cell = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

const readme = [
  "Your own town for Wangge",
  "",
  "This is an invented example. Replace every name and number by those of your town.",
  "  town.json   name, time zone, where the numbers come from, persons per household, heating",
  "  units.csv   one line for each building (or unit): community, grid, building, households",
  "  staff.csv   one line for each post at a place: a count of seats, or a person from when until when",
  "Further columns: subdistrict, unit, grid name, ... Further files: names.csv (place, name) and",
  "areas.geojson (the land of the grids). Persons are codes such as p1, never names.",
  'Save sheets as "CSV UTF-8 (comma delimited)". Then, from the folder above:',
  "  wangge import my-town",
  "  wangge check my-town/town.locality.json",
  "  wangge simulate my-town/town.locality.json",
  "",
  "你自己的镇(街道)",
  "",
  "这是虚构的示例,请将所有名称和数字换成本地的。",
  "  town.json   名称、时区、数据来源、户均人口、供暖期",
  "  units.csv   每栋楼(或单元)一行:社区、网格、楼栋、户数",
  "  staff.csv   每处岗位一行:人数,或人员代号及起止日期",
  "还可加列:街道、单元、网格名称等;还可加文件:names.csv(地点、名称)和 areas.geojson(网格范围)。",
  "人员一律用代号(如 p1),不用姓名。表格另存为“CSV UTF-8(逗号分隔)”,然后在上级文件夹运行上面三条命令。",
  ""
].join("\r\n")

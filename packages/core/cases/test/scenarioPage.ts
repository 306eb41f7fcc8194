/**
 * Reads a page of `docs/scenarios`: its settings, and its tables under their headings. Nothing here knows
 * what a command means.
 */
import { Zone } from "@wangge/calendar"
import { Seconds } from "@wangge/facts"

/** One row: when, who in which role, what about whom, what comes of it, and what holds then. */
export interface Row {
  readonly time: string
  readonly who: string
  readonly command: string
  readonly result: string
  readonly after: string
}

/** The table under one heading; `settings` are the lines "Name: `value`" above it, and of the page. */
export interface Table {
  readonly page: string
  readonly title: string
  readonly settings: ReadonlyMap<string, string>
  readonly rows: ReadonlyArray<Row>
}

/** The lines "Name: `value`" of a text. */
const settingsOf = (text: string): ReadonlyArray<readonly [string, string]> =>
  [...text.matchAll(/^([A-Z][a-z]+): `([^`]+)`$/gm)].map(([, name = "", value = ""]) => [
    name,
    value
  ])

const rowOf = (line: string): Row => {
  const cells = line.split("|").map((cell) => cell.trim())
  const [, time = "", who = "", command = "", result = "", after = ""] = cells
  return { time, who, command, result, after }
}

/** The tables of a page; those of a section stand under its own settings and the page's. */
export const tablesOf = (page: string, text: string): ReadonlyArray<Table> => {
  const [head = "", ...sections] = text.split(/^## /m)
  return sections.map((section) => ({
    page,
    title: section.slice(0, section.indexOf("\n")),
    settings: new Map([...settingsOf(head), ...settingsOf(section)]),
    rows: section
      .split("\n")
      .filter((line) => /^\| \d/.test(line))
      .map(rowOf)
  }))
}

/** The instant of a wall-clock time in Shanghai, `2025-03-03 08:00` or with a `T`, seconds if given. */
export const instantOf = (text: string): number => {
  const day = Seconds.parseIsoDate(text.slice(0, 10))
  const [hour = 0, minute = 0, second = 0] = text.slice(11).split(":").map(Number)
  const secOfDay = hour * Seconds.hourSec + minute * Seconds.minuteSec + second
  if (!Number.isInteger(day + secOfDay)) throw new Error(`no time: ${text}`)
  return Zone.toInstantSec("Asia/Shanghai", day, secOfDay)
}

/** One of a list, or a failure that names the word. */
export const oneOf = <Word extends string>(
  list: ReadonlyArray<Word>,
  word: string | undefined
): Word => {
  const found = list.find((known) => known === word)
  if (found === undefined) throw new Error(`"${word}" is none of ${list.join(", ")}`)
  return found
}

/** The names of a list: `a,b`, where `lamp-2..4` is `lamp-2,lamp-3,lamp-4`. */
export const namesOf = (text: string): ReadonlyArray<string> =>
  text
    .split(",")
    .filter((name) => name !== "")
    .flatMap((name) => {
      const range = /^(.*-)(\d+)\.\.(\d+)$/.exec(name)
      if (range === null) return [name]
      const [, stem = "", first = "", last = ""] = range
      return Array.from(
        { length: Number(last) - Number(first) + 1 },
        (_, index) => `${stem}${Number(first) + index}`
      )
    })

/** The `key=value` words of a cell; a key that is not asked for is a mistake in the table. */
export class Words {
  private readonly pairs: ReadonlyMap<string, string>
  private readonly asked: Set<string> = new Set()

  constructor(words: ReadonlyArray<string>) {
    this.pairs = new Map(
      words.map((word) => {
        const cut = word.indexOf("=")
        if (cut < 1) throw new Error(`"${word}" is not key=value`)
        return [word.slice(0, cut), word.slice(cut + 1)] as const
      })
    )
  }

  /** The value of a key, `undefined` where the cell has none. */
  maybe(key: string): string | undefined {
    this.asked.add(key)
    return this.pairs.get(key)
  }

  /** The value of a key, empty where the cell has none. */
  text(key: string): string {
    return this.maybe(key) ?? ""
  }

  /** The names behind a key. */
  names(key: string): ReadonlyArray<string> {
    return namesOf(this.text(key))
  }

  /** The whole number behind a key. */
  count(key: string): number {
    const value = Number(this.text(key))
    if (!Number.isInteger(value)) throw new Error(`${key}=${this.text(key)} is no count`)
    return value
  }

  /** The instant behind a key, `none` where the cell leaves it empty. */
  instant(key: string, none: number): number {
    const value = this.text(key)
    return value === "" ? none : instantOf(value)
  }

  /** All pairs, as they stand. */
  entries(): ReadonlyArray<readonly [string, string]> {
    return [...this.pairs]
  }

  /** The keys that nobody asked for. */
  leftOver(): ReadonlyArray<string> {
    return [...this.pairs.keys()].filter((key) => !this.asked.has(key))
  }
}

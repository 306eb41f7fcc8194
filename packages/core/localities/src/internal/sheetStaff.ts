/**
 * Reads the staff sheet: lines that count the seats of a post at a place, and lines that name who
 * holds one from when until when. Persons are codes, never names; where no line counts the seats of
 * a post, it has as many as people hold it at one time.
 */
import { Zone } from "@wangge/calendar"
import { Id, Seconds } from "@wangge/facts"
import { type Appointment, type Level, Post, Spell } from "@wangge/grid"
import * as SheetProblem from "../SheetProblem.ts"
import type { Row } from "../TownSheets.ts"
import type { PlaceIndex } from "./placeIndex.ts"
import * as postWords from "./postWords.ts"
import * as cell from "./sheetCell.ts"
import * as columns from "./sheetColumns.ts"
import * as reference from "./sheetReference.ts"

/** What the staff sheet needs to know of the town. */
export interface Ground {
  readonly index: PlaceIndex
  readonly roleOf: (placeId: string) => Level.Role | undefined
  readonly zone: string
}

/** Posts and who holds them. */
export interface Staff {
  readonly posts: ReadonlyArray<Post.Post>
  readonly appointments: ReadonlyArray<Appointment.Appointment>
  readonly problems: ReadonlyArray<SheetProblem.SheetProblem>
}

/** A line that could be read. */
interface Line {
  readonly row: Row
  readonly place: Post.Place
  readonly count: number
  readonly person: Person | undefined
}

interface Person extends Spell.Spell {
  readonly personId: Id.Id<"Person">
}

type Problems = Array<SheetProblem.SheetProblem>

/** Reads every line, whatever is wrong with the others. */
export const read = (found: columns.Columns, ground: Ground): Staff => {
  const problems: Problems = [...found.problems, ...missingColumns(found)]
  if (problems.some(({ code }) => code === "MissingColumn")) {
    return { posts: [], appointments: [], problems }
  }
  const lines = columns.rowsOf(found.sheet).flatMap((row) => {
    const line = lineIn(found, ground, row, problems)
    return line === undefined ? [] : [line]
  })
  const groups = new Map<string, Array<Line>>()
  for (const line of lines) {
    const key = Post.keyOf(line.place)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [line])
    else group.push(line)
  }
  const posts = Array.from(groups.values()).flatMap((group) => postOf(found, group, problems))
  const appointments = lines.flatMap(({ place, person }) =>
    person === undefined
      ? []
      : [
          {
            personId: person.personId,
            kind: place.kind,
            gridId: place.gridId,
            fromSec: person.fromSec,
            untilSec: person.untilSec
          }
        ]
  )
  return { posts, appointments, problems }
}

const missingColumns = (found: columns.Columns): ReadonlyArray<SheetProblem.SheetProblem> => {
  const { indexOf } = found
  const kinds = columns.kinds.staff
  return [
    ...(indexOf.has("post") ? [] : [columns.missing(found, kinds, ["post"])]),
    ...(reference.keysIn(found).length > 0 ? [] : [columns.missing(found, kinds, ["place"])]),
    ...(indexOf.has("count") || indexOf.has("person")
      ? []
      : [columns.missing(found, kinds, ["count", "person"])]),
    ...(indexOf.has("person") && !indexOf.has("from")
      ? [columns.missing(found, kinds, ["from"])]
      : [])
  ]
}

const lineIn = (
  found: columns.Columns,
  ground: Ground,
  row: Row,
  problems: Problems
): Line | undefined => {
  const kind = kindIn(found, row, problems)
  const where = reference.placeOf(
    found,
    row,
    ground.index,
    (id) => kind === undefined || ground.roleOf(id) === Post.kindInfo[kind].role
  )
  problems.push(...where.problems)
  const role = ground.roleOf(where.id)
  if (kind !== undefined && role !== undefined && role !== Post.kindInfo[kind].role) {
    const key = reference
      .keysIn(found)
      .filter((one) => columns.cell(found, row, one) !== "")
      .at(-1)
    const at = columns.at(found, row, key ?? "place")
    const wanted = postWords.roleText(Post.kindInfo[kind].role)
    problems.push(
      SheetProblem.make("WrongLevel", at, `${where.id} (${postWords.roleText(role)})`, wanted)
    )
    return undefined
  }
  const hasCount = columns.cell(found, row, "count") !== ""
  const hasPerson = columns.cell(found, row, "person") !== ""
  if (hasCount === hasPerson) {
    const at = columns.at(found, row, found.indexOf.has("count") ? "count" : "person")
    const given = ["count", "person"].map((key) => `“${columns.cell(found, row, key)}”`).join(", ")
    problems.push(SheetProblem.make("CountOrPerson", at, given, "count | person"))
    return undefined
  }
  const count = hasCount ? countIn(found, row, problems) : 0
  const person = hasPerson ? personIn(found, row, ground.zone, problems) : undefined
  if (kind === undefined || where.id === "" || (hasPerson && person === undefined)) return undefined
  return { row, place: { kind, gridId: Id.make(where.id) }, count, person }
}

const kindIn = (found: columns.Columns, row: Row, problems: Problems): Post.Kind | undefined => {
  const text = columns.cell(found, row, "post")
  const at = columns.at(found, row, "post")
  const kind = postWords.kindOf(text)
  if (text === "") problems.push(SheetProblem.make("EmptyCell", at, "", "post"))
  else if (kind === undefined) {
    problems.push(SheetProblem.make("UnknownPost", at, text, postWords.list, postWords.known))
  }
  return kind
}

/** More seats at one place are a slip of the pen; seats times households must stay exact. */
const countMax = 1_000_000

const countIn = (found: columns.Columns, row: Row, problems: Problems): number => {
  const text = columns.cell(found, row, "count")
  const count = cell.whole(text)
  if (count <= countMax) return count
  const at = columns.at(found, row, "count")
  const expected = count > countMax ? `<= ${countMax}` : ">= 0"
  problems.push(SheetProblem.make("NotWholeNumber", at, text, expected))
  return 0
}

const personIn = (
  found: columns.Columns,
  row: Row,
  zone: string,
  problems: Problems
): Person | undefined => {
  const id = cell.plain(columns.cell(found, row, "person"))
  const isGood = /^[A-Za-z0-9._-]{1,40}$/.test(id)
  if (!isGood) {
    problems.push(SheetProblem.make("BadPersonId", columns.at(found, row, "person"), id, "1-40"))
  }
  const from = dayIn(found, row, "from", problems)
  const isOpen = columns.cell(found, row, "until") === ""
  const until = isOpen ? Number.POSITIVE_INFINITY : dayIn(found, row, "until", problems)
  if (until < from) {
    const at = columns.at(found, row, "until")
    const [last, first] = [Seconds.toIsoDate(until), Seconds.toIsoDate(from)]
    problems.push(SheetProblem.make("UntilBeforeFrom", at, last, first))
  }
  if (!isGood || !(from <= until)) return undefined
  return {
    personId: Id.make(id),
    fromSec: Zone.toInstantSec(zone, from, 0),
    // The sheet names the last day in the post; a spell ends where it no longer holds.
    untilSec: isOpen ? Spell.openEnd : Zone.toInstantSec(zone, until + 1, 0)
  }
}

const dayIn = (found: columns.Columns, row: Row, key: string, problems: Problems): number => {
  const text = columns.cell(found, row, key)
  const day = cell.day(text)
  if (text === "") {
    problems.push(SheetProblem.make("EmptyCell", columns.at(found, row, key), "", "YYYY-MM-DD"))
  } else if (Number.isNaN(day)) {
    problems.push(SheetProblem.make("BadDate", columns.at(found, row, key), text, "2024-03-31"))
  }
  return day
}

/** The post of all lines of one kind at one place; none where it has no seats. */
const postOf = (
  found: columns.Columns,
  group: ReadonlyArray<Line>,
  problems: Problems
): ReadonlyArray<Post.Post> => {
  const counts = group.filter(({ person }) => person === undefined)
  const holders = group.flatMap(({ row, person }) =>
    person === undefined ? [] : [{ row, person }]
  )
  const [first] = group
  const [counted, second] = counts
  if (first === undefined) return []
  const key = Post.keyOf(first.place)
  if (counted !== undefined && second !== undefined) {
    const at = columns.at(found, second.row, "count")
    problems.push(SheetProblem.make("RepeatedSeats", at, key, counted.row.line))
  }
  for (const [index, { row, person }] of holders.entries()) {
    const earlier = holders
      .slice(0, index)
      .find((one) => one.person.personId === person.personId && Spell.overlap(one.person, person))
    if (earlier === undefined) continue
    const at = columns.at(found, row, "person")
    problems.push(SheetProblem.make("AppointedTwice", at, person.personId, earlier.row.line))
  }
  const most = Spell.mostAtOnce(holders.map(({ person }) => person))
  const seatCount = counted?.count ?? most
  if (most > seatCount) {
    const last = holders.at(-1)?.row ?? first.row
    const at = columns.at(found, last, "person")
    problems.push(SheetProblem.make("TooManyPersons", at, most, seatCount))
  }
  return seatCount === 0 ? [] : [{ kind: first.place.kind, gridId: first.place.gridId, seatCount }]
}

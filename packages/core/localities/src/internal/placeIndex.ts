/**
 * Finds places by what people call them in another sheet or on a map: an id, a name, or a path of
 * names from any place above (`东街社区/第一网格`).
 */
import { plain } from "./sheetCell.ts"

/** A place that can be found: its words beside its id, and its parent's id ("" for none). */
export interface NamedPlace {
  readonly id: string
  readonly parentId: string
  readonly words: ReadonlyArray<string>
}

/** Places by id and by word, and all the words. */
export interface PlaceIndex {
  readonly byId: ReadonlyMap<string, NamedPlace>
  readonly byWord: ReadonlyMap<string, ReadonlyArray<NamedPlace>>
  readonly words: ReadonlyArray<string>
}

/** An index over places with unique ids. */
export const make = (places: ReadonlyArray<NamedPlace>): PlaceIndex => {
  const byWord = new Map<string, Array<NamedPlace>>()
  for (const place of places) {
    for (const word of new Set(wordsOf(place))) {
      const found = byWord.get(word)
      if (found === undefined) byWord.set(word, [place])
      else found.push(place)
    }
  }
  const byId = new Map(places.map((place) => [place.id, place]))
  return { byId, byWord, words: [...byId.keys(), ...byWord.keys()] }
}

/** The ids of all places that a text may mean; an exact id means that place alone. */
export const find = (index: PlaceIndex, text: string): ReadonlyArray<string> => {
  const wanted = plain(text)
  if (index.byId.has(wanted)) return [wanted]
  const parts = wanted.split("/").map((part) => part.trim())
  const last = parts.pop() ?? ""
  const places = index.byWord.get(last) ?? []
  return places.filter((place) => isBelow(index, place, parts)).map(({ id }) => id)
}

/** Whether the words name places above, from the nearest upwards; some may be left out. */
const isBelow = (index: PlaceIndex, place: NamedPlace, above: ReadonlyArray<string>): boolean => {
  const rest = Array.from(above)
  let parent = index.byId.get(place.parentId)
  while (rest.length > 0 && parent !== undefined) {
    if (wordsOf(parent).includes(rest.at(-1) ?? "")) rest.pop()
    parent = index.byId.get(parent.parentId)
  }
  return rest.length === 0
}

const wordsOf = ({ id, words }: NamedPlace): ReadonlyArray<string> =>
  [id, id.slice(id.lastIndexOf("/") + 1), ...words].map(plain).filter((word) => word !== "")

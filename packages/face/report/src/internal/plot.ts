/**
 * The few things every picture shares: scales, round ticks, coordinates with one decimal (so that
 * the same study draws the same bytes), hatches, and the figure around an SVG with its caption.
 * Nothing in a picture is told by colour alone.
 */
import type { Language } from "../NumberText.ts"
import { type Child, el, type Markup } from "./markup.ts"

/** Turns a value into a coordinate. */
export type Scale = (value: number) => number

/** Ink of the pictures; every pair that meets differs in lightness as well. */
export const ink = {
  dark: "#16324a",
  mid: "#4f7596",
  light: "#cfdce7",
  text: "#1d2733",
  quiet: "#55606e",
  rule: "#dfe4ea"
} as const

/** A straight scale from a range of values to a range of coordinates. */
export const linear =
  (
    values: readonly [from: number, until: number],
    places: readonly [from: number, until: number]
  ): Scale =>
  (value) =>
    places[0] + ((value - values[0]) / (values[1] - values[0] || 1)) * (places[1] - places[0])

/** A logarithmic scale; values below the range's start stand at its start. */
export const logarithmic = (
  values: readonly [from: number, until: number],
  places: readonly [from: number, until: number]
): Scale => {
  const straight = linear([Math.log(values[0]), Math.log(values[1])], places)
  return (value) => straight(Math.log(Math.max(values[0], value)))
}

/** Round ticks from 0 to at least `most`, about `wanted` steps. */
export const ticksUpTo = (most: number, wanted: number): ReadonlyArray<number> => {
  const step = roundStep((most > 0 ? most : 1) / wanted)
  const steps = Math.max(1, Math.ceil(most / step - 1e-9))
  return Array.from({ length: steps + 1 }, (_, index) => index * step)
}

/** The least of 1, 2, 5 times a power of ten that is at least `raw`. */
export const roundStep = (raw: number): number => {
  let unit = 1
  while (unit < raw) unit *= 10
  while (unit / 10 >= raw) unit /= 10
  return [unit / 5, unit / 2].find((step) => step >= raw) ?? unit
}

/** A coordinate as text, one decimal at most. */
export const at = (value: number): string => String(Math.round(value * 10) / 10)

/** Points as the attribute of a polyline or polygon. */
export const points = (list: ReadonlyArray<readonly [x: number, y: number]>): string =>
  list.map(([x, y]) => `${at(x)},${at(y)}`).join(" ")

/** A straight line. */
export const line = (
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
  look: Readonly<Record<string, string | number>> = {}
): Markup =>
  el("line", {
    x1: at(from[0]),
    y1: at(from[1]),
    x2: at(to[0]),
    y2: at(to[1]),
    stroke: ink.rule,
    ...look
  })

/** A rectangle, never of negative size. */
export const box = (
  place: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  },
  look: Readonly<Record<string, string | number>>
): Markup =>
  el("rect", {
    x: at(place.x),
    y: at(place.y),
    width: at(Math.max(0, place.width)),
    height: at(Math.max(0, place.height)),
    ...look
  })

/** A word at a place; `anchor` as in SVG. */
export const label = (
  text: string,
  place: { readonly x: number; readonly y: number; readonly anchor?: "start" | "middle" | "end" },
  look: Readonly<Record<string, string | number>> = {}
): Markup =>
  el(
    "text",
    {
      x: at(place.x),
      y: at(place.y),
      "text-anchor": place.anchor ?? "start",
      fill: ink.text,
      ...look
    },
    text
  )

/** Diagonal hatch: a pattern with this id, to be filled with `url(#id)`. */
export const hatch = (id: string): Markup =>
  el(
    "pattern",
    {
      id,
      width: 6,
      height: 6,
      patternUnits: "userSpaceOnUse",
      patternTransform: "rotate(45)"
    },
    el("rect", { width: 6, height: 6, fill: "#ffffff" }),
    el("rect", { width: 2.4, height: 6, fill: ink.mid })
  )

/** A picture with its title, its description for those who cannot see it, and its caption. */
export interface Picture {
  /** Unique in the page. */
  readonly id: string
  readonly lang: Language
  readonly title: string
  /** What the picture shows, the numbers in words. */
  readonly caption: string
  readonly width: number
  readonly height: number
  readonly content: ReadonlyArray<Child>
  /** Anything below the caption, such as a table of the numbers. */
  readonly more?: Child
}

/** The figure of a picture. */
export const figure = (picture: Picture): Markup =>
  el(
    "figure",
    { id: picture.id },
    el("h3", { id: `${picture.id}-title` }, picture.title),
    el(
      "div",
      { class: "picture" },
      el(
        "svg",
        {
          viewBox: `0 0 ${picture.width} ${picture.height}`,
          width: picture.width,
          height: picture.height,
          role: "img",
          "aria-labelledby": `${picture.id}-title`,
          "aria-describedby": `${picture.id}-words`
        },
        ...picture.content
      )
    ),
    el("figcaption", { id: `${picture.id}-words` }, picture.caption),
    picture.more ?? null
  )

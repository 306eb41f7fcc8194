/**
 * The numbers of a record as one flat list, each under the path by which checks, problems and
 * tables name it. `Locality` re-exports what it says of this.
 */
import type { Label, Provenance } from "@wangge/facts"
import type { LocalityRecord, NamedNumber, StatedNumber } from "../LocalityRecord.ts"

/**
 * A number with the path by which checks name it and the words by which tables show it.
 *
 * @category numbers
 * @since 0.1.0
 */
export interface PathNumber {
  readonly path: string
  readonly label: Label.Label
  readonly number: Provenance.SourcedNumber
}

/** A place for a number, which may be not stated. */
export interface NumberPlace {
  readonly path: string
  readonly label: Label.Label
  readonly number: StatedNumber
}

/** Every place for a number in the order of the record, stated or not. */
export const places = (locality: LocalityRecord): ReadonlyArray<NumberPlace> => [
  ...locality.levels.map((level) => ({
    path: `levels/${level.id}`,
    label: level.name,
    number: level.count
  })),
  { path: "households", label: { en: "Households", zh: "户数" }, number: locality.households },
  {
    path: "personsPerHousehold",
    label: { en: "Persons per household", zh: "户均人口" },
    number: locality.personsPerHousehold
  },
  ...locality.staff.map((row) => ({
    path: `staff/${row.id}`,
    label: row.label,
    number: row.count
  })),
  ...[...locality.organisation.levels, ...locality.organisation.sideLists].map((level) => ({
    path: `organisation/${level.id}`,
    label: level.label,
    number: level.count
  })),
  ...namedPlaces("links", locality.links),
  ...namedPlaces("people", locality.people),
  ...namedPlaces("resources", locality.resources),
  ...fundPlaces(locality),
  ...venuePlaces(locality),
  ...namedPlaces("mechanisms", locality.mechanisms),
  ...namedPlaces("activities", locality.activities),
  ...namedPlaces("outcomes", locality.outcomes),
  ...namedPlaces("background", locality.background),
  ...seasonPlaces(locality)
]

const namedPlaces = (part: string, rows: ReadonlyArray<NamedNumber>): ReadonlyArray<NumberPlace> =>
  rows.map(({ id, label, number }) => ({ path: `${part}/${id}`, label, number }))

const fundPlaces = (locality: LocalityRecord): ReadonlyArray<NumberPlace> =>
  locality.funds.flatMap((fund) => [
    { path: `funds/${fund.id}`, label: fund.label, number: fund.total },
    ...namedPlaces(`funds/${fund.id}`, fund.parts)
  ])

const venuePlaces = (locality: LocalityRecord): ReadonlyArray<NumberPlace> =>
  locality.venues.flatMap((venue) => [
    { path: `venues/${venue.id}`, label: venue.label, number: venue.covered },
    { path: `venues/${venue.id}/needed`, label: venueLabels.needed, number: venue.needed },
    ...venue.bands.flatMap((band) => {
      const path = `venues/${venue.id}/${band.id}`
      const bounds = [
        { path: `${path}/least`, label: venueLabels.least, number: band.least },
        { path: `${path}/most`, label: venueLabels.most, number: band.most }
      ]
      return [
        { path, label: band.label, number: band.count },
        // An open end of a band is not a number that anybody failed to state.
        ...bounds.filter((bound) => bound.number !== "notStated")
      ]
    })
  ])

const venueLabels = {
  needed: { en: "Places that need one", zh: "应有场所数" },
  least: { en: "Lower bound of the band", zh: "面积档下限" },
  most: { en: "Upper bound of the band", zh: "面积档上限" }
} as const

const seasonPlaces = ({ heatingSeason }: LocalityRecord): ReadonlyArray<NumberPlace> =>
  heatingSeason.kind === "none"
    ? []
    : (["fromMonth", "fromDay", "untilMonth", "untilDay"] as const).map((part) => ({
        path: `heatingSeason/${part}`,
        label: seasonLabels[part],
        number: heatingSeason[part]
      }))

const seasonLabels = {
  fromMonth: { en: "Heating season, first month", zh: "供暖期起始月" },
  fromDay: { en: "Heating season, first day", zh: "供暖期起始日" },
  untilMonth: { en: "Heating season, last month", zh: "供暖期截止月" },
  untilDay: { en: "Heating season, last day", zh: "供暖期截止日" }
} as const

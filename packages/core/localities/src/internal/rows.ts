/**
 * Short ways to write the rows of a locality's file, so that a report of eighty numbers stays
 * readable as data.
 */
import { type Label, Provenance } from "@wangge/facts"
import { type Level, Post } from "@wangge/grid"
import type { NamedNumber, OrganisationLevel, StaffCount, StatedNumber } from "../LocalityRecord.ts"

/** Writes a number that one report states, with the phrase that states it. */
export type Said = (
  value: number,
  unit: string,
  phrase: string,
  precision?: Provenance.Precision
) => Provenance.SourcedNumber

/** The writer of the numbers of one report, named by its title. */
export const saidIn =
  (report: string): Said =>
  (value, unit, phrase, precision = "exact") =>
    Provenance.reported({ value, unit, phrase, precision, report })

/** A named number. */
export const named = (
  id: string,
  label: Label.Label,
  number: Provenance.SourcedNumber
): NamedNumber => ({ id, label, number })

/** The seats of one kind at the level where the kind usually stands. */
export const seats = (
  post: Post.Kind,
  count: Provenance.SourcedNumber,
  levelRole: Level.Role = Post.kindInfo[post].role
): StaffCount => ({ id: post, label: Post.kindInfo[post].name, post, levelRole, count })

/** Seats that we assume, for the same reason everywhere in the locality. */
export const assumedSeats = (post: Post.Kind, value: number, reason: string): StaffCount =>
  seats(post, Provenance.assumed({ value, unit: "seats", reason }))

/** A level or side list of the second chain. */
export const unitOf = (
  id: string,
  label: Label.Label,
  besideRole: Level.Role,
  count: StatedNumber
): OrganisationLevel => ({ id, label, besideRole, count })

/** One fact of this package: its cause is an event by record and version. */
import { type Fact, Id } from "@wangge/facts"

/** The event behind a fact: which record, its version, its place and time. */
export interface Cause {
  readonly recordId: string
  readonly version: number
  readonly gridId: Fact.Fact["gridId"]
  readonly atSec: number
}

/** What a fact says; `which` tells several of one kind and cause apart, empty for a single one. */
export interface Saying {
  readonly kind: string
  readonly subjectId: string
  readonly quantity: number
  readonly unit: string
  readonly which: string
}

/** The fact. */
export const make = (cause: Cause, saying: Saying): Fact.Fact => {
  const causeId = `${cause.recordId}/${cause.version}`
  return {
    id: Id.make(`${causeId}/${saying.kind}${saying.which}`),
    kind: saying.kind,
    subjectId: saying.subjectId,
    gridId: cause.gridId,
    atSec: cause.atSec,
    quantity: saying.quantity,
    unit: saying.unit,
    causeId
  }
}

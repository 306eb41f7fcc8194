/**
 * Where the random numbers of a network come from: places by name, each either a stream that is
 * read by address (entity and purpose), or one sequential generator for all who ask for the name.
 */
import type * as Draw from "../Draw.ts"
import type * as RandomStreams from "../RandomStreams.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

/** By address, whatever the order; or in order of drawing, faster, for runs that are not compared. */
export type DrawMode = "addressed" | "sequential"

/** The random numbers under one name. */
export class DrawPlace {
  declare private readonly stream: RandomStreams.RandomStream
  declare private readonly cursor: RandomStreams.Cursor
  /** Gives the numbers one after the other; null where they are found by address. */
  declare readonly generator: Draw.Draw | null

  /** The numbers of a stream, by address through a cursor that all places share. */
  constructor(stream: RandomStreams.RandomStream, mode: DrawMode, cursor: RandomStreams.Cursor) {
    this.stream = stream
    this.cursor = cursor
    this.generator = mode === "sequential" ? stream.sequential() : null
  }

  /**
   * The numbers of an entity and purpose, from the first; in sequential order simply the next ones.
   *
   * One object that moves about, for all places: use the numbers of one address up before the next.
   */
  at(entity: number, purpose: number): Draw.Draw {
    return this.generator === null
      ? this.stream.bring(this.cursor, entity, purpose)
      : this.generator
  }

  /** Writes how far the generator got; nothing where numbers are found by address. */
  save(writer: Writer): void {
    this.generator?.save(writer)
  }

  restore(reader: Reader): void {
    this.generator?.restore(reader)
  }
}

/** The places of one run. */
export class NetworkDraws {
  declare readonly mode: DrawMode
  declare private readonly streams: RandomStreams.RandomStreams
  declare private readonly cursor: RandomStreams.Cursor
  private readonly places = new Map<string, DrawPlace>()

  constructor(streams: RandomStreams.RandomStreams, mode: DrawMode) {
    this.streams = streams
    this.cursor = streams.stream("").cursor()
    this.mode = mode
  }

  /** The place of this name; the same object for the same name. */
  place(name: string): DrawPlace {
    const known = this.places.get(name)
    if (known !== undefined) return known
    const place = new DrawPlace(this.streams.stream(name), this.mode, this.cursor)
    this.places.set(name, place)
    return place
  }

  save(writer: Writer): void {
    writer.section("draws")
    writer.text(this.mode)
    writer.integer(this.places.size)
    for (const [name, place] of this.places) {
      writer.text(name)
      place.save(writer)
    }
  }

  /** Goes on from a snapshot, whose places are opened if they were not; refuses another mode. */
  restore(reader: Reader): void {
    reader.section("draws")
    reader.expect("way of drawing", this.mode)
    const count = reader.integer()
    for (let index = 0; index < count && reader.problem === null; index++) {
      this.place(reader.text()).restore(reader)
    }
  }
}

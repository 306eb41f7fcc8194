/**
 * Random streams in the mirror: where the plain streams of a replication give the uniform number u,
 * these give 1 - u, at the same address. A run and its mirror image err to opposite sides, so that
 * their average is nearer to the truth (`AntitheticPairs`). The plain streams are as they were.
 */
import { Draw } from "./Draw.ts"
import { mirrorExponential } from "./internal/mirror.ts"
import type { Reader } from "./internal/snapshotReader.ts"
import type { Writer } from "./internal/snapshotWriter.ts"
import { streamKey } from "./internal/streamKey.ts"
import * as RandomStreams from "./RandomStreams.ts"

/**
 * The variates of another draw in the mirror, each made from the same random words.
 *
 * Uniform: 1 - u, exactly. Exponential: -ln(1 - exp(-x)). Normal: -x. So what is made by inversion
 * of one of these is mirrored too; what takes several or a chance number of them (gamma, phases)
 * still has the right distribution, and a weaker opposition.
 *
 * @source J. M. Hammersley, K. W. Morton, "A New Monte Carlo Technique: Antithetic Variates",
 *   Proceedings of the Cambridge Philosophical Society 52, 1956
 * @category random numbers
 * @since 0.1.0
 */
export class AntitheticDraw extends Draw {
  declare private readonly plain: Draw

  /** The mirror image of `plain`, which moves on with it. */
  constructor(plain: Draw) {
    super()
    this.plain = plain
  }

  /** The complement of the next 32 random bits, as a signed integer. */
  word(): number {
    return ~this.plain.word()
  }

  /** Writes the place of the plain draw. */
  save(writer: Writer): void {
    this.plain.save(writer)
  }

  /** Goes on from the place of a snapshot. */
  restore(reader: Reader): void {
    this.plain.restore(reader)
  }

  /** The mirror image of the next exponential number. */
  override exponential(): number {
    return mirrorExponential(this.plain.exponential())
  }

  /** The next normal number, with the other sign. */
  override normal(): number {
    return -this.plain.normal()
  }
}

/**
 * A cursor in the mirror.
 *
 * @source as {@link AntitheticDraw}
 * @category random numbers
 * @since 0.1.0
 */
export class AntitheticCursor extends RandomStreams.Cursor {
  declare private readonly plain: RandomStreams.Cursor

  /** Use `stream.cursor()`. */
  constructor(key0: number, key1: number, replication: number) {
    super(key0, key1, replication)
    this.plain = new RandomStreams.Cursor(key0, key1, replication)
  }

  /** Goes to the first number of an entity and purpose, and returns the cursor itself. */
  override moveTo(entity: number, purpose: number): this {
    this.plain.moveTo(entity, purpose)
    return this
  }

  /** Goes there in the stream with this key. */
  override enter(key0: number, key1: number, entity: number, purpose: number): this {
    this.plain.enter(key0, key1, entity, purpose)
    return this
  }

  /** The complement of the next 32 random bits, as a signed integer. */
  override word(): number {
    return ~this.plain.word()
  }

  /** Writes the place of the plain cursor. */
  override save(writer: Writer): void {
    this.plain.save(writer)
  }

  /** Goes on from the place of a snapshot. */
  override restore(reader: Reader): void {
    this.plain.restore(reader)
  }

  /** The mirror image of the next exponential number. */
  override exponential(): number {
    return mirrorExponential(this.plain.exponential())
  }

  /** The next normal number, with the other sign. */
  override normal(): number {
    return -this.plain.normal()
  }
}

/**
 * One named stream in the mirror.
 *
 * @source as {@link AntitheticDraw}
 * @category random numbers
 * @since 0.1.0
 */
export class AntitheticStream extends RandomStreams.RandomStream {
  /** 1 - the uniform number of the plain stream at the same address. */
  override uniform(entity: number, purpose: number, index = 0): number {
    return 1 - super.uniform(entity, purpose, index)
  }

  /** A cursor of its own, in the mirror. */
  override cursor(): RandomStreams.Cursor {
    return new AntitheticCursor(this.key0, this.key1, this.replication)
  }

  /** The sequential generator of the plain stream, in the mirror. */
  override sequential(): Draw {
    return new AntitheticDraw(super.sequential())
  }
}

/**
 * The streams of one replication in the mirror.
 *
 * Uniform and normal numbers cost what they cost in the plain streams, exponential ones some 70
 * nanoseconds more, for a logarithm and an exponential. Throws a `RangeError` as
 * `RandomStreams.make`.
 *
 * ```ts
 * import { Antithetic, RandomStreams } from "@wangge/des"
 *
 * const address = { seed: 7, replication: 0 }
 * const plain = RandomStreams.make(address).stream("arrivals")
 * const mirrored = Antithetic.make(address).stream("arrivals")
 * plain.at(3, 1).uniform() + mirrored.at(3, 1).uniform() // => 1
 * plain.at(3, 2).normal() + mirrored.at(3, 2).normal() // => 0
 * ```
 *
 * @source as {@link AntitheticDraw}
 * @category random numbers
 * @since 0.1.0
 */
export const make = (options: {
  readonly seed: number
  readonly replication: number
}): RandomStreams.RandomStreams => {
  const { seed, replication } = RandomStreams.make(options)
  return {
    seed,
    replication,
    stream: (name) => new AntitheticStream({ name, key: streamKey(seed, name), replication })
  }
}

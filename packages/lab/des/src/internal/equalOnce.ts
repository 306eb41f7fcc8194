/**
 * Equal values are kept once. A network of a thousand like stations then reads the same few tables
 * all the time, which stay near the processor.
 */

/** Values that are plain data, by their JSON text. */
export class EqualOnce<Value> {
  private readonly known = new Map<string, Value>()

  /** The first value that was given and is equal. */
  of(value: Value): Value {
    const text = JSON.stringify(value)
    const known = this.known.get(text)
    if (known !== undefined) return known
    this.known.set(text, value)
    return value
  }
}

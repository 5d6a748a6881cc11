/**
 * One term's postings in one segment: for each chunk that holds it, in order of place, the distance to the place
 * before and the frequency. Variable-length integers, seven bits a byte, lowest first; the distance's lowest bit
 * says that the frequency is 1, which then is not written.
 */
export type Postings = { places: Int32Array; frequencies: Int32Array };

/** Used again and again: an array of its own for each of a million terms costs more than the encoding. */
let scratch = new Uint8Array(1 << 16);

/** `pairs` holds place, frequency, place, frequency, …, places ascending. The bytes are valid until the next call. */
export function encodePostings(pairs: readonly number[]): Uint8Array {
  if (pairs.length * 5 > scratch.length) scratch = new Uint8Array(pairs.length * 10);
  const bytes = scratch;
  let at = 0;
  let before = -1;
  const write = (value: number) => {
    let rest = value;
    for (; rest > 127; rest >>>= 7) bytes[at++] = (rest & 127) | 128;
    bytes[at++] = rest;
  };
  for (let i = 0; i < pairs.length; i += 2) {
    const place = pairs[i] as number;
    const frequency = pairs[i + 1] as number;
    write(((place - before) << 1) | (frequency === 1 ? 1 : 0));
    if (frequency !== 1) write(frequency);
    before = place;
  }
  return bytes.subarray(0, at);
}

export function decodePostings(data: Uint8Array, count: number): Postings {
  const places = new Int32Array(count);
  const frequencies = new Int32Array(count);
  let at = 0;
  let place = -1;
  for (let i = 0; i < count; i++) {
    let byte = data[at++] as number;
    let head = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = data[at++] as number;
      head |= (byte & 127) << shift;
    }
    place += head >>> 1;
    let frequency = 1;
    if ((head & 1) === 0) {
      byte = data[at++] as number;
      frequency = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = data[at++] as number;
        frequency |= (byte & 127) << shift;
      }
    }
    places[i] = place;
    frequencies[i] = frequency;
  }
  return { places, frequencies };
}

/**
 * The layout of a graph's file (saveIndex in hnswalg.h, little endian): a header, then of each element its level 0 with its
 * vector and its label, then of each element the size of its upper links and these.
 */
export type GraphLayout = { count: number; elementBytes: number; labelOffset: number; vectorOffset: number };

export const GRAPH_HEADER_BYTES = 96;

/** `header` is at least GRAPH_HEADER_BYTES long. */
export function readLayout(header: Buffer): GraphLayout {
  const [count, elementBytes, labelOffset, vectorOffset] = [16, 24, 32, 40].map((at) =>
    Number(header.readBigUInt64LE(at)),
  ) as [number, number, number, number];
  return { count, elementBytes, labelOffset, vectorOffset };
}

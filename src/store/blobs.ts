/** A blob's bytes in a buffer of their own, so that wider typed arrays can be laid over them (little endian). */
export function copyToAligned(blob: Uint8Array): ArrayBuffer {
  return Uint8Array.from(blob).buffer;
}

/** A typed array's bytes as a blob, without a copy. */
export function toBlob(array: Uint32Array | Uint16Array | Float32Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}

/** A stored vector. A view where the blob happens to be aligned, otherwise a copy. */
export function toVector(blob: Uint8Array): Float32Array {
  if (blob.byteOffset % 4 !== 0) return new Float32Array(copyToAligned(blob));
  return new Float32Array(blob.buffer, blob.byteOffset, blob.byteLength >> 2);
}

import type { FileHandle } from 'node:fs/promises';

/** So many bytes from a position, or as many as there are to the end. */
export async function readPart(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

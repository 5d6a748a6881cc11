import { crc32, deflateRawSync } from 'node:zlib';

/** A jar (zip) of the entries, packed unless `store` says to store them as they are. */
export function makeJar(entries: Record<string, Buffer>, store = false): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const data = store ? content : deflateRawSync(content);
    const facts = Buffer.alloc(20);
    facts.writeUInt16LE(store ? 0 : 8, 0);
    facts.writeUInt32LE(typeof crc32 === 'function' ? crc32(content) : 0, 6);
    facts.writeUInt32LE(data.length, 10);
    facts.writeUInt32LE(content.length, 14);
    facts.writeUInt16LE(Buffer.byteLength(name), 18);
    // An extra field in the local header alone, as the jar tool writes it.
    const extra = Buffer.from([0xfe, 0xca, 0, 0]);
    const local = Buffer.concat([
      Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]),
      facts,
      Buffer.from([extra.length, 0]),
      Buffer.from(name),
      extra,
      data,
    ]);
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(offset, 12);
    directory.push(
      Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0]), facts, tail, Buffer.from(name)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}

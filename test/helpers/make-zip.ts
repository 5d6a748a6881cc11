import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../ingest/packed/crc32.js';

/** A file of a made .zip; what is left out is as it should be. */
export type ZipMember = {
  name: string | Buffer;
  content?: string | Buffer;
  /** 0 stored, 8 deflated (the default), anything else only claimed. */
  method?: number;
  flags?: number;
  /** A Unix mode: 0o120777 for a link. */
  mode?: number;
  crc?: number;
  /** As it is announced. */
  size?: number;
  extra?: Buffer;
};

const UTF8_FLAG = 0x800;

/** The bytes of a .zip, sound or as wrong as its members say. */
export function makeZip(members: readonly ZipMember[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const { content = '', method = 8, mode = 0o100644, extra = Buffer.alloc(0) } = member;
    const name = Buffer.from(member.name as string);
    const flags = member.flags ?? (typeof member.name === 'string' ? UTF8_FLAG : 0);
    const bytes = Buffer.from(content as string);
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(member.crc ?? crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(member.size ?? bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed]);
    common.writeUInt16LE(extra.length, 24);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, rest, name, extra);
    locals.push(local);
    offset += local.length;
  }
  return Buffer.concat([...locals, ...directory, endOf(directory, members.length, offset)]);
}

function endOf(directory: readonly Buffer[], count: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

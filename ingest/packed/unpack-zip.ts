import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { InputError } from '../../src/domain/errors.js';
import { unreadable } from '../../src/domain/wording/ingest.js';
import * as wording from '../../src/domain/wording/ingest-packed.js';
import { unpackedName } from '../files/unpacked-name.js';
import { isPackedOtherwise } from './is-packed-otherwise.js';
import { isBomb, MAX_MEMBER, MAX_MEMBERS_TOTAL } from './limits.js';
import { type Member, type OpenedZip, openZip } from './open-zip.js';
import { toSafePath } from './safe-path.js';

const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;

type Fate = wording.PassedOver | 'unpacked';

/**
 * Writes those files of a .zip that `isWanted` into a folder, under their names. What cannot be taken is told through
 * `onProblem`, one sentence a kind; nothing is ever written outside the folder.
 * @throws InputError for a .zip of which nothing can be read, and where there is no room.
 */
export async function unpackZip(
  path: string,
  folder: string,
  isWanted: (name: string) => boolean,
  onProblem: (sentence: string) => void,
): Promise<void> {
  const zip = await openZip(path);
  try {
    const { size } = await stat(path);
    const passedOver = new Map<wording.PassedOver, { first: string; count: number }>();
    let total = 0;
    for (const member of zip.members) {
      let fate = judge(member, isWanted);
      const after = total + member.entry.uncompressedSize;
      if (fate === 'unpacked' && (after > MAX_MEMBERS_TOTAL || isBomb(size, after))) fate = 'overTotal';
      if (fate === 'unpacked') fate = await unpack(path, zip, member, folder);
      if (fate === 'unpacked') total = after;
      else if (fate !== null) {
        const { first, count } = passedOver.get(fate) ?? { first: member.name, count: 0 };
        passedOver.set(fate, { first, count: count + 1 });
      }
    }
    for (const [kind, { first, count }] of passedOver)
      onProblem(wording.membersPassedOver(path, kind, first, count));
    if (zip.isDirectoryDamaged) onProblem(wording.directoryDamaged(path, zip.members.length));
  } finally {
    zip.close();
  }
}

/** What is to become of a member as far as its entry tells; null for what concerns nobody. */
function judge({ name, entry }: Member, isWanted: (name: string) => boolean): Fate | null {
  const safe = toSafePath(name);
  if (safe === null) return 'unsafe';
  if (name.endsWith('/')) return null;
  if (isPackedOtherwise(name) || /\.zip$/iu.test(unpackedName(name))) return 'nested';
  if (!isWanted(safe)) return null;
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type !== 0 && type !== REGULAR) return 'special';
  if (entry.isEncrypted()) return 'encrypted';
  if (!entry.canDecodeFileData()) return 'method';
  if (entry.uncompressedSize > MAX_MEMBER) return 'tooLarge';
  return isBomb(entry.compressedSize, entry.uncompressedSize) ? 'bomb' : 'unpacked';
}

async function unpack(path: string, zip: OpenedZip, member: Member, folder: string): Promise<Fate> {
  const target = join(folder, toSafePath(member.name) ?? '');
  try {
    await mkdir(dirname(target), { recursive: true });
    // Never over a file that is there, never through a link.
    await pipeline(zip.read(member), createWriteStream(target, { flags: 'wx', mode: 0o600 }));
    return 'unpacked';
  } catch (error) {
    const { code = '', syscall } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') await rm(target, { force: true }).catch(() => {});
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new InputError(wording.noRoomToUnpack(path, tmpdir()), { cause: error });
    if (['EEXIST', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'EINVAL', 'EILSEQ'].includes(code)) return 'clash';
    if (syscall !== undefined) throw new InputError(unreadable(path, code), { cause: error });
    return 'damaged';
  }
}

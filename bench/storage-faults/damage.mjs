// What a disk, a crash or a person may do to a file, drawn from a seeded source of numbers.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';

/** Numbers from 0 to 1, the same for the same seed. */
export function createRandom(seed) {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const change = (path, work) => {
  const bytes = readFileSync(path);
  work(bytes);
  writeFileSync(path, bytes);
};

const DAMAGES = {
  deleted: (path) => rmSync(path),
  cut: (path, random) => truncateSync(path, Math.floor(random() * readFileSync(path).length)),
  'a bit turned': (path, random) =>
    change(path, (bytes) => {
      bytes[Math.floor(random() * bytes.length)] ^= 1 << Math.floor(random() * 8);
    }),
  'bytes changed': (path, random) =>
    change(path, (bytes) => {
      for (let i = 0; i < 64; i++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    }),
  zeros: (path, random) =>
    change(path, (bytes) => {
      const at = Math.floor(random() * bytes.length);
      bytes.fill(0, at, Math.min(bytes.length, at + 512 * (1 + Math.floor(random() * 32))));
    }),
  'pages exchanged': (path, random) =>
    change(path, (bytes) => {
      const page = () => Math.floor((random() * bytes.length) / 8192) * 8192;
      const [a, b] = [page(), page()];
      const kept = Buffer.from(bytes.subarray(a, a + 8192));
      bytes.copy(bytes, a, b, b + 8192);
      kept.copy(bytes, b);
    }),
  'from another moment': (path, _, older) => {
    if (existsSync(older)) cpSync(older, path);
    else rmSync(path);
  },
  'a folder': (path) => {
    rmSync(path);
    mkdirSync(path);
  },
};

/** Damages the file; `older` is the same file as it was earlier. Returns what was done. */
export function damageFile(path, older, random) {
  const names = Object.keys(DAMAGES);
  const name = names[Math.floor(random() * names.length)];
  // A folder in the place of the log is put there by hand, and moved away likewise.
  if (name === 'a folder' && path.endsWith('-wal')) return damageFile(path, older, random);
  DAMAGES[name](path, random, older);
  return name;
}

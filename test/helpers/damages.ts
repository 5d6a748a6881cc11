import { appendFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';

const sizeOf = (path: string) => readFileSync(path).length;

const overwrite = (change: (bytes: Buffer) => void) => (path: string) => {
  const bytes = readFileSync(path);
  change(bytes);
  writeFileSync(path, bytes);
};

const flip = (share: number) =>
  overwrite((bytes) => {
    const at = Math.floor(bytes.length * share);
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  });

/** What can befall a file, by what then is the matter with it. */
export const DAMAGES: Record<string, (path: string) => void> = {
  'is missing': (path) => rmSync(path),
  'is empty': (path) => truncateSync(path, 0),
  'is cut to a hundred bytes': (path) => truncateSync(path, 100),
  'is cut in half': (path) => truncateSync(path, sizeOf(path) >> 1),
  'lacks its last byte': (path) => truncateSync(path, sizeOf(path) - 1),
  'lacks its last page': (path) => truncateSync(path, Math.max(0, sizeOf(path) - 8192)),
  'has a tail of rubbish': (path) => appendFileSync(path, 'rubbish'.repeat(3000)),
  'begins with zeros': overwrite((bytes) => bytes.fill(0, 0, 512)),
  'is zero in its midst': overwrite((bytes) =>
    bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 16_384),
  ),
  'is all zero': overwrite((bytes) => bytes.fill(0)),
  'is all ones': overwrite((bytes) => bytes.fill(255)),
  'is noise': overwrite((bytes) => {
    bytes.forEach((_, i) => {
      bytes[i] = (i * 2_654_435_761) >>> 13;
    });
  }),
  'is text': (path) => writeFileSync(path, '这不是它'.repeat(5000)),
  'is a folder': (path) => {
    rmSync(path);
    mkdirSync(path);
  },
  ...Object.fromEntries([0.2, 0.65].map((share) => [`has a bit turned at ${share}`, flip(share)])),
};

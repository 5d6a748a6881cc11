import type { Reader } from '../reader.js';

/** A folder of files of any other format, packed: read as that folder would be, as one file of the archive. */
export const zipReader: Reader = {
  endings: ['.zip'],
  accepts: (path) => /\.zip$/iu.test(path),
  async *read(path, reading) {
    // Loaded late, as it reads with the table that this reader stands in.
    const { readZip } = await import('./read-zip.js');
    yield* readZip(path, reading);
  },
};

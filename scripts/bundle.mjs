// Joins the modules of the compiled program in dist/bin: opening 300 small files took a third of the time to the first
// answer. What is loaded when it is needed (the bot, the ingest, the models) stays in parts of its own; packages stay outside.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const BIN = fileURLToPath(new URL('../dist/bin/', import.meta.url));
/** Processes of their own; threads are started from the modules as they were compiled. */
const ENTRIES = ['baowen.js', 'archive-process.js'];

/** A module finds what lies beside it (a thread's file, a table) from where it was compiled to. */
const ownAddress = {
  name: 'own-address',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]dist[\\/](?:bin|src|ingest)[\\/].*\.js$/ }, ({ path }) => {
      const address = `new URL(${JSON.stringify(relative(BIN, path).replaceAll('\\', '/'))}, import.meta.url).href`;
      const text = readFileSync(path, 'utf8').replaceAll('import.meta.url', address);
      return { contents: text, resolveDir: dirname(path), loader: 'js' };
    });
  },
};

for (const name of readdirSync(BIN)) if (name.startsWith('part-')) rmSync(join(BIN, name));
await build({
  entryPoints: ENTRIES.map((name) => join(BIN, name)),
  outdir: BIN,
  allowOverwrite: true,
  chunkNames: 'part-[hash]',
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  charset: 'utf8',
  sourcemap: true,
  plugins: [ownAddress],
  logLevel: 'warning',
});

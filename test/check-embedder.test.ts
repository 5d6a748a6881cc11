import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkEmbedder } from '../src/models/check-embedder.js';
import { MavenFailure } from '../src/models/run-maven.js';

const nobody = 'http://127.0.0.1:1';
const noMaven = async () => {
  throw new MavenFailure(true, 'no mvn');
};
const unexpected = () => {
  throw new Error('must not be called');
};

let folder = '';
let cacheDir = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baowen-check-'));
  cacheDir = join(folder, 'models');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('doctor says, without downloading, that the model would be fetched, cannot be had or is damaged', async () => {
  const settings = (hubEndpoint: string) => ({
    kind: 'local' as const,
    modelDir: null,
    cacheDir,
    hubEndpoint,
    openai: { apiKey: '', baseUrl: null, model: '' },
  });
  const head = async () => new Response(null, { status: 200 });
  expect(await checkEmbedder(settings('http://hub'), { fetch: head, runMaven: unexpected })).toMatchObject({
    state: 'off',
    message: expect.stringContaining('下次入库时会从 http://hub 取'),
  });
  expect(await checkEmbedder(settings(nobody), { fetch, runMaven: async () => {} })).toMatchObject({
    state: 'off',
    message: expect.stringContaining('从 mvn 取'),
  });
  expect(await checkEmbedder(settings(nobody), { fetch, runMaven: noMaven })).toMatchObject({
    state: 'broken',
    mend: expect.stringContaining('EMBEDDING_MODEL_DIR'),
  });
  await mkdir(cacheDir);
  await writeFile(join(cacheDir, 'model_quantized.onnx'), 'damaged');
  expect(await checkEmbedder(settings(nobody), { fetch, runMaven: noMaven })).toMatchObject({
    state: 'broken',
    message: expect.stringContaining(join(cacheDir, 'model_quantized.onnx')),
  });
});

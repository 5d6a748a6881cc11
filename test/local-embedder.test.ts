import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EmbeddingError } from '../src/domain/errors.js';
import type { Embedder } from '../src/domain/ports.js';
import { createLocalEmbedder } from '../src/models/local-embedder.js';
import { findRealModel } from './helpers/real-model.js';

const files = await findRealModel();

test('a file that is no model is refused with a sentence that names it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'baowen-embedder-'));
  try {
    const model = join(folder, 'model_quantized.onnx');
    const tokenizer = join(folder, 'tokenizer.json');
    await writeFile(model, 'no model');
    await writeFile(tokenizer, 'no tokenizer');
    await expect(createLocalEmbedder({ model, tokenizer })).rejects.toThrow(EmbeddingError);
    await expect(createLocalEmbedder({ model, tokenizer })).rejects.toThrow(tokenizer);
    if (!files) return;
    await expect(createLocalEmbedder({ model, tokenizer: files.tokenizer })).rejects.toThrow(model);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

const suite = 'the local model (left out where data/models and EMBEDDING_MODEL_DIR hold none)';

describe.skipIf(files === null)(suite, () => {
  let embedder: Embedder;

  beforeAll(async () => {
    if (files) embedder = await createLocalEmbedder(files);
  });

  afterAll(() => embedder.close());

  const dot = (a: Float32Array, b: Float32Array) =>
    a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

  async function embedOne(text: string): Promise<Float32Array> {
    const [vector] = await embedder.embedPassages([text]);
    return vector ?? expect.unreachable();
  }

  test('vectors have 512 dimensions and unit length, also of an empty or strange text', async () => {
    const texts = [
      '阳曲县今年将办好七件民生实事。',
      '',
      ' ',
      '\u0000\ud800',
      '[CLS][MASK]',
      '🚗'.repeat(900),
    ];
    for (const vector of [...(await embedder.embedPassages(texts)), await embedder.embedQuery('')]) {
      expect(vector).toHaveLength(512);
      expect(dot(vector, vector)).toBeCloseTo(1, 5);
    }
    expect(embedder).toMatchObject({ id: 'bge-small-zh-v1.5-int8', dimension: 512 });
  });

  test('a passage on the subject of the question is closer than others', async () => {
    const question = await embedder.embedQuery('阳曲县今年民生实事有哪些');
    const [onSubject = question, weather = question, traffic = question] = await embedder.embedPassages([
      '阳曲县2023年将办好七件民生实事，涉及教育、医疗、养老。',
      '明日多云转晴，最低气温零下五摄氏度。',
      '滨河东路夜间封闭施工，请绕行。',
    ]);
    expect(dot(question, onSubject)).toBeGreaterThan(dot(question, weather) + 0.2);
    expect(dot(question, onSubject)).toBeGreaterThan(dot(question, traffic) + 0.2);
  });

  test('the same text gives the same vector, alone or among many, and the order is kept', async () => {
    const texts = Array.from({ length: 24 }, (_, at) => `第${at}版：${'本报讯 '.repeat(at)}消息。`);
    const many = await embedder.embedPassages(texts);
    for (const [at, text] of texts.entries()) expect(many[at]).toEqual(await embedOne(text));
  });

  test('a question is not embedded as a passage is', async () => {
    expect(dot(await embedder.embedQuery('民生实事'), await embedOne('民生实事'))).toBeLessThan(0.99);
  });

  test('capital letters, unknown to the vocabulary, count as small ones', async () => {
    expect(await embedOne('GDP增长')).toEqual(await embedOne('gdp增长'));
    expect(dot(await embedOne('GDP增长'), await embedOne('PM增长'))).toBeLessThan(0.99);
  });

  test('a text longer than the model reads counts up to its 510th token', async () => {
    const start = '今年民生实事'.repeat(85);
    expect(start).toHaveLength(510);
    expect(await embedOne(`${start}${'天气'.repeat(50_000)}`)).toEqual(await embedOne(start));
  });

  test('no passages give no vectors', async () => {
    expect(await embedder.embedPassages([])).toEqual([]);
  });

  test('closing waits for what is running, and afterwards it says that it is closed', async () => {
    const other = files && (await createLocalEmbedder(files));
    if (!other) return;
    const few = other.embedPassages(['一', '二', '三']);
    const many = other.embedPassages(Array.from({ length: 20 }, (_, at) => `第${at}段`));
    await other.close();
    expect(await few).toHaveLength(3);
    expect(await many).toHaveLength(20);
    await expect(other.embedQuery('四')).rejects.toThrow('向量模型已经关闭');
    await expect(other.embedPassages(['四'])).rejects.toThrow('向量模型已经关闭');
  });
});

import { afterEach, expect, test, vi } from 'vitest';
import { EmbeddingError } from '../src/domain/errors.js';
import { checkEmbedder } from '../src/models/check-embedder.js';
import { createEmbedder } from '../src/models/create-embedder.js';
import { createOpenAIEmbedder } from '../src/models/openai-embedder.js';
import { type EmbeddingsReply, type OpenAIServer, startOpenAIServer } from './helpers/openai-server.js';
import { silentLog } from './helpers/silent-log.js';

const key = 'sk-very-secret-1234567890';
let server: OpenAIServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

/** Without a reply of its own: one vector a text, made from its length and first character. */
async function start(reply?: (inputs: string[], call: number) => EmbeddingsReply): Promise<OpenAIServer> {
  const honest = (inputs: string[]) => ({
    vectors: inputs.map((text) => [text.length, text.charCodeAt(0), 3]),
  });
  server = await startOpenAIServer({
    embeddings: ({ body }, call) => (reply ?? honest)([body.input].flat(), call),
  });
  return server;
}

const settings = (url: string) => ({ apiKey: key, baseUrl: url, model: 'stand-in' });
const options = { fetch, timeout: 1000, maxRetries: 0 };
const known = { id: 'openai:stand-in', dimension: 3 };

async function failure(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(EmbeddingError);
  expect(`${error.message} ${error.stack} ${String(error.cause)}`).not.toContain(key);
  return error.message;
}

test('vectors come in the order of the texts, at unit length, however many requests they take', async () => {
  const { url, requests } = await start();
  const embedder = await createOpenAIEmbedder(settings(url), options);
  expect(embedder).toMatchObject({ id: 'openai:stand-in', dimension: 3 });
  const texts = Array.from({ length: 95 }, (_, place) => '阳'.repeat(place + 1));
  const vectors = await embedder.embedPassages(texts);
  expect(vectors).toHaveLength(95);
  vectors.forEach((vector, place) => {
    const [length = 0, character = 0, last = 0] = vector;
    expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    expect((length / last) * 3).toBeCloseTo(place + 1, 2);
    expect((character / last) * 3).toBeCloseTo('阳'.charCodeAt(0), 0);
  });
  for (const { body, authorization } of requests) {
    expect([body.input].flat().length).toBeLessThanOrEqual(10);
    expect(body).toMatchObject({ model: 'stand-in', encoding_format: 'float' });
    expect(authorization).toBe(`Bearer ${key}`);
  }
});

test('a known dimension spares the first request, another model does not', async () => {
  const { url, requests } = await start();
  await createOpenAIEmbedder(settings(url), { ...options, known });
  expect(requests).toHaveLength(0);
  const embedder = await createOpenAIEmbedder(settings(url), {
    ...options,
    known: { id: 'x', dimension: 9 },
  });
  expect(requests).toHaveLength(1);
  expect(embedder.dimension).toBe(3);
});

test.each<[string, EmbeddingsReply, RegExp]>([
  ['NaN', { vectors: [[1, Number.NaN, 3]] }, /格式|不是数/],
  ['null in a vector', { vectors: [[1, null, 3]] }, /不是数的值/],
  ['words in a vector', { vectors: [[1, '2', 3]] }, /不是数的值/],
  ['null for a vector', { vectors: [null] }, /不是向量/],
  ['an object for a vector', { vectors: [{ a: 1 }] }, /不是向量/],
  ['a short vector', { vectors: [[1, 2]] }, /有 2 维，应为 3 维/],
  ['a long vector', { vectors: [[1, 2, 3, 4]] }, /有 4 维，应为 3 维/],
  ['an empty vector', { vectors: [[]] }, /有 0 维/],
  ['a vector of zeros', { vectors: [[0, 0, 0]] }, /长度为零/],
  ['no vector at all', { vectors: [] }, /格式/],
  ['HTML', { raw: '<html>', contentType: 'text/html' }, /格式/],
  ['401', { status: 401, message: `Incorrect API key provided: ${key}` }, /不认密钥/],
  ['404', { status: 404 }, /没有向量模型 stand-in。请检查 OPENAI_EMBEDDING_MODEL/],
  ['429', { status: 429, message: key }, /请求太多/],
  ['500', { status: 500, message: key }, /出了故障（500）/],
  ['no answer', 'hang', /太久没有回答/],
])('%s is refused with a sentence that never holds the key', async (_, reply, sentence) => {
  const { url } = await start(() => reply);
  const embedder = await createOpenAIEmbedder(settings(url), { ...options, known });
  expect(await failure(embedder.embedQuery('报纸'))).toMatch(sentence);
});

test('too few vectors for several texts are refused, not shifted', async () => {
  const { url } = await start(() => ({ vectors: [[1, 2, 3]] }));
  const embedder = await createOpenAIEmbedder(settings(url), { ...options, known });
  await failure(embedder.embedPassages(['甲', '乙']));
});

test('a dimension that changes between two answers is refused', async () => {
  const { url } = await start((_, call) => ({ vectors: [call === 0 ? [1, 2, 3] : [1, 2, 3, 4]] }));
  const embedder = await createOpenAIEmbedder(settings(url), options);
  expect(await failure(embedder.embedQuery('报纸'))).toMatch(/有 4 维，应为 3 维/);
});

test('a question of a hundred thousand characters is cut before it is sent', async () => {
  const { url, requests } = await start();
  const embedder = await createOpenAIEmbedder(settings(url), { ...options, known });
  await embedder.embedQuery('问'.repeat(100_000));
  expect([requests[0]?.body.input].flat()[0].length).toBeLessThan(8000);
});

const embeddingSettings = (url: string, kind: 'openai' | 'none' = 'openai') => ({
  kind,
  modelDir: null,
  hubEndpoint: 'http://127.0.0.1:9',
  cacheDir: 'never-used',
  openai: settings(url),
});

test('without a working endpoint there is no embedder, and a notice says that keywords are left', async () => {
  const { url } = await start(() => ({ status: 401 }));
  const world = { fetch, onBytes() {}, log: silentLog };
  const created = await createEmbedder(embeddingSettings(url), world);
  expect(created.embedder).toBeNull();
  expect(created.notice).toBe(
    `向量模型 stand-in（${url}）不认密钥。请检查 OPENAI_API_KEY。现在只按字词检索。`,
  );
  const none = await createEmbedder(embeddingSettings(url, 'none'), world);
  expect(none).toEqual({ embedder: null, notice: 'EMBEDDINGS=none：只按字词检索。' });
});

test('doctor says that the endpoint answers, or what is wrong with it', async () => {
  const { url } = await start((_, call) => (call === 0 ? { vectors: [[1, 2, 3]] } : { status: 404 }));
  const world = { fetch, timeout: 1000 };
  expect(await checkEmbedder(embeddingSettings(url), world)).toMatchObject({
    name: '向量模型',
    state: 'ok',
    message: `stand-in（${url}）有回答，3 维。`,
  });
  expect(await checkEmbedder(embeddingSettings(url), world)).toMatchObject({ state: 'broken' });
  expect(await checkEmbedder(embeddingSettings(url, 'none'), world)).toMatchObject({ state: 'off' });
});

test('when it is closed no request stays open, so that the process can end', async () => {
  const { url, whenLeft } = await start(() => 'hang');
  const embedder = await createOpenAIEmbedder(settings(url), { ...options, known, timeout: 60_000 });
  const asked = embedder.embedQuery('新桥').catch((error: unknown) => error);
  await vi.waitUntil(() => server?.requests.length === 1);
  await embedder.close();
  await whenLeft();
  expect(await asked).toBeInstanceOf(EmbeddingError);
});

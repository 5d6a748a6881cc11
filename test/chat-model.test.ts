import { afterEach, expect, test } from 'vitest';
import { ChatModelError } from '../src/domain/errors.js';
import { createChatModel } from '../src/models/chat-model.js';
import { checkChatModel } from '../src/models/check-chat-model.js';
import { type ChatReply, type OpenAIServer, startOpenAIServer } from './helpers/openai-server.js';

const key = 'sk-very-secret-1234567890';
const input = { system: '规矩', user: '阳曲县今年民生实事有哪些' };
let server: OpenAIServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

async function start(reply: ChatReply | ((call: number) => ChatReply)): Promise<OpenAIServer> {
  server = await startOpenAIServer({
    chat: (_, call) => (typeof reply === 'function' ? reply(call) : reply),
  });
  return server;
}

const settings = (url: string) => ({ apiKey: key, baseUrl: url, model: 'stand-in' });
const options = { fetch, patience: 1000, maxRetries: 0 };

async function read(pieces: AsyncIterable<string>, heard: string[] = []): Promise<string[]> {
  for await (const piece of pieces) heard.push(piece);
  return heard;
}

async function failure(promise: Promise<unknown>): Promise<ChatModelError> {
  const error = await promise.then(
    () => null,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(ChatModelError);
  return error;
}

test('the pieces come in order and the request holds both parts, the model and temperature 0', async () => {
  const { url, requests } = await start({ pieces: ['七', '件', '实事'] });
  const model = createChatModel(settings(url), options);
  expect(await read(model.stream(input, new AbortController().signal))).toEqual(['七', '件', '实事']);
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({
    authorization: `Bearer ${key}`,
    body: {
      model: 'stand-in',
      stream: true,
      temperature: 0,
      messages: [
        { role: 'system', content: '规矩' },
        { role: 'user', content: '阳曲县今年民生实事有哪些' },
      ],
    },
  });
  expect(requests[0]?.body).not.toHaveProperty('stream_options');
});

test('a reasoning model is not sent a temperature, which it would refuse', async () => {
  const { url, requests } = await start({ pieces: ['好'] });
  const model = createChatModel({ ...settings(url), model: 'o3-mini' }, options);
  await read(model.stream(input, new AbortController().signal));
  expect(requests[0]?.body).not.toHaveProperty('temperature');
});

test.each<[string, ChatReply, RegExp]>([
  ['401', { status: 401, message: `Incorrect API key provided: ${key}` }, /不认密钥。请检查 OPENAI_API_KEY/],
  ['403', { status: 403, message: key }, /不许用这个密钥/],
  ['404', { status: 404, message: 'no such model' }, /没有语言模型 stand-in。请检查 OPENAI_MODEL/],
  [
    '400',
    { status: 400, message: `context too long for ${key}` },
    /不接受请求（400：context too long for …）/,
  ],
  ['429', { status: 429 }, /请求太多/],
  ['500', { status: 500, message: key }, /出了故障（500）/],
  ['a page of HTML', { raw: '<html>hello</html>', contentType: 'text/html' }, /不合 OpenAI 接口的格式/],
  ['JSON of another kind', { raw: '{"a":1}' }, /不合 OpenAI 接口的格式/],
  ['events that are no JSON', { raw: `data: {${key}\n\n`, contentType: 'text/event-stream' }, /格式/],
  ['no answer', 'hang', /太久没有回答/],
  ['half a stream and then silence', { pieces: ['七'], end: 'hang' }, /太久没有回答/],
  ['half a stream and then a cut', { pieces: ['七'], end: 'cut' }, /连不上语言模型/],
  ['half a stream and then an error', { pieces: ['七'], end: 'error' }, /overloaded/],
])('after %s the stream ends with a sentence that never holds the key', async (_, reply, sentence) => {
  const { url } = await start(reply);
  const model = createChatModel(settings(url), options);
  const error = await failure(read(model.stream(input, new AbortController().signal)));
  expect(error.message).toMatch(sentence);
  expect(`${error.message} ${error.stack} ${String(error.cause)}`).not.toContain(key);
});

test('an address where nothing listens is named', async () => {
  const { url, close } = await start('hang');
  await close();
  server = null;
  const model = createChatModel(settings(url), options);
  const error = await failure(read(model.stream(input, new AbortController().signal)));
  expect(error.message).toBe(
    `连不上语言模型 stand-in（${url}）（ECONNREFUSED）。请检查网络和 OPENAI_BASE_URL。`,
  );
});

test.each(['填这里', 'sk-１２３', 'sk-1\nsk-2'])(
  'a key that no header can carry is told apart: %j',
  async (unusable) => {
    const { url, requests } = await start('hang');
    const model = createChatModel({ ...settings(url), apiKey: unusable }, options);
    const error = await failure(read(model.stream(input, new AbortController().signal)));
    expect(error.message).toMatch(/^OPENAI_API_KEY 里有密钥不会有的字符/);
    expect(error.message).not.toContain(unusable);
    expect(requests).toEqual([]);
  },
);

test('one 429 is waited out, and no more than one', async () => {
  const { url, requests } = await start((call) =>
    call === 0 ? { status: 429, headers: { 'retry-after': '0' } } : { pieces: ['好'] },
  );
  const model = createChatModel(settings(url), { ...options, patience: 5000, maxRetries: 1 });
  expect(await read(model.stream(input, new AbortController().signal))).toEqual(['好']);
  expect(requests).toHaveLength(2);
});

test('an abort in the middle of a stream that has stopped ends it and closes the connection', async () => {
  const { url, whenLeft } = await start({ pieces: ['七', '件'], end: 'hang' });
  const model = createChatModel(settings(url), { ...options, patience: 60_000 });
  const abort = new AbortController();
  const heard: string[] = [];
  const reading = failure(read(model.stream(input, abort.signal), heard));
  while (heard.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  abort.abort();
  expect((await reading).message).toMatch(/已中止/);
  await whenLeft();
});

test('the time that the caller sets ends a stream as too slow', async () => {
  const { url } = await start({ pieces: ['七'], end: 'hang' });
  const model = createChatModel(settings(url), { ...options, patience: 60_000 });
  expect((await failure(read(model.stream(input, AbortSignal.timeout(200))))).message).toMatch(
    /太久没有回答/,
  );
});

test('a signal that was aborted before sends nothing', async () => {
  const { url, requests } = await start({ pieces: ['七'] });
  await failure(read(createChatModel(settings(url), options).stream(input, AbortSignal.abort())));
  expect(requests).toEqual([]);
});

test('a reader who leaves early closes the connection', async () => {
  const { url, whenLeft } = await start({ pieces: ['七', '件'], end: 'hang' });
  const model = createChatModel(settings(url), { ...options, patience: 60_000 });
  for await (const _ of model.stream(input, new AbortController().signal)) break;
  await whenLeft();
});

test('doctor says that the model answers, what is wrong with it, or that there is none', async () => {
  const { url } = await start((call) => (call === 0 ? { pieces: ['好'], end: 'hang' } : { status: 401 }));
  expect(await checkChatModel(settings(url), { fetch })).toEqual({
    name: '语言模型',
    state: 'ok',
    message: `stand-in（${url}）有回答。`,
    mend: null,
  });
  expect(await checkChatModel(settings(url), { fetch })).toMatchObject({
    state: 'broken',
    message: `语言模型 stand-in（${url}）不认密钥。请检查 OPENAI_API_KEY。`,
  });
  expect(await checkChatModel(null, { fetch })).toMatchObject({ state: 'off', mend: null });
});

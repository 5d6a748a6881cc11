import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ChatReply,
  type OpenAIServer,
  type ReceivedRequest,
  startOpenAIServer,
} from './helpers/openai-server.js';
import { openProgram, type Program, SAMPLE_PAGES } from './helpers/program.js';

const KEY = 'sk-secret-key-of-the-test';
const QUESTION = '石渡大桥什么时候通车';
const QUOTE = '11月18日上午10时，石渡大桥正式通车。';
const GOOD = '石渡大桥于2024年11月18日上午10时正式通车。';

let program: Program;
const servers: OpenAIServer[] = [];
beforeAll(async () => {
  program = openProgram();
  await program.run(['ingest', SAMPLE_PAGES]);
});
afterAll(async () => {
  await program.close();
  await Promise.all(servers.map((server) => server.close()));
});

type Reply = (request: ReceivedRequest) => ChatReply;

async function settingsFor(reply: Reply) {
  const server = await startOpenAIServer({ chat: reply });
  servers.push(server);
  return { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: server.url, OPENAI_MODEL: 'stand-in' };
}

async function ask(settings: Record<string, string>) {
  const { code, stdout, stderr } = await program.run(['ask', QUESTION, '--json'], { settings });
  expect(code).toBe(0);
  expect(stdout + stderr).not.toContain(KEY);
  return JSON.parse(stdout);
}

/** The number under which the prompt holds the passage with the quote. */
function passageOf({ body }: ReceivedRequest): number {
  const prompt = body.messages.map(({ content }: { content: string }) => content).join('\n');
  const before = prompt.slice(0, prompt.indexOf(QUOTE));
  return Number([...before.matchAll(/资料 (\d+)$/gm)].at(-1)?.[1]);
}

const sentence = (passage: number, text: string, quote = QUOTE) =>
  `${JSON.stringify({ text, passage, quote })}\n`;

describe.concurrent('an answer with a language model', () => {
  test('shows the sentence that stands on its quote, cited from the article itself', async () => {
    let authorization: string | undefined;
    const settings = await settingsFor((request) => {
      authorization = request.authorization;
      return { pieces: [...sentence(passageOf(request), GOOD)] };
    });
    const answer = await ask(settings);
    expect(answer).toMatchObject({ found: true, mode: 'model', sentences: [{ text: GOOD, citations: [1] }] });
    expect(answer.citations).toHaveLength(1);
    expect(QUOTE).toContain(answer.citations[0].quote);
    expect(answer.citations[0]).toMatchObject({
      newspaper: '澄州日报',
      issueDate: '2024-11-20',
    });
    expect(answer.notes).toContain('由语言模型作答，1句均已与原文核对。');
    expect(authorization).toBe(`Bearer ${KEY}`);
  });

  test('drops what does not stand on its quote, and says how much', async () => {
    const settings = await settingsFor((request) => {
      const passage = passageOf(request);
      const invented = sentence(passage, '石渡大桥由省长剪彩。', '省长为石渡大桥剪彩。');
      const wrongNumber = sentence(passage, '石渡大桥于2024年11月28日正式通车。');
      const noPassage = sentence(99, GOOD);
      return { pieces: [invented, wrongNumber, sentence(passage, GOOD), noPassage] };
    });
    const answer = await ask(settings);
    expect(answer.mode).toBe('model');
    expect(answer.sentences).toEqual([{ text: GOOD, citations: [1] }]);
    expect(answer.notes.join()).toContain('4句中有3句与原文核对不上，已删去');
  });

  test('with nothing left after the check is the extracts, and says so', async () => {
    const settings = await settingsFor((request) => ({
      pieces: [sentence(passageOf(request), '石渡大桥于2024年11月28日正式通车。')],
    }));
    expect(await ask(settings)).toMatchObject({
      mode: 'extractive',
      notes: expect.arrayContaining([expect.stringContaining('全部删去，改为摘录原文')]),
    });
  });
});

test('a checked sentence stays when the model breaks off behind it', async () => {
  const settings = await settingsFor((request) => ({
    pieces: [sentence(passageOf(request), GOOD), '{"text":"还有'],
    end: 'cut',
  }));
  expect(await ask(settings)).toMatchObject({
    mode: 'model',
    notes: expect.arrayContaining([expect.stringContaining('没有答完')]),
  });
});

/** More faults, with short limits, in model-faults.test.ts. */
describe.concurrent('an answer with a language model that fails is the extracts, with a note', () => {
  const failing: [string, Reply, string][] = [
    ['refuses the key', () => ({ status: 401, message: `Incorrect API key provided: ${KEY}` }), '不认密钥'],
    ['is out of order', () => ({ status: 500 }), '出了故障'],
    [
      'breaks off in its first sentence',
      (request) => ({ pieces: [sentence(passageOf(request), GOOD).slice(0, 20)], end: 'cut' }),
      '语言模型没有作答',
    ],
    [
      'sends no JSON',
      () => ({ raw: '<html>gateway</html>', contentType: 'text/html' }),
      '不合 OpenAI 接口的格式',
    ],
  ];
  test.each(failing)('%s', async (_, reply, note) =>
    expectExtracts(await ask(await settingsFor(reply)), note),
  );

  test('is not there at all', async () => {
    const server = await startOpenAIServer({});
    await server.close();
    const settings = { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: server.url, OPENAI_MODEL: 'stand-in' };
    expectExtracts(await ask(settings), '连不上');
  });
});

function expectExtracts(answer: Awaited<ReturnType<typeof ask>>, note: string) {
  expect(answer).toMatchObject({ found: true, mode: 'extractive' });
  expect(answer.answer).toContain(QUOTE);
  expect(answer.notes.join('\n')).toContain(note);
}

import { describe, expect, test } from 'vitest';
import type { Question } from '../src/domain/query.js';
import type { Settings } from '../src/domain/settings.js';
import { answer, ended, runFake } from './helpers/fake-surroundings.js';

const answering = { app: { service: { ask: async () => answer } } };

describe('ask', () => {
  test('prints the sentences, then the numbered sources, then how the question was understood', async () => {
    const ran = await runFake(['ask', '今年新建几座公园'], answering);
    expect(ran).toEqual({
      ...ended,
      stdout: `今年新建公园两座。 [1]

[1] 《澄州日报》2023年2月10日第3版《安溪县公布民生实事》

理解：今年 → 2023
注：没有语言模型，回答是原文摘录。
`,
    });
  });

  test('--json is one line with the keys in the order of the contract', async () => {
    const { stdout, code } = await runFake(['ask', '今年新建几座公园', '--json'], answering);
    expect(code).toBe(0);
    expect(stdout).toBe(`${JSON.stringify({ id: null, ...answer })}\n`);
  });

  test('hands the question over with today in China, the filters and unquoted words joined', async () => {
    const asked: Question[] = [];
    const app = {
      service: {
        ask: async (question: Question) => {
          asked.push(question);
          return answer;
        },
      },
    };
    const now = () => new Date('2023-02-12T17:00:00Z');
    const filters = [
      '--newspaper',
      '澄州日报',
      '--from',
      '2023-01-01',
      '--to',
      '2023-12-31',
      '--place',
      '安溪县',
    ];
    await runFake(['ask', '民生', '实事', ...filters], { app, now });
    await runFake(['ask', '民生实事', '--asked-on', '2022-01-01'], { app, now });
    expect(asked).toEqual([
      {
        question: '民生 实事',
        askedOn: '2023-02-13',
        filter: { newspaper: '澄州日报', from: '2023-01-01', to: '2023-12-31', place: '安溪县' },
        history: [],
      },
      { question: '民生实事', askedOn: '2022-01-01', filter: {}, history: [] },
    ]);
  });

  test('a refusal is exit code 0, and what is reduced is said on standard error', async () => {
    const refusal = {
      ...answer,
      found: false,
      answer: '没有找到。',
      sentences: [],
      citations: [],
      notes: [],
    };
    const app = { service: { ask: async () => refusal }, notices: ['只按字词检索。'] };
    const ran = await runFake(['ask', '火星'], { app });
    expect(ran).toEqual({
      ...ended,
      stdout: '没有找到。\n\n理解：今年 → 2023\n',
      stderr: '只按字词检索。\n',
    });
  });

  test('text of an article cannot steer the terminal', async () => {
    const sentences = [{ text: '标题\u001b[2J\u001b]0;坏\u0007完\u202e', citations: [1] }];
    const app = { service: { ask: async () => ({ ...answer, sentences }) } };
    const { stdout } = await runFake(['ask', '问题'], { app });
    expect(stdout.split('\n')[0]).toBe('标题�[2J�]0;坏�完� [1]');
  });

  test('colours stand on a terminal alone, and not where NO_COLOR is set', async () => {
    const coloured = await runFake(['ask', '问题'], { ...answering, terminal: true });
    const plain = await runFake(['ask', '问题'], { ...answering, terminal: true, env: { NO_COLOR: '1' } });
    expect(coloured.stdout).toContain('\u001b[36m[1]\u001b[39m');
    expect(plain.stdout).not.toContain('\u001b');
  });

  test('sentences show as they come; an answer that turned out otherwise is shown whole', async () => {
    const first = { text: '先说的一句。', citations: [1] };
    const app = {
      service: {
        ask: async (_: Question, onSentence?: (sentence: typeof first) => void) => {
          onSentence?.(first);
          return answer;
        },
      },
    };
    const { stdout } = await runFake(['ask', '问题'], { app });
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      '先说的一句。 [1]',
      '（改用下面的完整回答）',
      '今年新建公园两座。 [1]',
    ]);
  });

  test('--data reaches the settings, before or behind the subcommand', async () => {
    const folders: (string | undefined)[] = [];
    const loadSettings = (dataDir: string | undefined) => {
      folders.push(dataDir);
      return {} as Settings;
    };
    await runFake(['--data', 'elsewhere', 'ask', '问题'], { ...answering, loadSettings });
    await runFake(['ask', '问题', '--data=here'], { ...answering, loadSettings });
    await runFake(['ask', '问题'], { ...answering, loadSettings });
    expect(folders).toEqual(['elsewhere', 'here', undefined]);
  });
});

import { describe, expect, test } from 'vitest';
import { StoreError } from '../src/domain/errors.js';
import type { AskService } from '../src/domain/ports.js';
import type { Question } from '../src/domain/query.js';
import { runFake } from './helpers/fake-surroundings.js';
import { BANNER, listening, loadArticles, plain, SHOWN } from './helpers/repl.js';

describe('piped input', () => {
  const run = (input: string, service = listening(), argv = ['repl']) =>
    runFake(argv, { app: { service, archive: { loadArticles } }, input });

  test('each line is answered in order, without a prompt, and the end is exit code 0', async () => {
    const { code, stdout, stderr, open } = await run('\ufeff今年新建几座公园\r\n\n  管网多长  ');
    expect({ code, stderr, open }).toEqual({ code: 0, stderr: BANNER, open: 0 });
    expect(stdout).toBe(`问：今年新建几座公园\n${SHOWN}\n问：管网多长\n${SHOWN}\n`);
  });

  test('a follow-up brings the last three questions along', async () => {
    const asked: Question[] = [];
    await run('一\n二\n三\n四\n五\n', listening(asked));
    expect(asked.map(({ history }) => history.join(''))).toEqual(['', '一', '一二', '一二三', '二三四']);
  });

  test('the filters and the day of asking hold for the whole conversation', async () => {
    const asked: Question[] = [];
    const options = ['--newspaper', '澄州日报', '--asked-on', '2023-02-01'];
    await run('一\n/asof 2022-05-06\n二\n/asof\n三\n', listening(asked), ['repl', ...options]);
    expect(asked.map(({ askedOn }) => askedOn)).toEqual(['2023-02-01', '2022-05-06', '2023-02-01']);
    expect(asked[2]?.filter).toEqual({ newspaper: '澄州日报' });
  });

  test('sources and their articles can be opened', async () => {
    const { stdout } = await run('公园\n/sources\n/open 1\n／open [1]\n');
    const [, , sources, opened, again] = stdout.split(/^问：.*\n/m);
    expect(sources).toBe(
      '[1] 《澄州日报》2023年2月10日第3版《安溪县公布民生实事》\n    “今年新建公园两座。”\n\n',
    );
    expect(opened).toContain('记者 何青\n\n今年新建公园两座。改造管网五公里。\n');
    expect(again).toBe(opened);
  });

  test('/search lists passages whose articles can be opened', async () => {
    const { stdout, stderr } = await run('/search 公园 绿地\n/open 1\n');
    expect(stdout).toContain(
      '1. 《澄州日报》2023年2月10日第3版《安溪县公布民生实事》\n   今年新建公园两座。\n',
    );
    expect(stdout).toContain('改造管网五公里。');
    expect(stderr).toBe(BANNER);
  });

  test('/help and /status answer, /quit leaves', async () => {
    const { stdout, code } = await run('/help\n/status\n/quit\n不再回答\n');
    expect(code).toBe(0);
    expect(stdout).toContain('/open N');
    expect(stdout).toContain('档案现有 9 篇稿件：');
    expect(stdout).not.toContain('不再回答');
  });

  const wrong: [string, string][] = [
    ['/opne 1', '没有命令 /opne，最接近的是 /open，输入 /help 看说明。'],
    ['/天气', '没有命令 /天气，输入 /help 看说明。'],
    ['/', '没有命令 /，输入 /help 看说明。'],
    ['/constructor', '没有命令 /constructor，输入 /help 看说明。'],
    ['/open 1', '还没有可以打开的稿件，请先提问或 /search。'],
    ['/open 一', '还没有可以打开的稿件，请先提问或 /search。'],
    ['/sources', '还没有可看的出处，请先提问。'],
    ['/search', '请在 /search 后面写上要查的词语。'],
    ['/asof 2023-02-30', '/asof 的值“2023-02-30”不是有效的日期，最接近的是 2023-02-28。'],
    ['问'.repeat(100_000), '问题有 100,000 个字，超过了上限 2,000 个字，请缩短后再问。'],
  ];
  test.each(wrong)('%.20s gets a sentence, and the conversation goes on', async (line, sentence) => {
    const { code, stdout, stderr } = await run(`${line}\n公园\n`);
    expect(code).toBe(0);
    expect(stderr).toBe(`${BANNER}${sentence}\n`);
    expect(stdout).toContain(SHOWN);
  });

  test('/open beyond the sources names the range', async () => {
    const { stderr } = await run('公园\n/open 2\n/open 0\n');
    expect(stderr).toBe(`${BANNER}${'请写 /open 加 1 到 1 之间的数，例如 /open 1。\n'.repeat(2)}`);
  });

  test('a failure or a bug in one question does not end the conversation', async () => {
    const service: Partial<AskService> = {
      ask: async (question) => {
        if (question.question === '坏') throw new StoreError('读不出来。');
        if (question.question === '虫') throw new TypeError('bug');
        return plain;
      },
    };
    const { code, stdout, stderr } = await run('坏\n虫\n好\n', service);
    expect(code).toBe(0);
    expect(stderr).toContain('读不出来。\n');
    expect(stderr).toContain('TypeError: bug\n');
    expect(stdout).toContain(SHOWN);
  });

  test('each turn stands alone: after a refusal no source is left to open', async () => {
    const refusal = { ...plain, found: false, answer: '没有找到。', sentences: [], citations: [] };
    const service: Partial<AskService> = {
      ask: async (question) => (question.question === '有' ? plain : refusal),
    };
    const { stdout, stderr } = await run('有\n无\n/sources\n', service);
    expect(stdout).toContain('问：无\n没有找到。\n');
    expect(stderr).toContain('还没有可看的出处，请先提问。');
  });
});

import { describe, expect, it } from 'vitest';
import type { Question } from '../src/domain/query.js';
import { openArchiveOf, writeFiles } from './helpers/archive-of.js';

const WEATHER = '渡口村的轮渡昨日停航一天，村民改走石渡大桥进城。';
const ARTICLES = [
  {
    newspaper: '澄州日报',
    date: '2023-02-10',
    page: '4',
    headline: '望河区办好六件民生实事',
    text: '本报讯 望河区今年将集中力量办好六件民生实事，办成率要达到98.6%。\n区长许安民说：“群众盼什么，我们就干什么。每件实事都有人盯到底。”\n城南小学搬进了新校舍，图书室比原来大了三倍。',
  },
  { newspaper: '澄州日报', date: '2023-02-12', page: '1', headline: '轮渡停航', text: `本报讯 ${WEATHER}` },
  {
    newspaper: '青泉晚报',
    date: '2023-02-11',
    page: '2',
    headline: '大桥成通道',
    text: `${WEATHER}\n风浪大。`,
  },
  { headline: '未注明日期的稿件', text: `据报道，${WEATHER}` },
  {
    newspaper: '青泉晚报',
    date: '2023-02-11',
    page: '3',
    headline: '三月份柑橘涨价',
    text: '三月份柑橘批发价每斤涨到四元五角，比上月高两成。',
  },
  {
    newspaper: '青泉晚报',
    date: '2023-02-12',
    page: '3',
    headline: '五月份柑橘涨价',
    text: '五月份柑橘批发价每斤涨到四元五角，比上月高两成。',
  },
];

async function ask(question: string, more: Partial<Question> = {}) {
  const lines = ARTICLES.map((article) => JSON.stringify(article)).join('\n');
  const { service, archive } = await openArchiveOf([writeFiles({ 'articles.jsonl': lines })]);
  const shown: string[] = [];
  const asked = { question, askedOn: '2023-02-12', filter: {}, history: [], ...more };
  const answer = await service.ask(asked, ({ text }) => shown.push(text));
  for (const { articleId, start, end, quote } of answer.citations) {
    const [article] = await archive.loadArticles([articleId]);
    expect(article?.body.slice(start, end)).toBe(quote);
  }
  expect(shown).toEqual(answer.sentences.map(({ text }) => text));
  const cited = answer.citations.map(({ newspaper, issueDate, page }) =>
    [newspaper, issueDate, page].join(' '),
  );
  return { ...answer, texts: shown, cited, said: answer.notes.join('') };
}

const FIRST_PAGE = '澄州日报 2023-02-10 4';

describe('the source of a quotation', () => {
  it.each([
    ['“群众盼什么，我们就干什么。”这句话出自哪天哪版', '与原文一致。'],
    ['哪期报纸登过这句话：群众盼什么我们就干什么', '标点以原文为准'],
    ['「羣衆盼什麼，我們就幹什麼」出自哪裏', '与原文一致。'],
  ])('%s: the sentence as printed', async (question, note) => {
    const { texts, cited, said, found, mode } = await ask(question);
    expect({ texts, cited, found, mode }).toEqual({
      texts: ['区长许安民说：“群众盼什么，我们就干什么。'],
      cited: [FIRST_PAGE],
      found: true,
      mode: 'extractive',
    });
    expect(said).toContain(note);
  });

  it.each([
    ['“望河区今年将集中力量办好七件民生实事”，原话是不是这样', '“七件”原文作“六件”'],
    ['“望江区今年将集中力量办好六件民生实事”这句话登在哪天', '“江区”原文作“河区”'],
    ['望河区将集中力量办好六件民生实事，办成率要达到98.6‰这句话出自哪里', '“98.6‰”原文作“98.6%”'],
  ])('%s: found, with the difference told', async (question, note) => {
    const { texts, cited, said } = await ask(question);
    expect(texts).toEqual(['本报讯 望河区今年将集中力量办好六件民生实事，办成率要达到98.6%。']);
    expect(cited).toEqual([FIRST_PAGE]);
    expect(said).toContain('与原文不同：');
    expect(said).toContain(note);
  });

  it('compares who said it as well, or says that it was not compared', async () => {
    const words = '“群众盼什么，我们就干什么”，这句话登在哪天';
    expect((await ask(`区长许安定说：${words}`)).said).toContain('“定说”原文作“民说”');
    expect((await ask(`赵局长在大会上说${words}`)).said).toContain('“赵局长在大会上说”没有核对');
  });

  it('spans sentences and paragraphs', async () => {
    const { texts, cited } = await ask(
      '“我们就干什么。每件实事都有人盯到底。城南小学搬进了新校舍”这段话出自哪里',
    );
    expect(texts).toEqual([
      '区长许安民说：“群众盼什么，我们就干什么。每件实事都有人盯到底。”\n城南小学搬进了新校舍，图书室比原来大了三倍。',
    ]);
    expect(cited).toEqual([FIRST_PAGE]);
  });

  it('shows from the words that name the speaker where it is asked who said it', async () => {
    const { texts } = await ask('谁说的“每件实事都有人盯到底”');
    expect(texts).toEqual(['区长许安民说：“群众盼什么，我们就干什么。每件实事都有人盯到底。”']);
  });

  it('cites every article that prints it, the earliest first', async () => {
    const { texts, cited, said } = await ask(`“${WEATHER}”这句话出自哪天哪版`);
    expect(texts).toEqual([WEATHER]);
    expect(cited).toEqual(['青泉晚报 2023-02-11 2', '澄州日报 2023-02-12 1', '  ']);
    expect(said).toContain('见于3篇稿件');
  });

  it('tells equally near sentences apart', async () => {
    const { texts, cited, said } = await ask('“四月份柑橘批发价每斤涨到四元五角，比上月高两成”出自哪里');
    expect(texts.map((text) => text.slice(0, 3))).toEqual(['三月份', '五月份']);
    expect(cited).toEqual(['青泉晚报 2023-02-11 3', '青泉晚报 2023-02-12 3']);
    expect(said).toContain('《三月份柑橘涨价》：与原文不同：“四月”原文作“三月”');
  });

  it('says which part of a long quotation is printed', async () => {
    const { texts, said } = await ask(
      '“群众盼什么，我们就干什么。市长亲自到场剪彩并讲话。城南小学搬进了新校舍，图书室比原来大了三倍。”这段话是哪天登的',
    );
    expect(texts.join()).toContain('图书室比原来大了三倍');
    expect(said).toContain('这部分档案中没有找到：“市长亲自到场剪彩并讲话。”');
    expect(said).not.toContain('与原文一致');
  });

  it('is found where only symbols were left out, however many', async () => {
    const rates = '四个区的办成率分别是91%、92%、93%和94%，比去年都高。';
    const files = { 'rates.jsonl': JSON.stringify({ newspaper: '澄州日报', text: rates }) };
    const { service } = await openArchiveOf([writeFiles(files)]);
    const question = `出处：${rates.replace(/\p{P}/gu, '')}`;
    const { sentences, notes } = await service.ask({
      question,
      askedOn: '2023-02-12',
      filter: {},
      history: [],
    });
    expect(sentences.map(({ text }) => text)).toEqual([rates]);
    expect(notes.join()).toContain('“919293和94”原文作“91%、92%、93%和94%”');
  });

  it('finds a headline', async () => {
    const { texts, cited } = await ask('“望河区办好六件民生实事”这个标题是哪天的');
    expect(texts).toEqual(['这是一篇稿件的标题：《澄州日报》2023年2月10日第4版《望河区办好六件民生实事》。']);
    expect(cited).toEqual([FIRST_PAGE]);
  });
});

describe('words that nobody printed', () => {
  it.each([
    '“区里决定向每户居民发放三百元取暖补贴”这句话出自哪天哪版',
    '“望河区今年要为群众办六件好事实事，力争办成九成八”出自哪里',
    '“区长许安民说，群众盼什么，我们就干什么……随后他登台领奖”这句话登在哪里',
    '“望河区今年将集中力量办好，图书室比原来大了三倍”这句话登在哪里',
  ])('%s: refused', async (question) => {
    expect(await ask(question)).toMatchObject({
      found: false,
      answer: '档案中没有找到这句话。',
      sentences: [],
      citations: [],
    });
  });

  it('a short quotation must be printed word for word', async () => {
    expect(await ask('“城南小学搬新校舍”这句话登在哪天')).toMatchObject({ found: false });
    expect(await ask('“城南小学搬进”这句话登在哪天')).toMatchObject({ cited: [FIRST_PAGE] });
  });

  it('names a really near sentence, only as a note', async () => {
    const { found, citations, said } = await ask(
      '“望河区明年会集中人力办好六件民生大事，办成率要达到”出自哪里',
    );
    expect({ found, citations }).toEqual({ found: false, citations: [] });
    expect(said).toContain('最接近的一句是“本报讯 望河区今年将集中力量办好六件民生实事');
  });

  it('goes on as an ordinary question where it may not have been meant', async () => {
    const { texts, said } = await ask('“城南小学的图书室”什么时候报道的');
    expect(texts.join()).toContain('图书室');
    expect(said).not.toContain('这句话');
  });
});

describe('walls around a quotation', () => {
  const asked = `“${WEATHER}”这句话出自哪天哪版`;
  it.each([
    [asked, { newspaper: '澄州日报' }, ['澄州日报 2023-02-12 1']],
    [asked, { to: '2023-02-11' }, ['青泉晚报 2023-02-11 2']],
    [asked, { page: '9' }, []],
    [`澄州日报哪天登过“${WEATHER}”`, {}, ['澄州日报 2023-02-12 1']],
    [`人民日报哪天登过“${WEATHER}”`, {}, []],
    [`“${WEATHER}”这句话是2023年2月11日哪一版登的`, {}, ['青泉晚报 2023-02-11 2']],
    ['“据人民日报2020年9月4日报道，群众盼什么，我们就干什么”出自哪里', {}, []],
  ])('%s %o', async (question, filter, expected) => {
    expect((await ask(question, { filter })).cited).toEqual(expected);
  });

  it('a newspaper and a time inside the quotation wall nothing in', async () => {
    const { understood } = await ask('“据人民日报2020年9月4日报道，群众盼什么，我们就干什么”出自哪里');
    expect(understood).toMatchObject({ from: null, to: null, reason: null });
  });

  it('names the other day where it was not printed on the one that was asked for', async () => {
    const { found, said } = await ask(`“${WEATHER}”是2023年2月10日哪一版登的`);
    expect(found).toBe(false);
    expect(said).toContain('所问的时间以外，这句话见于：《青泉晚报》2023年2月11日第2版');
  });
});

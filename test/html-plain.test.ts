import { describe, expect, it } from 'vitest';
import { htmlReader } from '../ingest/readers/html/html-reader.js';
import { readHtml, readOne } from './helpers/read-html.js';

const FIRST = '石渡大桥昨日合龙，两岸居民往来只要三分钟，这是澄州市今年最大的民生工程。';
const SECOND = '市交通局说，引桥年内铺好沥青，明年春天通车，届时两条公交线路将延长过河。';
const THIRD = '大桥全长一千二百米，双向六车道，两侧有人行道和骑行道。';
const TEXT = `${FIRST}\n${SECOND}\n${THIRD}`;
const PARAGRAPHS = `<p>　　${FIRST}</p><p>　　${SECOND}</p><p>　　${THIRD}</p>`;

const NAVIGATION = `<nav><a href="/">首页</a><a href="/news">新闻</a></nav><header><h1>澄州新闻网</h1></header>`;
const FOOTER = `<div class="related"><h3>相关新闻</h3><ul><li><a href="/1">汀阳修路，沿线居民说好，车也多了。</a></li></ul></div>
<div class="copyright">版权所有 澄州新闻网 未经授权，不得转载。京ICP备00000000号</div><footer>关于我们，联系我们。</footer>`;

/** Sites as they are: what names the parts differs, what a reader sees is the same. */
const SITES: [string, string][] = [
  [
    'meta elements of Open Graph and an article element',
    `<html><head><meta property="og:title" content="大桥合龙"><meta property="article:published_time" content="2023-02-09T18:30:00Z">
    <meta name="author" content="林晓"><title>大桥合龙_澄州新闻网</title></head><body>${NAVIGATION}<main><article><h1>大桥合龙</h1>${PARAGRAPHS}</article>
    <aside><p>热门：汀阳修路，沿线居民都说好，车辆也比从前多了不少。</p></aside></main>${FOOTER}</body></html>`,
  ],
  [
    'JSON-LD',
    `<html><head><script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"澄州新闻网"},{"@type":"NewsArticle","headline":"大桥合龙","datePublished":"2023-02-10T08:00:00+08:00","author":[{"name":"林晓"}]}]}</script>
    <title>大桥合龙 - 澄州新闻网</title></head><body>${NAVIGATION}<div class="wrap"><h1>大桥合龙</h1><div class="txt">${PARAGRAPHS}</div></div>${FOOTER}</body></html>`,
  ],
  [
    'a time element and a line of facts',
    `<html><head><title>大桥合龙-要闻-澄州新闻网</title></head><body>${NAVIGATION}<div id="main"><h1>大桥合龙</h1>
    <p class="info"><time datetime="2023-02-10 08:30">2月10日</time> 作者：林晓 字号：大 中 小</p>${PARAGRAPHS}</div>${FOOTER}</body></html>`,
  ],
  [
    'nothing but a line of facts, line breaks for paragraphs, and tables for layout',
    `<html><head><title>大桥合龙|澄州新闻网</title></head><body><table><tr><td><a href="/">首页</a></td></tr></table>
    <table><tr><td width=200><a href="/a">要闻</a><br><a href="/b">社会</a></td><td><center><h2>大桥合龙</h2></center>
    <div align=center>发布时间：2023年02月10日 08:30　来源：澄州新闻网　作者：林晓　浏览：12次</div>
    <div class=content>　　${FIRST}<br><br>　　${SECOND}<br><br>　　${THIRD}</div><div>责任编辑：陈向北</div></td></tr></table>
    <table><tr><td>版权所有 澄州新闻网</td></tr></table></body></html>`,
  ],
  [
    'hidden parts, scripts and styles in the text',
    `<html><head><title>大桥合龙</title></head><body>${NAVIGATION}<div class="article"><h1>大桥合龙</h1><div class="date">2023/2/10</div><span class="author">林晓</span>
    <div class="text"><p>${FIRST}</p><script>var a = "<p>脚本，不是正文。</p>";</script><style>p { color: red }</style><p style="display: none">藏起来的话，不给人看。</p>
    <p>${SECOND}</p><div hidden>也藏起来的话，不给人看。</div><noscript>请打开脚本，再看本页。</noscript><p>${THIRD}</p></div>
    <div class="share">分享到：<a href="#">微信</a></div></div>${FOOTER}</body></html>`,
  ],
];

describe('a page of any other site', () => {
  it.each(SITES)('is read by %s', async (_, page) => {
    expect(await readOne(page)).toMatchObject({
      newspaper: null,
      issueDate: '2023-02-10',
      issueDateSource: 'text',
      page: null,
      headline: '大桥合龙',
      byline: '林晓',
      body: TEXT,
    });
  });

  it('names the newspaper that it took the article from, where nobody says otherwise', async () => {
    const page = `<html><body><h1>大桥合龙</h1><p>2023-02-10 来源：澄州日报</p>${PARAGRAPHS}</body></html>`;
    expect(await readOne(page)).toMatchObject({ newspaper: '澄州日报', issueDate: '2023-02-10', body: TEXT });
    expect((await readOne(page, { newspaper: '汀阳晚报' })).newspaper).toBe('汀阳晚报');
    const app = page.replace('澄州日报', '澄州日报客户端');
    expect((await readOne(app)).newspaper).toBeNull();
  });

  it('has the issue that it names for itself', async () => {
    const page = `<html><body><h1>大桥合龙</h1>${PARAGRAPHS}<p>《 澄州日报 》（ 2023年02月10日 04 版）</p></body></html>`;
    const article = await readOne(page, { newspaper: '汀阳晚报', date: '2001-01-01' });
    expect(article).toMatchObject({ newspaper: '澄州日报', issueDate: '2023-02-10', page: '4' });
  });

  it('takes from the names of files and folders what it does not say', async () => {
    const page = `<html><body><h1>大桥合龙</h1>${PARAGRAPHS}</body></html>`;
    expect(await readOne(page, { name: '澄州日报/2023-02/10/03版.shtml' })).toMatchObject({
      newspaper: '澄州日报',
      issueDate: '2023-02-10',
      issueDateSource: 'file',
      page: '3',
      headline: '大桥合龙',
      body: TEXT,
    });
  });

  it('keeps a first sentence that begins with a day, and what stands in a table', async () => {
    const page = `<html><body><h1>大桥合龙</h1><p>2023年2月9日，石渡大桥合龙。</p>${PARAGRAPHS}<table><tr><td>全长</td><td>1200米</td></tr></table></body></html>`;
    expect((await readOne(page)).body).toBe(`2023年2月9日，石渡大桥合龙。\n${TEXT}\n全长 1200米`);
  });

  it('keeps the first question of an interview', async () => {
    const page = `<html><body><h1>大桥合龙</h1><p>记者：请介绍大桥</p>${PARAGRAPHS}</body></html>`;
    expect(await readOne(page)).toMatchObject({ byline: null, body: `记者：请介绍大桥\n${TEXT}` });
  });

  it('takes the text at a picture for no sentence of the article', async () => {
    const page = `<html><body><article><h1>大桥合龙</h1><p>${FIRST}</p><figure><img src=a.jpg><figcaption>合龙现场。陈向北摄</figcaption></figure><p>${SECOND}</p></article></body></html>`;
    expect((await readOne(page)).body).toBe(`${FIRST}\n${SECOND}\n合龙现场。陈向北摄`);
  });

  it('gives each of several articles that stand on it', async () => {
    const article = (headline: string, text: string) =>
      `<article><h2>${headline}</h2><p>${text}${text}</p></article>`;
    const page = `<html><body>${NAVIGATION}<div>${article('大桥合龙', FIRST)}${article('引桥铺油', SECOND)}</div>${FOOTER}</body></html>`;
    const { articles, explained } = await readHtml(page, { name: '澄州日报_2023-02-10_03版.html' });
    expect(articles.map(({ headline, body, page: number }) => [headline, body, number])).toEqual([
      ['大桥合龙', FIRST + FIRST, '3'],
      ['引桥铺油', SECOND + SECOND, '3'],
    ]);
    expect(explained).toContain('共 2 篇');
  });

  it('takes no summary of another article for one of several', async () => {
    const page = `<html><body><main><article><h1>大桥合龙</h1>${PARAGRAPHS}</article><article><h3><a href="/2">汀阳修路</a></h3><p>沿线说好。</p></article></main></body></html>`;
    expect(await readOne(page)).toMatchObject({ headline: '大桥合龙', body: TEXT });
  });

  it('gives nothing where there is no text', async () => {
    expect((await readHtml('<html><body><a href="/">首页</a></body></html>')).articles).toEqual([]);
    expect((await readHtml('')).articles).toEqual([]);
  });

  it.each(['a.html', 'a.HTM', 'a.shtml', 'a.xhtml'])('may be called %s', (name) => {
    expect(htmlReader.accepts(name)).toBe(true);
  });
});

describe('the text of a page', () => {
  const page = `<html><head><meta charset="utf-8"><title>大桥</title></head><body><h1>大桥合龙</h1><p>${FIRST}</p></body></html>`;
  const utf16 = Buffer.from(`\uFEFF${page}`, 'utf16le');
  const gbk = Buffer.concat([
    Buffer.from('<html><head><meta charset="utf-8"></head><body><h1>'),
    // 大桥合龙, and 石渡大桥合龙，往来便利。 in GBK.
    Buffer.from('b4f3c7c5bacfc1fa', 'hex'),
    Buffer.from('</h1><p>'),
    Buffer.from('caafb6c9b4f3c7c5bacfc1faa3accdf9c0b4b1e3c0fba1a3', 'hex'),
    Buffer.from('</p></body></html>'),
  ]);

  it.each([
    [
      'UTF-8 with a byte order mark and another charset declared',
      Buffer.from(`\uFEFF${page.replace('utf-8', 'gb2312')}`),
      FIRST,
    ],
    ['UTF-8 declared as GBK', Buffer.from(page.replace('utf-8', 'gbk')), FIRST],
    ['UTF-16', utf16, FIRST],
    ['GBK declared as UTF-8', gbk, '石渡大桥合龙，往来便利。'],
  ])('is decoded from %s', async (_, bytes, body) => {
    expect(await readOne(bytes)).toMatchObject({ headline: '大桥合龙', body });
  });

  it('is refused where it is none', async () => {
    await expect(readHtml(Buffer.from([0x3c, 0x70, 0x3e, 0, 1, 2]))).rejects.toThrow('不是文本文件');
  });

  it('joins what only the source breaks, and keeps the spaces of words in Latin letters', async () => {
    const text = '<p>石渡大桥\n      合龙，名为 Shidu\n  Bridge，&ldquo;三分钟&rdquo;过河&nbsp;。\u200b</p>';
    expect((await readOne(`<h1>大桥</h1>${text}`)).body).toBe(
      '石渡大桥合龙，名为 Shidu Bridge，“三分钟”过河 。',
    );
  });
});

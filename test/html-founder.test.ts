import { describe, expect, it } from 'vitest';
import { readHtml, readOne } from './helpers/read-html.js';

const FIRST = '石渡大桥昨日合龙，两岸居民往来只要三分钟。';
const SECOND = '市交通局说，引桥年内铺好沥青。';
const BODY = `<P>　　${FIRST}</P><P>　　${SECOND}</P>`;

/** As 人民日报 published its pages from 2020 on: the body twice, constants that are wrong, facts behind the page. */
const LAYOUT_2022 = `<!DOCTYPE html><html><head>
<title>两岸往来只要三分钟</title><meta name="author" content='第002版' /><meta name='publishdate' content='2013-07-17'>
<script>function CopyAll(){ var obj = "articleContent"; }</script></head><body>
<div class="top"><ul><li>日报<ul><li><a href="#">别的日报</a></li></ul></li></ul></div>
<map name=PagePicMap><Area coords="3,29" href="./nw.D1_20220113_1-02.htm"></map><img src=a.jpg USEMAP=#PagePicMap>
<p class="left ban">第02版:要闻</p><a id=pageLink href=nbs.D1_01.htm>01版：头版</a>
<div style="display:none" id="articleContent"><!--enpcontent-->${BODY}<!--/enpcontent--></div>
<div class="article"><h3>石渡大桥昨日合龙</h3><h1>两岸往来<br>只要三分钟</h1><h2>引桥年内<br>铺好</h2>
<p class="sec"><!-- <span class="origin">澄州日报</span> <span class="date">(2020年02月06日 01版)</span> -->
  本报记者  林  晓  陈向北
  <span class="date">《
    澄州日报
    》（
    2022年01月13日
&nbsp;
    第&nbsp;02
    版）</span></p>
<TABLE class="pci_c" width="400"><TBODY><TR><TD align="center"><IMG src="p5.jpg"></TD></TR> <TR><TD><p>　　合龙现场。<BR/>　　陈向北摄 </p></TD></TR></TBODY></TABLE>
<DIV id=ozoom style="zoom:100%;"><script language=javascript>document.write("<br />");</script>
<!--enpcontent-->${BODY}<!--/enpcontent--><INPUT type=checkbox value=0 style="display:none"></DIV></div>
<div class="bottom"><p>版权声明：未经授权不得转载。</p></div></body></html>
<!--mpproperty <founder-date>
2022-01-13
</founder-date><founder-author>
本报记者  林  晓  陈向北
</founder-author><founder-title>两岸往来<br>只要三分钟
</founder-title><founder-nodename></founder-nodename><founder-subtitle>引桥年内<br>铺好</founder-subtitle>
<founder-type>1</founder-type><founder-introtitle>石渡大桥昨日合龙</founder-introtitle>
<founder-pagenum>02</founder-pagenum><founder-papername>澄州日报</founder-papername> /mpproperty-->`;

const EXPECTED_2022 = {
  newspaper: '澄州日报',
  issueDate: '2022-01-13',
  issueDateSource: 'text',
  page: '2',
  kicker: '石渡大桥昨日合龙',
  headline: '两岸往来 只要三分钟',
  subheadline: '引桥年内 铺好',
  byline: '本报记者 林 晓 陈向北',
  contributors: [
    { name: '林晓', role: 'reporter' },
    { name: '陈向北', role: 'reporter' },
  ],
  body: `${FIRST}\n${SECOND}\n合龙现场。\n陈向北摄`,
};

describe('an article of a Founder e-paper', () => {
  it('has its body once, its captions behind it, and the facts of the comment behind the page', async () => {
    expect(await readOne(LAYOUT_2022)).toMatchObject(EXPECTED_2022);
  });

  it('has the same facts where the comment behind the page is missing', async () => {
    const shown = LAYOUT_2022.replace(/<!--mpproperty.*$/su, '');
    expect(await readOne(shown)).toMatchObject(EXPECTED_2022);
  });

  it('is read where only the body that is hidden for copying holds words', async () => {
    const emptied = LAYOUT_2022.replace(/(<DIV id=ozoom.*?)<P>.*<\/P>/su, '$1');
    expect((await readOne(emptied)).body).toContain(SECOND);
  });

  it.each([
    [
      'marks around the parts',
      (name: string, text: string) => `<!--<npm:article-${name}>-->${text}<!--</npm:article-${name}>-->`,
    ],
    [
      'elements around the parts',
      (name: string, text: string) => {
        const element = { pretitle: 'introtitle' }[name] ?? name;
        return `<founder-${element}>${text}</founder-${element}>`;
      },
    ],
  ])('is read by %s', async (_, mark) => {
    const page = `<html><body><table><tr><td><ul><li><a id=pageLink href=node_3.htm>第A02版：综合</a></ul>
      第A01版：<STRONG>头版</STRONG> <font>2017</font>年<b>10</b> 月 9 日　星期<font>一</font></td>
      <td><table><tr><td>${mark('pretitle', '石渡大桥昨日合龙')}</td></tr><tr><td>${mark('title', '两岸往来只要三分钟')}</td></tr>
      <tr><td>${mark('subtitle', '引桥年内铺好')}</td></tr><tr><td>${mark('author', '本报记者 林晓')}</td></tr></table>
      <table><tr><td><IMG src="a.jpg"></td></tr><tr><td>合龙现场。</td></tr></table>
      <div id=ozoom>${mark('content', BODY)}</div><a href=content_2.htm>下一篇</a></td></tr></table></body></html>`;
    expect(await readOne(page, { name: 'content_1.htm', newspaper: '澄州日报' })).toMatchObject({
      newspaper: '澄州日报',
      issueDate: '2017-10-09',
      page: 'A01',
      kicker: '石渡大桥昨日合龙',
      headline: '两岸往来只要三分钟',
      subheadline: '引桥年内铺好',
      byline: '本报记者 林晓',
      body: `${FIRST}\n${SECOND}\n合龙现场。`,
    });
  });

  it('is read in the layout since 2024, in which the word null stands for nothing', async () => {
    const page = `<html><head><title>澄州日报-澄州网</title></head><body><div class="article"><h1>两岸往来只要三分钟</h1>
      <p class="sec"><span class="date">《澄州日报》（2024年12月25日 第 01 版）</span></p><div id="ozoom"><!--enpcontent-->${BODY}<!--/enpcontent-->
      <!--enpproperty <date>2024-12-25 00:00:00.0</date><author>null</author><title>两岸往来只要三分钟</title><subtitle>null</subtitle>
      <introtitle></introtitle><nodename>要闻</nodename>/enpproperty--></div></div></body></html>`;
    expect(await readOne(page)).toMatchObject({
      newspaper: '澄州日报',
      issueDate: '2024-12-25',
      page: '1',
      kicker: null,
      headline: '两岸往来只要三分钟',
      subheadline: null,
      byline: null,
      body: `${FIRST}\n${SECOND}`,
    });
  });

  it('is told by its text where nobody is recorded as its author', async () => {
    const body = '<p>　　■ 大桥合龙了</p><p>　　本报澄州1月12日电　（记者林晓）石渡大桥合龙。</p>';
    const page = LAYOUT_2022.replaceAll(BODY, body).replaceAll('本报记者  林  晓  陈向北', '');
    expect(await readOne(page)).toMatchObject({
      dateline: '本报澄州1月12日电',
      byline: '记者林晓',
      kind: 'brief',
    });
  });

  it('is a caption where it only tells what a picture shows, and then has its photographer', async () => {
    const page = LAYOUT_2022.replaceAll(BODY, '<P>　　石渡大桥合龙现场。</P><P>　　陈向文摄（澄州图库）</P>')
      .replace(/<TR><TD><p>.*?<\/p><\/TD><\/TR>/su, '')
      .replaceAll('本报记者  林  晓  陈向北', '');
    expect(await readOne(page)).toMatchObject({
      kind: 'photo-caption',
      byline: '陈向文摄',
      contributors: [{ name: '陈向文', role: 'photographer' }],
      body: '石渡大桥合龙现场。\n陈向文摄（澄州图库）',
    });
  });

  it('has its headlines for a body where it is a picture without a word', async () => {
    const page = LAYOUT_2022.replaceAll(BODY, '<P>&nbsp;</P>').replace(
      /<TR><TD><p>.*?<\/p><\/TD><\/TR>/su,
      '',
    );
    const article = await readOne(page);
    expect(article).toMatchObject({ kind: 'photo-caption', headline: '两岸往来 只要三分钟' });
    expect(article.body).toBe('石渡大桥昨日合龙\n两岸往来 只要三分钟\n引桥年内 铺好');
  });

  it('keeps what it records of itself against options and the names of files', async () => {
    const options = {
      name: '汀阳晚报_2001-01-01_09版.html',
      newspaper: '汀阳晚报',
      date: '2001-01-01',
      page: '9',
    };
    expect(await readOne(LAYOUT_2022, options)).toMatchObject({
      newspaper: '澄州日报',
      issueDate: '2022-01-13',
      page: '2',
    });
  });

  it('is dated by options and names where it does not say', async () => {
    const page = `<html><body><founder-title>大桥</founder-title><founder-content>${BODY}</founder-content></body></html>`;
    const name = '澄州日报/2022-01/13/nw.D110000czrb_20220113_1-02.htm';
    expect(await readOne(page, { name })).toMatchObject({
      newspaper: '澄州日报',
      issueDate: '2022-01-13',
      issueDateSource: 'file',
      page: '2',
    });
    expect(await readOne(page, { name, date: '2022-01-14', page: '3' })).toMatchObject({
      issueDate: '2022-01-14',
      issueDateSource: 'given',
      page: '3',
    });
  });

  it('is explained: its kind, and where its facts stood', async () => {
    const { explained } = await readHtml(LAYOUT_2022);
    expect(explained).toContain('《澄州日报》 2022年1月13日（据版面） 第2版，共 1 篇');
    expect(explained).toContain('页面种类：方正数字报的稿件页');
    expect(explained).toContain('标题据页末注释里的数据');
    expect(explained).toContain('正文 2 段 36 字，图片说明 2 段，排在正文之后');
  });
});

describe('an article of a site that Founder runs', () => {
  const page = (properties: string) => `<html><body>
    <div id="content" style="display:none"><p id="shareTitle">分享：两岸往来</p></div>
    <h1>两岸往来只要三分钟</h1><div class="post">2017-04-06 07:30:37　来源：汀阳网</div>
    <div id="p1"><p><!--enpcontent--> <!--enpcontent--></p>${BODY}<p><br/></p><p><span style="visibility: hidden;">藏字</span></p><!--/enpcontent-->
    ${properties}<!--/enpcontent--></div><!--<p>另一篇稿件的旧文。</p>--><div class="editor">责任编辑：张宇晴</div></body></html>`;

  it('is read without the boxes that are hidden and the article in a comment', async () => {
    const properties = `<!--enpproperty <articleid>369299</articleid><date>2017-04-06 07:30:37:0</date><author>张宇晴</author>
      <title>两岸往来只要三分钟</title><subtitle></subtitle><introtitle></introtitle><siteid>1</siteid><nodename>广州新闻</nodename>/enpproperty-->`;
    expect(await readOne(page(properties))).toMatchObject({
      sourceId: '369299',
      newspaper: null,
      issueDate: '2017-04-06',
      page: null,
      column: '广州新闻',
      headline: '两岸往来只要三分钟',
      byline: null,
      body: `${FIRST}\n${SECOND}`,
    });
  });

  it('has no column that is only a place on the front page, and its author where it has one', async () => {
    const properties = `<!--enpproperty <articleid>1</articleid><date>2017-04-06 07:30:37.0</date><author>记者 林晓</author>
      <title>两岸往来</title><siteid>1</siteid><nodename>首页顶部主标题</nodename>/enpproperty-->`;
    expect(await readOne(page(properties))).toMatchObject({
      issueDate: '2017-04-06',
      column: null,
      byline: '记者 林晓',
    });
  });
});

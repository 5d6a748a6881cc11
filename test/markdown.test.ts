import { describe, expect, it } from 'vitest';
import { readWritten } from './helpers/read-as-article.js';

const read = async (text: string, name = '稿.md') => (await readWritten(name, text)).articles;

describe('Markdown', () => {
  it('is told of by its front matter, and no mark-up is in the text', async () => {
    const text = `---
title: 汀阳新建一座桥
author: [张三, 李四]
date: 2023-02-10
newspaper: 澄州日报
page: 3
---

# 汀阳新建一座桥

本报讯 县里新修的[**汀阳大桥**](http://a.cn/b_(c))昨日通车，全长 *320* 米，将两岸的路程缩短了
二十公里。![桥](a.jpg)

## 怎样建成

- 第一年打桩 <br>
- 第二年架梁 a_b_c
`;
    expect(await read(text)).toMatchObject([
      {
        newspaper: '澄州日报',
        issueDate: '2023-02-10',
        issueDateSource: 'file',
        page: '3',
        headline: '汀阳新建一座桥',
        byline: '张三 李四',
        body: '本报讯 县里新修的汀阳大桥昨日通车，全长 320 米，将两岸的路程缩短了二十公里。\n怎样建成\n第一年打桩\n第二年架梁 a_b_c',
      },
    ]);
  });

  it('takes a value with a colon that is not quoted', async () => {
    const [article] = await read(
      '---\ntitle: 县里: 三条路: 通了\n日期：2023年2月10日\n---\n三条公路全部通车。',
    );
    expect(article).toMatchObject({ headline: '县里: 三条路: 通了', issueDate: '2023-02-10' });
  });

  it('of crawlers has author, day, page and column under its heading, and says them again', async () => {
    const text =
      '### 老街  见闻\r\n王  观\r\n1958-03-04\r\n第2版(国内)\r\n专栏：来信\r\n\r\n　　老街\r\n    见闻\r\n    王观\r\n    街上灯不亮。\r\n';
    expect(await read(text, '1958年03月/1958-03-04_老街_见闻.md')).toMatchObject([
      {
        ...{ issueDate: '1958-03-04', page: '2', column: '来信', headline: '老街 见闻' },
        contributors: [{ name: '王观', role: 'author' }],
        body: '街上灯不亮。',
      },
    ]);
  });

  it('does not take the newspaper that a headline names for the one that printed it', async () => {
    const text = '### 澄州日报创刊\n\n1946-05-17\n第2版()\n\n    澄州日报已于五月一日出刊。\n';
    const [article] = await read(text, '汀阳晚报/1946-05-17_澄州日报创刊.md');
    expect(article).toMatchObject({ newspaper: '汀阳晚报', headline: '澄州日报创刊' });
  });

  it('with several headings of one rank is as many articles of one issue', async () => {
    const text =
      '# 澄州日报 2023年2月10日 第3版\n\n## 县里开会\n\n**作者**：王五\n\n县里昨日开会。\n\n## 学校开学\n\n学校昨日开学。\n\n### 食堂\n\n食堂开了。\n';
    const issue = { newspaper: '澄州日报', issueDate: '2023-02-10' };
    expect(await read(text)).toMatchObject([
      { ...issue, headline: '县里开会', byline: '王五', body: '县里昨日开会。' },
      { ...issue, headline: '学校开学', body: '学校昨日开学。\n食堂\n食堂开了。' },
    ]);
  });

  it('without any heading is a page', async () => {
    const articles = await read(
      '县里修通三条公路\n\n本报讯(记者 丁四) 2月9日，县里新修的三条公路全部通车。\n',
    );
    expect(articles).toMatchObject([{ headline: '县里修通三条公路', byline: '记者 丁四' }]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeApart } from '../ingest/pages/take-apart.js';

const bare = (text: string) => text.replace(/[\s*]/gu, '');
const LONG = '会议听取了各部门的汇报，对下一阶段的工作作了安排，要求把每一项任务落实到人、落实到天。';

const page = `
青沙县
七件实事今年开工

本报讯(记者 甲一 通讯员 乙二) 2月8日，青沙县公布了七件实事。${LONG}
${LONG}

城南小学迎来新校舍

**本报讯** 2月9日，城南小学启用新校舍。${LONG}

(丙三、丁 四)

公告

因管道检修，下列小区停水。${LONG}
青沙县供水公司
2023年2月10日
`;

describe('takeApart', () => {
  it('finds the articles of a page with headline, kicker, byline, dateline and kind', () => {
    const articles = takeApart(page).articles.map(({ article }) => article);
    expect(articles).toHaveLength(3);
    expect(articles[0]).toMatchObject({
      kicker: '青沙县',
      headline: '七件实事今年开工',
      dateline: '本报讯',
      byline: '记者 甲一 通讯员 乙二',
      contributors: [
        { name: '甲一', role: 'reporter' },
        { name: '乙二', role: 'correspondent' },
      ],
    });
    expect(articles[1]).toMatchObject({
      headline: '城南小学迎来新校舍',
      byline: '丙三、丁 四',
      contributors: [{ name: '丙三' }, { name: '丁四' }],
    });
    expect(articles[2]).toMatchObject({ headline: '公告', kind: 'notice' });
  });

  it('keeps the body as printed, paragraphs apart, mark-up gone', () => {
    const [, school] = takeApart(page).articles;
    expect(school?.article.body).toBe(`本报讯 2月9日，城南小学启用新校舍。${LONG}`);
  });

  it('joins print lines of a column and takes letter-spacing out', () => {
    const lines = [
      '本报讯（记者 甲一） 2月 8日，全',
      '市召开会议，部署全年的各项重点',
      '工 作 和 民 生 实 事 ， 共 7 件 。',
    ];
    const wrapped = Array.from({ length: 5 }, () => lines.join('\n\n')).join('\n\n');
    expect(takeApart(wrapped).articles[0]?.article.body).toContain(
      '2月8日，全市召开会议，部署全年的各项重点工作和民生实事',
    );
  });

  it('reads a vertical headline below its body', () => {
    const body = `本报讯 县里召开大气防治推进会。${'大气防治推进会要求各乡镇把责任扛在肩上。'.repeat(4)}`;
    const { articles } = takeApart(`${body}\n\n${[...'大气防治推进会召开'].join('\n')}`);
    expect(articles).toHaveLength(1);
    expect(articles[0]?.article.headline).toBe('大气防治推进会召开');
  });

  it('keeps every character of a page in exactly one place', () => {
    const block = fc.constantFrom(
      ...page.split('\n').filter(Boolean),
      '□ 本报记者 甲一',
      '戊五 摄',
      '责任编辑 己六',
      '',
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        const { articles, furniture, lines: cleaned } = takeApart(text);
        const used = [...articles, ...furniture].flatMap((part) => part.lines).sort((a, b) => a - b);
        expect(used).toEqual(cleaned.flatMap(({ numbers }) => numbers));
      }),
    );
  });

  it('takes the same page apart the same way twice', () => {
    expect(takeApart(page)).toEqual(takeApart(page));
  });

  it('drops no word of a line', () => {
    const { articles, furniture, lines } = takeApart(page);
    const kept = [
      ...articles.flatMap(({ article }) => [article.kicker, article.headline, article.byline, article.body]),
      ...furniture.map(({ text }) => text),
    ].join('');
    for (const { text } of lines) expect(bare(kept)).toContain(bare(text).replace(/^[(（]|[)）]$/g, ''));
  });
});

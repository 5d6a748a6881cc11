import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from './helpers/archive-of.js';
import { type DocxParagraph, makeDocx, tableOf } from './helpers/make-docx.js';
import { makeZip } from './helpers/make-zip.js';
import { readInput } from './helpers/read-input.js';

const SCHOOL = '本报讯（记者 甲一）2月9日，城南小学启用新校舍，可容纳1200名学生，比去年增加三百名。';
const ROADS = '本报讯（记者 乙二）2月9日，县里新修的三条公路全部通车，沿线十六个村的柑橘当天运进了城。';
const heading = (text: string, style = '1') => ({ text, style });

const read = (content: Buffer | readonly DocxParagraph[], name = '稿件.docx') => {
  const bytes = Buffer.isBuffer(content) ? content : makeDocx(content as DocxParagraph[]);
  return readInput(join(writeFiles({ [name]: bytes }), name));
};

describe('a .docx', () => {
  it('with one heading is one article, with its decks, signature and crossheads', async () => {
    const { articles, problems } = await read(
      [
        heading('城乡一体迈大步', '2'),
        heading('城南小学启用新校舍'),
        heading('新增学位三百个', '2'),
        '□ 本报记者 甲一 通讯员 丙三',
        '2月9日，城南小学启用新校舍。',
        heading('一、教室更亮', '2'),
        '每间教室都换了灯。',
      ],
      '澄州日报_2023-02-10_03版.docx',
    );
    expect(problems).toEqual([]);
    expect(articles).toMatchObject([
      {
        newspaper: '澄州日报',
        issueDate: '2023-02-10',
        issueDateSource: 'file',
        page: '3',
        kicker: '城乡一体迈大步',
        headline: '城南小学启用新校舍',
        subheadline: '新增学位三百个',
        byline: '本报记者 甲一 通讯员 丙三',
        contributors: [
          { name: '甲一', role: 'reporter' },
          { name: '丙三', role: 'correspondent' },
        ],
        body: '2月9日，城南小学启用新校舍。\n一、教室更亮\n每间教室都换了灯。',
      },
    ]);
  });

  it('with several headings of a level is several articles', async () => {
    const { articles } = await read([
      heading('城南小学启用新校舍'),
      SCHOOL,
      heading('县里修通三条公路'),
      ROADS,
    ]);
    expect(articles).toMatchObject([
      { headline: '城南小学启用新校舍', dateline: '本报讯', byline: '记者 甲一', body: SCHOOL },
      { headline: '县里修通三条公路', dateline: '本报讯', byline: '记者 乙二', body: ROADS },
    ]);
  });

  it.each([
    ['a line above', ['澄州日报 2023年2月10日 星期五 第3版', heading('城南小学启用新校舍'), SCHOOL]],
    ['a heading', [heading('澄州日报2023年2月10日第03版：要闻'), heading('城南小学启用新校舍', '2'), SCHOOL]],
    ['a line below', [heading('城南小学启用新校舍'), '来源：《澄州日报》（2023年2月10日 第3版）', SCHOOL]],
    ['a line at the end', [heading('城南小学启用新校舍'), SCHOOL, '（原载2023-02-10《澄州日报》3版）']],
  ])('is dated by %s that tells nothing else', async (_, paragraphs) => {
    const { articles } = await read(paragraphs);
    const facts = { newspaper: '澄州日报', issueDate: '2023-02-10', page: '3' };
    expect(articles).toMatchObject([{ ...facts, headline: '城南小学启用新校舍', body: SCHOOL }]);
  });

  it('of a whole issue has the page of the heading above each article', async () => {
    const { articles } = await read([
      heading('澄州日报2023年2月10日', 'a3'),
      heading('第1版 要闻'),
      heading('城南小学启用新校舍', '2'),
      SCHOOL,
      heading('第2版 县域'),
      heading('县里修通三条公路', '2'),
      ROADS,
    ]);
    expect(articles).toMatchObject([
      { headline: '城南小学启用新校舍', page: '1', issueDate: '2023-02-10' },
      { headline: '县里修通三条公路', page: '2', issueDate: '2023-02-10' },
    ]);
  });

  it('is split below a title that stands over reports, not below that of one report', async () => {
    const collected = await read([
      heading('本周稿件', 'a3'),
      heading('城南小学启用新校舍'),
      SCHOOL,
      heading('县里修通三条公路'),
      ROADS,
    ]);
    expect(collected.articles.map(({ headline }) => headline)).toEqual([
      '城南小学启用新校舍',
      '县里修通三条公路',
    ]);
    const whole = await read([
      heading('山乡来了新老师', 'a3'),
      heading('清晨的哨声'),
      '天刚亮，操场上就响起了哨声。',
      heading('夜里的灯光'),
      '备课室的灯一直亮到十点。',
    ]);
    expect(whole.articles).toMatchObject([{ headline: '山乡来了新老师', subheadline: null }]);
    expect(whole.articles[0]?.body).toContain('清晨的哨声\n天刚亮');
  });

  it('without styles is split by what is set larger', async () => {
    const text = (body: string) => ({ text: body, size: 12 });
    const { articles } = await read([
      { text: '城乡一体迈大步', size: 16, centred: true },
      { text: '城南小学启用新校舍', size: 22, bold: true, centred: true },
      text(SCHOOL),
      { text: '县里修通三条公路', size: 22, bold: true, centred: true },
      text(ROADS),
    ]);
    expect(articles).toMatchObject([
      { kicker: '城乡一体迈大步', headline: '城南小学启用新校舍', body: SCHOOL },
      { kicker: null, headline: '县里修通三条公路', body: ROADS },
    ]);
  });

  it('without any form is read as a page of text', async () => {
    const { articles } = await read(['城南小学启用新校舍', SCHOOL, '县里修通三条公路', ROADS]);
    expect(articles).toMatchObject([
      { headline: '城南小学启用新校舍', body: SCHOOL },
      { headline: '县里修通三条公路', body: ROADS },
    ]);
  });

  it('keeps the words of tables, notes, soft line breaks, tabs and ruby', async () => {
    const ruby =
      '<w:ruby><w:rubyPr/><w:rt><w:r><w:t>jú</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>橘</w:t></w:r></w:rubyBase></w:ruby>';
    const document = makeDocx(
      [
        heading('县里修通三条公路'),
        { xml: '<w:t>第一段。</w:t><w:br/><w:t>第二</w:t><w:footnoteReference w:id="0"/><w:t>段。</w:t>' },
        tableOf(['路名', '里程'], ['石渡路', '12公里']),
        { xml: `<w:t>柑</w:t>${ruby}<w:tab/><w:t>丰收。</w:t>` },
      ],
      { notes: ['里程由交通局提供。'] },
    );
    const { articles } = await read(document);
    expect(articles[0]?.body).toBe(
      '第一段。\n第二段。\n路名 里程\n石渡路 12公里\n柑橘 丰收。\n注1：里程由交通局提供。',
    );
  });

  const deep = (depth: number) =>
    `${'<w:sdt><w:sdtContent>'.repeat(depth)}${'</w:sdtContent></w:sdt>'.repeat(depth)}`;
  const bomb = { name: 'word/document.xml', content: Buffer.alloc(17e6, 'a') };
  it.each<[string, Buffer, RegExp]>([
    ['no .zip', Buffer.from('no zip'), /不是完好的 Word 文档/u],
    ['a .zip of something else', makeZip([{ name: 'a.txt', content: 'a' }]), /不是完好的 Word 文档/u],
    ['empty', makeDocx([]), /空文件/u],
    ['broken XML', makeDocx(['<w:p><w:r>']), /不是完好的 Word 文档/u],
    ['nested deeply', makeDocx([deep(20_000)]), /不是完好的 Word 文档/u],
    ['a bomb', makeDocx([], { more: [bomb] }), /文字超过 16 MB/u],
    ['a bomb that lies', makeDocx([], { more: [{ ...bomb, size: 9 }] }), /不是完好的 Word 文档/u],
    ['of very many elements', makeDocx(['<w:p/>'.repeat(1_000_001)]), /文字超过 16 MB/u],
  ])('that is %s is told so', async (_, bytes, sentence) => {
    await expect(read(bytes)).rejects.toThrow(sentence);
  });

  it('asks nothing of links to files outside', async () => {
    const entity = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
    const bytes = makeDocx([heading('城南小学启用新校舍'), SCHOOL], {
      more: [
        {
          name: 'word/footnotes.xml',
          content: `${entity}<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&e;</w:footnotes>`,
        },
      ],
    });
    const outcome = await read(bytes).catch((error: Error) => error);
    expect(JSON.stringify(outcome)).not.toContain('root:');
  });
});

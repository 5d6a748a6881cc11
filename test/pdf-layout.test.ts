import PDFDocument from 'pdfkit';
import { expect, it } from 'vitest';
import { wrapLines } from './helpers/make-page/wrap-lines.js';
import { collectBytes, PDF_FONT } from './helpers/print-pdf.js';
import { readPdf } from './helpers/read-pdf.js';

const BRIDGE = [
  '石渡大桥的两座主墩昨天封顶，澄水两岸盼了多年的通道又近了一步，渡口的人都来看。',
  '主墩施工遇上了十年来最大的一次秋汛，水位最高时离平台只有半米，工人们把材料搬上平台，歇了九天，水一退又接着绑钢筋。',
];
const SCHOOL = [
  '城南小学的一千二百名学生告别旧教室，搬进了新校舍，操场铺上了塑胶跑道，图书室比原来大了三倍。',
  '旧校舍没有拆，将改成社区的老年学堂，书法班和合唱班的老师已经请好，开学的日子定在下个月。',
];
const FOG = '本报讯（记者 方小满）江上昨天起了大雾，渡口的轮渡停航一天，今天上午九时恢复。';
const COLUMN = 17;

/** Upright headlines on either side of two columns, a caption, and a report without a headline below a blank. */
async function printMixedPage(): Promise<Buffer> {
  const document = new PDFDocument({ size: [842, 420], margin: 0, font: PDF_FONT });
  const bytes = collectBytes(document);
  const write = (text: string, x: number, y: number, size = 9) =>
    document.fontSize(size).text(text, x, y, { lineBreak: false });
  const writeUpright = (text: string, x: number, y: number) =>
    [...text].forEach((character, index) => {
      write(character, x, y + index * 24, 20);
    });
  const writeColumns = (paragraphs: readonly string[], x: number, y: number, height: number) =>
    paragraphs
      .flatMap((text) => wrapLines(text, COLUMN, 2).map((line, at) => (at ? line : `　　${line}`)))
      .forEach((line, index) => {
        write(line, x + Math.floor(index / height) * 176, y + (index % height) * 13);
      });
  write('云江日报', 40, 16, 24);
  write('2023年2月10日 星期五 第2版', 640, 24);
  writeUpright('石渡大桥封顶', 40, 80);
  writeColumns(BRIDGE, 74, 80, 6);
  writeColumns(SCHOOL, 450, 80, 6);
  writeUpright('小学搬新家', 806, 80);
  write('图为学生们在新操场上跑步。 何叶 摄', 450, 190, 8);
  for (const [index, line] of wrapLines(FOG, COLUMN, 2).entries())
    write(index ? line : `　　${line}`, 74, 250 + index * 13);
  document.end();
  return bytes;
}

it('gives upright headlines their columns, pictures their captions, and a report below a blank to itself', async () => {
  const { articles, explained } = await readPdf(await printMixedPage());
  const found = articles.map(({ headline, kind, body }) => ({ headline, kind, body }));
  expect(found, explained).toEqual([
    { headline: '石渡大桥封顶', kind: 'brief', body: BRIDGE.join('\n') },
    { headline: null, kind: 'brief', body: FOG },
    { headline: '小学搬新家', kind: 'brief', body: SCHOOL.join('\n') },
    { headline: null, kind: 'photo-caption', body: '图为学生们在新操场上跑步。 何叶 摄' },
  ]);
});

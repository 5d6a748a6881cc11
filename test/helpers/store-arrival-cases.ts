import { expect, it } from 'vitest';
import type { Archive } from '../../src/domain/ports.js';
import { prepareArticle } from './prepared-article.js';
import { type OpenedStore, write } from './store-use.js';

const idsAfter = async (archive: Archive, after: number, limit = 100) =>
  (await archive.listArrivals(after, limit)).map(({ articleId }) => articleId);

export function describeArrivals(open: () => Promise<OpenedStore>): void {
  const one = prepareArticle('甲', ['一。']);
  const two = prepareArticle('乙', ['二。']);

  it('tells what came in after a place in the order, to a reader that was open before', async () => {
    const { archive, writer } = await open();
    expect(await archive.lastArrival()).toMatchObject({ arrival: 0 });
    await write(writer, 'a.txt', [one]);
    const before = await archive.lastArrival();
    await write(writer, 'b.txt', [two, prepareArticle('丙', ['三。'])]);
    expect(await idsAfter(archive, 0)).toEqual(['id-甲', 'id-乙', 'id-丙']);
    expect(await idsAfter(archive, 0, 2)).toEqual(['id-甲', 'id-乙']);
    expect(await idsAfter(archive, before.arrival)).toEqual(['id-乙', 'id-丙']);
    expect((await archive.lastArrival()).archiveId).toBe(before.archiveId);
  });

  it('does not tell an article again that is ingested again, changed in its facts or in a second file', async () => {
    const { archive, writer } = await open();
    await write(writer, 'a.txt', [one]);
    const { arrival } = await archive.lastArrival();
    await write(writer, 'a.txt', [one], 'again');
    await write(writer, 'a.txt', [prepareArticle('甲', ['一。'], { page: '5' })], 'changed');
    await write(writer, 'b.txt', [one]);
    expect(await archive.lastArrival()).toMatchObject({ arrival });
    expect(await idsAfter(archive, arrival)).toEqual([]);
  });

  it('misses nothing that takes the place of an article that went', async () => {
    const { archive, writer } = await open();
    await write(writer, 'a.txt', [one]);
    const { arrival } = await archive.lastArrival();
    await writer.removeArticle('id-甲');
    expect(await archive.lastArrival()).toMatchObject({ arrival });
    await write(writer, 'b.txt', [two]);
    expect(await idsAfter(archive, arrival)).toEqual(['id-乙']);
  });

  it('tells of a file that comes in again changed what is new in it, not what is only cut anew', async () => {
    const { archive, writer } = await open();
    const cut = (headline: string, body: string, articleId: string) =>
      prepareArticle(headline, [body], { articleId });
    const beginning =
      '本报讯 阳曲县今年办好七件民生实事，一是新建幼儿园两所，二是修通三条乡村公路，全年完工。';
    await write(writer, 'a.txt', [
      cut('阳曲县办好七件民生实事', beginning, 'cut'),
      cut('古县衙修缮一新', '古县衙开门。', 'named'),
    ]);
    const { arrival } = await archive.lastArrival();
    const again = [
      cut('短讯', `${beginning}记者将继续关注。`, 'cut-anew'),
      cut('古县衙修缮一新', '本报讯 古县衙开门。', 'named-anew'),
      cut('短讯', '漪汾桥今日通车。', 'new'),
    ];
    await write(writer, 'a.txt', again, 'changed');
    expect(await idsAfter(archive, arrival)).toEqual(['new']);
  });
}

import type { PageLook, WrittenArticle } from './made-page.js';
import type { Random } from './random.js';
import { COUNTIES, inventName, OFFICES } from './stock-words.js';

const HEADLINES = ['公告', '通知', '遗失声明'] as const;

/** A paid or official notice: its headline may say nothing, its signer and date stand at its end. */
export function writeNotice(look: PageLook, random: Random): WrittenArticle {
  const place = random.pick(COUNTIES);
  const office = `${place}${random.pick(OFFICES).slice(1)}`;
  const date = `2023年${random.integer(1, 12)}月${random.integer(1, 28)}日`;
  const headline = random.pick(HEADLINES);
  const isLoss = headline === '遗失声明';
  const paragraphs = isLoss ? writeLoss(random, place) : writeWorks(random, place, look);
  return {
    kind: 'notice',
    column: null,
    kicker: null,
    headline: !isLoss && random.chance(0.5) ? `关于${place}部分道路施工的${headline}` : headline,
    subheadline: null,
    standing: [],
    paragraphs,
    closing: isLoss ? [] : [office, date],
    names: { opening: [], standing: [], ending: [], closing: isLoss ? [] : [office] },
  };
}

function writeLoss(random: Random, place: string): string[] {
  const number = random.integer(1_000_000, 9_999_999);
  return [`${place}居民${inventName(random)}不慎遗失房屋所有权证，证号为${number}号，特此声明作废。`];
}

function writeWorks(random: Random, place: string, look: PageLook): string[] {
  const mark = look.markdown && random.chance(0.5) ? '- ' : '';
  const month = random.integer(1, 12);
  return [
    `因${place}地下管网改造施工需要，现将有关事项${random.pick(['公告', '通知'])}如下：`,
    `${mark}1.施工时间：${month}月${random.integer(1, 9)}日至${month}月${random.integer(10, 28)}日。`,
    `${mark}2.施工路段：人民路（${random.pick(['建设街', '解放街'])}至文化街）。`,
    `${mark}3.施工期间，过往车辆请绕行，由此带来的不便敬请谅解。联系电话：0000-${random.integer(1000000, 9999999)}`,
    ...(random.chance(0.5) ? ['特此公告'] : []),
  ];
}

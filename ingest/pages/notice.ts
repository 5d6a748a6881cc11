import type { Block } from './block.js';
import { isNoticeHeadline } from './label.js';
import type { Reading } from './thread.js';

const DAY_ALONE =
  /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/u;
const SHORT_DAY = /^\d{1,2}月\d{1,2}日$/u;
const INSTITUTION =
  '(?:局|院|会|司|厅|部|处|队|所|站|社|校|学|行|厂|店|馆|园|中心|政府|集团|办公室|中学|小学|公司|学院|大学)';
const SIGNER = new RegExp(`^[^，。：:]{4,30}${INSTITUTION}$`, 'u');
const SIGNER_AND_DAY = new RegExp(
  `^[^，。：:]{3,30}${INSTITUTION}\\s*(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日$`,
  'u',
);

/** The day that a notice is signed with stands alone on its line. */
export const isLoneDay = (text: string): boolean => DAY_ALONE.test(text);

/** An institution's name, as it stands under a notice. */
export const isSigner = (text: string): boolean => SIGNER.test(text);

/**
 * Whether a line ends a notice: a day behind who signs, or both on one line. A day without its year needs an
 * institution before it; a day behind nothing that could sign is a chronicle's.
 */
export function signsNotice(reading: Reading, blocks: readonly Block[], block: Block): boolean {
  if (reading.current < 0 && !reading.waiting.length) return isLoneDay(block.text);
  const before = blocks[reading.waiting.at(-1) ?? -1]?.text ?? '';
  if (SIGNER_AND_DAY.test(block.text)) return true;
  if (SHORT_DAY.test(block.text)) return isSigner(before);
  if (!isLoneDay(block.text)) return false;
  return before !== '' || isNotice(reading, blocks);
}

/** The latest article stands under a notice's headline. */
function isNotice(reading: Reading, blocks: readonly Block[]): boolean {
  return reading.headlines.some(
    ({ over, blocks: lines }) =>
      over === reading.current && lines.some((line) => isNoticeHeadline(blocks[line]?.text ?? '')),
  );
}

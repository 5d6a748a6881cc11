/** A day under a notice: alone with its year or without, or behind who signs. */
export type NoticeDay = 'alone' | 'short' | 'signed';

const DAY_ALONE =
  /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/u;
const SHORT_DAY = /^\d{1,2}月\d{1,2}日$/u;
const INSTITUTION =
  '(?:局|院|会|司|厅|部|处|队|所|站|社|校|学|行|厂|店|馆|园|段|委|台|署|办|场|矿|中心|政府|集团|办公室|中学|小学|公司|学院|大学)';
const SIGNER = new RegExp(`^[^，。：:]{4,30}${INSTITUTION}$`, 'u');
const SIGNER_AND_DAY = new RegExp(
  `^[^，。：:]{3,30}${INSTITUTION}\\s*(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日$`,
  'u',
);

/** An institution's name, as it stands under a notice. */
export const isSigner = (text: string): boolean => SIGNER.test(text);

/** What day of a notice a line is, null for other lines. */
export function findNoticeDay(text: string): NoticeDay | null {
  if (DAY_ALONE.test(text)) return 'alone';
  if (SHORT_DAY.test(text)) return 'short';
  return SIGNER_AND_DAY.test(text) ? 'signed' : null;
}

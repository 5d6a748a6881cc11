import { parseChineseNumber } from '../../text/numbers.js';

/** Answers to when a chat is told: minutes since midnight, or 'each' for every time that something new is there. */
export type DigestSetting = number | 'each';

const EACH = /^(?:立即|立刻|马上|即时|实时|随时|有新的?就说|each|now|off)$/i;
const CLOCK =
  /^(?:daily|每[天日])?(早上?|上午|凌晨|中午|下午|傍晚|晚上?)?([\d零一二两三四五六七八九十]{1,3})(?:(?:[:点时](半|[\d零〇一二三四五六七八九十]{1,3})?分?)(?:整|钟)?)?$/iu;
const DAILY = /^(?:daily|每[天日]|每[天日]一次)$/i;
/** When the newspapers of the day are read. */
const USUAL = 8 * 60;

/** Reads 08:00, 8点半, 每天晚上八点, 每日 and 立即; null where it is none of these. */
export function parseDigest(text: string): DigestSetting | null {
  const written = text.normalize('NFKC').replace(/\s+/g, '');
  if (EACH.test(written)) return 'each';
  if (DAILY.test(written)) return USUAL;
  const [, part = '', hourText = '', minuteText = ''] = CLOCK.exec(written) ?? [];
  const hour = readNumber(hourText);
  const minute = minuteText === '半' ? 30 : minuteText === '' ? 0 : readNumber(minuteText);
  if (hour === null || minute === null || minute > 59) return null;
  const late = /^(?:下午|傍晚|晚)/.test(part) || (part === '中午' && hour < 3);
  const hours = late && hour < 12 ? hour + 12 : hour;
  return hours > 23 ? null : hours * 60 + minute;
}

function readNumber(text: string): number | null {
  if (text === '') return null;
  return /^\d+$/.test(text) ? Number(text) : parseChineseNumber(text);
}

import type { Block } from '../blocks/block.js';
import { isSigner } from '../text/notice-day.js';
import type { Reading } from './thread.js';

/**
 * Whether a line ends a notice: a day behind who signs, or both on one line. A day without its year needs an
 * institution before it; a day behind nothing that could sign is a chronicle's.
 */
export function signsNotice(reading: Reading, blocks: readonly Block[], { day }: Block): boolean {
  if (day === null) return false;
  if (reading.current < 0 && !reading.waiting.length) return day === 'alone';
  const before = blocks[reading.waiting.at(-1) ?? -1]?.text ?? '';
  if (day === 'short') return isSigner(before);
  return day === 'signed' || before !== '' || isNotice(reading, blocks);
}

/** The latest article stands under a notice's headline. */
const isNotice = (reading: Reading, blocks: readonly Block[]): boolean =>
  reading.headlines.some(
    ({ over, blocks: lines }) =>
      over === reading.current && lines.some((line) => blocks[line]?.isNoticeHeadline),
  );

import { isLabel, isPlaceKicker } from '../text/label.js';
import { isSigner } from '../text/notice-day.js';
import { isCommonWord } from '../text/signature.js';
import type { Block } from './block.js';

const SHORT_NAME = /^(?:\p{Script=Han}{2,3}|\p{Script=Han} \p{Script=Han})$/u;
/** Under a speech's headline: 市长 王小明. */
const OFFICE_AND_NAME = /^\p{Script=Han}{1,14}(?:长|书记|主任|主席|教授|代表|委员)\s\p{Script=Han}{2,4}$/u;
/** Characters. */
const LONGEST_ENTRY = 45;
const LONGEST_HEADLINE = 60;
const GROUP_OF_AUTHORS = /(?:中心组|课题组|调研组|编辑部|评论员|写作组)$/u;

/**
 * Settles what neighbours tell of headline-like lines. Lines of one form, a name and a colon, are entries of a list.
 * Between a headline and running text that is no report stands the author: a name with a rare surname, or an
 * institution. Alone neither could be told from a headline.
 */
export function settleRoles(blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) => {
    const [above, below] = [blocks[index - 1], blocks[index + 1]];
    if (isHeadlineWithComma(block, above, below)) return { ...block, role: 'headline' };
    if (block.role !== 'headline' || block.vertical || block.isHeading) return block;
    if (isEntry(block) && (isEntry(above) || isEntry(below))) return { ...block, role: 'body' };
    if (above?.role !== 'headline' || isLabel(above.text) || !below || below.startsArticle) return block;
    const signs =
      isName(block.text) ||
      (below.role === 'body' && !isPlaceKicker(above.text) && isInstitution(block.text));
    return signs ? { ...block, role: 'byline', signature: 'above' } : block;
  });
}

/** 领航，号角催征新时代 right over a dateline, behind nothing that it could go on with. */
function isHeadlineWithComma(block: Block, above: Block | undefined, below: Block | undefined): boolean {
  if (block.role !== 'body' || block.startsArticle || !block.endsOpen || block.text.length > LONGEST_HEADLINE)
    return false;
  if (block.list || /[。；：:]/u.test(block.text)) return false;
  return below?.startsArticle === true && !(above?.role === 'body' && above.endsOpen);
}

/** 小学女子组跳远：四班 王小燕, one of several such lines. */
const isEntry = (block: Block | undefined): boolean =>
  /^.{2,14}[:：]./u.test(block?.text ?? '') && (block?.text.length ?? 0) <= LONGEST_ENTRY;

function isName(text: string): boolean {
  if (OFFICE_AND_NAME.test(text)) return true;
  return (
    SHORT_NAME.test(text) && !isPlaceKicker(text) && !isLabel(text) && !isCommonWord(text.replace(' ', ''))
  );
}

const isInstitution = (text: string): boolean =>
  !isPlaceKicker(text) && !isLabel(text) && (GROUP_OF_AUTHORS.test(text) || isSigner(text));

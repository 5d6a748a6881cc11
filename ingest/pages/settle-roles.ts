import type { Block } from './block.js';
import { isPlaceKicker } from './headline.js';
import { isLabel } from './label.js';
import { isSigner } from './notice-day.js';
import { isCommonWord } from './signature.js';

const SHORT_NAME = /^(?:\p{Script=Han}{2,3}|\p{Script=Han} \p{Script=Han})$/u;
const GROUP_OF_AUTHORS = /(?:中心组|课题组|调研组|编辑部|评论员|写作组)$/u;

/**
 * Between a headline and running text that is no report stands the author: a name with a rare surname, or an
 * institution. Alone neither could be told from a headline.
 */
export function settleRoles(blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) => {
    const [above, below] = [blocks[index - 1], blocks[index + 1]];
    if (block.role !== 'headline' || block.vertical || block.isHeading) return block;
    if (above?.role !== 'headline' || isLabel(above.text) || !below || below.startsArticle) return block;
    const signs = isName(block.text) || (below.role === 'body' && isInstitution(block.text));
    return signs ? { ...block, role: 'byline', signature: 'above' } : block;
  });
}

function isName(text: string): boolean {
  return (
    SHORT_NAME.test(text) && !isPlaceKicker(text) && !isLabel(text) && !isCommonWord(text.replace(' ', ''))
  );
}

const isInstitution = (text: string): boolean =>
  !isPlaceKicker(text) && !isLabel(text) && (GROUP_OF_AUTHORS.test(text) || isSigner(text));

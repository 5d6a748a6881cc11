import { findHeldNames, findOtherNames } from './filters/find-newspaper-names.js';
import { buildWallText } from './filters/wall-text.js';

/** A publisher or a building is asked about, not what was printed. */
const NOT_THE_PRINT = /^(?:社|报社|集团|大厦|大楼|总编|主编|记者|编辑部)/u;
/** Stands before a name that only its look tells. */
const BEFORE_NAME =
  /^(?:你们|这里|档案|库|里|中)*(?:有没有|有无|收录|收藏|保存|有|了|过|到|哪些|哪几期|几期|的)+/u;
/** Between a newspaper's name and the rest. */
const TIE = /^[的上里中]+/u;

/** The newspaper that a question for printed articles names, held or not, and the question without its name. */
export function cutNewspaper(
  text: string,
  newspapers: readonly string[],
): { newspaper: string | null; rest: string } {
  const question = buildWallText(text);
  const held = findHeldNames(question, newspapers);
  const [mention] = held.length ? held : findOtherNames(question);
  const rest = mention ? text.slice(mention.end) : '';
  if (!mention || NOT_THE_PRINT.test(rest)) return { newspaper: null, rest: text };
  const before = mention.isHeld ? '' : (BEFORE_NAME.exec(mention.newspaper)?.[0] ?? '');
  return {
    newspaper: mention.newspaper.slice(before.length),
    rest: text.slice(0, mention.start) + before + rest.replace(TIE, ''),
  };
}

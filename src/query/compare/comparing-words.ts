/** What compares in a question, as parts of patterns. */

export const AND = '(?:和|与|跟|同|比|、|以及|对比)';
export const DIFFER =
  '(?:之间)?(?:的|都|各)*(?:有(?:什么|哪些|啥|何)(?:的)?(?:主要)?(?:不同|区别|差别|差异|变化|不一样)(?:之处|的地方)?|(?:的)?(?:不同|区别|差别|差异)(?:之处)?(?:是什么|在哪里?|有哪些|何在)?|(?:哪里|哪儿|怎么|有什么|有啥)不一样|对比(?:一下|如何|怎么样)?|比较(?:一下|如何)?|比一?比|比一下|[做作]个?(?:对比|比较)|相比(?:如何|怎么样|怎样)?)';
export const MORE = '(?:多|少|新增|增加|减少)了?(?:些|的)?(?:什么|哪些|啥|哪几[个件项])(?:内容|项目|实事)?';
export const END = '[呢啊吗]*[？?。！!\\s]*$';

export const DIFFERENT = new RegExp(`${DIFFER}${END}`, 'u');

/** 哪个多, 谁的票价更贵: nothing of when, which the dates answer. */
const WHICH_IS_MORE =
  /[，,]?的?(?:哪一?[个座条家所种市县区镇乡边]|谁|哪里|哪儿)的?(.{0,8}?)(?:更|比较|最)?(多|少|大|小|高|低|长|短|贵|便宜|重|宽|深|远|近|快|慢)(?:一?些|一点)?[呢啊吗]*[？?。！!\s]*$/u;
/** The adjective is the end of a word. */
const NO_MEASURE = /[部局院校市县区乡镇村社省厅科处所会行队班站台秘董家成增]长$|[新创]高$|[扩最巨]大$/u;

/** …哪个加装电梯多: where the asking begins, what is measured and by which adjective; null for any other question. */
export function findWhichIsMore(text: string): { index: number; measured: string; adjective: string } | null {
  const found = WHICH_IS_MORE.exec(text);
  const [, measured = '', adjective = ''] = found ?? [];
  return found && !NO_MEASURE.test(measured + adjective) ? { index: found.index, measured, adjective } : null;
}

const NOUN = '(?:报道|报导|新闻|文章|消息|稿件|稿子|通讯)';
/** The word for an article that 谁写的 or 第几版 needs before it, unless the article is named by its headline. */
const ARTICLE = `(?:(?:的|这|那|有关)*(?:这|那)?篇?${NOUN}|的?[这那]篇)(?:是|在|的)*`;
const HEADLINE = '《[^《》]{2,40}》(?:一文)?(?:的|是|在)*';
const WHO =
  '(?:由?谁(?:写|采写|撰写|报道)的?|(?:哪个|哪位|什么)?(?:记者|作者|通讯员)(?:是谁|是哪位|叫什么(?:名字)?|写的)?)';
const WHERE =
  '(?:(?:刊登|发表|刊|登|印)?[于在]?(?:报纸)?(?:的?第?几|哪一?个?)版(?:面)?|哪(?:一)?(?:天|期|家|份)的?(?:日报|晚报|报纸?)(?:上|登的|报道的|的)*)';
const ASKED = new RegExp(`(?:${ARTICLE}|(${HEADLINE}))(?:${WHO}|${WHERE})(?:呢|啊)?[?？。]*$`, 'u');
/** 谁写了…的报道: the asking stands in front. */
const ASKED_FIRST = new RegExp(
  `^(?:是)?(?:谁|(?:哪个|哪位)(?:记者|作者|通讯员)?)(?:采写|撰写|写)(?:了|的是?)?(.{2,40}?)(?:的|这|那)*篇?${NOUN}[?？。]*$`,
  'u',
);

/**
 * 阳曲县民生实事的报道谁写的, 《…》登在第几版: asks of an article who signed it or where it was printed → what the
 * article is about; null for every other question, also for who wrote a book.
 */
export function cutSourceQuestion(question: string): string | null {
  const first = ASKED_FIRST.exec(question)?.[1]?.trim();
  if (first) return first;
  const found = ASKED.exec(question);
  if (!found) return null;
  const headline = found[1]?.replace(/》.*$/u, '》') ?? '';
  return (question.slice(0, found.index) + headline).trim() || null;
}

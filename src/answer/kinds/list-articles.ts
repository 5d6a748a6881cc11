import type { Article } from '../../domain/article.js';
import type { Archive, IssueSummary } from '../../domain/ports.js';
import type { Filter, Query } from '../../domain/query.js';
import * as wording from '../../domain/wording/answers.js';
import { isGenericWord } from '../../text/stop-words.js';
import type { Claim } from '../claim.js';
import type { Extract } from '../extract.js';

/** How many articles are listed. */
const MOST = 10;
const FIRST_SENTENCE = /^[^\n]+?(?:[。！？!?][”’」』）)]*|$)/mu;
const ASKS_WHICH = /什么|啥|哪些|哪几|多少|有何/u;
const ARTICLES = /新闻|报道|报导|文章|稿件|稿子|消息|照片|图片|作品|内容|要闻|头条|登|写|刊|发表|拍/u;

/**
 * 太原日报4版有什么文章, 李杰华写了哪些报道: the newest of the articles themselves, each by its first sentence, and how
 * many there are. null where the question asks for something in them, or where there are none.
 */
export async function listAskedArticles(archive: Archive, query: Query): Promise<Extract | null> {
  if (!asksForArticles(query)) return null;
  const filter = narrow(query);
  const issues = await archive.listIssues(filter);
  const articles = await takeNewest(archive, filter, issues);
  const claims = articles.map(quoteBeginning);
  if (!claims.length) return null;
  const all = issues.reduce((sum, issue) => sum + issue.articles, 0);
  return { claims, notes: [wording.articlesListed(claims.length, all)] };
}

/** Nothing is left of the question but whose articles, of where and when. */
function asksForArticles({ text, named, keywords, places }: Query): boolean {
  const ofPlaces = new Set(places.map((place) => place.text));
  if (keywords.some((word) => !ofPlaces.has(word) && !isGenericWord(word) && !ARTICLES.test(word)))
    return false;
  const isWalled = named.page !== undefined || named.contributor !== undefined || named.column !== undefined;
  return isWalled || (ASKS_WHICH.test(text) && ARTICLES.test(text));
}

/** The walls, the days on which it was printed and the place, as one filter. */
function narrow({ filter, times, places }: Query): Filter {
  const from = [filter.from, ...times.map((time) => time.from)].filter((day) => day !== undefined).sort();
  const to = [filter.to, ...times.map((time) => time.to)].filter((day) => day !== undefined).sort();
  const [place] = places;
  return {
    ...filter,
    ...(from.length ? { from: from.at(-1) ?? '' } : {}),
    ...(to.length ? { to: to[0] ?? '' } : {}),
    ...(place && filter.place === undefined ? { place: place.name } : {}),
  };
}

async function takeNewest(
  archive: Archive,
  filter: Filter,
  issues: readonly IssueSummary[],
): Promise<Article[]> {
  const taken: Article[] = [];
  for (const { newspaper, issueDate } of issues) {
    const ofIssue = {
      ...filter,
      ...(newspaper ? { newspaper } : {}),
      ...(issueDate ? { from: issueDate, to: issueDate } : {}),
    };
    for await (const article of archive.listArticles(ofIssue)) {
      if (article.newspaper === newspaper && article.issueDate === issueDate) taken.push(article);
      if (taken.length === MOST) return taken;
    }
  }
  return taken;
}

/** The first sentence, to the end of its paragraph at most. */
function quoteBeginning(article: Article): Claim {
  const end = FIRST_SENTENCE.exec(article.body)?.[0].length ?? article.body.length;
  return { text: article.body.slice(0, end).trim(), quotes: [{ article, start: 0, end }] };
}

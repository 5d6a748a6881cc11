import * as explain from '../../../src/domain/wording/explain.js';
import * as wording from '../../../src/domain/wording/ingest-html.js';
import type { RawArticle } from '../../raw-article.js';
import type { PageArticle } from './page-article.js';

/** Characters of each end of a body. */
const SHOWN = 16;
const FACTS = ['newspaper', 'date', 'page', 'headline', 'byline'] as const;

/** How a page of HTML was read, for a person: its kind, and for each article where its facts stood. */
export function explainHtml(
  path: string,
  variant: wording.VariantName,
  articles: readonly { article: RawArticle; settled: PageArticle }[],
): string {
  const [first] = articles;
  return [
    ...(first ? [explain.explainPage(path, first.article, articles.length)] : []),
    `  ${wording.explainVariant(variant)}`,
    ...articles.map(({ article, settled }, index) => explainArticle(index + 1, article, settled)),
  ].join('\n');
}

function explainArticle(number: number, article: RawArticle, settled: PageArticle): string {
  const headline = [article.kicker, article.headline, article.subheadline].filter(Boolean).join('｜');
  const places = FACTS.flatMap((name) => {
    const fact = settled[name];
    return fact ? [{ fact: wording.factNames[name], place: fact.place }] : [];
  });
  const characters = settled.body.join('').length;
  const details = [
    [explain.explainColumn(article.column), article.byline].filter(Boolean).join('，'),
    wording.explainPlaces(places),
    wording.explainBody(settled.body.length, characters, settled.captions.length),
    formatEnds(article.body),
  ];
  return [
    `  ${number}. ${explain.explainKind(article.kind)} ${headline || explain.explainNoHeadline()}`,
    ...details.filter(Boolean).map((detail) => `     ${detail}`),
  ].join('\n');
}

function formatEnds(body: string): string {
  const line = body.replaceAll('\n', '⏎');
  return line.length > SHOWN * 2 ? `${line.slice(0, SHOWN)}……${line.slice(-SHOWN)}` : line;
}

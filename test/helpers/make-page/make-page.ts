import type { MadePage, PageLevel, PageLook, PageStyle, SourceArticle, WrittenArticle } from './made-page.js';
import { placeStrips } from './place-strips.js';
import { printPage } from './print-page.js';
import { createRandom, type Random } from './random.js';
import { setArticle } from './set-article.js';
import { writeArticle } from './write-article.js';

/**
 * Makes the text of a newspaper page as a PDF gives it away, with the truth about it.
 * The same sources, style, level and seed make the same page.
 */
export function makePage(
  sources: readonly SourceArticle[],
  { style, level, seed }: { style: PageStyle; level: PageLevel; seed: number },
): MadePage {
  const random = createRandom(seed);
  const look = chooseLook(style, level, random);
  const written = sources.map((source) => writeArticle(source, look, random));
  const kept = level === 'hard' ? dropOneHeadline(written, random) : written;
  const articles = kept.map((article, number) => setArticle(article, number, look, random));
  const strips = placeStrips(articles, look, random);
  return printPage(strips, articles, look, random);
}

function chooseLook(style: PageStyle, level: PageLevel, random: Random): PageLook {
  const wrapped = style === 'hard-wrapped';
  return {
    style,
    level,
    halfWidth: random.chance(wrapped ? 0.15 : 0.8),
    markdown: style === 'paragraph-a-line' && random.chance(0.4),
    blankLines: !wrapped || random.chance(0.6),
    indented: random.chance(0.2),
    paddedNames: random.chance(0.4),
  };
}

/** On some pages the decks of one report are lost. */
function dropOneHeadline(articles: WrittenArticle[], random: Random): WrittenArticle[] {
  const reports = articles.filter(({ kind, names }) => kind === 'news' && names.opening.length > 0);
  if (reports.length === 0 || !random.chance(0.4)) return articles;
  const chosen = random.pick(reports);
  return articles.map((article) =>
    article === chosen ? { ...article, kicker: null, headline: null, subheadline: null } : article,
  );
}

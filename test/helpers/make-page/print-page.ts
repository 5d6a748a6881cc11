import type { GoldArticle, MadePage, PageLook, SetArticle, Strip } from './made-page.js';
import type { Random } from './random.js';

/** Writes the strips down line by line and keeps what is printed of each article. */
export function printPage(
  strips: readonly Strip[],
  articles: readonly SetArticle[],
  look: PageLook,
  random: Random,
): MadePage {
  const lines: string[] = ['', ''];
  const bodies = articles.map(() => '');
  for (const [at, strip] of strips.entries()) {
    if (at > 0 && needsGap(strip, strips[at - 1], look, random)) lines.push('');
    if (strip.article !== strips[at - 1]?.article && random.chance(0.1)) lines.push('', '');
    for (const [index, line] of strip.lines.entries()) {
      const gap = look.blankLines && !strip.tight && index > 0;
      if (gap && !(look.style === 'hard-wrapped' && random.chance(0.02))) lines.push('');
      lines.push(line);
    }
    if (strip.article !== null && strip.role === 'body')
      bodies[strip.article] += strip.lines.map((line) => line.replace(/^- /u, '')).join('');
  }
  return {
    text: `${lines.join('\n')}\n`,
    gold: articles.map((article, number) => toGold(article, bodies[number] ?? '')),
  };
}

/** Decks of one headline may touch, and on a page of hard-wrapped lines one article may touch the next. */
function needsGap(strip: Strip, above: Strip | undefined, look: PageLook, random: Random): boolean {
  if (!above) return false;
  if (look.style !== 'hard-wrapped') return true;
  const isSame = strip.article === above.article;
  if (isSame && strip.role === 'body' && above.role === 'body') return look.blankLines;
  if (isSame && strip.tight && above.tight) return random.chance(0.5);
  return look.level === 'easy' || random.chance(0.92);
}

function toGold({ written, names }: SetArticle, bodyText: string): GoldArticle {
  const headlines = [written.kicker, written.headline, written.subheadline].filter((deck) => deck !== null);
  return { headlines, byline: names, bodyText };
}

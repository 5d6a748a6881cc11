import type { PageParts } from '../../../pages/take-apart.js';
import type { DraftPart } from './build-parts.js';

/** So many of its lines are headlines of other articles, and it has at least so many. */
const SHARE = 0.5;
const FEWEST = 4;

const bare = (text: string): string => text.replace(/[\s\p{P}\p{S}]/gu, '');

type Parts = { articles: DraftPart[]; furniture: PageParts['furniture'] };

/** A list of contents says nothing but the headlines of other articles: it is none. */
export function dropContents({ articles, furniture }: Parts): Parts {
  const headlines = articles.map(({ article }) =>
    bare([article.kicker, article.headline, article.subheadline].filter(Boolean).join('')),
  );
  const isEntry = (line: string) => {
    const title = bare(line.replace(/^\s*\d{1,3}[.、．\s]/u, '').replace(/[.…·\s]*\d{0,3}\s*$/u, ''));
    return title.length > 3 && headlines.some((headline) => headline.startsWith(title));
  };
  const isContents = ({ article }: DraftPart) => {
    const lines = article.body.split('\n');
    return lines.length >= FEWEST && lines.filter(isEntry).length >= lines.length * SHARE;
  };
  const contents = articles.filter(isContents);
  return {
    articles: articles.filter((part) => !contents.includes(part)),
    furniture: [
      ...furniture,
      ...contents.map(({ article, lines }) => ({
        text: [article.column, article.headline, article.body.split('\n')[0], '…'].filter(Boolean).join(' '),
        lines,
      })),
    ],
  };
}

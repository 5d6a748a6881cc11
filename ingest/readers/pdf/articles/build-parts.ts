import { buildArticle } from '../../../pages/article/build-article.js';
import type { Join } from '../../../pages/find-joins.js';
import type { PageParts } from '../../../pages/take-apart.js';
import type { RawArticle } from '../../../raw-article.js';
import { buildDecks } from '../layout/build-decks.js';
import { boundsOf } from '../layout/measure.js';
import type { Assembled } from './assemble.js';
import { type Draft, type LineNumbers, toBlock } from './draft.js';

/** An article's part of a page, with where it was printed if a line of its own says so. */
export type DraftPart = PageParts['articles'][number] &
  Pick<Draft, 'source'> & {
    /** The page of the file that it begins on. */
    page: number | null;
  };

/** Drafts → articles; a headline under which nothing stands belongs to none. */
export function buildParts(
  { drafts, furniture }: Assembled,
  numbers: LineNumbers,
): { articles: DraftPart[]; furniture: PageParts['furniture'] } {
  const empty = drafts.filter(({ body }) => !body.length);
  const left = empty.flatMap(({ headings, byline }) => [
    ...headings.map(({ lines }) => ({
      text: lines.map(({ text }) => text).join(' '),
      lines: numbers.of(lines),
    })),
    ...byline.map(({ text, lines }) => ({ text, lines })),
  ]);
  return {
    articles: drafts.filter(({ body }) => body.length).map((draft) => buildPart(draft, numbers)),
    furniture: [...furniture, ...left],
  };
}

function buildPart(draft: Draft, numbers: LineNumbers): DraftPart {
  const { headings, byline, body, isCaption, continuedOn, continuedFrom, lines } = draft;
  const { source, printedPage } = draft;
  const headingLines = headings.flatMap((piece) => piece.lines);
  const article = buildArticle({
    headlines: headings.map((piece) => toBlock(numbers.toLines(piece.lines))),
    columns: [],
    byline,
    body: body.map((paragraph) => toBlock(paragraph.lines)),
    isCaption,
    isNotice: false,
    continuedOn,
    continuedFrom,
  });
  const printed = body.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.lines));
  const { x0, x1 } = boundsOf([...headingLines, ...printed]);
  return {
    article: {
      ...article,
      ...(headingLines.length && buildDecks(headingLines, x1 - x0)),
      truncated: isWhole(draft, article) ? null : article.truncated,
    },
    lines: [...lines].sort((a, b) => a - b),
    reasons: { headlineLines: [], headlineWords: [], bylineLines: [], joins: findJoins(draft), doubtful: [] },
    continuedOn,
    continuedFrom,
    source: source ?? (printedPage === null ? null : { newspaper: null, date: null, page: printedPage }),
    page: headings[0]?.page ?? body[0]?.pieces[0]?.page ?? null,
  };
}

/** What stands below its own headline has its beginning, what closes a bracket its end. */
function isWhole({ headings, continuedFrom }: Draft, { truncated, body }: RawArticle): boolean {
  if (truncated === 'start') return headings.length > 0 && !continuedFrom;
  return truncated === 'end' && /[）)】]$/u.test(body);
}

/** Where a paragraph goes on in the next column. */
const findJoins = ({ body }: Draft): Join[] =>
  body.flatMap(({ lines, pieces }) => {
    let end = 0;
    return pieces.slice(0, -1).map((piece): Join => {
      end += piece.lines.length;
      const numberOf = (at: number) => lines[at]?.numbers[0] ?? 0;
      return { lastLine: numberOf(end - 1), nextLine: numberOf(end), reasons: [{ kind: 'sentence' }] };
    });
  });

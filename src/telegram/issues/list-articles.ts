import type { Article } from '../../domain/article.js';
import type { IssueSummary } from '../../domain/ports.js';
import * as wording from '../../domain/wording/telegram-archive.js';
import type { Button } from '../buttons/action.js';
import { toRows } from '../buttons/keyboard.js';
import { showText } from '../show-text.js';

/** Seen in one look, and as many buttons as fit under it. */
export const ARTICLES_A_MESSAGE = 20;
const NUMBERS_A_ROW = 5;

type List = {
  /** In the order of newspapers, days and pages. */
  articles: readonly Article[];
  /** The number before the first of them. */
  before: number;
  /** What the articles are of, for the headings. */
  issues: readonly IssueSummary[];
  remarks: readonly string[];
};

/** Headlines with numbers, each issue and each page of it under its heading, and a button that opens each article. */
export function renderArticleList({ articles, before, issues, remarks }: List): {
  html: string;
  buttons: Button[][];
} {
  const lines = articles.flatMap((article, index) => {
    const previous = articles[index - 1];
    const isNewIssue = !previous || !isOfSameIssue(article, previous);
    return [
      ...(isNewIssue ? [`${previous ? '\n' : ''}<b>${showText(headingOf(article, issues))}</b>`] : []),
      ...(isNewIssue || article.page !== previous.page
        ? [`<i>${showText(wording.pageHeading(article.page))}</i>`]
        : []),
      `${before + index + 1}. ${showText(wording.articleLine(article.headline, article.body))}`,
    ];
  });
  const footer = [wording.howToOpen(), ...remarks].map((remark) => `<i>${showText(remark)}</i>`);
  const buttons = articles.map(({ articleId }, index): Button => {
    return { text: String(before + index + 1), action: { kind: 'article', articleId, firstMessage: 0 } };
  });
  return { html: `${lines.join('\n')}\n\n${footer.join('\n')}`, buttons: toRows(buttons, NUMBERS_A_ROW) };
}

type Issue = Pick<IssueSummary, 'newspaper' | 'issueDate'>;

const isOfSameIssue = (one: Issue, other: Issue): boolean =>
  one.newspaper === other.newspaper && one.issueDate === other.issueDate;

function headingOf(article: Article, issues: readonly IssueSummary[]): string {
  const issue = issues.find((one) => isOfSameIssue(one, article));
  return wording.issueHeading(article, issue?.pages.length ?? 0, issue?.articles ?? 0);
}

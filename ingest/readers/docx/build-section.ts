import { dayInSource } from '../../../src/domain/wording/issue-date.js';
import { findKind } from '../../pages/article/find-kind.js';
import { buildHeadline } from '../../pages/headlines/headline.js';
import type { Issue } from '../../pages/issue/find-issue.js';
import { parseContributors, readByline } from '../../pages/text/byline.js';
import { findDateline } from '../../pages/text/dateline.js';
import { findSignature } from '../../pages/text/signature.js';
import { emptyArticle, type RawArticle } from '../../raw-article.js';
import type { Paragraph } from './paragraph.js';
import { parseSourceLine } from './source-line.js';
import type { Section } from './split-sections.js';

/** Signature and source stand within so many paragraphs of the headline, or last. */
const REACH = 3;

/** An article of a document; `issue` is what is known of the whole of it. */
export function buildSection(section: Section, issue: Issue): RawArticle {
  const { signatures, sources, text } = sortParagraphs(section.body);
  const notes = listNotes(section.body);
  const decks = buildHeadline(section.headlines);
  const join = (parts: readonly (string | null)[]) => parts.filter(Boolean).join(' ') || null;
  const titled = {
    column: decks.column,
    kicker: join([...section.kickers, decks.kicker]),
    headline: decks.headline,
    subheadline: join([decks.subheadline, ...section.subheadlines]),
  };
  // A headline over nothing is all that there is of its article.
  const body = [...text, ...notes].join('\n') || (join(Object.values(titled)) ?? '');
  const byline = readByline(body, signatures, text.join('\n'));
  const known = {
    ...titled,
    dateline: findDateline(body),
    byline: byline || null,
    contributors: parseContributors(byline),
    body,
  };
  return {
    ...emptyArticle,
    ...findOwnIssue(section, sources, issue),
    ...known,
    kind: findKind({ ...known, isCaption: false, isNotice: false }),
  };
}

/** As they stand below a text. */
export const listNotes = (paragraphs: readonly Paragraph[]): string[] =>
  paragraphs.flatMap(({ notes }) => notes).map((note, index) => `注${index + 1}：${note}`);

function sortParagraphs(paragraphs: readonly Paragraph[]) {
  const signatures: string[] = [];
  const sources: string[] = [];
  const text: string[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const isAtEdge = text.length === 0 ? index < REACH : index === paragraphs.length - 1;
    if (isAtEdge && parseSourceLine(paragraph.text)) sources.push(paragraph.text);
    else if (isAtEdge && findSignature(paragraph.text)) signatures.push(stripMarks(paragraph.text));
    else text.push(paragraph.text);
  }
  return { signatures, sources, text };
}

/** What a line under the headline or a heading above says of the issue stands over what is known of the document. */
function findOwnIssue({ facts }: Section, sources: readonly string[], issue: Issue): Issue {
  const told = [...sources.map((source) => parseSourceLine(source)), facts].flatMap((one) => one ?? []);
  const pick = (name: 'newspaper' | 'date' | 'page') =>
    told.find((one) => one[name] !== null)?.[name] ?? null;
  const date = pick('date');
  const words = sources.find((source) => parseSourceLine(source)?.date) ?? null;
  return {
    newspaper: pick('newspaper') ?? issue.newspaper,
    page: pick('page') ?? issue.page,
    ...(date === null || date === issue.issueDate
      ? {
          issueDate: issue.issueDate,
          issueDateSource: issue.issueDateSource,
          issueDateEvidence: issue.issueDateEvidence,
        }
      : { issueDate: date, issueDateSource: 'text', issueDateEvidence: words && dayInSource(words) }),
  };
}

const stripMarks = (signature: string): string => signature.replace(/^[（(【]|[）)】]$|[□■◎]/gu, '').trim();

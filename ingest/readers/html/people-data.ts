import { readPictures } from './find-captions.js';
import { found, type HtmlVariant, unknownArticle } from './page-article.js';
import { findElements, hasClass, hasId, type PageNode } from './page-node.js';
import { findIssueLine } from './printed-facts.js';
import { readLines, readText } from './read-lines.js';

/** An article's page in the database of 人民日报 since 1946. */
export const peopleDataVariant: HtmlVariant = {
  name: 'people-data',
  accepts: ({ nodes }) =>
    findElements(nodes, isBody).length > 0 &&
    findElements(nodes, (node) => hasClass(node, 'title')).length > 0,
  read: ({ nodes }) => {
    const [body] = findElements(nodes, isBody);
    if (!body) return [];
    const { pictures, isCaption } = readPictures(nodes, body);
    const head = { start: 0, end: body.start };
    const readBox = (name: string) => {
      const [box] = findElements(nodes, (node) => node.name === 'div' && hasClass(node, name), head);
      return box ? readText(nodes, box) : null;
    };
    const issue = findIssueLine(readText(nodes, head) ?? '');
    return [
      {
        ...unknownArticle,
        newspaper: found(issue?.newspaper, 'line'),
        date: found(issue?.date, 'line'),
        page: found(issue?.page, 'line'),
        kicker: readBox('introtitle'),
        headline: found(readBox('title'), 'heading'),
        subheadline: readBox('subtitle'),
        byline: found(readBox('author')?.replace(/^【?\s*作者\s*[:：]?\s*|】$/gu, ''), 'heading'),
        body: readLines(nodes, body, isCaption),
        ...pictures,
      },
    ];
  },
};

const isBody = (node: PageNode): boolean => hasId(node, 'FontZoom');

import { findHeadline } from './find-headline.js';
import { findMainText } from './find-main-text.js';
import { countText } from './furniture.js';
import { found, type HtmlVariant } from './page-article.js';
import { type PageMeta, readMeta } from './page-meta.js';
import { readPlainArticle } from './read-plain.js';

/** What sites put behind a headline in a page's title: _太原新闻网, - 人民网, |要闻 */
const SITE_NAME = /\s*(?:[_|｜]|--|—{1,2}|\s-\s?)\s*[^_|｜—-]{2,20}$/u;

/** Any other page with an article on it. */
export const plainVariant: HtmlVariant = {
  name: 'plain',
  accepts: () => true,
  read: (page) => {
    const { nodes } = page;
    const counts = countText(nodes);
    const meta = readMeta(nodes);
    const box = findMainText(nodes, counts);
    // Where all leads elsewhere there is no article.
    if (counts.all[box.start] === counts.linked[box.start]) return [];
    const article = readPlainArticle(page, box, findHeadline(nodes, box, meta), meta, counts);
    return [
      {
        ...article,
        headline: article.headline ?? found(cutSiteName(meta), meta.headline ? 'meta' : 'title'),
      },
    ];
  },
};

function cutSiteName({ headline, title }: PageMeta): string | null {
  let bare = headline ?? title;
  for (let rounds = 0; bare && rounds < 3 && SITE_NAME.test(bare); rounds++) {
    const shorter: string = bare.replace(SITE_NAME, '');
    if (shorter.length < 4) break;
    bare = shorter;
  }
  return bare;
}

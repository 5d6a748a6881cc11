import { isHidden, type PageNode, type PageNodes } from './page-node.js';

const PARTS = new Set(['nav', 'footer', 'aside', 'menu', 'dialog']);
const ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'menu', 'dialog']);
const NAMED =
  /(?:^|[\s_-])(?:nav|navbar|navi|menu|crumbs?|breadcrumbs?|foot|footer|copyright|share|sharing|related?|relnews|recommend(?:ed)?|comments?|sidebar|pager|pages?|pagination|next-?page|toolbar|login|search|advert|ads?|gotop|go-top|qrcode|hot-?news|rank(?:ing)?|editor-info)(?:$|[\s_\d-])/iu;
/** Characters; a longer text is no furniture, whatever its box is called. */
const LONGEST = 200;

/** What a browser shows of each node and its inside: characters but spaces, and how many of them lead elsewhere. */
export type TextCounts = { all: Float64Array; linked: Float64Array };

/** Counts text from the innermost outwards, each node once. */
export function countText(nodes: PageNodes): TextCounts {
  const counts = { all: new Float64Array(nodes.length), linked: new Float64Array(nodes.length) };
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index];
    if (!node) continue;
    if (node.kind === 'text') counts.all[index] = node.text.replace(/\s+/gu, '').length;
    if (isHidden(node)) counts.all[index] = 0;
    if (node.name === 'a' || isHidden(node)) counts.linked[index] = counts.all[index] ?? 0;
    if (node.parent < 0) continue;
    counts.all[node.parent] = (counts.all[node.parent] ?? 0) + (counts.all[index] ?? 0);
    counts.linked[node.parent] = (counts.linked[node.parent] ?? 0) + (counts.linked[index] ?? 0);
  }
  return counts;
}

/** Whether an element is the site's and not the article's: navigation, footer, links to other articles, sharing. */
export function isFurnitureBox(node: PageNode, index: number, counts: TextCounts): boolean {
  if (node.kind !== 'element') return false;
  if (PARTS.has(node.name) || ROLES.has(node.attributes.role?.toLowerCase() ?? '')) return true;
  if (!NAMED.test(`${node.attributes.class ?? ''} ${node.attributes.id ?? ''}`)) return false;
  const all = counts.all[index] ?? 0;
  return all <= LONGEST || (counts.linked[index] ?? 0) > all / 2;
}

/** A line at either end of a page's text that is the site's. */
export const isFurnitureText = (line: string): boolean =>
  line.length <= 80 &&
  !/[。！？]/u.test(line.slice(0, -1)) &&
  (/^(?:上一[篇页条]|下一[篇页条]|返回(?:首页|目录|列表|顶部|上页)|打印本?页?|关闭(?:窗口)?|分享(?:到|至)|版权所有|Copyright\b|©|当前位置|您(?:的|现在的?)位置|[（(【[]?(?:责任?编辑?|编辑|责编)[:：])/iu.test(
    line,
  ) ||
    /ICP备\s*\d|公网安备\s*\d/u.test(line));

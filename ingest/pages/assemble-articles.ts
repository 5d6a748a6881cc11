import { assignHeadlines } from './assign-headlines.js';
import type { Block } from './block.js';
import { parseByline } from './byline.js';
import type { DraftArticle } from './draft-article.js';

const LABEL = /^[【[〖].{2,12}[】\]〗]$/u;
const SUBHEADLINE = /^(?:——|--|—)/u;
const NOTICE = /(?:公告|通告|启事|声明|公示|通知|讣告)$/u;
const PICTURED = /图为|图[①②③④⑤]|(?:上|下|左|右)图|（图）/u;
const PHOTO_CREDIT = /(?:摄|摄影|作)[）)]?$/u;
const WRITTEN_AND_PHOTOGRAPHED = /文[/／、]?\s?(?:图|摄)/u;
const LONE_DAY = /^\d{4}年\d{1,2}月\d{1,2}日$/u;

/**
 * Blocks → articles, in the order of the page. A first, plain version: an article begins at a dateline, at a
 * headline with a signature, behind a signed article or at a notice; other short lines inside it are crossheads.
 */
export function assembleArticles(blocks: readonly Block[]): { articles: DraftArticle[]; furniture: Block[] } {
  const page = new PageInProgress();
  for (const [index, block] of blocks.entries()) page.take(block, blocks[index + 1]);
  page.finish();
  return { articles: assignHeadlines(page.articles), furniture: page.furniture };
}

/** Walks down the page with the article that is open and the headline lines that wait for a body. */
class PageInProgress {
  readonly articles: DraftArticle[] = [];
  readonly furniture: Block[] = [];
  private current: DraftArticle | null = null;
  private closed = true;
  private waiting: Block[] = [];
  private waitingByline: Block[] = [];

  take(block: Block, next: Block | undefined): void {
    if (block.role === 'furniture') this.furniture.push(block);
    else if (LONE_DAY.test(block.text)) this.sign(block);
    else if (isCaption(block, next)) this.begin(block, 'photo-caption');
    else if (block.role === 'headline') this.wait(block);
    else if (block.role === 'byline') this.takeByline(block);
    else this.takeBody(block);
  }

  finish(): void {
    this.giveBack(this.waitingByline);
    if (!this.waiting.length) return;
    const last = this.articles[this.articles.length - 1];
    if (last) last.trailing.push(...this.waiting);
    else this.furniture.push(...this.waiting);
  }

  private wait(block: Block): void {
    this.waiting.push(block);
    if (block.vertical) this.closed = true;
  }

  private takeBody(block: Block): void {
    if (block.startsArticle || this.closed || this.waitingStartsArticle()) this.begin(block, null);
    else {
      this.current?.body.push(...this.waiting, block);
      this.waiting = [];
    }
  }

  /** A signature ends the article above it, unless headlines wait below: then it stands over the body to come. */
  private takeByline(block: Block): void {
    const standsAbove =
      this.waiting.length > 0 || /^[□■◎]/u.test(block.text) || this.waitingByline.length > 0;
    if (standsAbove || !this.current || this.closed) this.waitingByline.push(block);
    else {
      this.current.byline.push(block);
      this.closed = true;
    }
  }

  /** A day alone on a line, behind who signs, ends a notice. */
  private sign(block: Block): void {
    if (!this.current || this.closed) {
      this.furniture.push(block);
      return;
    }
    this.current.byline.push(...this.waiting.splice(-1), block);
    this.current.body.push(...this.waiting.splice(0));
    this.current.kind = 'notice';
    this.closed = true;
  }

  private waitingStartsArticle(): boolean {
    const texts = this.waiting.map(({ text }) => text);
    if (this.waitingByline.length > 0) return true;
    return texts.some((text) => LABEL.test(text) || SUBHEADLINE.test(text) || NOTICE.test(text));
  }

  private begin(block: Block, kind: DraftArticle['kind']): void {
    const ownSignature = parseByline(block.text).length > 0;
    const article: DraftArticle = { headlines: this.waiting, byline: [], body: [block], trailing: [], kind };
    if (ownSignature) this.giveBack(this.waitingByline);
    else article.byline.push(...this.waitingByline);
    this.waiting = [];
    this.waitingByline = [];
    this.articles.push(article);
    this.current = article;
    this.closed = false;
  }

  /** A signature over a body that names its own reporter belongs to the nearest unsigned article above. */
  private giveBack(byline: readonly Block[]): void {
    if (!byline.length) return;
    const unsigned = [...this.articles]
      .reverse()
      .find((article) => !article.byline.length && !parseByline(article.body[0]?.text ?? '').length);
    if (unsigned) unsigned.byline.push(...byline);
    else this.furniture.push(...byline);
  }
}

/** A paragraph that speaks of a picture, or that a photographer alone has signed. */
function isCaption(block: Block, next: Block | undefined): boolean {
  if (block.startsArticle || block.role === 'byline') return false;
  const signedByPhotographer =
    next?.role === 'byline' && PHOTO_CREDIT.test(next.text) && !WRITTEN_AND_PHOTOGRAPHED.test(next.text);
  if (block.role === 'headline') return signedByPhotographer && block.text.length > 12;
  return signedByPhotographer || (PICTURED.test(block.text) && PHOTO_CREDIT.test(block.text));
}

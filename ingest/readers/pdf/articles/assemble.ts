import { parseMarker } from '../../../continue/marker.js';
import type { Block } from '../../../pages/blocks/block.js';
import type { Line } from '../../../pages/blocks/line.js';
import { isCaption } from '../../../pages/reading/caption.js';
import { parsePageLine, parseSourceLine } from '../layout/source-line.js';
import type { Piece } from '../layout/split-strip.js';
import { createDraft, type Draft, type LineNumbers, takeMarkers, toBlock } from './draft.js';
import { breaksOff, resumes } from './interrupted.js';
import { isByline, isDeck, isOneHeadline, opensArticle, type ReadPiece, startsBody } from './piece-roles.js';

/** What the pieces of a page, or of an issue set in one column, were taken for. */
export type Assembled = { drafts: Draft[]; furniture: { text: string; lines: number[] }[] };

/** How headlines are told from crossheads: their type is at least so large, in points. */
export type Tiers = { headline: number };

/** Pieces in reading order → articles: a headline and what stands below it, up to the next. */
export function assemble(pieces: readonly Piece[], tiers: Tiers, numbers: LineNumbers): Assembled {
  const assembler = new Assembler(numbers, tiers);
  const read = pieces.map((piece) => assembler.read(piece));
  for (const [at, one] of read.entries()) assembler.take(one, read[at + 1]);
  return assembler;
}

class Assembler implements Assembled {
  readonly drafts: Draft[] = [];
  readonly furniture: Assembled['furniture'] = [];
  private current: Draft | null = null;
  /** The page that a line of its own has opened, where an issue is set anew. */
  private page: string | null = null;
  /** An article that broke off in mid-sentence where another begins below it: it goes on in the next column. */
  private interrupted: Draft | null = null;
  /** The caption whose credit comes next. */
  private caption: Draft | null = null;

  constructor(
    private readonly numbers: LineNumbers,
    private readonly tiers: Tiers,
  ) {}

  read(piece: Piece): ReadPiece & ReturnType<typeof takeMarkers> {
    const taken = takeMarkers(this.numbers.toLines(piece.lines));
    return { piece, block: toBlock(taken.lines), ...taken };
  }

  take(one: ReturnType<Assembler['read']>, next: ReadPiece | undefined): void {
    this.attachMarkers(one);
    const { piece, block, lines } = one;
    if (!block.text) return;
    if (this.caption && block.signature === 'credit') {
      this.sign(this.caption, block);
      this.caption = null;
      return;
    }
    this.caption = null;
    const page = parsePageLine(block.text);
    if (page) {
      this.page = page;
      this.current = null;
      this.furniture.push({ text: block.text, lines: block.lines });
      return;
    }
    const source = parseSourceLine(block.text);
    if (source) {
      const draft = this.current && !this.current.body.length ? this.current : this.open();
      draft.source = source;
      draft.lines.push(...block.lines);
    } else if (block.role === 'furniture' && !(this.current && isDeck(one, this.current)))
      this.furniture.push({ text: block.text, lines: block.lines });
    else if (opensArticle(one, this.current, next, this.tiers)) this.openWith(piece, block);
    else if (isCaption(block, next?.block)) this.takeCaption(one);
    else {
      if (resumes(one, this.current, this.interrupted)) this.current = this.interrupted;
      const draft = startsBody(one, this.current) ? this.open() : (this.current ?? this.open());
      draft.lines.push(...block.lines);
      if (isDeck(one, draft)) draft.headings.push(piece);
      else if (isByline(one, draft, next)) draft.byline.push(block);
      else addText(draft, piece, block, lines);
    }
  }

  private open(headings: Piece[] = []): Draft {
    const draft = createDraft(headings, this.page);
    if (this.current && breaksOff(this.current)) this.interrupted = this.current;
    this.drafts.push(draft);
    this.current = draft;
    return draft;
  }

  private openWith(piece: Piece, block: Block): void {
    const isDeckOfOpen = this.current && isOneHeadline(this.current, piece);
    const draft = isDeckOfOpen && this.current ? this.current : this.open();
    draft.headings.push(piece);
    draft.lines.push(...block.lines);
  }

  /** A picture's words stand in the middle of an article that goes on behind them. */
  private takeCaption({ piece, block, lines }: ReturnType<Assembler['read']>): void {
    const isOwn = this.current !== null && !this.current.body.length;
    const draft = isOwn && this.current ? this.current : createDraft([], this.page);
    draft.source ??= this.current?.source ?? null;
    if (!isOwn) this.drafts.push(draft);
    draft.isCaption = true;
    draft.lines.push(...block.lines);
    draft.body.push({ lines: [...lines], pieces: [piece] });
    this.caption = draft;
  }

  private sign(draft: Draft, block: Block): void {
    draft.byline.push(block);
    draft.lines.push(...block.lines);
  }

  /** 下转 ends the text before it, 上接 opens the text behind it. */
  private attachMarkers({ piece, markers }: ReturnType<Assembler['read']>): void {
    for (const marker of markers) {
      if (marker.direction === 'on') {
        if (this.current) this.current.continuedOn ??= marker;
      } else {
        const owner = this.current && !this.current.body.length ? this.current : this.open();
        owner.continuedFrom ??= marker;
      }
    }
    const own = markers.length ? piece.lines.filter(({ text }) => parseMarker(text) !== null) : [];
    for (const line of own) this.furniture.push({ text: line.text, lines: this.numbers.of([line]) });
  }
}

/** The first lines of a column go on with the last paragraph of the column before. */
function addText(draft: Draft, piece: Piece, block: Block, lines: readonly Line[]): void {
  const last = draft.body.at(-1);
  const before = last?.pieces.at(-1);
  if (last && before && goesOn(before, piece, toBlock(last.lines), block)) {
    last.lines.push(...lines);
    last.pieces.push(piece);
  } else draft.body.push({ lines: [...lines], pieces: [piece] });
}

function goesOn(last: Piece, piece: Piece, before: Block, block: Block): boolean {
  if (!piece.mayGoOn || piece.isApart || block.startsArticle) return false;
  const [one] = last.lines.slice(-1);
  const [other] = piece.lines;
  if (!one || !other || Math.abs(one.size - other.size) > 0.06 * one.size || one.bold !== other.bold)
    return false;
  return before.endsOpen || block.beginsInside || last.isFull;
}

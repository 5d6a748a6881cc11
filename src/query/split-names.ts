const LISTED = /[、；;，,]|(?<=[\p{L}\p{N}”"》）)])还是(?=[\p{L}\p{N}“"《])/u;
/** Words in which 和, 与, 及 or 跟 joins nothing. */
const IN_WORDS =
  /共和|和平(?![安定阳遥原凉山顶壤面台均])|和[谐解睦约谈声服尚气风]|[温缓饱柔总附调谦亲]和|呼和浩特|和田|参与|[给赠授]与|与[会其此否]|及[时格早]|[普涉提顾危波触埃遍]及|跟[踪进随班]/gu;
/** What joins the last to a list; 与 and 跟 stand inside of it. */
const ENDS_LIST = /和|及|还是/u;
const JOINED = /以及|还是|和|与|及|跟/gu;

/** 甲、乙和丙 → each by itself; null where only one thing is named. A piece has `shortest` characters at least. */
export function splitNames(named: string, shortest: number): string[] | null {
  const listed = cutOutside(named);
  const last = listed.at(-1) ?? '';
  // 甲、乙还是丙和丁: what stands behind 还是 is the last of them.
  const isLast = listed.length > 1 && named.endsWith(`还是${last}`);
  const pieces = [
    ...listed.slice(0, -1),
    ...(isLast ? [last] : splitInTwo(last, shortest, listed.length > 1)),
  ]
    .map(trimPiece)
    .filter((piece) => piece.length >= shortest);
  return pieces.length > 1 ? pieces : null;
}

/** Cut at the marks of a list, not inside 《》 or quotation marks. */
function cutOutside(named: string): string[] {
  const hidden = named.replace(/《[^》]*》|“[^”]*”|‘[^’]*’|（[^）]*）|\([^)]*\)/gu, (name) =>
    '＿'.repeat(name.length),
  );
  const pieces: string[] = [];
  let start = 0;
  for (const mark of hidden.matchAll(new RegExp(LISTED, 'gu'))) {
    pieces.push(named.slice(start, mark.index));
    start = mark.index + mark[0].length;
  }
  return [...pieces, named.slice(start)];
}

/** 甲和乙: at the conjunction that leaves the two sides most alike in length; as it is without one. */
function splitInTwo(piece: string, shortest: number, endsList: boolean): string[] {
  const hide = (name: string) => '＿'.repeat(name.length);
  const hidden = piece.replace(/《[^》]*》|“[^”]*”|‘[^’]*’/gu, hide).replace(IN_WORDS, hide);
  const sides = [...hidden.matchAll(JOINED)]
    .filter(([word]) => !endsList || ENDS_LIST.test(word))
    .map(({ 0: word, index }) => [piece.slice(0, index), piece.slice(index + word.length), word] as const)
    .filter(([before, after]) => Math.min(before.length, after.length) >= shortest)
    .sort((one, other) => imbalance(one) - imbalance(other));
  return sides[0] ? sides[0].slice(0, 2) : [piece];
}

/** 以及 joins more than 和; 与 mostly stands inside of one thing (特朗普与拜登会面). */
const UNLIKELY: Readonly<Record<string, number>> = { 以及: -8, 和: 0, 还是: 0, 及: 4 };
const imbalance = ([before, after, word]: readonly [string, string, string]): number =>
  Math.abs(before.length - after.length) + (UNLIKELY[word] ?? 8);

const trimPiece = (piece: string): string => piece.trim().replace(/^(?:相比|以及|与|和|及|还是)|的$/u, '');

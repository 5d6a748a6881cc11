/** Facets are whole questions; a piece of fewer characters asks for nothing by itself. */
const MIN_LENGTH = 4;
const MAX_FACETS = 4;

/** X当天，Y…: two happenings, of which the first only says when. */
const SAME_DAY = /^(.{6,}?)(?:的?(?:同一天|当天|当日|当月|同月|那天))[，,]?(.{4,})$/u;
/** …的主演和导演是谁, …的时间和地点: one thing, two of its sides. */
const TWO_SIDES =
  /^(.{2,}?的)([\p{Script=Han}]{2,6})[和与及]([\p{Script=Han}]{2,6}?)((?:分别)?(?:是|为|在|有)?(?:谁|什么|哪里|哪儿|多少|什么时候|何时)?[？?]?)$/u;
/** 2022年和2023年…: the same of two years. */
const TWO_YEARS = /^(.*?)((?:19|20)\d{2})年?[和与、]((?:19|20)\d{2})年(.+)$/u;
/** 甲和乙哪个更早, 甲、乙…是同一年吗: what is compared, each by itself. */
const COMPARED =
  /^(.+?)[，,]?(?:哪(?:一)?个|哪(?:一)?件|这[两三]件|(?:是|发生)?(?:在|于)?同一[年月天]|谁)(?:.{0,14})(?:更?早|更?晚|先|后|同一[年月天]|吗|发生).{0,8}$/u;

/**
 * A question that asks several things → each as a question of its own; any other as it is. A piece that names nothing
 * of its own (它的导演是谁) takes over what the first is about.
 */
export function splitFacets(question: string): string[] {
  const pieces =
    splitQuestions(question) ??
    splitAt(SAME_DAY, question, ([, first, second]) => [first, second]) ??
    splitAt(TWO_YEARS, question, ([, head, first, second, tail]) => [
      `${head}${first}年${tail}`,
      `${head}${second}年${tail}`,
    ]) ??
    splitAt(TWO_SIDES, question, ([, of, first, second, asked]) => [
      `${of}${first}${asked}`,
      `${of}${second}${asked}`,
    ]) ??
    splitCompared(question);
  const facets = (pieces ?? []).filter((piece): piece is string => (piece?.length ?? 0) >= MIN_LENGTH);
  return facets.length > 1 && facets.length <= MAX_FACETS ? facets : [question];
}

/** Several questions in one message; those behind the first take its subject over. */
function splitQuestions(question: string): string[] | null {
  const pieces = question.split(/(?<=[？?])\s*(?=\S)/u);
  const [first = '', ...others] = pieces;
  if (!others.length) return null;
  const subject = /^(《[^》]+》|[^，,。是有在]{2,12}?(?=是|有|在|的|投|申))/u.exec(first)?.[1] ?? '';
  return [
    first,
    ...others.map((piece) => subject + piece.replace(/^(?:它|他|她|其|该\p{Script=Han}{0,2})的?/u, '')),
  ];
}

function splitAt(
  pattern: RegExp,
  question: string,
  cut: (parts: RegExpExecArray) => (string | undefined)[],
): (string | undefined)[] | null {
  const parts = pattern.exec(question);
  return parts && cut(parts);
}

function splitCompared(question: string): string[] | null {
  const named = COMPARED.exec(question)?.[1];
  const pieces = named
    ?.split(/[、，,]|(?<=.{5})[和与](?=.{5})/u)
    .map((piece) => piece.replace(/^(?:相比|与|和)/u, ''));
  return pieces && pieces.length > 1 ? pieces : null;
}

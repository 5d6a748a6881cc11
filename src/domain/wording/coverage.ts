import type { Coverage } from '../ports.js';
import { formatSpan } from './day.js';

/** 《太原日报》, also where nobody knows the name. */
export const formatNewspaper = (newspaper: string | null) =>
  newspaper === null ? '报纸不详' : `《${newspaper}》`;

/** What the archive holds, a line for each newspaper: • 《太原日报》：2023年2月10日至2023年2月12日，2 期，3 篇 */
export function formatCoverage({ newspapers, articles }: Coverage): string {
  const lines = newspapers.map(
    ({ newspaper, issues, ...held }) =>
      `• ${formatNewspaper(newspaper)}：${formatDays(held)}，${issues} 期，${held.articles} 篇`,
  );
  return [`档案现有 ${articles} 篇稿件：`, ...lines].join('\n');
}

/** 2023年2月10日至2023年2月12日（另有3篇日期不详）; only 日期不详 where no date is known. */
export function formatDays({
  from,
  to,
  undated,
}: Pick<Coverage['newspapers'][number], 'from' | 'to' | 'undated'>): string {
  return formatSpan(from, to) + (from && undated ? `（另有${undated}篇日期不详）` : '');
}

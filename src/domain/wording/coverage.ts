import type { Coverage } from '../ports.js';
import { formatSpan } from './day.js';

/** 《太原日报》, also where nobody knows the name. */
export const formatNewspaper = (newspaper: string | null) =>
  newspaper === null ? '报纸不详' : `《${newspaper}》`;

/** What the archive holds, a line for each newspaper: • 《太原日报》：2023年2月10日至2023年2月12日，2 期，3 篇 */
export function formatCoverage({ newspapers, articles }: Coverage): string {
  const lines = newspapers.map(
    ({ newspaper, from, to, issues, articles: count }) =>
      `• ${formatNewspaper(newspaper)}：${formatSpan(from, to)}，${issues} 期，${count} 篇`,
  );
  return [`档案现有 ${articles} 篇稿件：`, ...lines].join('\n');
}

/** 2023-02-10 → 2023年2月10日. Anything else comes back unchanged. */
export function formatDay(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return parts === null ? day : `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日`;
}

/** From the first to the last of some days, which may be the same one or unknown. */
export function formatSpan(from: string | null, to: string | null): string {
  if (from === null || to === null) return '日期不详';
  return from === to ? formatDay(from) : `${formatDay(from)}至${formatDay(to)}`;
}

/** 2021-08-17 → 8月17日, as articles name a day of their own year. */
export function formatMonthAndDay(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

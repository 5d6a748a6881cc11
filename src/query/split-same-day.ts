/** X当天，Y…: two happenings, of which the first only says when. */
const SAME_DAY =
  /^(?:在)?(.{4,}?)(?:的?(?:同一天|同一日|当天|当日|那天|那一天))(?:[，,]\s*(?:同一天|当天|当日)?|(?=[\p{Script=Han}“《]))的?(.{4,})$/u;
/** 两会开幕和大桥通车当天哪个更早 asks for an order. */
const ASKS = /什么|多少|几|谁|哪|何|怎么|怎样|如何|吗[？?]?$/u;

/** 大桥通车当天，301路往返多少班 → the happening that names the day, and what is asked of that day; else null. */
export function splitSameDay(question: string): { happening: string; asked: string } | null {
  const [, happening, asked] = SAME_DAY.exec(question.trim()) ?? [];
  if (!happening || !asked || ASKS.test(happening) || !ASKS.test(asked)) return null;
  return { happening, asked };
}

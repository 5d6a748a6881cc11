/** One side of a comparison: how it is called, and what is asked of it, a whole question. */
export type Side = { label: string; question: string };

/** Of these an article tells how they changed. */
export const MEASURE = /(?:率|数|量|价格?|额|规模|水平|增速|收入|面积|GDP|均价|票价|投资)$/u;
/** What is measured where the question only says 多 or 长. */
const MEASURED: Readonly<Record<string, string>> = {
  ...{ 长: '全长多少', 短: '全长多少', 高: '有多高', 低: '有多高', 贵: '多少钱', 便宜: '多少钱' },
  ...{
    大: '面积多少',
    小: '面积多少',
    重: '有多重',
    宽: '有多宽',
    深: '有多深',
    远: '有多远',
    近: '有多远',
    快: '多少时间',
    慢: '多少时间',
  },
};

/** 民生实事 → 民生实事有哪些, 降雨量 → 降雨量是多少; what asks already stays. */
export function askForAll(about: string): string {
  if (/多少|几|有哪些|多[大高长]/u.test(about)) return about;
  return about + (MEASURE.test(about) ? '是多少' : '有哪些');
}

/** 加装电梯 of 哪个加装电梯多 → 加装电梯多少; nothing of 哪个长 → 全长多少. */
export function askHowMuch(measured: string, adjective: string): string {
  const what = measured.replace(/^的|[的得，,]+$/gu, '');
  return what ? `${what}${/价/u.test(what) ? '是' : ''}多少` : (MEASURED[adjective] ?? '有多少');
}

import type { Check } from '../ports.js';

const STATES = { ok: '正常', off: '未用', broken: '故障' } as const;

/** 正常  数据：… ; what is to be done stands behind it on the same line. */
export function formatCheck({ name, state, message, mend }: Check): string {
  const line = `${STATES[state]}  ${name}：${message}`.replace(/\s*\n\s*/g, ' ');
  return mend === null ? line : `${line} → ${mend.replace(/\s*\n\s*/g, ' ')}`;
}

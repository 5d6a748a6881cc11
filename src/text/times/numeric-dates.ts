import { buildDay } from '../calendar.js';
import { dayRange, monthsRange } from './day-ranges.js';
import { matchAt, type Reader } from './reading.js';

/** An address (10.1.2.3), a longer number and an amount (20160308例) are no dates. */
const DAY =
  /([12][0-9]{3})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9]|[-/.][0-9])|(?<=(?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})(?![0-9.%万亿例人元名个户件次辆台]))/uy;
const MONTH = /([12][0-9]{3})-(0[1-9]|1[0-2])(?![0-9/-]|年|赛季|学年)/uy;

/** 2023-02-08, 2023/2/8, 2023.2.8, 20230208, 2023-02. */
export const readNumericDate: Reader = ({ text }, at) => {
  const day = matchAt(DAY, text, at);
  const whole = day && dayRange(buildDay(Number(day[1]), Number(day[3] ?? day[5]), Number(day[4] ?? day[6])));
  if (whole) return { ...whole, end: at + day[0].length, grain: 'day', relative: false, slides: false };
  const month = matchAt(MONTH, text, at);
  const range = month && monthsRange(Number(month[1]), Number(month[2]), Number(month[2]));
  return range && { ...range, end: at + month[0].length, grain: 'month', relative: false, slides: false };
};

// A dateline (消息头) opens a report: 本报讯, 本报北京9月7日电, 新华社兰州3月4日电, 南湖晚报讯, 据新华社电.

const AGENCY = '(?:新华社|中新社|中新网|人民网|央视网|中央社)';
const NEWSPAPER = '\\p{Script=Han}{2,8}(?:报|网|电视台)';
/** Behind 讯 and 电 of other names stands what cannot be a word that goes on: 通讯员, 电话. */
const BREAK = '(?=$|[\\s（(【,，:：\\d]|记者|通讯员|消息)';
/** The day before 电 is its surest sign; between the name and the place no one calls, writes or says. */
const PLACE_AND_DAY =
  '(?:(?!记者|读者|热线)[^，。；：（()）]){0,12}?[\\d０-９]{1,2}\\s?日(?:综合|专|特)?[电讯]';

const DATELINE = new RegExp(
  `^(?:[“"](?![^”"]{1,24}[”"]))?((?:据)?(?:` +
    [
      '(?:本报|本刊|本台)(?:综合|专|最新)?讯',
      `(?:本报|本刊|${AGENCY}|${NEWSPAPER})${PLACE_AND_DAY}`,
      `(?:本报|${AGENCY})\\p{Script=Han}{0,8}?(?:综合|专|特)?电${BREAK}`,
      `(?!本报)${NEWSPAPER}(?:综合)?讯${BREAK}`,
    ].join('|') +
    '))',
  'u',
);

/** The dateline that a text opens with, null where it has none. */
export const findDateline = (text: string): string | null => DATELINE.exec(text)?.[1] ?? null;

/** On what an issue date rests, in parts of sentences: they stand behind 日期依据：, joined by joinEvidence. */

/** Printed words and the 1-based lines of the page's file that hold them. */
type Place = { lines: readonly number[]; words: string };

const SHOWN_LINES = 4;
const SHOWN_CHARACTERS = 40;

/** 第143、150行“2023年2月10日” */
function formatPlace({ lines, words }: Place): string {
  const shown = `${lines.slice(0, SHOWN_LINES).join('、')}${lines.length > SHOWN_LINES ? '等' : ''}`;
  const characters = [...words];
  const cut = characters.length > SHOWN_CHARACTERS;
  return `第${shown}行“${characters.slice(0, SHOWN_CHARACTERS).join('')}${cut ? '…' : ''}”`;
}

export const labelEvidence = (evidence: string) => `日期依据：${evidence}`;
export const joinEvidence = (parts: readonly string[]) => parts.join('；');

export const dayInName = (words: string) => `文件名“${words}”`;
export const dayInSource = (words: string) => `出处“${words}”`;
export const dayInMasthead = (place: Place, weekdayAgrees: boolean) =>
  `${formatPlace(place)}是报头${weekdayAgrees ? '，星期相符' : ''}`;
export const otherDayInMasthead = (place: Place) => `但${formatPlace(place)}是报头，日期不同`;
export const wrongWeekday = (place: Place, weekday: string) =>
  `${formatPlace(place)}与日历不符（那天是星期${weekday}），不作依据`;
export const mastheadsDisagree = (places: readonly Place[]) =>
  `报头的日期不止一个（${places.map(formatPlace).join('、')}），不作依据`;
export const yearFromWeekday = (place: Place, year: Place) =>
  `${formatPlace(place)}，年份据${formatPlace(year)}，星期相符`;

export const dayUnderNotice = (place: Place) => `落款${formatPlace(place)}`;
export const dayCalledToday = (place: Place) => `${formatPlace(place)}指出版当天`;
export const notDayOfIssue = (place: Place) => `落款${formatPlace(place)}不能说明是哪一天出版`;
export const latestReport = (place: Place) => `最晚的消息日期是${formatPlace(place)}`;
export const notBefore = (day: string, place: Place, year: Place | null) =>
  `不早于 ${day}（${formatPlace(place)}${year === null ? '' : `，年份据${formatPlace(year)}`}）`;
export const yearUnknown = (place: Place) => `${latestReport(place)}，版面上没有可靠的年份`;

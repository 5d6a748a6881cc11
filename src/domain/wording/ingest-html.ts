import { formatNewspaper } from './coverage.js';
import { formatDay } from './day.js';

type Issue = { newspaper: string | null; date: string | null; page: string | null };

const describeIssue = ({ newspaper, date, page }: Issue): string =>
  [newspaper && formatNewspaper(newspaper), date && formatDay(date), page && `第${page}版`]
    .filter(Boolean)
    .join('');

/** Said of an index whose articles' files are missing. */
export const onlyIndex = (path: string, issue: Issue, articles: number) =>
  `“${path}”是${describeIssue(issue) || '一个版面'}的目录，列出 ${articles} 篇稿件，自身没有正文；同一文件夹里没有这些稿件的文件，没有入库。请把稿件的文件和它放在一起入库。`;

const VARIANTS = {
  'founder-index': '方正数字报的版面目录',
  'founder-paper': '方正数字报的稿件页',
  'founder-site': '方正系统网站的稿件页',
  'people-data': '人民日报图文数据库的稿件页',
  'several-articles': '一页几篇稿件的网页',
  plain: '一般网页',
};

const PLACES = {
  properties: '页末注释里的数据',
  mark: '页面里的标记',
  heading: '页面的文字',
  line: '页面上的版次行',
  index: '同一文件夹的版面目录',
  meta: '网页的元数据',
  title: '网页标题',
  name: '文件名',
};

export type FactPlace = keyof typeof PLACES;
export type VariantName = keyof typeof VARIANTS;

/** 日期依据：… */
export const dayOnPage = (place: FactPlace) => PLACES[place];

export const explainVariant = (variant: VariantName) => `页面种类：${VARIANTS[variant]}`;

/** 标题据网页标题，日期据文件名; what is not known, or was given, is left out. */
export const explainPlaces = (places: readonly { fact: string; place: FactPlace }[]) =>
  places.map(({ fact, place }) => `${fact}据${PLACES[place]}`).join('，');

export const factNames = {
  newspaper: '报纸',
  date: '日期',
  page: '版次',
  headline: '标题',
  byline: '署名',
};

/** 正文 3 段 512 字，图片说明 2 段 */
export const explainBody = (paragraphs: number, characters: number, captions: number) =>
  `正文 ${paragraphs} 段 ${characters} 字${captions ? `，图片说明 ${captions} 段，排在正文之后` : ''}`;

import { UsageError } from '../../../src/domain/errors.js';
import * as wording from '../../../src/domain/wording/ingest-records.js';

/** What a record can say of its article, in the words of the JSON Lines contract. */
export const FIELDS = [
  'id',
  'newspaper',
  'date',
  'page',
  'column',
  'kicker',
  'headline',
  'subheadline',
  'byline',
  'text',
] as const;
export type Field = (typeof FIELDS)[number];

/** What → the name that the records of a file have for it. */
export type FieldNames = { readonly [field in Field]?: string };

/** Names that dumps are known to use, the surest first; letter case, spaces, _ and - do not count. */
const ALIASES: { readonly [field in Field]: string } = {
  id: 'id articleid itemid newsid contentid sourceid docid uuid guid 编号 稿件编号 文章编号',
  newspaper: 'newspaper newspapername papername paper 报纸 报纸名称 报名 报刊 报刊名称 所属报纸',
  date:
    'date issuedate publishdate publisheddate publicationdate pubdate publishtime publishedtime publishedat pubtime ' +
    'releasedate releasetime datetime time 日期 出版日期 发布日期 刊发日期 发表日期 见报日期 报纸日期 发布时间 出版时间 发表时间 时间',
  page: 'page pageno pagenum pagenumber banci 版次 版面 版号 版面号 版 页码 所在版面',
  column: 'column columnname 专栏 栏目 栏目名称 专栏名称',
  kicker: 'kicker introtitle pretitle 引题 肩题 眉题',
  headline:
    'headline title articletitle newstitle maintitle 标题 文章标题 新闻标题 主标题 稿件标题 题目 题名 篇名',
  subheadline: 'subheadline subtitle 副题 副标题 子标题',
  byline: 'byline author authors reporter reporters writer 作者 署名 记者 文章作者 撰稿 通讯员',
  text:
    'text content body articlebody fulltext contenttext articlecontent newscontent articletext 正文 内容 全文 文章正文 文章内容 ' +
    '新闻内容 新闻正文 正文内容 文本 原文',
};
/** Tell of the paper only where nothing surer does: they name an agency or a site as often. */
export const SOURCE_NAMES = 'source media origin 来源 媒体 出处 文章来源 新闻来源'.split(' ');
/** Hold a part of the text, where the whole is not there. */
export const ABSTRACT_NAMES =
  'abstract summary excerpt description digest 摘要 简介 内容摘要 文章摘要 导语'.split(' ');
/** Their people are reporters. */
export const REPORTER_NAMES = 'reporter reporters 记者'.split(' ');

const aliases = new Map(FIELDS.map((field) => [field, ALIASES[field].split(' ')]));

export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.：:]/gu, '');

/** The names of a field, the one that was given for it alone where there is one; folded. */
export const namesOf = (field: Field, given: FieldNames): readonly string[] =>
  given[field] === undefined ? (aliases.get(field) ?? []) : [foldName(given[field])];

/** Whether a folded name is known to stand for something of an article. */
export const isFieldName = (name: string): boolean =>
  SOURCE_NAMES.includes(name) || [...aliases.values()].some((names) => names.includes(name));

/**
 * NAME=FIELD of the command line, NAME being one of FIELDS or a usual name of one: title=文章标题.
 * @throws UsageError for what is neither.
 */
export function parseFieldNames(given: readonly string[]): FieldNames {
  const names: { [field in Field]?: string } = {};
  for (const pair of given) {
    const [, left = '', right = ''] = /^([^=]+)=(.+)$/su.exec(pair) ?? [];
    const field = FIELDS.find((one) => aliases.get(one)?.includes(foldName(left)));
    if (!field || !right.trim()) throw new UsageError(wording.wrongMapping(pair, FIELDS));
    names[field] = right.trim();
  }
  return names;
}

import { findTimes } from '../text/find-times.js';
import { cutNewspaper } from './cut-newspaper.js';
import { EVENT } from './follow-up-topic.js';

/** How often something was printed: about what, and in which newspaper where one is named. */
export type CountQuestion = { about: string; newspaper: string | null };

const OPENING =
  /^(?:请问|想知道|查一下|报纸上?|报上|你们|本报|贵报|该报|档案(?:库)?(?:里|中)?|这里|一共|总共|都|曾经?|有没有|对于?|[，,、\s])+/u;
const ALL = '(?:一共|总共|共|都|曾经?|已经?|被|先后|[，,\\s])*';
const PIECE = '(?:报道|报导|新闻|文章|稿件|稿子|消息)';
const PRINTED = `${ALL}(?:报道|报导|刊登|刊发|登载|登报|见报|登)[过了]*`;
const TIMES = '(?:多少|几)(?:次|回|篇|条|遍)';
const ABOUT = '(?:关于|有关|涉及|提到|讲到?|写到?|报道)';

/** Only the whole question counts: 报道了多少起事故 asks for a number in an article. The thing is group 1. */
const FORMS: readonly RegExp[] = [
  `(.+?)${PRINTED}${TIMES}(?:${PIECE})?`,
  `${PRINTED}${TIMES}${ABOUT}?(.+?)(?:的(?:相关|有关)?${PIECE})?`,
  `${ALL}有?(?:多少|几)[篇条]${ABOUT}(.+?)的?(?:相关|有关)?${PIECE}`,
  `${ALL}有?(?:多少|几)[篇条]${PIECE}${ABOUT}[过了]?(.+?)`,
  `${ABOUT}?(.+?)的?${ALL}有过?(?:多少|几)[篇条](?:相关|有关)?的?${PIECE}`,
  `${ABOUT}?(.+?)的?(?:相关|有关)?(?:报道|报导|稿件)${ALL}(?:有?(?:多少|几)[篇条次](?:${PIECE})?|有?多少)`,
  `(.+?)(?:的?(?:报道|见报|被报道)的?次数)(?:是|有)?(?:多少)?`,
  `(.+?)${ALL}上[过了]?(?:多少|几)[次回](?:报纸?|新闻|头条|头版)`,
  `(.+?)(?:${ALL}被|在?(?:报纸|报上|档案)[上里中]?)(?:提到|提及|写到|出现)[过了]*${TIMES}`,
].map((form) => new RegExp(`^${form}$`, 'u'));
const ENDING = /[呢啊呀]?[？?。！!\s]*$/u;
/** These name no thing that articles could be about; what asks itself wants something else counted. */
const NO_THING = /^(?:媒体|记者|报纸|报社|大家|我们|新闻|文章|.{0,8}(?:网|社|台))$/u;
const ASKS = /什么|哪|谁|多少|几|怎|如何/u;

/** 阳曲县民生实事报道了几次, 有多少篇关于石渡大桥的报道 → what is counted; null for every other question. */
export function parseCountQuestion(
  text: string,
  newspapers: readonly string[],
  askedOn: string,
): CountQuestion | null {
  const { newspaper, rest } = cutNewspaper(text, newspapers);
  const timeless = findTimes(rest, askedOn)
    .filter(({ text: name }) => !EVENT.test(name))
    .reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), rest);
  const bare = timeless.replace(ENDING, '').replace(OPENING, '').replace(/\s+/gu, ' ');
  for (const form of FORMS) {
    const about = form.exec(bare)?.[1]?.replace(/^[的在]+|[的，,\s]+$/gu, '');
    if (about && about.length > 1 && !NO_THING.test(about) && !ASKS.test(about)) return { about, newspaper };
  }
  return null;
}

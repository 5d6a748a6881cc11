import { findTimes } from '../text/find-times.js';

/** Of what the course is asked, and whether only its newest turn is. */
export type TimelineQuestion = { about: string; newestOnly: boolean };

const HOW = '(?:如何|怎么样|怎样|咋样|是什么|是怎样的|是怎么样的|是啥|有哪些|到哪(?:一步|里|儿)了?)?';
const FORMS: readonly RegExp[] = [
  '(?:现在|目前|最近|近期)?有(?:什么|啥|哪些|何|没有)(?:最新|新|重要|重大|后续)*的?(?:进展|动态)',
  `(?:最新|目前|近期|最近|现在|当前|后续|整体|具体|推进|建设|工程|施工|的|有)*(?:进展|进度)(?:情况)?${HOW}`,
  '(?:现在|目前|后来|如今|最近)+(?:又|是|都)?(?:怎么样|怎样|咋样|如何)',
  '(?:修|建|推进|完成|办理?|改造|进行|建设|施工)得(?:怎么样|怎样|咋样|如何)',
  `(?:的)*最新(?:情况|消息|动态)${HOW}`,
  `(?:的)*(?:来龙去脉|时间线|始末|前因后果|(?:发展|建设|改造|变化)的?(?:过程|历程|经过|脉络)|(?:事情|事件|事故|全部|整个|详细|具体)*的?(?:经过|历程))${HOW}`,
  '(?:前后|先后|一路|都)+(?:发生|经历)[过了]*(?:些?什么|哪些)(?:事情?|阶段|过程)?',
  '(?:是)?(?:怎么|怎样|如何)一步步(?:走到今天|发展|建成|推进)?的?',
].map((form) => new RegExp(`${form}[了呢啊吗的]*[？?。！!\\s]*$`, 'u'));
const OPENING = /^(?:请问|请|帮我|梳理|说说|讲讲|介绍|列出|回顾|按时间(?:顺序|先后)?|一下|关于|[，,\s])+/u;
const NEWEST = /最新|后来|如今|目前|现在|当前|近期|最近|新进展/u;
/** What asks something else already, or only wants what was achieved. */
const ASKS = /什么|哪|谁|多少|几[个次]|怎|如何|取得|提到|以下|下列|同一|推动|性$/u;
/** Days; what happened within so short a time has no course of its own. */
const SHORT = 31;

/** 石渡大桥的进展如何, 事情的来龙去脉 → of what; null for every other question, also for what happened on one day. */
export function parseTimelineQuestion(text: string, askedOn: string): TimelineQuestion | null {
  for (const form of FORMS) {
    const found = form.exec(text);
    if (!found) continue;
    const about = text
      .slice(0, found.index)
      .replace(OPENING, '')
      .replace(/[的，,\s]+$/u, '');
    if (about.length < 2 || ASKS.test(about) || isOfShortTime(about, askedOn)) return null;
    return { about, newestOnly: NEWEST.test(found[0]) };
  }
  return null;
}

const isOfShortTime = (text: string, askedOn: string): boolean =>
  findTimes(text, askedOn).some(({ from, to }) => (Date.parse(to) - Date.parse(from)) / 86_400_000 < SHORT);

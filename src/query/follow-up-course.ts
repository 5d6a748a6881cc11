import { findTopic } from './follow-up-topic.js';
import { join } from './follow-up-words.js';

const COURSE =
  /^(?:那么?)?(?:它|其)?的?(?:最新|目前|后来的?|后续)?的?(?:进展|进度|经过|来龙去脉|始末|时间线|动态)(?:情况)?(?:如何|怎么样|怎样|是什么)?[呢啊吗]*[？?。！!\s]*$/u;

/** 最新进展呢, 来龙去脉 → of what was asked about before; null for any other question. */
export function completeCourse(question: string, before: string, today: string): string | null {
  const asked = question.trim();
  if (!COURSE.test(asked)) return null;
  const topic = findTopic(before, today);
  return topic
    ? join(topic, asked.replace(/^(?:那么?)?(?:它|其)?的?/u, '').replace(/呢(?=[？?。！!\s]*$)/u, ''))
    : null;
}

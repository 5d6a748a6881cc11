import type { Query } from '../../domain/query.js';
import { findPeople } from '../../text/find-people.js';
import { GROUP } from '../../text/values/value-patterns.js';

const ASKS_WHO = /谁|哪(?:一|几|两)?位|何人|什么人|哪些(?:人|领导|嘉宾|代表|委员|专家|学者|演员|选手|球员)/u;
/** Who plays against whom is a team, and teams are called by anything: 雄鹿, 浙江绿城. */
const ASKS_RIVAL =
  /[战击险力完大]胜|击败|打败|输|[负败]于|不敌|淘汰|对手|交手|对[阵战决]|比赛|[决首]赛|[首每]轮|冠军|亚军|夺冠/u;
/** Whoever is told by what he is or does: 警方, 发言人, 消费者, 未成年人, 中国. */
const ROLE =
  '[警官军校院资厂店商我中美俄日韩英法德乌双各]方|(?:发言|负责|当事|创始|主持|候选|成年|老年|残疾|嫌疑|申请|经办|法定代表|责任|合伙|继承|监护|联系)人|人[员士们]|首[相长]|总[统理裁监]|外长|领导|嘉宾|选手|球员|演员|队[友员]|团队|[\\p{Script=Han}]者|[\\p{Script=Han}]家(?![庭里])|[居村市农牧渔网公股选国]民|群众|学[生者]|教[师授练]|老师|医[生护]|职工|员工|干部|党员|代表|委员|志愿|家[长属]|客户|业主|患者|企业|单位|部门|社区|方面|媒体|警察|法院|检察院|银行|国家|中[国央]|美国|[省市县区]委|政府|人大|政协|公司|集团|[男女]子|母亲|父亲|妻子|丈夫|儿子|女儿|孩子|儿童|青年';
const SOMEBODY = new RegExp(`${GROUP}|${ROLE}`, 'u');

/** Whether a sentence can say who did or was something; anything can where the question asks for nobody. */
export function createSomebodyCheck({ text }: Query): (sentence: string, hasValue: boolean) => boolean {
  if (!ASKS_WHO.test(text) || ASKS_RIVAL.test(text)) return () => true;
  return (sentence, hasValue) => hasValue || SOMEBODY.test(sentence) || findPeople(sentence).length > 0;
}

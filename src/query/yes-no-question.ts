const ASKS_WHETHER =
  /是否|有没有|是不是|会不会|能不能|可不可以|有无|[^什怎这那多要]么[？?]?$|吗[？?。\s]*$|(?:了|过)没有?[？?。\s]*$/u;
/** Asks something else as well, or compares happenings, or wants a service of the program. */
const ASKS_MORE =
  /什么|哪|谁|多少|几[个项件天年月日人次条家名所]|怎么|怎样|如何|为何|何时|何地|还是|一样|相同|一致|同一|同[年月日]|更[早晚]|先后|相差|分别|都[在是]|以下|下列|帮我|可以告诉|能告诉/u;

/** 石渡大桥通车了吗, 是否…: a question that one sentence decides. */
export const isYesNoQuestion = (text: string): boolean => ASKS_WHETHER.test(text) && !ASKS_MORE.test(text);

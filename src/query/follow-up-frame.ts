/** A question without the words that only tie it to the one before. */
export type Frame = {
  core: string;
  /** It opens as what leans on something said before (那…, 换成…). */
  isLed: boolean;
  /** …呢: asks the same of something else. */
  isSame: boolean;
};

const OPENING =
  /^(?:请问一?下?|麻烦问一?下|想问一?下|我?想(?:知道|问|了解)(?:一下)?|对了|嗯|哦|好的?)[，,、\s]*/u;
const LEAD =
  /^(?:不对[，,。！\s]*(?:我?(?:问|说)的?)?是?|不是[^，,。]{1,10}[，,]?(?:而?是|我(?:是)?[问说]的?是)|我(?:是)?[问说]的?是|还有(?![谁哪什多几吗没啥])|以及|换成|换到|换|改成|改为|改问|再(?:看|查|问|说)一?[看查下]?|只看|如果是|要是|那如果是|另外)[，,\s]*/u;
/** 那里, 那个, 那年, 那天 point at a thing. */
const THEN =
  /^那(?:么|换成|如果是)?(?![里儿边个些座条次场位篇项件所家种时年天届支部批样名首本起]|是什么时候|是谁)[，,\s]*/u;
const SAME =
  /(?:的话)?(?:的?呢|(?:又|也)?(?:怎么样|如何|怎样)(?:了|呢)?|也是吗|也一样吗|的情况)?[？?。！!~～…\s]*$/u;
const MARKS = /[？?。！!~～…\s]+$/u;

/** 那晋源区呢？ → 晋源区, led and of the same. */
export function parseFrame(question: string): Frame {
  const whole = question.trim().replace(OPENING, '').replace(MARKS, '');
  const then = whole.replace(THEN, '');
  const led = then.replace(LEAD, '');
  const core = led.replace(SAME, '').trim();
  return { core, isLed: led !== whole, isSame: core !== led };
}

/** 请问…, 帮我查一下…, 说说…: nothing of it belongs to what is asked. */
export function dropOpening(question: string): string {
  return question
    .trim()
    .replace(/^(?:你好|您好|早上好|晚上好|下午好)[，,。！!\s]*/u, '')
    .replace(OPENING, '')
    .replace(
      /^(?:请|麻烦)?(?:你|您)?(?:帮我|给我)?(?:详细|再|简单)?(?:查|找|看|说|讲|谈|介绍)(?:一下|[查找看说讲谈])(?:关于)?/u,
      '',
    )
    .trim();
}

const CHAT =
  /^(?:你|您|咱|hi|hello|hey|ok|早上好|早安|早$|晚安|晚上好|下午好|中午好|谢|多谢|感谢|再见|拜拜|在吗|在不在|好的?[吧呀啊]?$|行$|嗯|哦|哈|嘿|喂|知道了|明白了?|收到|没事|没有了|不用|算了|是吗|真的|对吗|对$|不对$|可以吗|好吗|行吗|不是吧|测试|帮助|怎么用|几点了|(?:今天|现在)是?(?:几|星期|周几|什么日子))/iu;

/** Greetings, thanks, talk with the program itself: leans on nothing and nothing leans on it. */
export const isChat = (text: string): boolean => CHAT.test(text.trim());

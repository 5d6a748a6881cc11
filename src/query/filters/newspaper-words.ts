/** Sticky patterns over folded text: what stands around a newspaper's name where it is the source that is wanted. */

/** Between the name and what follows it. */
export const FILLER = /[的在于,\s]*/uy;
const ADVERBS = '(?:都|是|曾经?|还|有没有|有无|是否|可曾|最近|近来|近期|又|也|共|一共|连续|重点|详细)*';
const MANNER = '(?:怎么|怎样|如何|什么时候|何时|哪天|哪一天|几号)?';
const SUBJECT = '(?:对于?|就|给|为|把)[^,。?!]{1,24}?';
const PUBLISHES =
  '(?:报道|报导|刊登|刊载|刊发|刊出|登载|登出|登(?=[了过的])|发表|提到|提及|披露|介绍|说(?=[了过的])|写(?=[了过的])|(?<=[么样何])(?:看|说|写|评论|评价))(?:了|过|的)?';
/** 怎么报道, 对…是如何报道的, 登了: the verb, with how and when, is group 1. */
export const REPORTS = new RegExp(
  `的?(?:${ADVERBS}${MANNER}${SUBJECT})?(${ADVERBS}${MANNER}${PUBLISHES})`,
  'uy',
);

/** 太原日报上, not 太原日报上市. */
export const ON_IT =
  /(?:上面?(?!市|海|级|涨|调|线|交|访|班|榜|缴|诉|映|岗|任|台|司)|里面?(?!程)|中(?=的|有|关于|提|,))(?:的|有)?/uy;

const PIECE =
  '(?:报道|报导|文章|消息|新闻|稿件|稿子|评论|社论|通讯|特写|照片|图片|说法)(?!员|社|记者|大赛|奖|部|中心|客户端|网|地址|热线|线索|稿?费|发言|摄影)';
const QUALITY = '(?:头条|相关|有关|最新|最近|近期|独家|那篇|这篇|一篇|哪些|什么|多少)?的?';
/** 的报道, 关于…的文章, 有哪些…消息: the noun is group 1. */
export const ITS_PIECES = new RegExp(
  `(?:的?(?:[那这一几]篇)?(?:关于|有关|对于?|针对|就)[^,。?!]{1,24}?的|(?:的|上|里)?有(?:没有|哪些|什么|多少|几篇|关于)?[^,。?!]{0,16}?|的)${QUALITY}(${PIECE})`,
  'uy',
);

/** 第4版, 头版, A04版: the page is group 1. */
export const PAGE =
  /(?:上的?)?第?(头|[a-z]?\d{1,3}|[一二三四五六七八九十]{1,3})版(?!本|权|图|画|税|块|次|式)(?:上|的|里)*/uy;

/** What is asked about the newspaper itself, behind its name or a time. */
export const ABOUT =
  /[的是起]*(?:社|报社|报业|集团|总编|主编|副总编|编辑|编委|社长|创刊|创办|创立|停刊|复刊|休刊|改版|扩版|更名|改名|发行|订阅|订报|订价|征订|定价|售价|价格|地址|电话|邮箱|招|获|荣|被|成立|搬|办公|投稿|稿费|广告|印|销|记者|员工|职工|读者|多少钱|谁|什么报|在哪|由谁|属于|主办|主管|主编|出版|总共|多少版|几个版|担任|工作|任职|上班|为什么|历史|前身|性质|级别|官网|客户端|公众号|放假|休息)/uy;

/** Compares what the newspaper wrote with something else, which may stand in another one. */
export const COMPARES =
  /同一[年月日天周个]|哪一?[个件][^,。?!]{0,10}(?:[先早晚更最]|前面|后面)|谁先|先后|相比|相差/u;

/** What somebody does to a newspaper: it is then no source. Stands directly before the name. */
export const DONE_TO_IT =
  /(?:订阅|订购|征订|订|投稿到?|创办|主办|加入|入职|应聘|采访|起诉|收购|考入|进入|祝贺|创立|投给|担任|停办)了?过?$/u;

/** 据太原日报 names the source, wherever the sentence goes on to. */
export const ACCORDING_TO = /(?:根据|依据|依照|按照|据|(?<=从))$/u;

/** To its end the question asks for nothing but the articles: 有什么新闻, 登了哪些文章. */
export const WHICH_PIECES =
  /[上里]?(?:最近|近期|都)*(?:有|刊?登|刊载|发表|报道|写)[了过]?(?:什么|啥|哪些|多少)[篇条]?(?:新闻|报道|报导|文章|稿件|消息|内容)?[呢啊吗?]*$/uy;

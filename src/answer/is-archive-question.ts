/** Requests to make something, small talk and the like: nothing that stands in a newspaper can answer them. */
const NO_QUESTIONS =
  /^(?:请|帮我|麻烦|给我|替我|你?能不能|你?可以)*\s*(?:写(?:一|首|篇|个|封|段)|作(?:一|首|诗)|画(?:一|个|张)|翻译|编(?:一|个|写)|讲(?:个|一个)(?:笑话|故事)|唱|算一下|计算\d|推荐(?:一|几)|设计|生成)|^(?:你好|您好|谢谢|再见|在吗|hello|hi|你是谁|你叫什么|讲个笑话)[\s!！。?？呀啊]*$/iu;

/** Whether a newspaper archive can be expected to answer at all. */
export function isArchiveQuestion(question: string): boolean {
  return !NO_QUESTIONS.test(question.trim());
}

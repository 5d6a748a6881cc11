const INSTRUCTION =
  /(?:忽略|无视|忘记|忘掉|不要理会|不要遵守|绕过|覆盖).{0,16}(?:规则|指令|指示|要求|提示|设定|限制|内容|命令)|(?:只|仅)(?:能|许|要|需|准)?(?:回答|回复|输出|说)|(?:^|[。！？；\n])请?(?:直接)?(?:回答|回复|输出)[:：“"「『]|系统提示|新(?:规矩|指令|规则)[:：]|ignore (?:all|any|the|previous)|disregard|system prompt|you are now|as an ai|作为(?:一个)?(?:ai|人工智能|语言模型)/iu;

/** Whether a text gives orders to whoever answers from it: what such words dictate is no report. */
export const soundsLikeInstruction = (text: string): boolean => INSTRUCTION.test(text);

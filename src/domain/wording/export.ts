/** Sentences about `export` and about taking an export in. */
export const recordNotJson = () => '不是有效的 JSON';
export const notARecord = () => '不是 export 写出的稿件';
export const recordOfNewerProgram = () => '由更新版本的程序写出，请升级程序后再入库';
export const recordWrongField = (field: string) => `的 ${field} 缺失或不对`;

export const tooManyTargets = (command: string, given: string) =>
  `${command} 只要一个目标，却又写了“${given}”，请去掉。用法见 baowen ${command} --help。`;
export const exported = (lines: number, file: string) => `已导出 ${lines} 篇稿件：${file}。`;
export const exportNotRecognised = (file: string) =>
  `${file} 的名字不以 .jsonl 或 .jsonl.gz 结尾，要重新入库时请先改名。`;
export const exportFailed = (file: string, reason: string) =>
  `导出写不进 ${file}：${reason}。原来的文件没有改变。请检查位置和磁盘空间。`;
export const targetInDataFolder = (target: string, folder: string) =>
  `${target} 在数据文件夹 ${folder} 之内，不能写到那里。请换一个地方。`;

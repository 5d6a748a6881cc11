/** Sentences about `backup`. */
export const missingTarget = () => 'backup 缺少目标，请写上要存放备份的文件夹。用法见 baowen backup --help。';

export const nothingToBackUp = (folder: string) => `数据文件夹 ${folder} 里还没有档案，没有可以备份的。`;

export const backupInside = (target: string, folder: string) =>
  `${target} 在数据文件夹 ${folder} 之内，备份要放在它的外面。请换一个地方。`;

export const backupNotEmpty = (target: string) =>
  `${target} 已经有内容，备份不会覆盖它。请写一个新的或空的文件夹。`;

export const backupFailed = (target: string, code: string) =>
  `备份写不进 ${target}（${code}），没有留下残缺的备份。请检查那里的权限和磁盘空间。`;

export const backupDamaged = (message: string) =>
  `备份没有通过检查，已经丢弃：${message} 请运行 doctor 检查原来的数据文件夹和目标磁盘。`;

export const backupOfDamaged = (name: string, message: string) =>
  `备份与数据文件夹一致，但数据本身有问题：${name}：${message}请运行 doctor。`;

export const backedUp = (files: number, megabytes: string, target: string) =>
  `已备份 ${files} 个文件，共 ${megabytes} MB，逐一核对无误：${target}。恢复时用 --data ${target}，或把它复制成数据文件夹。`;

export const formatCopied = (what: string, done: number, total: number) =>
  `复制 ${what} ${(done / 1e6).toFixed(1)}/${(total / 1e6).toFixed(1)} MB`;

/** The help texts of the terminal program. A command or option without its text here does not compile. */
export const optionTexts = {
  'asked-on': ['--asked-on 日期', '提问的日子，“今年”“昨天”从它算起；不写就是北京时间的今天'],
  newspaper: ['--newspaper 报名', '只查这种报纸'],
  from: ['--from 日期', '只查这一天及以后的报纸'],
  to: ['--to 日期', '只查这一天及以前的报纸'],
  place: ['--place 地名', '只查文中提到这个地方的稿件，它下面的区县乡镇也算'],
  reporter: ['--reporter 姓名', '只查署有这个名字的稿件，记者、通讯员、摄影、作者都算'],
  column: ['--column 专栏', '只查这个专栏里的稿件，写专栏名的一部分也行'],
  limit: ['--limit N', '最多给出几段，1 到 1000；不写就是 10'],
  batch: ['--batch 文件', '逐行读 JSON Lines 并逐行写出，- 表示标准输入'],
  json: ['--json', '写出 JSON，给程序读'],
  date: ['--date 日期', '出版日期，写成 YYYY-MM-DD'],
  page: ['--page 版次', '只查这一版'],
  encoding: ['--encoding 编码', '文件的文字编码，如 utf-8、gbk、big5、utf-16；不写就逐个文件辨认'],
  map: ['--map 项目=字段', 'JSON 或 CSV 里某个字段是什么，如 headline=文章标题；可以写几次'],
  explain: ['--explain', '写出结果是怎样得来的：版面怎样拆成稿件，片段怎样计分'],
  'dry-run': ['--dry-run', '只试一遍，什么也不写入'],
  're-embed': ['--re-embed', '丢掉全部向量，用现在设置的模型重做'],
  prune: ['--prune', '文件夹里已经没有的文件，它们的稿件也从档案里清除'],
  watch: ['--watch', '入库后不退出，文件夹里再有新的或改动的文件，写完就入库'],
  'no-wait': ['--no-wait', '别的程序正在写入时不等它，立刻退出'],
  'min-right': ['--min-right X', '答对的比例低于 X（0 到 1）时退出码是 1'],
  fix: ['--fix', '先重建能重建的：索引、片段、损坏的数据库里还能读的部分'],
  file: ['--file 路径', '移除这个文件（或这个文件夹的文件）里的全部稿件'],
  data: ['--data 文件夹', '数据文件夹；不写就用 DATA_DIR，再不然是 ./data'],
  help: ['--help, -h', '显示这份说明'],
} as const;

export type OptionName = keyof typeof optionTexts;

export type CommandText = {
  summary: string;
  usages: string[];
  examples: string[];
  /** Where an option means something else than elsewhere, or is also written otherwise. */
  options?: { [Name in OptionName]?: string | readonly [form: string, meaning: string] };
  more?: string;
};

const FILTER_MORE = '日期写成 YYYY-MM-DD。';

const REMOVE_MORE = `移除前不再询问；原来的文件不动。几个文件里都有的稿件：移除其中一个文件时留下，按编号或按期移除时从各个文件一并移除。
按编号或按期移除的稿件，只要它的文件没有改动、里面还有别的稿件，再入库也不会回来；移除的文件再入库就回来。`;

const MIGRATE_MORE = `STORE 写的是哪一个都可以；源档案只读不改。中断了再运行一次就接着搬，目标里已有的文件不再写。
向量照搬，不重新计算；两边的向量模型不同就什么也不写。目标里路径相同而内容不同的文件换成源里的，源里没有的文件照旧。
搬完逐一核对文件、稿件、片段和向量，给出全部稿件的校验值；有不同，退出码是 1。
机器人的数据一直在数据文件夹里，不搬。最好先停下机器人，搬完改了 STORE 再启动，否则搬来的稿件会当成新到的告诉关注的人。`;

const EVAL_MORE = `不写问题文件就用自带的 sample/questions.json。
问题文件是 JSON 数组或 JSON Lines，一个问题形如
  {"id":"1","kind":"number","asked_on":"2023-02-12","question":"…","must":[["8个","八个"]],"cite":"…"}
must 每组至少有一种说法要出现在回答里，cite 要出现在引用的稿件里；kind 是 none 的，档案里没有答案，应当拒答。
还可以有 note_year、history，和检索应当找到的 gold（稿件编号、来源编号或文件）或 pages（文件）。`;

export const commandTexts = {
  start: {
    summary: '档案里还没有稿件时先把自带的样例入库，再开始对话',
    usages: ['start [选项]'],
    examples: ['start', 'start < questions.txt'],
    more: '标准输入不是终端时，逐行回答，答完退出。',
  },
  ingest: {
    summary: '把报纸文件入库',
    usages: ['ingest 路径… [选项]', 'ingest --re-embed [选项]'],
    options: {
      newspaper: '报纸的名称，胜过文件名和报头；稿件自己写明的照旧',
      date: '出版日期，同上',
      page: '版次，同上',
    },
    examples: [
      'ingest 报纸/2023-02-10',
      'ingest 04.txt --newspaper 太原日报 --date 2023-02-10 --page 4',
      'ingest 报纸 --watch',
    ],
    more: '支持 .txt 版面或稿件、.html 网页、.md、.json、.jsonl、.csv、.tsv、.docx、.pdf，它们的 .gz，以及装着它们的 .zip；文件夹会逐层查看。没有变化的文件不会重做。\n文件夹里不见了的文件只会说一声，稿件留着，--prune 才清除。',
  },
  ask: {
    summary: '问一个问题，得到逐句有出处的回答',
    usages: ['ask "问题" [选项]', 'ask --batch 文件 [选项]'],
    examples: [
      'ask "阳曲县今年民生实事有哪些" --asked-on 2023-02-12',
      'ask --batch questions.jsonl > answers.jsonl',
    ],
    more: `${FILTER_MORE}\n成批的一行形如 {"id":"1","question":"…","askedOn":"2023-02-12"}，\n还可以有 from、to、newspaper、place、page、reporter、column、history。`,
  },
  search: {
    summary: '按相关程度列出原文片段',
    usages: ['search "词语" [选项]', 'search --batch 文件 [选项]'],
    examples: ['search "供水管网" --newspaper 太原日报 --limit 5'],
    more: FILTER_MORE,
  },
  repl: {
    summary: '在终端里一问一答',
    usages: ['repl [选项]'],
    examples: ['repl', 'repl --asked-on 2023-02-12'],
    more: '进去以后输入 /help 看可用的命令。标准输入不是终端时，逐行回答，答完退出。',
  },
  bot: {
    summary: '运行 Telegram 机器人',
    usages: ['bot [选项]', 'bot approve 配对码', 'bot feedback'],
    examples: ['bot', 'bot approve ABCD2345', 'bot feedback > feedback.jsonl'],
    more: '令牌写在 .env 的 TELEGRAM_BOT_TOKEN。bot approve 让拿着配对码的人可以使用；bot feedback 逐行列出读者对回答的评价（JSON），不含姓名。',
  },
  list: {
    summary: '列出档案里的稿件',
    usages: ['list [选项]'],
    examples: ['list --newspaper 太原日报 --from 2023-02-01 --to 2023-02-28', 'list --json'],
    more: FILTER_MORE,
  },
  show: {
    summary: '显示整篇稿件',
    usages: ['show 稿件编号… [选项]'],
    examples: ['show a1b2c3d4e5f6'],
    more: '稿件编号见 list、search --json 或 ask --json。',
  },
  remove: {
    summary: '从档案里移除稿件、文件或一期报纸',
    usages: [
      'remove 稿件编号… [选项]',
      'remove --file 路径 [选项]',
      'remove --newspaper 报名 --date 日期 [选项]',
    ],
    examples: ['remove a1b2c3d4e5f6', 'remove --newspaper 太原日报 --date 2023-02-10'],
    options: {
      newspaper: '这一期的报纸名称',
      date: '这一期的日期',
      'dry-run': '只列出会移除哪些稿件，什么也不移除',
    },
    more: REMOVE_MORE,
  },
  export: {
    summary: '把稿件导出成 JSON Lines，以后可以原样入库',
    usages: ['export [文件] [选项]'],
    examples: ['export 全部.jsonl.gz', 'export --newspaper 太原日报 --from 2023-02-01 > 太原日报.jsonl'],
    more: `不写文件就写到标准输出；文件名以 .gz 结尾就压缩。一行是一篇稿件，字段同 list --json；在两个文件里的稿件写两行。
用 ingest 入库，稿件编号、次序和所在的文件都照旧，向量重新计算。
${FILTER_MORE}`,
  },
  backup: {
    summary: '把数据文件夹备份到另一个文件夹，机器人和入库不用停',
    usages: ['backup 文件夹 [选项]'],
    examples: ['backup /备份/2023-02-10', 'list --data /备份/2023-02-10'],
    more: `目标应是新的或空的文件夹。备份有稿件、向量、机器人的数据和发给它的文件，不含向量模型；写完逐一核对，
backup.json 记下每个文件的校验值。恢复时用 --data 指向备份，或把它复制成数据文件夹。`,
  },
  migrate: {
    summary: '把整个档案从数据文件夹搬到 Weaviate，或搬回来',
    usages: ['migrate --to weaviate [选项]', 'migrate --to local [选项]'],
    options: {
      to: ['--to 去处', 'weaviate 是 WEAVIATE_URL 等指定的服务器，local 是数据文件夹；从另一个搬来'],
    },
    examples: ['migrate --to weaviate', 'migrate --to local --data /档案/新的'],
    more: MIGRATE_MORE,
  },
  doctor: {
    summary: '检查数据、索引、模型、网络和令牌，说明哪里不好、怎样修',
    usages: ['doctor [选项]'],
    examples: ['doctor', 'doctor --fix'],
    more: '有一项坏了，退出码就是 1。--fix 不改动也不删除损坏的文件，只把它们移到数据文件夹的 damaged-… 里。',
  },
  eval: {
    summary: '用带答案的问题给检索和回答打分',
    usages: ['eval [问题文件…] [选项]'],
    options: {
      limit: '只用前 N 个问题，1 到 1000；不写就是全部',
      data: '数据文件夹；问题文件和它都不写，就把自带的样例入库到临时文件夹来评',
    },
    examples: ['eval', 'eval questions.json --min-right 0.85', 'eval questions.jsonl --json > score.json'],
    more: EVAL_MORE,
  },
} satisfies Record<string, CommandText>;

export type CommandName = keyof typeof commandTexts;

export const programTexts = {
  summary: '报问：向报纸档案提问，每句回答都引自原文。',
  usage: 'npm run --silent baowen -- 子命令 [选项]    下面简写成 baowen 子命令 [选项]',
  more: '退出码：0 完成（包括没有找到），1 失败，2 用法不对。\n每个子命令的用法：baowen 子命令 --help',
};

export const headings = { usage: '用法：', commands: '子命令：', options: '选项：', examples: '例子：' };

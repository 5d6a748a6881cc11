// @ts-check
/** What the development server's commands say; each failure is one sentence. */
export const HELP = `开发和测试用的 Weaviate 服务器：只在本机，从 Go 源码编译一次，以后直接启动。

  npm run weaviate -- build                    找到服务器程序；没有就用 go install 编译（约五分钟，需要 Go 和网络）
  npm run weaviate -- start [选项]             启动节点，等它们就绪，打印两行 .env 设置
  npm run weaviate -- status [--folder DIR]    每个节点是否就绪；全部就绪时退出码为 0，否则为 1
  npm run weaviate -- stop [--folder DIR]      停止这个文件夹里的节点；数据保留

start 的选项：
  --nodes 1|3        节点数，默认 1，或这个文件夹原来有几个。已经在运行的节点不动，只启动停了的
  --folder DIR       数据、日志（node1.log …）和进程号（nodes.json）所在，默认 ./scratch/weaviate
  --port 8090        第一个节点的 REST 端口；其余端口跟着它：REST 起 3 个，+10 起 gRPC，+20 至 +25 和 +30 至 +35 节点之间
  --key SECRET       要求 API key（.env 里的 WEAVIATE_API_KEY）；不给则谁都可以用
  --env NAME=VALUE   传给服务器的其他设置，可以重复，例如 --env GOMEMLIMIT=4GiB
  --foreground       留在前台，按 Ctrl-C 停止所有节点；否则节点在后台继续运行

服务器程序依次在这里找：环境变量 WEAVIATE_SERVER；缓存文件夹（XDG_CACHE_HOME，默认 ~/.cache）里的 baowen/weaviate-版本/。
REST 只听 127.0.0.1；gRPC 和节点之间的端口 Weaviate 总是听所有网卡，不可信的网络里请用防火墙挡住。
退出码：0 完成，1 失败，2 用法不对，3 没有安装 Go。`;

export const say = {
  usage: (/** @type {string} */ what) => `${what}。用法见 npm run weaviate -- --help。`,
  unknownCommand: (/** @type {string} */ name) => (name ? `没有 ${name} 这个命令` : '没有说要做什么'),
  wrongNodes: (/** @type {string} */ value) => `--nodes 只能是 1 或 3，不能是 ${value}`,
  wrongPort: (/** @type {string} */ value) => `--port 只能是 1024 到 65000 的整数，不能是 ${value}`,
  wrongSetting: (/** @type {string} */ value) => `--env 要写成 NAME=VALUE，不能是 ${value}`,
  givenServerMissing: (/** @type {string} */ path) =>
    `WEAVIATE_SERVER 指的 ${path} 不是可以执行的文件，请改正，或去掉这个变量。`,
  serverMissing: () => '没有 Weaviate 服务器程序，请先运行 npm run weaviate -- build。',
  building: (/** @type {string} */ version) => `正在编译 Weaviate ${version}，约需五分钟……`,
  goMissing: () =>
    '没有找到 Go，不能编译 Weaviate 服务器：请安装 Go，或用 WEAVIATE_SERVER 指出已有的服务器程序。',
  buildFailed: (/** @type {string} */ version) => `Weaviate ${version} 没有编译成功，原因见上面 go 的输出。`,
  buildTooLong: (/** @type {number} */ minutes) => `编译 Weaviate 超过 ${minutes} 分钟，已经停止。`,
  notACluster: (/** @type {string} */ file) => `${file} 读不懂，请删除它所在的文件夹后重新启动。`,
  noCluster: (/** @type {string} */ folder) => `${folder} 里没有启动过 Weaviate。`,
  otherNodes: (/** @type {string} */ folder, /** @type {number} */ held, /** @type {number} */ asked) =>
    `${folder} 里是 ${held} 个节点的数据，不能作为 ${asked} 个节点启动：请去掉 --nodes，或用 --folder 另选文件夹。`,
  otherPort: (/** @type {string} */ folder, /** @type {number} */ held) =>
    `${folder} 里的节点从端口 ${held} 开始，不能改：请去掉 --port，或用 --folder 另选文件夹。`,
  otherKey: () => '还有节点用另一个 API key（或不用 key）在运行：请先 npm run weaviate -- stop。',
  keyRefused: (/** @type {string} */ url) => `${url} 不接受这个 API key。`,
  portTaken: (/** @type {number} */ port) => `端口 ${port} 被别的程序占用，请用 --port 换一个。`,
  nodeDied: (/** @type {string} */ name, /** @type {string} */ log, /** @type {string} */ last) =>
    `节点 ${name} 停了，${log} 的最后一行：${last || '（空）'}`,
  notReady: (/** @type {string} */ name, /** @type {number} */ seconds, /** @type {string} */ log) =>
    `节点 ${name} 在 ${seconds} 秒内没有就绪，请看 ${log}。`,
  notHealthy: (/** @type {number} */ count, /** @type {number} */ seconds) =>
    `${count} 个节点在 ${seconds} 秒内没有全部互相看到。`,
  started: (/** @type {readonly string[]} */ names, /** @type {number} */ seconds) =>
    names.length ? `启动了 ${names.join('、')}，用了 ${seconds.toFixed(1)} 秒。` : '所有节点已经在运行。',
  foreground: () => '按 Ctrl-C 停止。',
  stopped: (/** @type {readonly string[]} */ names) =>
    names.length ? `停止了 ${names.join('、')}。` : '没有节点在运行。',
  killed: (/** @type {readonly string[]} */ names, /** @type {number} */ seconds) =>
    `${names.join('、')} 在 ${seconds} 秒内没有自己停下，已经强行结束。`,
  state: (
    /** @type {string} */ name,
    /** @type {string} */ url,
    /** @type {'ready' | 'starting' | 'down'} */ state,
  ) => `${name}  ${url}  ${{ ready: '就绪', starting: '在运行，没有就绪', down: '没有运行' }[state]}`,
};

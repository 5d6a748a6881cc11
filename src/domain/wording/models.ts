/** Sentences about the embedding model and the language model. Addresses come without secrets in them. */

// The local embedding model. These are parts of the sentence that `modelNotObtained` makes.
export const wrongContent = (name: string, bytes: number, expected: number) =>
  `${name} 的内容不对（${bytes > expected ? '超过' : `收到 ${bytes} 字节，应为`} ${expected} 字节且校验和相符），没有采用`;

export const hubAnswered = (status: number) => `服务器回答 ${status}`;

export const hubSilent = () => '等不到数据';

export const hubFailed = (hub: string, cause: string) => `从 ${hub} 下载不成（${cause}）`;

export const mavenMissing = () => '本机没有 mvn 命令';

export const mavenFailed = (cause: string) => `用 mvn 获取不成（${cause}）`;

export const noModelInFolder = (folder: string) =>
  `EMBEDDING_MODEL_DIR 指的文件夹 ${folder} 里没有 model_quantized.onnx 和 tokenizer.json`;

export const wrongModelFile = (path: string) =>
  `文件 ${path} 不是本程序用的向量模型（校验和不符），没有采用：请删掉它，或换成 bge-small-zh-v1.5 的 int8 版`;

export const unreadableModelFile = (path: string, code: string) => `读不了向量模型的文件 ${path}（${code}）`;

export const modelNotObtained = (tried: readonly string[]) =>
  `取不到向量模型：${tried.join('；')}。可以把 model_quantized.onnx 和 tokenizer.json 放进一个文件夹并设 EMBEDDING_MODEL_DIR，` +
  '或设 HF_ENDPOINT 为能连上的镜像，或装好 mvn；不要向量检索就设 EMBEDDINGS=none。';

export const modelNotLoaded = (path: string, cause: string) =>
  `向量模型的文件 ${path} 加载不了（${cause}）。请重新 npm ci；仍不行就设 EMBEDDINGS=none，只按字词检索。`;

export const embeddingThreadEnded = (cause: string) =>
  `计算向量的线程意外结束（${cause}）。请再运行一次：已算好的向量都在，会接着算。`;

export const embedderClosed = () => '向量模型已经关闭，不能再用。';

export const onlyWords = (why: string) => `${why.replace(/[。；]?$/, '。')}现在只按字词检索。`;

export const embeddingsOff = () => 'EMBEDDINGS=none：只按字词检索。';

export const folderPassedOver = (folder: string) => `${noModelInFolder(folder)}，改用了另外取来的模型。`;

// Vectors from an endpoint.
export const badVector = (
  fault: 'shape' | 'length' | 'number' | 'zero',
  length?: number,
  dimension?: number | null,
) => {
  switch (fault) {
    case 'shape':
      return '向量模型返回的不是向量。请检查 OPENAI_EMBEDDING_BASE_URL 和 OPENAI_EMBEDDING_MODEL。';
    case 'length':
      return `向量模型返回的向量有 ${length} 维${dimension ? `，应为 ${dimension} 维` : ''}。请检查 OPENAI_EMBEDDING_MODEL 有没有换过。`;
    case 'number':
      return '向量模型返回的向量里有不是数的值，没有采用。请检查向量模型的服务。';
    case 'zero':
      return '向量模型返回了长度为零的向量，没有采用。请检查向量模型的服务。';
  }
};

export const badVectorCount = (expected: number) =>
  `向量模型没有为 ${expected} 段文字各返回一个向量，没有采用。请检查向量模型的服务。`;

// Endpoints that speak the OpenAI protocol.
type EndpointRole = 'chat' | 'embedding';

const ROLES = {
  chat: { name: '语言模型', key: 'OPENAI_API_KEY', url: 'OPENAI_BASE_URL', model: 'OPENAI_MODEL' },
  embedding: {
    name: '向量模型',
    key: 'OPENAI_API_KEY',
    url: 'OPENAI_EMBEDDING_BASE_URL',
    model: 'OPENAI_EMBEDDING_MODEL',
  },
};

export type EndpointFault =
  | { kind: 'unauthorized' }
  | { kind: 'unsendable-key' }
  | { kind: 'forbidden' }
  | { kind: 'not-found' }
  | { kind: 'redirected'; status: number }
  | { kind: 'too-long' }
  | { kind: 'busy' }
  | { kind: 'server'; status: number }
  | { kind: 'rejected'; status: number | null; said: string }
  | { kind: 'unreachable'; code: string | null }
  | { kind: 'timeout' }
  | { kind: 'aborted' }
  | { kind: 'garbage' };

/** One sentence: whose fault, at which address, and how to mend it. */
export const endpointFailed = (role: EndpointRole, address: string, model: string, fault: EndpointFault) => {
  const { name, key, url, model: setting } = ROLES[role];
  const who = `${name} ${model}（${address}）`;
  switch (fault.kind) {
    case 'unauthorized':
      return `${who}不认密钥。请检查 ${key}。`;
    case 'unsendable-key':
      return `${key} 里有密钥不会有的字符（汉字、全角字符或换行），没有发出请求。请检查 .env 或环境变量。`;
    case 'forbidden':
      return `${who}不许用这个密钥访问。请检查 ${key} 的权限和额度。`;
    case 'not-found':
      return `${address} 上没有${name} ${model}。请检查 ${setting} 和 ${url}。`;
    case 'redirected':
      return `${who}把请求转到别的地址（${fault.status}），为免密钥外泄没有跟去。请把 ${url} 改成最终的地址。`;
    case 'too-long':
      return `${who}的回答没完没了，没有再读。请换一个模型（${setting}）或检查 ${url}。`;
    case 'busy':
      return `${who}说请求太多或额度用完了。请过一会儿再试，或检查额度。`;
    case 'server':
      return `${who}出了故障（${fault.status}）。请过一会儿再试。`;
    case 'rejected':
      return `${who}不接受请求（${[fault.status, fault.said].filter(Boolean).join('：')}）。请检查 ${setting} 和 ${url}。`;
    case 'unreachable':
      return `连不上${who}（${fault.code ?? '连接断开'}）。请检查网络和 ${url}。`;
    case 'timeout':
      return `${who}太久没有回答，不再等了。请过一会儿再试，或检查 ${url}。`;
    case 'aborted':
      return `对${who}的请求已中止。`;
    case 'garbage':
      return `${who}的回答不合 OpenAI 接口的格式。请检查 ${url} 是不是 OpenAI 兼容接口的地址（通常以 /v1 结尾）。`;
  }
};

// doctor
export const embeddingCheckName = () => '向量模型';

export const modelPresent = (folder: string) => `bge-small-zh-v1.5 已在 ${folder}。`;

export const modelToBeFetched = (from: string) => `bge-small-zh-v1.5 还没有取来，下次入库时会从 ${from} 取。`;

export const modelOutOfReach = (hub: string) =>
  `bge-small-zh-v1.5 还没有取来，${hub} 连不上，本机也没有 mvn：只能按字词检索。`;

export const modelOutOfReachMend = () =>
  '把 model_quantized.onnx 和 tokenizer.json 放进一个文件夹并设 EMBEDDING_MODEL_DIR，或设 HF_ENDPOINT 为能连上的镜像；只要字词检索就设 EMBEDDINGS=none。';

export const modelDamagedMend = () => '删掉这个文件；下次入库时会重新取来。';

export const modelFolderMend = () => '检查 EMBEDDING_MODEL_DIR。';

export const embeddingEndpointAnswers = (model: string, address: string, dimension: number) =>
  `${model}（${address}）有回答，${dimension} 维。`;

export const embeddingEndpointMend = () =>
  '检查 OPENAI_EMBEDDING_BASE_URL、OPENAI_EMBEDDING_MODEL、OPENAI_API_KEY；或设 EMBEDDINGS=local。';

export const chatCheckName = () => '语言模型';

export const chatOff = () => '没有设 OPENAI_API_KEY：不用语言模型，直接摘录原文作答。';

export const chatAnswers = (model: string, address: string) => `${model}（${address}）有回答。`;

export const chatMend = () =>
  '检查 OPENAI_BASE_URL、OPENAI_MODEL、OPENAI_API_KEY；在此之前直接摘录原文作答。';

export const promptUnreadable = (path: string) => `读不了提示词文件 ${path}。请恢复它，或重新取一份程序。`;

// What the language model reads besides prompts/answer.md.
type PassageFacts = {
  newspaper: string | null;
  issueDate: string | null;
  page: string | null;
  headline: string | null;
  text: string;
};

export const passageForModel = (fence: string, number: number, passage: PassageFacts) =>
  [
    `${fence} 资料 ${number}`,
    `报纸：${onOneLine(passage.newspaper)}`,
    `日期：${onOneLine(passage.issueDate)}`,
    `版面：${onOneLine(passage.page)}`,
    `标题：${onOneLine(passage.headline)}`,
    '正文：',
    passage.text,
    `${fence} 资料 ${number} 完`,
  ].join('\n');

const onOneLine = (fact: string | null) => fact?.replace(/\s+/g, ' ') ?? '不详';

export const dateRangeForModel = (range: { from: string; to: string } | null) =>
  range ? `${range.from} 至 ${range.to}` : '不限';

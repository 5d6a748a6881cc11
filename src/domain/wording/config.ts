/** Sentences about settings. A URL's value is never repeated: it may hold a password or a token. */
export const wrongChoice = (name: string, value: string, allowed: readonly string[]) =>
  `设置 ${name} 的值是“${value}”，只能是：${allowed.join('、')}。请修改 .env 或环境变量。`;

export const wrongUrl = (name: string) =>
  `设置 ${name} 不是有效的网址，应以 http:// 或 https:// 开头。请修改 .env 或环境变量。`;

export const wrongNumber = (name: string, value: string, most: number) =>
  `设置 ${name} 的值是“${value}”，应是 1 到 ${most} 之间的整数。请修改 .env 或环境变量。`;

export const wrongUserId = (name: string, value: string) =>
  `设置 ${name} 里的“${value}”不是 Telegram 用户编号，应是用逗号分开的数字。请修改 .env 或环境变量。`;

export const webhookSecret = () =>
  '设置了 TELEGRAM_WEBHOOK_URL，就必须设置 TELEGRAM_WEBHOOK_SECRET：1 到 256 个字母、数字、下划线或连字符。';

export const unequalUrls = (urls: number, grpcUrls: number) =>
  `WEAVIATE_URL 有 ${urls} 个网址，WEAVIATE_GRPC_URL 有 ${grpcUrls} 个，应当一样多、次序相同。请修改 .env 或环境变量。`;

export const wrongPrefix = (name: string, value: string) =>
  `设置 ${name} 的值是“${value}”，应以大写拉丁字母开头，只含字母、数字和下划线。请修改 .env 或环境变量。`;

export const moreThanUrl = (name: string) =>
  `设置 ${name} 里的网址只能有主机、端口和路径，不能带用户名、密码或 ?、# 后面的内容；密钥写在 WEAVIATE_API_KEY 里。请修改 .env 或环境变量。`;

export const wrongKey = (name: string) =>
  `设置 ${name} 里有密钥不会有的字符：空格、汉字或全角符号。请修改 .env 或环境变量。`;

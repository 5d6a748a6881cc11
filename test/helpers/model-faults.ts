import { gzipSync } from 'node:zlib';
import type { ChatReply } from './openai-server.js';

export const KEY = 'sk-secret-key-of-the-test';
const QUOTE = '总投资1.5亿元，全长32公里';
export const GOOD = '公路总投资1.5亿元。';

export const line = (text: string, quote: unknown = QUOTE, passage: unknown = 1) =>
  `${JSON.stringify({ text, passage, quote })}\n`;
const event = (delta: object) =>
  `data: ${JSON.stringify({ id: '1', object: 'chat.completion.chunk', created: 0, model: 'm', choices: [{ index: 0, delta, finish_reason: null }] })}\n\n`;
const good = event({ content: line(GOOD) });
const retryAfter = (value: string) => ({ status: 429, headers: { 'retry-after': value } });
const later = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

/** What a person gets: the extracts, the checked sentences so far, or the whole answer of the model. */
type Outcome = 'extracts' | 'so far' | 'model';

/** A fault by its name, what the server does at each call, what the person gets, and words of the one note. */
export const MODEL_FAULTS: readonly [string, (call: number) => ChatReply, Outcome, RegExp][] = [
  ['连接被重置', () => 'reset', 'extracts', /连不上.*检查网络/],
  ['401', () => ({ status: 401, message: `bad key ${KEY}` }), 'extracts', /不认密钥.*OPENAI_API_KEY/],
  ['403', () => ({ status: 403, message: KEY }), 'extracts', /权限和额度/],
  ['404（模型或路径不对）', () => ({ status: 404 }), 'extracts', /检查 OPENAI_MODEL 和 OPENAI_BASE_URL/],
  [
    '400',
    () => ({ status: 400, message: `see https://evil.example/${KEY} <b>x</b>` }),
    'extracts',
    /不接受请求/,
  ],
  ['429，无 Retry-After', () => ({ status: 429 }), 'extracts', /请求太多/],
  [
    '429，Retry-After 短，第二次成功',
    (call) => (call ? { pieces: [line(GOOD)] } : retryAfter('0.05')),
    'model',
    /1句均已/,
  ],
  ['429，Retry-After 短，仍忙', () => retryAfter('0.05'), 'extracts', /请求太多/],
  ['429，Retry-After 长', () => retryAfter('3600'), 'extracts', /请求太多/],
  [
    '429，Retry-After 为过去的日期',
    (call) => (call ? { pieces: [line(GOOD)] } : retryAfter(later(-5))),
    'model',
    /1句均已/,
  ],
  ['429，Retry-After 为将来的日期', () => retryAfter(later(600)), 'extracts', /请求太多/],
  ['500', () => ({ status: 500, message: KEY }), 'extracts', /出了故障（500）/],
  [
    '502，HTML',
    () => ({
      status: 502,
      body: ['<html><h1>Bad Gateway</h1></html>'],
      headers: { 'content-type': 'text/html' },
    }),
    'extracts',
    /出了故障（502）/,
  ],
  ['503，第二次成功', (call) => (call ? { pieces: [line(GOOD)] } : { status: 503 }), 'model', /1句均已/],
  ['不回应', () => 'hang', 'extracts', /太久没有回答/],
  ['只回应头部', () => 'hang after headers', 'extracts', /太久没有回答/],
  [
    '流到一半不动，首句前',
    () => ({ pieces: [line(GOOD).slice(0, 20)], end: 'hang' }),
    'extracts',
    /太久没有回答/,
  ],
  ['流到一半不动，首句后', () => ({ pieces: [line(GOOD), '{"te'], end: 'hang' }), 'so far', /没有答完.*太久/],
  ['流被切断，首句前', () => ({ pieces: [line(GOOD).slice(0, 20)], end: 'cut' }), 'extracts', /连不上/],
  ['流被切断，首句后', () => ({ pieces: [line(GOOD), '{"te'], end: 'cut' }), 'so far', /没有答完.*连不上/],
  ['流里报错，首句前', () => ({ pieces: [], end: 'error' }), 'extracts', /不接受请求（overloaded）/],
  ['流里报错，首句后', () => ({ pieces: [line(GOOD)], end: 'error' }), 'so far', /没有答完.*overloaded/],
  ['半行 JSON 后结束', () => ({ pieces: [line(GOOD).slice(0, 30)] }), 'extracts', /没有按规定的格式/],
  ['乱码', () => ({ body: [Buffer.from([0xff, 0xfe, 0, 1, 2, 0xc0, 0x80, 10, 10])] }), 'extracts', /格式/],
  ['200，空', () => ({ body: [] }), 'extracts', /不合 OpenAI 接口的格式/],
  [
    '200，一次给全的 JSON',
    () => ({ raw: JSON.stringify({ choices: [{ message: { content: line(GOOD) } }] }) }),
    'extracts',
    /格式/,
  ],
  ['200，HTML', () => ({ raw: '<html>login</html>', contentType: 'text/html' }), 'extracts', /格式/],
  ['text 不是字符串', () => ({ pieces: ['{"text": 5, "passage": 1, "quote": "x"}\n'] }), 'extracts', /格式/],
  ['资料号不存在', () => ({ pieces: [line(GOOD, QUOTE, 99)] }), 'extracts', /核对不上/],
  [
    '没有引文',
    () => ({ pieces: ['{"text": "公路总投资1.5亿元。", "passage": 1}\n'] }),
    'extracts',
    /核对不上/,
  ],
  ['引文套了一层', () => ({ pieces: [line(GOOD, { quote: QUOTE })] }), 'extracts', /核对不上/],
  [
    '整个套了一层',
    () => ({ pieces: [`{"answer": {"text": "${GOOD}", "passage": 1, "quote": "${QUOTE}"}}`] }),
    'extracts',
    /格式/,
  ],
  ['拒答的话', () => ({ pieces: ['很抱歉，我无法回答这个问题。'] }), 'extracts', /没有按规定的格式/],
  ['refusal 片段', () => ({ pieces: [{ refusal: 'no' }] }), 'extracts', /没有按规定的格式/],
  ['说没有找到', () => ({ pieces: ['{"found": false}'] }), 'extracts', /没有从资料中找到/],
  [
    '没有答到所问',
    () => ({ pieces: [line('公路通车。', '青沙县新修的两条公路通车')] }),
    'extracts',
    /没有答到所问/,
  ],
  ['代码框', () => ({ pieces: ['```json\n', line(GOOD), '```'] }), 'model', /1句均已/],
  [
    '<think> 段',
    () => ({ pieces: ['<think>', line('公路总投资9亿元。'), '</think>\n', line(GOOD)] }),
    'model',
    /1句均已/,
  ],
  [
    'reasoning_content 片段',
    () => ({ pieces: [{ reasoning_content: '想一想' }, line(GOOD)] }),
    'model',
    /1句均已/,
  ],
  [
    '只有 reasoning_content',
    () => ({ pieces: [{ reasoning_content: '想一想' }] }),
    'extracts',
    /没有按规定的格式/,
  ],
  [
    '工具调用',
    () => ({
      pieces: [
        { tool_calls: [{ index: 0, id: 'a', type: 'function', function: { name: 'rm', arguments: '{}' } }] },
      ],
    }),
    'extracts',
    /没有按规定的格式/,
  ],
  [
    '一字节一字节地来',
    () => ({ body: [...good].map((one) => Buffer.from(one)), every: 100 }),
    'extracts',
    /太久没有回答/,
  ],
  ['每个字一片', () => ({ pieces: [...line(GOOD)] }), 'model', /1句均已/],
  ['10 MB 的一行', () => ({ body: Array(160).fill('很'.repeat(22_000)) }), 'extracts', /没完没了/],
  [
    // Which of the two bounds ends it depends on how busy the machine is.
    '没完没了的事件',
    () => ({ body: Array(20_000).fill(event({ content: '很好'.repeat(200) })) }),
    'extracts',
    /没有按规定的格式|太久没有回答/,
  ],
  [
    '没完没了的思考',
    () => ({ body: Array(400).fill(event({ reasoning_content: '想'.repeat(20_000) })) }),
    'extracts',
    /没完没了|太久没有回答/,
  ],
  [
    '转到别的主机',
    () => ({ status: 307, body: [''], headers: { location: 'http://127.0.0.1:9/v1/chat/completions' } }),
    'extracts',
    /转到别的地址（307）/,
  ],
  [
    'gzip',
    () => ({ body: [gzipSync(`${good}data: [DONE]\n\n`)], headers: { 'content-encoding': 'gzip' } }),
    'model',
    /1句均已/,
  ],
  [
    '说是 gzip，其实不是',
    () => ({ body: ['not gzip at all'], headers: { 'content-encoding': 'gzip' } }),
    'extracts',
    /连不上|格式/,
  ],
];

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Chat, InlineKeyboardMarkup, User, UserFromGetMe } from 'grammy/types';
import { parseTelegramHtml, TelegramHtmlError } from './telegram-html.js';

/** What goes wrong with the next call of a method. */
export type Fault =
  /** `retryAfter` null: a server that does not say how long. */
  | { kind: 'too-many-requests'; retryAfter: number | null }
  | { kind: 'bad-gateway' }
  /** What stands in front of the server answers for it, in HTML. */
  | { kind: 'gateway-page' }
  | { kind: 'markup-refused' }
  | { kind: 'blocked' }
  | { kind: 'topic-deleted' }
  | { kind: 'became-supergroup'; id: number }
  | { kind: 'drop-before-delivery' }
  | { kind: 'drop-after-delivery' };

export type Reply = { status: number; body: Record<string, unknown> | string };
export type Payload = Record<string, unknown>;

export const TOKEN = '123456:TEST-secret-token-of-the-bot';
export const BOT: User & { username: string } = {
  id: 123456,
  is_bot: true,
  first_name: '报问',
  username: 'baowen_bot',
};

/** An answer with ok: false. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
    readonly parameters?: Record<string, number>,
  ) {
    super(description);
  }
}

export function getMe(): UserFromGetMe {
  return {
    ...BOT,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: true,
  } as UserFromGetMe;
}

export function chatOf(id: number): Chat.PrivateChat {
  return { id, type: 'private', first_name: '读者' };
}

/** The text that is shown, as the real server parses and measures it. */
export function readText(payload: Payload): string {
  const raw = String(payload.text ?? '');
  const text = (payload.parse_mode === 'HTML' ? parseHtml(raw) : raw).trim();
  if (text === '') throw new Refusal(400, 'Bad Request: message text is empty');
  if (text.length > 4_096) throw new Refusal(400, 'Bad Request: message is too long');
  return text;
}

function parseHtml(html: string): string {
  try {
    return parseTelegramHtml(html).text;
  } catch (error) {
    if (error instanceof TelegramHtmlError) throw new Refusal(400, error.message);
    throw error;
  }
}

export function checkKeyboard(payload: Payload): void {
  const keyboard = payload.reply_markup as InlineKeyboardMarkup | undefined;
  for (const button of keyboard?.inline_keyboard.flat() ?? []) {
    const bytes = 'callback_data' in button ? Buffer.byteLength(button.callback_data) : 1;
    if (bytes < 1 || bytes > 64) throw new Refusal(400, 'Bad Request: BUTTON_DATA_INVALID');
  }
}

export function refuseFor(fault: Exclude<Fault, { kind: `drop-${string}` }>): Reply {
  switch (fault.kind) {
    case 'too-many-requests':
      if (fault.retryAfter === null) return refuse(429, 'Too Many Requests');
      return refuse(429, `Too Many Requests: retry after ${fault.retryAfter}`, {
        retry_after: fault.retryAfter,
      });
    case 'bad-gateway':
      return refuse(502, 'Bad Gateway');
    case 'gateway-page':
      return { status: 502, body: '<html><body><h1>502 Bad Gateway</h1></body></html>' };
    case 'markup-refused':
      return refuse(400, 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0');
    case 'topic-deleted':
      return refuse(400, 'Bad Request: message thread not found');
    case 'became-supergroup':
      return refuse(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: fault.id,
      });
    case 'blocked':
      return refuse(403, 'Forbidden: bot was blocked by the user');
  }
}

export function refuse(code: number, description: string, parameters?: Record<string, number>): Reply {
  return {
    status: code,
    body: { ok: false, error_code: code, description, ...(parameters && { parameters }) },
  };
}

export async function readPayload(request: IncomingMessage): Promise<Payload> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : (JSON.parse(text) as Payload);
}

export function send(response: ServerResponse, { status, body }: Reply): void {
  const [type, text] =
    typeof body === 'string' ? ['text/html', body] : ['application/json', JSON.stringify(body)];
  response.writeHead(status, { 'content-type': type }).end(text);
}

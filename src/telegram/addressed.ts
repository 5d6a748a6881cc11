import type { Message } from 'grammy/types';

/** What a message wants of the bot. */
export type Addressed =
  | { kind: 'question'; text: string }
  | { kind: 'command'; command: string; argument: string }
  | { kind: 'unknown-command'; command: string }
  /** A picture, a voice message…: nothing to read. */
  | { kind: 'unreadable' };

type Me = { id: number; username: string };

/**
 * What the message asks, or null when it does not speak to the bot: in groups only commands, mentions and
 * replies do. Reads the text itself: Telegram marks no mention or command that is glued to Chinese characters
 * (`/ask阳曲县`, `问@bot`).
 */
export function parseAddressed(message: Message, me: Me, commands: ReadonlySet<string>): Addressed | null {
  const isPrivate = message.chat.type === 'private';
  if (!isSpoken(message, me, isPrivate)) return null;
  const text = readText(message);
  if (text === '') return isPrivate && isContent(message) ? { kind: 'unreadable' } : null;
  const words = withoutMention(text, me);
  const mentioned = words !== text;
  const written = readCommand(text, me) ?? readCommand(words, me);
  if (written !== null)
    return pointAtReply(toCommand(written, commands, isPrivate || mentioned), message, me);
  if (isPrivate || mentioned || isReplyToMe(message, me))
    return pointAtReply({ kind: 'question', text: words }, message, me);
  return null;
}

/**
 * Whether somebody says it to whoever reads it here. Bots that answer each other never end; what was found inline in this
 * bot's name, a forwarded message in a group and a channel's post in its discussion are read by people.
 */
function isSpoken(message: Message, me: Me, isPrivate: boolean): boolean {
  const { from, sender_chat, via_bot, forward_origin, is_automatic_forward } = message;
  if (via_bot?.id === me.id || is_automatic_forward === true) return false;
  if (forward_origin !== undefined && !isPrivate) return false;
  return from?.is_bot !== true || sender_chat !== undefined;
}

/** A mention or /ask alone under somebody's message asks what stands there, or the part of it that is quoted. */
function pointAtReply(addressed: Addressed | null, message: Message, me: Me): Addressed | null {
  const { reply_to_message: replied, quote } = message;
  if (addressed === null || replied === undefined || replied.from?.id === me.id) return addressed;
  const there = () => quote?.text.trim() ?? withoutMention(readText(replied), me);
  if (addressed.kind === 'question' && addressed.text === '') return { ...addressed, text: there() };
  if (addressed.kind === 'command' && addressed.command === 'ask' && addressed.argument === '')
    return { ...addressed, argument: there() };
  return addressed;
}

/** Signs that nobody sees and that copied texts bring along. */
const UNSEEN = /[\u200b\u2060\ufeff]/g;

/** What is written in it; a Chinese keyboard types the signs of commands and mentions in full width. */
function readText({ text, caption }: Pick<Message, 'text' | 'caption'>): string {
  return (text ?? caption ?? '')
    .replace(UNSEEN, '')
    .trim()
    .replace(/^／(?=[A-Za-z])/, '/')
    .replace(/＠(?=[A-Za-z])/g, '@');
}

/** @name, not the beginning of a longer name; Chinese may be glued to it with its number (`@bot2023年…`, `@bot3月…`). */
function namePattern({ username }: Me): string {
  return `@${username}(?=[^A-Za-z0-9_]|$|\\d{4}[./-]|\\d{1,4}\\p{Script=Han})`;
}

/** The name where it is not part of an address. */
function mentionPattern(me: Me): RegExp {
  return new RegExp(`(?<![A-Za-z0-9_@])${namePattern(me)}`, 'giu');
}

/** What is said besides: @bot，问 → 问 */
function withoutMention(text: string, me: Me): string {
  const words = text.replace(mentionPattern(me), ' ').trim();
  return words === text ? text : words.replace(/^[，,：:、]\s*/, '');
}

type WrittenCommand = { name: string; argument: string; forAnother: boolean };

function readCommand(text: string, me: Me): WrittenCommand | null {
  const parts = /^\/([A-Za-z][A-Za-z0-9_]*)([\s\S]*)$/.exec(text);
  if (parts === null) return null;
  const [, name = '', rest = ''] = parts;
  const addressee = /^@[A-Za-z0-9_]+/.exec(rest);
  if (addressee === null) return { name, argument: rest.trim(), forAnother: false };
  const ours = new RegExp(`^${namePattern(me)}`, 'iu').exec(rest);
  const argument = rest.slice(ours?.[0].length ?? 0).trim();
  return { name, argument, forAnother: ours === null };
}

/** In a group an unknown command is another bot's business. */
function toCommand(
  { name, argument, forAnother }: WrittenCommand,
  commands: ReadonlySet<string>,
  toMe: boolean,
): Addressed | null {
  if (forAnother) return null;
  const command = name.toLowerCase();
  if (commands.has(command)) return { kind: 'command', command, argument };
  const glued = splitGluedDigits(command, commands);
  if (glued !== null) return { ...glued, argument: `${glued.argument}${argument}` };
  return toMe ? { kind: 'unknown-command', command } : null;
}

/** `/asof2023-02-12`, `/ask2023年…`: the digits belong to the argument. */
function splitGluedDigits(command: string, commands: ReadonlySet<string>) {
  const parts = /^([a-z]+)(\d.*)$/.exec(command);
  const name = parts?.[1] ?? '';
  return commands.has(name) ? { kind: 'command' as const, command: name, argument: parts?.[2] ?? '' } : null;
}

/** In a topic every message counts as a reply to the message that opened it. */
function isReplyToMe({ reply_to_message: replied }: Message, me: Me): boolean {
  return replied?.from?.id === me.id && replied.forum_topic_created === undefined;
}

const CONTENT = [
  'animation',
  'audio',
  'checklist',
  'contact',
  'dice',
  'document',
  'game',
  'live_photo',
  'location',
  'paid_media',
  'photo',
  'poll',
  'rich_message',
  'sticker',
  'story',
  'venue',
  'video',
  'video_note',
  'voice',
] as const satisfies readonly (keyof Message)[];

/** Not a service message (a picture of the chat changed, something pinned…). */
function isContent(message: Message): boolean {
  return CONTENT.some((name) => message[name] !== undefined);
}

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
  const text = (message.text ?? message.caption ?? '').trim();
  if (text === '') return isPrivate && isContent(message) ? { kind: 'unreadable' } : null;
  const words = text.replace(mentionPattern(me), ' ').trim();
  const mentioned = words !== text;
  const written = readCommand(text, me) ?? readCommand(words, me);
  if (written !== null) return toCommand(written, commands, isPrivate || mentioned);
  if (isPrivate || mentioned || isReplyToMe(message, me)) return { kind: 'question', text: words };
  return null;
}

/** @name, not the beginning of a longer name; a year may be glued to it (`@bot2023年…`). */
function namePattern({ username }: Me): string {
  return `@${username}(?=[^A-Za-z0-9_]|$|\\d{4}[年./-])`;
}

/** The name where it is not part of an address. */
function mentionPattern(me: Me): RegExp {
  return new RegExp(`(?<![A-Za-z0-9_@])${namePattern(me)}`, 'gi');
}

type WrittenCommand = { name: string; argument: string; forAnother: boolean };

function readCommand(text: string, me: Me): WrittenCommand | null {
  const parts = /^\/([A-Za-z][A-Za-z0-9_]*)([\s\S]*)$/.exec(text);
  if (parts === null) return null;
  const [, name = '', rest = ''] = parts;
  const addressee = /^@[A-Za-z0-9_]+/.exec(rest);
  if (addressee === null) return { name, argument: rest.trim(), forAnother: false };
  const ours = new RegExp(`^${namePattern(me)}`, 'i').exec(rest);
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
  'contact',
  'dice',
  'document',
  'location',
  'photo',
  'poll',
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

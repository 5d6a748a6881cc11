import type { Document, Message } from 'grammy/types';
import type { Addressed } from '../addressed.js';
import { isAdmin } from '../admission.js';
import type { Turn } from '../turn.js';

/** A file that is to be taken in, and what was written to it. */
export type SentFile = { document: Document; caption: string; byCommand: boolean };

/**
 * The file that an admin sends in private, with the caption /ingest, another one or none; or the file that an /ingest
 * replies to. null: the message is something else.
 */
export function findUpload(turn: Turn, addressed: Addressed, message: Message): SentFile | null {
  if (!turn.place.isPrivate || !isAdmin(turn.sender?.id, turn.parts)) return null;
  const byCommand = addressed.kind === 'command' && addressed.command === 'ingest';
  const document = message.document ?? (byCommand ? message.reply_to_message?.document : undefined);
  if (document === undefined) return null;
  switch (addressed.kind) {
    case 'unreadable':
      return { document, caption: '', byCommand };
    case 'question':
      return { document, caption: addressed.text, byCommand };
    case 'command':
      return byCommand ? { document, caption: addressed.argument, byCommand } : null;
    case 'unknown-command':
      return null;
  }
}

import { GrammyError, HttpError } from 'grammy';

/** The connection was never made, so the request cannot have had an effect. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

/** The Bot API was not reached: no connection, or a gateway in front of it answered with a page of its own (502). */
export function isNeverSent(error: unknown): boolean {
  if (!(error instanceof HttpError)) return false;
  const { code = '', type } = (error.error ?? {}) as { code?: string; type?: string };
  return NEVER_CONNECTED.has(code) || type === 'invalid-json';
}

/** The connection broke half-way: the request may have had its effect or not. */
export function isLostOnTheWay(error: unknown): boolean {
  return error instanceof HttpError && !isNeverSent(error);
}

/** 401: no such token; 404: what was sent is not even shaped like a token. */
export function isTokenRefused(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);
}

/**
 * The server understood and said no: asking again would bring the same answer. Null for everything that may
 * pass.
 */
export function refusalReason(error: unknown): string | null {
  if (!(error instanceof GrammyError)) return null;
  return isRefusalCode(error.error_code) ? error.description : null;
}

export const isRefusalCode = (code: number): boolean =>
  code >= 400 && code < 500 && code !== 409 && code !== 429;

export function isConflict(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 409;
}

/** A webhook that is set keeps getUpdates from working; the server says so with the code of a conflict. */
export function isWebhookInTheWay(error: unknown): boolean {
  return isConflict(error) && /webhook is active/.test((error as GrammyError).description);
}

/** The seconds that the server asks to wait; null where it does not. */
export function retryAfter(error: unknown): number | null {
  return error instanceof GrammyError ? (error.parameters.retry_after ?? null) : null;
}

/** Our HTML did not parse on the server. */
export function isMarkupRefused(error: unknown): boolean {
  return error instanceof GrammyError && /can't parse entities/.test(error.description);
}

/** A press or an inline query can be answered for some seconds only. */
export function isQueryTooOld(error: unknown): boolean {
  return error instanceof GrammyError && /query is too old/.test(error.description);
}

/** The person blocked the bot, or the bot was thrown out of the chat: nothing can be said there. */
export function isChatClosed(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 403;
}

/** The message already says exactly this. */
export function isNotModified(error: unknown): boolean {
  return error instanceof GrammyError && /message is not modified/.test(error.description);
}

/** The topic was deleted or closed; the group goes on. */
export function isTopicGone(error: unknown): boolean {
  return error instanceof GrammyError && /thread not found|TOPIC_(?:CLOSED|DELETED)/.test(error.description);
}

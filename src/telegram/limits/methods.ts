/** Calls that put something into a chat for good. Drafts and 正在输入 pass by themselves. */
export function isShown(method: string): boolean {
  return isSend(method) || method.startsWith('edit');
}

/** A new message, which the limits of a chat count. */
export function isSend(method: string): boolean {
  return /^(send|copy|forward)/.test(method) && !/^send(ChatAction|.*Draft$)/.test(method);
}

/** What belongs into the order of its chat and counts for the limit of the whole bot. */
export function isOrdered(method: string): boolean {
  return isShown(method) || /^send.*Draft$/.test(method);
}

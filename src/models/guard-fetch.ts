/** A reply went on beyond what any reply of ours needs. */
export class ReplyTooLongError extends Error {
  override name = 'ReplyTooLongError';
}

/** The most bytes of a whole reply and of one line of it. */
export type ReplyBounds = { bytes: number; line: number };

const LINE_FEED = 0x0a;

/**
 * A `fetch` that follows no redirect, because the key and the question would go with it to an address that nobody
 * set, and whose replies end with a ReplyTooLongError beyond the bounds: an endless one would fill the memory, and the client
 * that reads events looks through a line again with each piece of it.
 */
export function guardFetch(fetchUrl: typeof fetch, longest: ReplyBounds): typeof fetch {
  return async (input, init) => {
    const response = await fetchUrl(input, { ...init, redirect: 'manual' });
    if (response.body === null) return response;
    return new Response(response.body.pipeThrough(createMeter(longest)), {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
    });
  };
}

function createMeter({ bytes, line }: ReplyBounds): TransformStream<Uint8Array, Uint8Array> {
  let read = 0;
  let ofLine = 0;
  return new TransformStream({
    transform(piece, controller) {
      read += piece.length;
      const end = piece.lastIndexOf(LINE_FEED);
      ofLine = end < 0 ? ofLine + piece.length : piece.length - end - 1;
      if (read > bytes || ofLine > line) controller.error(new ReplyTooLongError('the reply is too long'));
      else controller.enqueue(piece);
    },
  });
}

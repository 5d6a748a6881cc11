/** A reply went on beyond what any reply of ours needs. */
export class ReplyTooLongError extends Error {
  override name = 'ReplyTooLongError';
}

/**
 * A `fetch` that follows no redirect, because the key and the question would go with it to an address that nobody
 * set, and whose replies end with a ReplyTooLongError behind `longest` bytes: an endless one would fill the memory.
 */
export function guardFetch(fetchUrl: typeof fetch, longest: number): typeof fetch {
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

function createMeter(longest: number): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(piece, controller) {
      bytes += piece.length;
      if (bytes > longest) controller.error(new ReplyTooLongError('the reply is too long'));
      else controller.enqueue(piece);
    },
  });
}

import { BaowenError, StoreError } from '../../domain/errors.js';
import * as wording from '../../domain/wording/weaviate.js';

/** What went wrong with a request: all but `lasting` faults may be gone at the next try or at another node. */
export type Fault = { error: StoreError; kind: 'gone' | 'slow' | 'missing' | 'lasting' };

/** A node was asked and nothing listens there, or it does not answer that it is ready. */
export class NodeGoneError extends Error {
  override name = 'NodeGoneError';

  constructor(
    readonly address: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

type Sign = 'gone' | 'slow' | 'missing' | 'key' | 'rights' | 'readOnly' | 'replicas' | 'stranger';

const SIGNS: readonly [RegExp, Sign][] = [
  [/unauthenticated|unauthorized|anonymous access not enabled|invalid api key|\b401\b/i, 'key'],
  [/permission.?denied|forbidden|insufficient permissions|\b403\b/i, 'rights'],
  [/read-?only/i, 'readOnly'],
  [/enough (?:weaviate nodes for replication|storage replicas)/i, 'replicas'],
  // Another server answers at the address.
  [/UNIMPLEMENTED|unknown service|is not valid JSON/, 'stranger'],
  [/timed? ?out|deadline exceeded|took too long|aborted/i, 'slow'],
  [
    /NodeGone|unavailable|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|socket hang up|fetch failed|connection (?:refused|reset|error|dropped)/i,
    'gone',
  ],
  // Or the node has not heard yet of a collection that was made at another one.
  [/non-existing index|not present in schema|could not find class|class .{0,80}not found/i, 'missing'],
  // What a node says while another one is away or has just come back.
  [
    /not enough replicas|cannot (?:reach|achieve)|leader not found|no leader|broadcast|replica|\b50[234]\b/i,
    'gone',
  ],
  [
    /shutting ?down|not ready|closed|dial tcp|host not found|could not find node|unexpected end of JSON/i,
    'gone',
  ],
];

const kindOf = (told: string) => SIGNS.find(([sign]) => sign.test(told))?.[1];

/** Whether a server that says this of an object will not take it when it is sent again. */
export const isRefusal = (told: string): boolean =>
  ['key', 'rights', 'readOnly'].includes(kindOf(told) as string);

/** Puts what the client library, gRPC or the network threw into a sentence. */
export function toFault(cause: unknown, address: string): Fault {
  if (cause instanceof StoreError) return { error: cause, kind: 'lasting' };
  if (cause instanceof BaowenError) throw cause;
  const told = describe(cause);
  const at = cause instanceof NodeGoneError ? cause.address : address;
  const kind = kindOf(told);
  const fail = (message: string) => new StoreError(message, { cause });
  switch (kind) {
    case 'key':
      return { error: fail(wording.wrongKey()), kind: 'lasting' };
    case 'rights':
      return { error: fail(wording.noRights()), kind: 'lasting' };
    case 'readOnly':
      return { error: fail(wording.readOnly()), kind: 'lasting' };
    case 'replicas':
      return { error: fail(wording.tooFewNodes()), kind: 'lasting' };
    case 'stranger':
      return { error: fail(wording.stranger(address)), kind: 'lasting' };
    case 'slow':
      return { error: fail(wording.slow(at)), kind: 'slow' };
    case 'missing':
      return { error: fail(wording.collectionsMissing(address)), kind: 'missing' };
    case 'gone':
      return { error: fail(wording.gone(at)), kind: 'gone' };
    default:
      return { error: fail(wording.failed(told.slice(0, 300))), kind: 'lasting' };
  }
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const below = cause.cause === undefined ? '' : ` ${describe(cause.cause)}`;
  const code = 'code' in cause && typeof cause.code === 'string' ? ` ${cause.code}` : '';
  return `${cause.name}: ${cause.message}${code}${below}`;
}

import type { Fault } from '../telegram-protocol.js';
import type { Draw } from './draw.js';

/** Of the calls that show something: 20 % too many requests, 5 % cut off after they took effect, 2 % bad gateway. */
export function createChaos(draw: Draw): (method: string) => Fault | undefined {
  return (method) => {
    if (!/^(sendMessage|edit)/.test(method)) return undefined;
    const share = draw();
    if (share < 0.2) return { kind: 'too-many-requests', retryAfter: 1 };
    if (share < 0.25) return { kind: 'drop-after-delivery' };
    return share < 0.27 ? { kind: 'bad-gateway' } : undefined;
  };
}

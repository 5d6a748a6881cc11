// @ts-check
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

const PATIENCE_MS = 2000;

/** A process that was just killed holds its ports a moment longer. @param {number} port @returns {Promise<boolean>} */
export async function becomesFree(port) {
  const end = Date.now() + PATIENCE_MS;
  while (!(await isFree(port))) {
    if (Date.now() > end) return false;
    await setTimeout(50);
  }
  return true;
}

/** Nobody listens there, on any address. @param {number} port @returns {Promise<boolean>} */
export function isFree(port) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen({ port, host: '0.0.0.0', exclusive: true }, () => server.close(() => done(true)));
  });
}

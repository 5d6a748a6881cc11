import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createConnections } from '../src/telegram/connections.js';

test('a connection is used again at once, but not after it idled: the server may be closing it', async () => {
  let connections = 0;
  const server = createServer((_, response) => response.end('{}'));
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const agent = createConnections('http://127.0.0.1', 300);
  const call = async () => {
    await new Promise<void>((done, fail) => {
      const sent = request({ host: '127.0.0.1', port, agent }, (response) => {
        response.resume().once('end', done);
      });
      sent.once('error', fail).end();
    });
    await wait(10);
    return connections;
  };
  expect([await call(), await call()]).toEqual([1, 1]);
  await wait(500);
  expect(await call()).toBe(2);
  agent.destroy();
  await new Promise((done) => server.close(done));
});

import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ModelDescription } from '../../src/models/local-model.js';
import { makeJar } from './jar.js';

// Bytes that do not pack, and enough of them to come in several pieces.
export const modelBytes = randomBytes(300_000);
export const tokenizerBytes = Buffer.from('{"tokenizer":"small"}'.repeat(500));

function describeFile(content: Buffer, names: [string, string], hubPath: string) {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { cacheName: names[0], names, hubPath, jarEntry: names[1], sha256, bytes: content.length };
}

/** A small stand-in for the embedding model. */
export const description: ModelDescription = {
  hubRepository: 'Xenova/small',
  mavenArtifact: 'group:artifact:1',
  files: {
    model: describeFile(modelBytes, ['model_quantized.onnx', 'small-q.onnx'], 'onnx/model_quantized.onnx'),
    tokenizer: describeFile(tokenizerBytes, ['tokenizer.json', 'small-q-tokenizer.json'], 'tokenizer.json'),
  },
};
export const jar = makeJar({
  README: Buffer.from('a'),
  'small-q.onnx': modelBytes,
  'small-q-tokenizer.json': tokenizerBytes,
});

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;
const right: Record<string, Answer> = {
  '/Xenova/small/resolve/main/tokenizer.json': (response) => response.end(tokenizerBytes),
  '/Xenova/small/resolve/main/onnx/model_quantized.onnx': (response) => response.end(modelBytes),
};

export type Hub = { url: string; close(): Promise<void> };

/** A stand-in for the hub; `answers` are by path, over the right ones. */
export async function startHub(answers: { tokenizer?: Answer; model?: Answer } = {}): Promise<Hub> {
  const byPath: Record<string, Answer> = {
    ...right,
    ...(answers.tokenizer && { '/Xenova/small/resolve/main/tokenizer.json': answers.tokenizer }),
    ...(answers.model && { '/Xenova/small/resolve/main/onnx/model_quantized.onnx': answers.model }),
  };
  const server = createServer((request, response) => {
    const answer = byPath[request.url ?? ''];
    if (answer) answer(response, request);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

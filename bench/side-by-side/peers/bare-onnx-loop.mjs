// Embeds passages, one a call, in a single-threaded session: node bare-onnx-loop.mjs MODEL TOKENIZER PASSAGES.json FIRST STEP
// As many of these side by side as there are cores, each with every STEP-th passage, are what a machine can do.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadTextEncoder } from '../../../dist/src/models/encode-text.js';

const [model, tokenizer, file, first, step] = process.argv.slice(2);
const { InferenceSession, Tensor } = createRequire(import.meta.resolve('../../../package.json'))(
  'onnxruntime-node',
);
const session = await InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1 });
const encode = await loadTextEncoder(tokenizer);
const passages = JSON.parse(readFileSync(file, 'utf8'));

for (let place = Number(first); place < passages.length; place += Number(step)) {
  const ids = BigInt64Array.from(encode(passages[place]), BigInt);
  const shape = [1, ids.length];
  await session.run({
    input_ids: new Tensor('int64', ids, shape),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
    token_type_ids: new Tensor('int64', new BigInt64Array(ids.length), shape),
  });
}

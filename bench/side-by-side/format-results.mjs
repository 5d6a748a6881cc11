import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';

const HEAD = [
  '| what | against | ours | peer | ratio (lowest–highest round) | bound | met | mrr10 ours / peer / exhaustive BM25 | |',
  '|---|---|---|---|---|---|---|---|---|',
];

/** The lines of one row as a table. */
export function formatLines({ row, data, lines, failures = [], minutes, day }) {
  const table = lines.length ? [...HEAD, ...lines.map(formatLine)] : [];
  const took = minutes === undefined ? '' : ` Measured on ${day} in ${minutes.toFixed(1)} minutes.`;
  return [
    `## ${row}`,
    `${data}.${took}`,
    '',
    ...table,
    ...failures.map((failure) => `* failed: ${failure}`),
    '',
  ].join('\n');
}

function formatLine({ what, against, unit, ours, peer, ratio, bound, isFloor, quality, note = '' }) {
  const met = bound == null ? '' : judge(ratio.median, bound, isFloor, quality);
  const cells = [
    what,
    against,
    `${formatNumber(ours.median)} ${unit}`,
    `${formatNumber(peer.median)} ${unit}`,
    `**${formatNumber(ratio.median)}** (${formatNumber(ratio.low)}–${formatNumber(ratio.high)})`,
    bound == null ? '' : `${isFloor ? '≥' : '≤'} ${bound}`,
    met,
    quality
      ? [quality.ours, quality.peer, quality.exhaustive].map((value) => value.toFixed(3)).join(' / ')
      : '',
    note,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** No speed counts at a worse ranking than is wanted of the row: exhaustive scoring's, the peer's or the better of both. */
function judge(ratio, bound, isFloor, quality) {
  if (isFloor ? ratio < bound : ratio > bound) return '**no**';
  return !quality || quality.ours >= quality.wanted - 1e-9 ? 'yes' : '**no**: mrr10';
}

const formatNumber = (value) => (value === 0 ? '0' : value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** The whole file: machine, versions, the command, and a table a row. */
export function formatResults(results, command) {
  return [
    '# Side by side',
    '',
    `\`cd bench/side-by-side && npm ci && ${command}\``,
    '',
    'A ratio is ours divided by the peer’s in the same round, in which both take turns; given are the median of the rounds',
    'and the lowest and highest. How each row is measured: [README.md](README.md).',
    '',
    `* machine: ${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.versions.node}`,
    `* peers: ${listVersions().join(', ')}`,
    '',
    ...results.map(formatLines),
  ].join('\n');
}

function listVersions() {
  const peers = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8')).dependencies;
  const program = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
  ).dependencies;
  const shared = ['better-sqlite3', 'hnswlib-node', '@node-rs/jieba', 'onnxruntime-node'];
  return [...Object.entries(peers), ...shared.map((name) => [name, program[name]])].map(
    ([name, version]) => `${name} ${version}`,
  );
}

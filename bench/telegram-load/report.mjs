/** The figures of one run, in lines. */
export function formatOutcome(outcome, { rate, refused }) {
  const { asked, once, onceAndTold, told, twice, lost, disordered, others } = outcome;
  const [p50, p95, longest] = [0.5, 0.95, 1].map((share) => seconds(quantile(outcome.times, share)));
  const counted = new Map();
  for (const text of others) counted.set(text.slice(0, 30), (counted.get(text.slice(0, 30)) ?? 0) + 1);
  return [
    `  ${asked} questions: ${once} answered once, ${onceAndTold} answered once and told “perhaps lost”, ${told} only told, ${twice} answered twice, ${lost} neither answered nor told; ${disordered} chats out of order`,
    `  time to the answer: p50 ${p50}, p95 ${p95}, longest ${longest}`,
    `  sends that arrived: at most ${rate.overall} in a second, ${rate.chat} in a chat in 3 seconds; ${refused} refused`,
    ...[...counted].map(([text, count]) => `  other sentences: ${count} × ${text}`),
  ].join('\n');
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

export const megabytes = (memory) => `${memory.toFixed(0)} MB`;

/** How often the log told of what trouble: its sentence and the code of its cause. */
export function formatTroubles(log) {
  const counted = new Map();
  for (const line of log.split('\n').filter((one) => /"level":(40|50)/.test(one))) {
    const { msg } = JSON.parse(line);
    const what = `${msg} ${/"code":"(\w+)"/.exec(line)?.[1] ?? ''}`.trim();
    counted.set(what, (counted.get(what) ?? 0) + 1);
  }
  return ['  log:', ...[...counted].map(([what, count]) => `    ${count} × ${what}`)].join('\n');
}

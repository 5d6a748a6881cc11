import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Commands of the built program against the cluster, each a process. */
export function createProgram({ path, dataDir, prefix, cluster, embeddings }) {
  const env = {
    ...process.env,
    ...{ STORE: 'weaviate', EMBEDDINGS: embeddings, WEAVIATE_PREFIX: prefix, OMP_NUM_THREADS: '1' },
    ...{ WEAVIATE_URL: cluster.urls.join(), WEAVIATE_GRPC_URL: cluster.grpcUrls.join() },
  };
  /** @param onLine called with each line of output */
  const start = (args, { onLine = () => {}, data = dataDir } = {}) => {
    const child = spawn(process.execPath, [path, ...args, '--data', data], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines = [];
    let said = '';
    child.stderr.on('data', (part) => {
      said += part;
    });
    const reader = createInterface({ input: child.stdout });
    reader.on('line', (line) => {
      lines.push(line);
      onLine(line);
    });
    const ended = new Promise((resolve) => {
      child.once('close', (code, signal) => resolve({ code, signal, lines, said }));
    });
    return { kill: () => child.kill('SIGKILL'), ended };
  };
  const run = (args, options) => start(args, options).ended;
  return { start, run };
}

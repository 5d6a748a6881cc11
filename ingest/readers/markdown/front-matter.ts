import { parseDocument } from 'yaml';
import { type GivenRecord, isRecord } from '../records/read-record.js';

const FRONT_MATTER = /^\s*---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u;
/** title: 甲：乙 is no YAML where its value is not quoted, but what it means is clear. */
const PAIR = /^([^\s:：#-][^:：]{0,30})[:：][ \t]*(.*)$/u;

/** What stands between two lines of --- at the top, as a record, and the text below; an empty record where there is none. */
export function splitFrontMatter(text: string): { record: GivenRecord; rest: string } {
  const found = FRONT_MATTER.exec(text);
  const record = found && readYaml(found[1] ?? '');
  return found && record ? { record, rest: text.slice(found[0].length) } : { record: {}, rest: text };
}

/** Null for what is no list of names and values: a text between two rules. */
function readYaml(yaml: string): GivenRecord | null {
  const document = parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false });
  const parsed: unknown = document.errors.length ? null : document.toJS({ maxAliasCount: 0 });
  if (isRecord(parsed)) return parsed;
  const lines = yaml.split(/\r?\n/u).filter((line) => line.trim() && !/^\s/u.test(line));
  const pairs = lines.map((line) => PAIR.exec(line));
  if (!lines.length || pairs.some((pair) => !pair)) return null;
  return Object.fromEntries(
    pairs.map((pair) => [pair?.[1] ?? '', (pair?.[2] ?? '').replace(/^["']|["']$/gu, '')]),
  );
}

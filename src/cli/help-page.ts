import {
  type CommandName,
  type CommandText,
  commandTexts,
  headings,
  type OptionName,
  optionTexts,
  programTexts,
} from '../domain/wording/cli-help.js';
import { widthOf } from './text-width.js';

/** What `--help` shows without a subcommand. */
export function formatProgramHelp(names: readonly CommandName[]): string {
  const { summary, usage, more } = programTexts;
  return paragraphs(
    summary,
    section(headings.usage, [usage]),
    section(headings.commands, columns(names.map((name) => [name, commandTexts[name].summary]))),
    section(headings.options, columns([optionTexts.data, optionTexts.help])),
    more,
  );
}

export function formatCommandHelp(name: CommandName, options: readonly OptionName[]): string {
  const text: CommandText = commandTexts[name];
  return paragraphs(
    `baowen ${name}：${text.summary}。`,
    section(headings.usage, prefixed(text.usages)),
    section(headings.options, columns(options.map((option) => optionRow(option, text)))),
    section(headings.examples, prefixed(text.examples)),
    text.more ?? '',
  );
}

type Row = readonly [left: string, right: string];

function optionRow(option: OptionName, { options }: CommandText): Row {
  const own = options?.[option] ?? optionTexts[option];
  return typeof own === 'string' ? [optionTexts[option][0], own] : own;
}

const prefixed = (lines: readonly string[]) => lines.map((line) => `baowen ${line}`);

const section = (heading: string, lines: readonly string[]) =>
  [heading, ...lines.map((line) => `  ${line}`)].join('\n');

const paragraphs = (...parts: string[]) => `${parts.filter(Boolean).join('\n\n')}\n`;

function columns(rows: readonly Row[]): string[] {
  const widest = Math.max(...rows.map(([left]) => widthOf(left)));
  return rows.map(([left, right]) => `${left}${' '.repeat(widest - widthOf(left) + 2)}${right}`);
}

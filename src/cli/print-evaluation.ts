import * as wording from '../domain/wording/cli-eval.js';
import type { Evaluation } from '../evaluate/evaluate.js';
import type { Figures, Outcome } from '../evaluate/figures.js';
import { escapeControls } from './escape-controls.js';
import type { Output } from './output.js';
import { widthOf } from './text-width.js';

/** The figures by kind as a table whose last row is all of them, then each question that was not answered right. */
export async function printEvaluation({ all, kinds, failed }: Evaluation, { print }: Output): Promise<void> {
  const rows = [
    [wording.kindName, ...FIGURES.map((figure) => wording.figureNames[figure])],
    ...[...kinds].map(([kind, figures]) => formatRow(kind, figures)),
    formatRow(wording.allKinds, all),
  ];
  for (const line of alignColumns(rows)) await print(escapeControls(line));
  if (failed.length > 0) await print(`\n${wording.failedHeading(failed.length)}`);
  for (const outcome of failed) await print(escapeControls(wording.formatFailed(outcome)));
}

/** `eval --json`: the figures are named as in the table's type, shares are 0 to 1 and what is not known is null. */
export const toEvaluationRecord = ({ all, kinds, failed }: Evaluation) => ({
  all,
  kinds: Object.fromEntries(kinds),
  failed: failed.map(toFailedRecord),
});

const toFailedRecord = ({ id, kind, question, found, answer, retrieval }: Outcome) => ({
  id,
  kind,
  question,
  found,
  answer,
  rank: retrieval?.rank ?? null,
});

const FIGURES = Object.keys(wording.figureNames) as (keyof Figures)[];
const IN_WHOLE_NUMBERS: readonly (keyof Figures)[] = ['questions', 'medianChars', 'medianMs'];

function formatRow(name: string, figures: Figures): string[] {
  return [name, ...FIGURES.map((figure) => formatFigure(figures[figure], IN_WHOLE_NUMBERS.includes(figure)))];
}

function formatFigure(value: number | null, whole: boolean): string {
  return value?.toFixed(whole ? 0 : 3) ?? '-';
}

/** The first column begins, all others end at the same place in each row. */
function alignColumns(rows: readonly string[][]): string[] {
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? '')))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
        return column === 0 ? `${cell}${space}` : `${space}${cell}`;
      })
      .join('  '),
  );
}

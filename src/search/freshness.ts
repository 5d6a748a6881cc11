/** Days after which news is half as fresh. */
const HALF_LIFE = 90;
const DAY = 86_400_000;

/** 1 for the newest of the issue dates (YYYY-MM-DD), half of it for each 90 days that another is older; undated 0. */
export function createFreshness(
  issueDates: readonly (string | null)[],
): (issueDate: string | null) => number {
  const newest = issueDates.reduce<string | null>(
    (latest, day) => ((day ?? '') > (latest ?? '') ? day : latest),
    null,
  );
  return (issueDate) =>
    issueDate && newest ? 2 ** ((Date.parse(issueDate) - Date.parse(newest)) / DAY / HALF_LIFE) : 0;
}

/** 2 before 10, A2 before A10. */
export function comparePages(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

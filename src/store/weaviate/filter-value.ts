/** Conditions on an object's properties, as plain data: what the client library calls a filter value. */
export type Condition = {
  operator:
    | ('Equal' | 'NotEqual' | 'GreaterThan' | 'GreaterThanEqual' | 'LessThanEqual')
    | ('Like' | 'ContainsAny' | 'ContainsAll' | 'And' | 'Or' | 'Not');
  target?: { property: string };
  filters?: Condition[];
  value: unknown;
};

type Operator = Condition['operator'];
type Value = string | number | boolean | readonly string[] | readonly number[];

const on = (operator: Operator, property: string, value: Value): Condition => ({
  operator,
  target: { property },
  value,
});

export const equal = (property: string, value: string | number | boolean) => on('Equal', property, value);
export const above = (property: string, value: number) => on('GreaterThan', property, value);
export const atLeast = (property: string, value: number) => on('GreaterThanEqual', property, value);
export const atMost = (property: string, value: number) => on('LessThanEqual', property, value);
/** `*` stands for any characters, `?` for one. */
export const like = (property: string, pattern: string) => on('Like', property, pattern);
export const anyOf = (property: string, values: readonly string[] | readonly number[]) =>
  on('ContainsAny', property, values);
export const allOf = (property: string, values: readonly string[]) => on('ContainsAll', property, values);
export const idIn = (ids: readonly string[]) => on('ContainsAny', '_id', ids);

export const not = (condition: Condition): Condition => ({
  operator: 'Not',
  filters: [condition],
  value: null,
});

/** null lets everything through. */
export function and(...conditions: readonly (Condition | null)[]): Condition | null {
  return join('And', conditions);
}

export function or(...conditions: readonly Condition[]): Condition {
  return join('Or', conditions) as Condition;
}

function join(operator: 'And' | 'Or', conditions: readonly (Condition | null)[]): Condition | null {
  const filters = conditions.filter((one) => one !== null);
  return filters.length > 1 ? { operator, filters, value: null } : (filters[0] ?? null);
}

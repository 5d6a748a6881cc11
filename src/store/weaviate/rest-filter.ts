import type { Condition } from './filter-value.js';

/** A condition as the REST interface has it. */
export function toWhere({ operator, target, filters, value }: Condition): object {
  if (filters !== undefined) return { operator, operands: filters.map(toWhere) };
  const property = target?.property === '_id' ? 'id' : target?.property;
  return { operator, path: [property], ...toValue(value) };
}

function toValue(value: unknown): object {
  if (!Array.isArray(value)) return { [`value${typeName(value)}`]: value };
  return { [`value${typeName(value[0])}Array`]: value };
}

const typeName = (value: unknown) =>
  typeof value === 'number' ? 'Int' : typeof value === 'boolean' ? 'Boolean' : 'Text';

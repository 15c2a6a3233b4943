import type { Condition, Field } from './field.ts';

/**
 * Asks a field only when another was answered in a given way: a telephone number when "By phone" was picked.
 * Otherwise it reads as undefined, whatever was left in it, and is never an error.
 */
export function when<Value>(condition: Condition, field: Field<Value>): Field<Value | undefined> {
  return { ...field, condition, required: false };
}

import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

/** Keys of an item, both strings in every table of the house. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export type Item = Record<string, AttributeValue>;

export function toItem(value: object): Item {
  return marshall(value, { removeUndefinedValues: true, convertEmptyValues: false });
}

/** The item as plain values, still unproven: a store parses it with its own schema before the domain sees it. */
export function fromItem(item: Item): Record<string, unknown> {
  return unmarshall(item);
}

export function toKey(key: Key): Item {
  return { pk: { S: key.pk }, sk: { S: key.sk } };
}

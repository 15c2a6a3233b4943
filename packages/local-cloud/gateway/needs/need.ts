import { account, isRecord, region } from '../../stack/template.ts';
import { type Incoming, text } from '../action.ts';

/** One permission that a call needs. A call may need several, and then needs all of them. */
export interface Need {
  /** As IAM writes it: `dynamodb:PutItem`. */
  readonly action: string;
  /** ARNs of which one must be granted; nearly always exactly one. */
  readonly resources: readonly [string, ...string[]];
  /** The condition keys that this call sets, beside those that every call has. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

export function need(action: string, resource: string, context: Need['context'] = {}): Need {
  return { action, resources: [resource], context };
}

export function localArn(service: string, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}

/** A call's JSON body, empty where it is none: the service behind will say so in its own words. */
export function jsonBody(call: Incoming): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(text(call.body));
    return isRecord(body) ? body : {};
  } catch {
    return {};
  }
}

export function entries(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

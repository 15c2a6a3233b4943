import type { AwsResponse } from '../part.ts';
import { type Incoming, text } from './action.ts';
import { type Faults, parseFaultRules } from './faults.ts';

/** `/_faults`: GET lists the rules, POST replaces them, DELETE takes them away. */
export function answerFaults(call: Incoming, faults: Faults): AwsResponse {
  if (call.method === 'DELETE') faults.clear();
  if (call.method === 'POST') {
    const rules = parseFaultRules(parse(text(call.body)));
    if (typeof rules === 'string') return json(400, { message: rules });
    faults.set(rules);
  }
  return json(200, { rules: faults.rules() });
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function json(status: number, body: unknown): AwsResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

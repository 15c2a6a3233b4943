import { type SeededRandom, seededRandom } from '@convener/testing/random';

/** What goes wrong on purpose, for the resilience tests: no emulator shows contention or a lost reply by itself. */
export type FaultKind =
  /** Refused for its rate, before anything happens. */
  | 'throttle'
  /** DynamoDB refuses a write or a transaction because of another one. Other calls are left alone. */
  | 'transaction-conflict'
  /** Carried out, then the connection is cut. */
  | 'lost-reply'
  /** Carried out after `ms`. */
  | 'delay'
  /** The calling function's worker dies before the call is carried out. */
  | 'crash';

export interface FaultRule {
  readonly service: string;
  /** One operation as the API names it (`TransactWriteItems`); without it, every one. */
  readonly action?: string;
  /** One function by its name; without it, every one. */
  readonly caller?: string;
  readonly kind: FaultKind;
  /** From 0 to 1. */
  readonly probability: number;
  /** For `delay`. */
  readonly ms?: number;
  /** The same seed gives the same run of faults. */
  readonly seed?: number;
}

export interface Faults {
  /** Replaces all rules. Each rule draws from its own random numbers, which start anew. */
  set(rules: readonly FaultRule[]): void;
  clear(): void;
  rules(): readonly FaultRule[];
  /** The fault that this call meets: the first rule that strikes. */
  strike(service: string, action: string, caller: string): FaultRule | undefined;
}

export function faultsFromRules(): Faults {
  let armed: readonly { readonly rule: FaultRule; readonly random: SeededRandom }[] = [];
  return {
    set(rules) {
      armed = rules.map((rule) => ({ rule, random: seededRandom(rule.seed ?? 1) }));
    },
    clear() {
      armed = [];
    },
    rules: () => armed.map(({ rule }) => rule),
    strike: (service, action, caller) =>
      armed.find(({ rule, random }) => concerns(rule, service, action, caller) && random.chance(rule.probability))?.rule,
  };
}

const conflicting = new Set(['TransactWriteItems', 'TransactGetItems', 'PutItem', 'UpdateItem', 'DeleteItem']);

function concerns(rule: FaultRule, service: string, action: string, caller: string): boolean {
  if (rule.service !== service || (rule.action ?? action) !== action || (rule.caller ?? caller) !== caller) return false;
  return rule.kind !== 'transaction-conflict' || conflicting.has(action);
}

const kinds: readonly string[] = ['throttle', 'transaction-conflict', 'lost-reply', 'delay', 'crash'] satisfies FaultKind[];

/** Reads the rules of a `POST /_faults`; the text says what is wrong with them. */
export function parseFaultRules(body: unknown): readonly FaultRule[] | string {
  const rules: unknown = typeof body === 'object' && body !== null && 'rules' in body ? body.rules : body;
  if (!Array.isArray(rules)) return 'Send a list of rules, or an object with `rules`.';
  const wrong = rules.findIndex((rule) => !isRule(rule));
  return wrong < 0 ? rules.filter(isRule) : `Rule ${wrong + 1} needs service, kind (${kinds.join(', ')}) and probability from 0 to 1.`;
}

function isRule(value: unknown): value is FaultRule {
  if (typeof value !== 'object' || value === null) return false;
  const rule: Readonly<Record<string, unknown>> = { ...value };
  const probable = typeof rule.probability === 'number' && rule.probability >= 0 && rule.probability <= 1;
  return typeof rule.service === 'string' && typeof rule.kind === 'string' && kinds.includes(rule.kind) && probable;
}

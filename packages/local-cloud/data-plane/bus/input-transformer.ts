import { isRecord, UnknownPattern } from '../patterns/event-pattern.ts';
import type { BusEvent } from './event.ts';

export interface TransformerInput {
  readonly event: BusEvent;
  readonly ruleName: string;
  readonly ruleArn: string;
  /** When the bus took the event in. */
  readonly ingestedAt: string;
}

/** Gives the body that the target receives. Throws where the outcome is not JSON: EventBridge does not deliver that either. */
export type InputTransformer = (input: TransformerInput) => string;

const placeholder = /<([A-Za-z0-9_.-]+)>/g;

/**
 * EventBridge's input transformer. A placeholder outside quotes becomes a JSON value, inside quotes its text; a path that finds
 * nothing gives an empty string. Throws UnknownPattern at once for a path or placeholder it does not know.
 */
export function inputTransformer(settings: {
  readonly inputPathsMap: Readonly<Record<string, string>>;
  readonly inputTemplate: string;
}): InputTransformer {
  const paths = new Map(Object.entries(settings.inputPathsMap).map(([name, path]) => [name, pathSteps(path)]));
  for (const [, name] of settings.inputTemplate.matchAll(placeholder)) {
    if (name !== undefined && !paths.has(name) && !reserved.has(name))
      throw new UnknownPattern(`the template names <${name}>, which has no path`);
  }
  return (input) => {
    const filled = fill(settings.inputTemplate, (name) => {
      const steps = paths.get(name);
      return steps === undefined ? reserved.get(name)?.(input) : valueAt(input.event, steps);
    });
    // A template that is plain text between quotes, or an object: both are JSON, and EventBridge delivers nothing else.
    JSON.parse(filled);
    return filled;
  };
}

const reserved = new Map<string, (input: TransformerInput) => unknown>([
  ['aws.events.rule-arn', (input) => input.ruleArn],
  ['aws.events.rule-name', (input) => input.ruleName],
  ['aws.events.event.ingestion-time', (input) => input.ingestedAt],
  ['aws.events.event', ({ event: { detail: _, ...rest } }) => rest],
  ['aws.events.event.json', (input) => input.event],
]);

function fill(template: string, lookUp: (name: string) => unknown): string {
  let filled = '';
  let inQuotes = false;
  let at = 0;
  for (const found of template.matchAll(placeholder)) {
    const before = template.slice(at, found.index);
    inQuotes = quotesAfter(before, inQuotes);
    const value = lookUp(found[1] ?? '') ?? '';
    filled += before + (inQuotes ? textWithinQuotes(value) : JSON.stringify(value));
    at = found.index + found[0].length;
  }
  return filled + template.slice(at);
}

/** Whether a JSON string is open after `text`, given whether it was before. */
function quotesAfter(text: string, openBefore: boolean): boolean {
  let open = openBefore;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') open = !open;
  }
  return open;
}

function textWithinQuotes(value: unknown): string {
  return JSON.stringify(typeof value === 'string' ? value : JSON.stringify(value)).slice(1, -1);
}

type Step =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'index'; readonly at: number }
  | { readonly kind: 'every' };

function pathSteps(path: string): readonly Step[] {
  if (path === '$') return [];
  const shape = /^\$(?:\.[A-Za-z0-9_/-]+|\[(?:\d+|\*)\]|\.\*)+$/;
  if (!shape.test(path)) throw new UnknownPattern(`the path ${path} is not one that EventBridge knows`);
  return [...path.matchAll(/\.([A-Za-z0-9_/-]+|\*)|\[(\d+|\*)\]/g)].map(([, name, index]): Step => {
    if (name === '*' || index === '*') return { kind: 'every' };
    return name === undefined ? { kind: 'index', at: Number(index) } : { kind: 'field', name };
  });
}

function valueAt(event: unknown, steps: readonly Step[]): unknown {
  let value = event;
  for (const [position, step] of steps.entries()) {
    switch (step.kind) {
      case 'field':
        value = isRecord(value) && Object.hasOwn(value, step.name) ? value[step.name] : undefined;
        break;
      case 'index':
        value = Array.isArray(value) ? value[step.at] : undefined;
        break;
      case 'every': {
        if (!Array.isArray(value)) return undefined;
        const rest = steps.slice(position + 1);
        return value.map((each: unknown) => valueAt(each, rest)).filter((each) => each !== undefined);
      }
    }
  }
  return value;
}

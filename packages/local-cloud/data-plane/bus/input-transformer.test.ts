import { describe, expect, it } from 'vitest';
import { UnknownPattern } from '../patterns/event-pattern.ts';
import { exampleEvent } from '../testing/small-stack.ts';
import { inputTransformer } from './input-transformer.ts';

const event = exampleEvent({
  kind: 'Bounce',
  mail: { messageId: 'm-1', tags: { letter: ['l-7'] }, to: ['a@example.org', 'b@example.org'] },
  bounce: { type: 'Permanent', recipients: [{ status: '5.1.1' }, { status: '5.1.2' }], said: 'she said "no" <really>' },
  count: 3,
});

function transformed(inputTemplate: string, inputPathsMap: Readonly<Record<string, string>> = {}): unknown {
  const transform = inputTransformer({ inputTemplate, inputPathsMap });
  return JSON.parse(transform({ event, ruleName: 'mail', ruleArn: 'arn:rule', ingestedAt: '2026-03-01T09:00:00.000Z' }));
}

describe('an input transformer', () => {
  it('puts JSON values where there are no quotes, and text where there are', () => {
    const paths = { kind: '$.detail.kind', count: '$.detail.count', tags: '$.detail.mail.tags', to: '$.detail.mail.to' };
    expect(transformed('{"kind": <kind>, "count": <count>, "tags": <tags>, "to": <to>, "says": "<kind> of <count>"}', paths)).toEqual({
      kind: 'Bounce',
      count: 3,
      tags: { letter: ['l-7'] },
      to: ['a@example.org', 'b@example.org'],
      says: 'Bounce of 3',
    });
  });

  it('takes one of a list, or every one', () => {
    const paths = { letter: '$.detail.mail.tags.letter[0]', codes: '$.detail.bounce.recipients[*].status' };
    expect(transformed('{"letter": <letter>, "codes": <codes>}', paths)).toEqual({ letter: 'l-7', codes: ['5.1.1', '5.1.2'] });
  });

  it('gives an empty text for a path that finds nothing', () => {
    expect(transformed('{"complaint": <complaint>, "text": "<complaint>!"}', { complaint: '$.detail.complaint.type' })).toEqual({
      complaint: '',
      text: '!',
    });
  });

  it('keeps quotes and brackets of a value out of the template', () => {
    const paths = { said: '$.detail.bounce.said' };
    expect(transformed('{"plain": <said>, "quoted": "<said>"}', paths)).toEqual({
      plain: 'she said "no" <really>',
      quoted: 'she said "no" <really>',
    });
  });

  it('knows the names that EventBridge reserves', () => {
    expect(transformed('{"rule": "<aws.events.rule-name>", "whole": <aws.events.event.json>}')).toEqual({ rule: 'mail', whole: event });
    expect(transformed('{"without": <aws.events.event>}')).toEqual({ without: { ...event, detail: undefined } });
  });

  it('passes a plain sentence on', () => {
    expect(transformed('"<kind> happened"', { kind: '$.detail.kind' })).toBe('Bounce happened');
  });

  it.each([
    ['{"a": <nobody>}', {}],
    ['{"a": <a>}', { a: '$..detail' }],
    ['{"a": <a>}', { a: 'detail.kind' }],
    ['{"a": <a>}', { a: '$.detail[?(@.x)]' }],
  ])('is refused at the start where it is not understood: %s %j', (inputTemplate, inputPathsMap) => {
    expect(() => inputTransformer({ inputTemplate, inputPathsMap })).toThrow(UnknownPattern);
  });
});

import { describe, expect, it } from 'vitest';
import { example, stacks } from './parts/services-under-test.ts';
import { at, broken, listOf, resourcesOf, type Template } from './parts/template.ts';

const mayPass = ['$.detail.eventType', '$.detail.mail.messageId', '$.detail.mail.tags.letter[0]', '$.detail.bounce.bounceType', '$.time'];

/** Rules on the account's own bus that would let an address, a subject or a header through. */
function leaking(template: Template): readonly string[] {
  return resourcesOf(template, 'AWS::Events::Rule')
    .filter(({ properties }) => properties.EventBusName === undefined)
    .filter(({ properties }) =>
      listOf(properties.Targets).some((target) => {
        const paths = at(target, 'InputTransformer', 'InputPathsMap');
        return paths === undefined || Object.values(paths as object).some((path) => !mayPass.includes(String(path)));
      }),
    )
    .map(({ id }) => id);
}

describe.each(stacks)('in %s', (_name, template) => {
  it('of what SES tells, only type, message id, letter id, bounce kind and time are passed on', () => {
    expect(leaking(template)).toEqual([]);
  });

  it('opens and clicks are not asked for', () => {
    for (const { properties } of resourcesOf(template, 'AWS::SES::ConfigurationSetEventDestination')) {
      const types = listOf(at(properties, 'EventDestination', 'MatchingEventTypes'));
      expect(types).toEqual(expect.arrayContaining(['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT']));
      expect(types).not.toContain('OPEN');
      expect(types).not.toContain('CLICK');
    }
  });
});

it('the claim notices a rule that passes on the whole event', () => {
  const rule = resourcesOf(example(), 'AWS::Events::Rule').find(({ properties }) => properties.EventBusName === undefined)?.id ?? '';
  const twin = broken(example(), rule, (properties) => {
    properties.Targets = listOf(properties.Targets).map((target) => ({ ...(target as object), InputTransformer: undefined }));
  });
  expect(leaking(twin)).toEqual([rule]);
});

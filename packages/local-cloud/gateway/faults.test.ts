import { describe, expect, it } from 'vitest';
import { type FaultRule, faultsFromRules, parseFaultRules } from './faults.ts';

const throttle: FaultRule = { service: 'dynamodb', kind: 'throttle', probability: 0.1, seed: 7 };

function struck(rule: FaultRule, calls = 2000, action = 'PutItem'): number[] {
  const faults = faultsFromRules();
  faults.set([rule]);
  return Array.from({ length: calls }, (_call, index) => index).filter(() => faults.strike('dynamodb', action, 'hello') !== undefined);
}

describe('faults', () => {
  it('strike about as often as asked, and at the same calls for the same seed', () => {
    expect(struck(throttle).length).toBeGreaterThan(140);
    expect(struck(throttle).length).toBeLessThan(260);
    expect(struck(throttle)).toEqual(struck(throttle));
    expect(struck({ ...throttle, seed: 8 })).not.toEqual(struck(throttle));
  });

  it('never strike at 0 and always at 1', () => {
    expect(struck({ ...throttle, probability: 0 })).toEqual([]);
    expect(struck({ ...throttle, probability: 1 }, 50)).toHaveLength(50);
  });

  it('leave other services and actions alone, and reads free of conflicts', () => {
    const faults = faultsFromRules();
    faults.set([{ service: 'dynamodb', action: 'PutItem', kind: 'throttle', probability: 1 }]);
    expect(faults.strike('sqs', 'PutItem', 'hello')).toBeUndefined();
    expect(faults.strike('dynamodb', 'GetItem', 'hello')).toBeUndefined();
    expect(struck({ service: 'dynamodb', kind: 'transaction-conflict', probability: 1 }, 10, 'Query')).toEqual([]);
  });

  it('strike one caller where one is named', () => {
    const faults = faultsFromRules();
    faults.set([{ ...throttle, probability: 1, caller: 'hello' }]);
    expect(faults.strike('dynamodb', 'PutItem', 'other')).toBeUndefined();
    expect(faults.strike('dynamodb', 'PutItem', 'hello')).toBeDefined();
  });

  it('stop when cleared', () => {
    const faults = faultsFromRules();
    faults.set([{ ...throttle, probability: 1 }]);
    faults.clear();
    expect(faults.strike('dynamodb', 'PutItem', 'hello')).toBeUndefined();
  });

  it.each([[{}], [[{ service: 'dynamodb' }]], [[{ ...throttle, kind: 'moonquake' }]], [[{ ...throttle, probability: 2 }]], ['throttle']])(
    'are not read from %j',
    (body) => {
      expect(parseFaultRules(body)).toEqual(expect.any(String));
    },
  );

  it('are read from a list, or from an object that holds one', () => {
    expect(parseFaultRules([throttle])).toEqual([throttle]);
    expect(parseFaultRules({ rules: [throttle] })).toEqual([throttle]);
  });
});

import { type DomainEventContract, parseEnvelope } from '@convener/contracts';
import { domainEvents } from '@convener/contracts/domain-events';
import { describe, expect, test } from 'vitest';
import { services } from '../../infra/services.ts';

const contracts: readonly DomainEventContract[] = Object.values(domainEvents);
const envelope = (contract: DomainEventContract, data: unknown) => ({
  id: `agg_1:1:${contract.type}`,
  type: contract.type,
  at: '2026-01-01T00:00:00.000Z',
  aggregate: { id: 'agg_1', version: 1 },
  actor: { kind: 'system' },
  data,
});

describe.each(contracts.map((contract) => [contract.type, contract] as const))('%s', (type, contract) => {
  test('is registered under its own type, with a version', () => {
    expect(new Map<string, DomainEventContract>(Object.entries(domainEvents)).get(type)).toBe(contract);
    expect(type).toMatch(/^[a-z-]+(\.[a-z-]+)+\.v\d+$/);
  });

  test('reads its example, also with a field that it does not know', () => {
    expect(parseEnvelope(contract, envelope(contract, contract.example)).data).toEqual(contract.example);
    const newer = { ...Object(contract.example), fieldOfALaterVersion: true };
    expect(parseEnvelope(contract, envelope(contract, newer)).data).toEqual(contract.example);
  });

  test('refuses a message that lacks a field', () => {
    for (const name of Object.keys(Object(contract.example))) {
      const { [name]: _gone, ...rest } = Object(contract.example);
      expect(() => parseEnvelope(contract, envelope(contract, rest)), name).toThrow();
    }
  });

  test('holds nothing that looks like an address', () => {
    expect(JSON.stringify(contract.example)).not.toMatch(/@/);
  });

  test('is under 16 KB', () => {
    expect(JSON.stringify(envelope(contract, contract.example)).length).toBeLessThan(16 * 1024);
  });
});

test('every type that a service emits or hears has a contract, and every contract has one publisher', () => {
  const known = new Set<string>(contracts.map((contract) => contract.type));
  const named = services.flatMap((service) => [...service.emits, ...(service.reactsTo?.types ?? [])]);
  expect(named.filter((type) => !known.has(type))).toEqual([]);
  for (const contract of contracts) {
    const publishers = services.filter((service) => service.emits.includes(contract.type)).map((service) => service.name);
    expect(publishers.length, `${contract.type} is published by ${publishers.join(', ') || 'nobody'}`).toBeLessThanOrEqual(1);
  }
});

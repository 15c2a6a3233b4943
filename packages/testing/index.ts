export { type Clock, clockAt, type TestClock } from './clock.ts';
export { startEngine, type TestEngine, type TestTable, withTable } from './engine.ts';
export { type FaultRule, type FaultyEndpoint, faultyEndpoint } from './faulty-endpoint.ts';
export { countingIds } from './ids.ts';
export { type SeededRandom, seededRandom } from './random.ts';

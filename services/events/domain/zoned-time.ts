export { instantOf, isSkipped, type WallClock, wallClockAt } from '@convener/writing/zoned-time';

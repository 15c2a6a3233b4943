export { instantOf, type WallClock, wallClockAt } from '@convener/writing/zoned-time';

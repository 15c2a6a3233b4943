export * from './directory.ts';
export * from './freeze.ts';
export * from './invitation.ts';
export * from './joining.ts';
export * from './may-write.ts';
export * from './subject.ts';

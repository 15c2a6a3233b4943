/** Does the work, and answers when a whole number of steps has passed, so that its duration does not tell what was found. */
export type Evenly = <Result>(stepMilliseconds: number, work: () => Promise<Result>) => Promise<Result>;

export const evenly: Evenly = async (stepMilliseconds, work) => {
  const started = performance.now();
  try {
    return await work();
  } finally {
    const passed = performance.now() - started;
    const rest = Math.ceil(passed / stepMilliseconds) * stepMilliseconds - passed;
    await new Promise((resolve) => setTimeout(resolve, rest));
  }
};

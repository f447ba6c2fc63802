/**
 * Wraps an asynchronous function so that it runs once and its result is shared; after a failure the
 * next call runs it again.
 */
export function once<Result>(act: () => Promise<Result>): () => Promise<Result> {
  let pending: Promise<Result> | undefined;
  return () => {
    pending ??= act().catch((error: unknown) => {
      pending = undefined;
      throw error;
    });
    return pending;
  };
}

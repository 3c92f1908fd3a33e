export interface RetryOptions {
  /** How often a request is sent again; 3 when absent. */
  retries?: number;
  /** The longest wait in seconds. An answer that asks for more is handed on as it is; 60 when absent. */
  longestWait?: number;
  /** Waits; a test may put its own in place. */
  wait?: (seconds: number) => Promise<void>;
}

const writes = ["POST", "PUT", "PATCH", "DELETE"];
const worthAnotherTry = [429, 503];

/** Sends a request again when the server asks for it by 429 or 503 and `Retry-After`, or when no answer came. */
export function retrying(send: typeof fetch, options: RetryOptions): (request: Request) => Promise<Response> {
  const { retries = 3, longestWait = 60, wait = sleep } = options;
  return async (request) => {
    // The same on each try: that is what makes it one write.
    if (writes.includes(request.method) && !request.headers.has("Idempotency-Key"))
      request.headers.set("Idempotency-Key", crypto.randomUUID());

    for (let tried = 0; ; tried++) {
      const answer = await attempt(send, request.clone(), tried < retries);
      const seconds = answer === undefined ? 2 ** tried : Number(answer.headers.get("Retry-After") ?? 2 ** tried);
      if (answer !== undefined && (!worthAnotherTry.includes(answer.status) || tried >= retries || !(seconds <= longestWait))) return answer;
      await answer?.body?.cancel();
      await wait(seconds);
    }
  };
}

async function attempt(send: typeof fetch, request: Request, mayFail: boolean): Promise<Response | undefined> {
  try {
    return await send(request);
  } catch (error) {
    if (!mayFail || request.signal.aborted) throw error;
    return undefined;
  }
}

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

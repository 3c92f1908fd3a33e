import createFetchClient, { type Client } from "openapi-fetch";
import { bracketed } from "./query.js";
import { retrying, type RetryOptions } from "./retry.js";
import type { components, paths } from "./schema.js";

export type { RetryOptions } from "./retry.js";
export type { components, operations, paths } from "./schema.js";

/** A schema of the document by its name, for example `Schema<"Contact">`. */
export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** A type-safe client: `client.GET("/contacts", { params: { query: { email: { $like: "%@example.com" } } } })`. */
export type AchieveApexClient = Client<paths>;

export interface ClientOptions extends RetryOptions {
  /** Where the server is, for example `https://crm.example.com`. */
  baseUrl: string;
  /** An API key. It never belongs in client-side code. */
  apiKey: string;
  /** What sends requests; the platform's `fetch` when absent. */
  fetch?: typeof fetch;
}

/**
 * A client whose requests are sent again after 429 and 503, and after a lost connection, as often as `retries` says. Every write carries an
 * `Idempotency-Key`, the same one on each try, so that no write is made twice.
 */
export function createClient(options: ClientOptions): AchieveApexClient {
  return createFetchClient<paths>({
    baseUrl: options.baseUrl,
    headers: { "x-api-key": options.apiKey },
    querySerializer: bracketed,
    fetch: retrying(options.fetch ?? fetch, options),
  });
}

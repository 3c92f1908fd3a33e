// Run by the test run against a server: node dist/test/usage.js ADDRESS KEY LIMITED_KEY. Any failed assertion ends it with an error.
import assert from "node:assert/strict";
import { createClient, type Schema } from "../src/index.js";

const [address, apiKey, limitedKey] = process.argv.slice(2) as [string, string, string];

await everyCall();
await aLostAnswerDoublesNoWrite();
await retryAfterIsHonoured();
await anAnswerThatAsksForTooLongIsHandedOn();
console.log("ok");

async function everyCall() {
  const client = createClient({ baseUrl: address, apiKey });
  const created = await client.POST("/contacts", { body: { first_name: "Jane", email: "jane@example.com", lead_score: 7 } });
  assert.equal(created.response.status, 201);
  const jane = created.data as Schema<"Contact">;

  const found = await client.GET("/contacts", {
    params: { query: { email: { $in: ["jane@example.com", "none@example.com"] }, lead_score: { $gte: 7 }, $sort: { id: -1 }, $limit: 5 } },
  });
  assert.deepEqual([found.data?.total, found.data?.limit, found.data?.data[0]?.id], [1, 5, jane.id]);
  const none = await client.GET("/contacts", { params: { query: { email: { $in: [] } } } });
  assert.equal(none.data?.total, 0);

  const path = { id: jane.id };
  const patched = await client.PATCH("/contacts/{id}", { params: { path }, body: { last_name: "Doe", lead_score: null } });
  assert.deepEqual([patched.data?.first_name, patched.data?.last_name, patched.data?.lead_score], ["Jane", "Doe", null]);
  const shown = await client.GET("/contacts/{id}", { params: { path, query: { $select: ["last_name"] } } });
  assert.deepEqual(shown.data, { id: jane.id, last_name: "Doe" });
  const removed = await client.DELETE("/contacts/{id}", { params: { path } });
  assert.equal(removed.data?.id, jane.id);
  const gone = await client.GET("/contacts/{id}", { params: { path } });
  assert.equal(gone.error?.name, "NotFound");
  const refused = await client.POST("/contacts", { body: { email: "nonsense" } });
  assert.deepEqual(refused.error?.errors?.["email"], ["must be a valid email address"]);
}

// The first answer is thrown away, as by a connection that breaks after the write.
async function aLostAnswerDoublesNoWrite() {
  const keys: (string | null)[] = [];
  const lossy: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    keys.push(request.headers.get("Idempotency-Key"));
    const answer = await fetch(request);
    if (keys.length === 1) throw new TypeError("the connection broke");
    return answer;
  };
  const client = createClient({ baseUrl: address, apiKey, fetch: lossy, wait: async () => {} });
  const created = await client.POST("/contacts", { body: { first_name: "Once" } });
  assert.deepEqual([created.response.status, created.response.headers.get("Idempotent-Replayed")], [201, "true"]);
  assert.deepEqual([keys.length, new Set(keys).size, keys[0] !== null], [2, 1, true]);
  const found = await client.GET("/contacts", { params: { query: { first_name: "Once" } } });
  assert.equal(found.data?.total, 1);
}

// The organization of this key may send two requests in two seconds.
async function retryAfterIsHonoured() {
  const waits: number[] = [];
  const wait = (seconds: number) => {
    waits.push(seconds);
    return new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000));
  };
  const client = createClient({ baseUrl: address, apiKey: limitedKey, wait });
  const statuses: number[] = [];
  for (let i = 0; i < 5; i++) statuses.push((await client.POST("/contacts", { body: { first_name: `Limited ${i}` } })).response.status);
  assert.deepEqual(statuses, [201, 201, 201, 201, 201]);
  assert.ok(waits.length > 0 && waits.every((seconds) => seconds >= 1 && seconds <= 3), `waited ${waits}`);
}

async function anAnswerThatAsksForTooLongIsHandedOn() {
  const patient: typeof fetch = async () => new Response("{}", { status: 429, headers: { "Retry-After": "542", "Content-Type": "application/json" } });
  const client = createClient({ baseUrl: address, apiKey, fetch: patient, wait: async () => assert.fail("it waited") });
  assert.equal((await client.GET("/me")).response.status, 429);
}

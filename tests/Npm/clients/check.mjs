import assert from 'node:assert/strict';

let checks = 0;

process.on('exit', (code) => code === 0 && console.log(`${checks} checks`));

/** Compares deeply, and says so in one line. The first difference ends the script. */
export function check(what, actual, expected) {
  assert.deepEqual(plain(actual), expected, what);
  console.log(`ok ${++checks} ${what}`);
}

/** The call has to fail with an error of this class, whose members hold at least what is expected. */
export async function refused(what, call, type, expected = {}) {
  const error = await call().then(
    (answer) => assert.fail(`${what}: answered with ${JSON.stringify(answer)}`),
    (reason) => reason,
  );
  assert.ok(error instanceof type, `${what}: ${error.name} is no ${type.name}: ${error.stack}`);
  check(what, Object.fromEntries(Object.keys(expected).map((name) => [name, error[name]])), expected);
}

/** Waits for what comes true by itself; the check that follows says what did not. */
export async function until(claim) {
  for (const end = Date.now() + 10_000; !claim() && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Some members of a record. */
export const pick = (record, ...names) => Object.fromEntries(names.map((name) => [name, record[name]]));

// Reactive proxies and class instances as the JSON that they stand for.
const plain = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

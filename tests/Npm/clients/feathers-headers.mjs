// Headers that a call adds: safe repeats and preconditions.
import errors from '@feathersjs/errors';
import { check, refused } from './check.mjs';
import { connect } from './feathers-client.mjs';
import { keys } from './setting.mjs';

const contacts = connect(keys.owner).service('contacts');

const once = { headers: { 'Idempotency-Key': 'one of a kind' } };
const made = await contacts.create({ first_name: 'Ada' }, once);
check('a repeated create answers with the same record', await contacts.create({ first_name: 'Ada' }, once), made);
check('and makes one', (await contacts.find()).total, 1);
await refused('the same key with another body', () => contacts.create({ first_name: 'Bob' }, once), errors.Unprocessable, { code: 422 });

const known = { headers: { 'If-Match': '"1"' } };
check('patch of the version that was read', (await contacts.patch(made.id, { first_name: 'Bea' }, known)).version, 2);
// Feathers has no class for 412: the error keeps its name and code.
await refused('patch of an older version', () => contacts.patch(made.id, { first_name: 'Cleo' }, known), Error, {
  name: 'PreconditionFailed',
  code: 412,
  data: { version: 2 },
});
check('it was not written', (await contacts.get(made.id)).first_name, 'Bea');

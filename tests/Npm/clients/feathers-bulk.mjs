// Many records by one call: what Feathers calls multi.
import errors from '@feathersjs/errors';
import { check, pick, refused } from './check.mjs';
import { connect } from './feathers-client.mjs';
import { keys } from './setting.mjs';

const contacts = connect(keys.bulk).service('contacts');
const names = async (query) => (await contacts.find({ query: { ...query, $sort: { id: 1 } } })).data.map((x) => x.first_name);

const made = await contacts.create([{ first_name: 'Ada', lead_score: 1 }, { first_name: 'Bob', lead_score: 2 }, { first_name: 'Cleo' }]);
check('create of an array answers in its order', made.map((x) => x.first_name), ['Ada', 'Bob', 'Cleo']);
await refused('one invalid item', () => contacts.create([{ first_name: 'Dan' }, { email: 'dan' }]), errors.BadRequest, {
  errors: { '1.email': ['must be a valid email address'] },
});
check('nothing of it is kept', await names(), ['Ada', 'Bob', 'Cleo']);

const patched = await contacts.patch(null, { job_title: 'Analyst' }, { query: { lead_score: { $gte: 1 } } });
check('patch of all that match', patched.map((x) => pick(x, 'first_name', 'job_title')).sort((a, b) => a.first_name.localeCompare(b.first_name)), [
  { first_name: 'Ada', job_title: 'Analyst' },
  { first_name: 'Bob', job_title: 'Analyst' },
]);
check('the others stay', (await contacts.get(made[2].id)).job_title, null);
check('patch of none', await contacts.patch(null, { job_title: 'Nobody' }, { query: { first_name: 'Zoe' } }), []);

await refused('patch of everything', () => contacts.patch(null, { job_title: 'All' }), errors.BadRequest, { code: 400 });
await refused('remove of everything', () => contacts.remove(null), errors.BadRequest, { code: 400 });
// The client's query string has no form for an empty array: it sends no condition at all.
await refused('remove of an empty $in', () => contacts.remove(null, { query: { id: { $in: [] } } }), errors.BadRequest, { code: 400 });
check('nothing was changed by them', await names({ job_title: 'Analyst' }), ['Ada', 'Bob']);

const removed = await contacts.remove(null, { query: { id: { $in: [made[0].id, made[2].id] } } });
check('remove of all that match', removed.map((x) => x.first_name).sort(), ['Ada', 'Cleo']);
check('the rest is left', await names(), ['Bob']);

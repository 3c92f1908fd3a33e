// feathers-pinia: records in a reactive store, kept in step with the program.
import errors from '@feathersjs/errors';
import { createPinia } from 'pinia';
import { createPiniaClient } from 'feathers-pinia';
import { computed, ref } from 'vue';
import { check, pick, refused, until } from './check.mjs';
import { connect } from './feathers-client.mjs';
import { keys } from './setting.mjs';

const app = createPiniaClient(connect(keys.owner), { pinia: createPinia(), idField: 'id', defaultLimit: 25 });
const contacts = app.service('contacts');
const names = (page) => page.data.map((x) => x.first_name);

const ada = await contacts.create({ first_name: 'Ada', lead_score: 10 });
check('create', pick(ada, 'first_name', 'version'), { first_name: 'Ada', version: 1 });
const bob = await contacts.new({ first_name: 'Bob', lead_score: 20 }).save();
check('save of a new instance', [typeof bob.id, bob.version], ['number', 1]);
await contacts.create({ first_name: 'Cleo', lead_score: 30 });
check('they are in the store', names(contacts.findInStore({ query: { $sort: { lead_score: 1 } } })), ['Ada', 'Bob', 'Cleo']);

const page = await contacts.find({ query: { lead_score: { $gt: 10 }, $sort: { lead_score: -1 } } });
check('find', [page.total, page.limit, page.skip, names(page)], [2, 25, 0, ['Cleo', 'Bob']]);
check('findOne', (await contacts.findOne({ query: { $sort: { lead_score: -1 } } })).first_name, 'Cleo');
check('count', pick(await contacts.count({ query: { lead_score: { $lt: 30 } } }), 'total', 'data'), { total: 2, data: [] });
check('get', (await contacts.get(ada.id)).first_name, 'Ada');

const least = ref(30);
const found = contacts.useFind(computed(() => ({ query: { lead_score: { $gte: least.value }, $sort: { lead_score: 1 } } })), {
  paginateOn: 'server',
  debounce: 0,
});
await found.request;
check('useFind', [found.total, found.data.map((x) => x.first_name)], [1, ['Cleo']]);
least.value = 20;
await until(() => found.total === 2);
check('useFind follows its query', [found.total, found.data.map((x) => x.first_name)], [2, ['Bob', 'Cleo']]);
const got = contacts.useGet(bob.id);
await got.request;
check('useGet', got.data.first_name, 'Bob');

const stored = contacts.getFromStore(ada.id).value;
const clone = stored.clone();
clone.job_title = 'Analyst';
await clone.save();
check('save of a clone sends what was changed', pick(stored, 'job_title', 'lead_score', 'version'), { job_title: 'Analyst', lead_score: 10, version: 2 });
check('patch', pick(await contacts.patch(ada.id, { lead_score: 11 }), 'lead_score', 'version'), { lead_score: 11, version: 3 });
check('the store follows', contacts.getFromStore(ada.id).value.lead_score, 11);
stored.lead_score = 12;
check('patch of an instance sends the whole record', pick(await stored.patch(), 'lead_score', 'job_title'), { lead_score: 12, job_title: 'Analyst' });

await stored.remove();
check('remove of an instance', contacts.getFromStore(ada.id).value, null);
await contacts.remove(bob.id);
check('remove', names(await contacts.find()), ['Cleo']);

const [cleo] = contacts.findInStore({ query: {} }).data;
const wrong = cleo.clone();
wrong.email = 'nowhere';
await refused('save of an invalid clone', () => wrong.save(), errors.BadRequest, { errors: { email: ['must be a valid email address'] } });
check('the store is set back', cleo.email, null);
await refused('get of nothing', () => contacts.get(ada.id), errors.NotFound, { code: 404 });

const viewer = createPiniaClient(connect(keys.viewer), { pinia: createPinia(), idField: 'id' }).service('contacts');
await refused('a right that is missing', () => viewer.create({ first_name: 'Dan' }), errors.Forbidden, { code: 403 });

// feathers-pinia: many records by one call.
import { createPinia } from 'pinia';
import { createPiniaClient } from 'feathers-pinia';
import { check } from './check.mjs';
import { connect } from './feathers-client.mjs';
import { keys } from './setting.mjs';

const contacts = createPiniaClient(connect(keys.bulk), { pinia: createPinia(), idField: 'id' }).service('contacts');
const stored = () => contacts.findInStore({ query: { $sort: { id: 1 } } }).data.map((x) => [x.first_name, x.job_title]);

await contacts.create([{ first_name: 'Ada' }, { first_name: 'Bob' }, { first_name: 'Cleo' }]);
check('create of an array', stored(), [['Ada', null], ['Bob', null], ['Cleo', null]]);
await contacts.patch(null, { job_title: 'Analyst' }, { query: { first_name: { $in: ['Ada', 'Bob'] } } });
check('patch of many', stored(), [['Ada', 'Analyst'], ['Bob', 'Analyst'], ['Cleo', null]]);
await contacts.remove(null, { query: { job_title: 'Analyst' } });
check('remove of many', stored(), [['Cleo', null]]);
check('the program has the same', (await contacts.find()).data.map((x) => x.first_name), ['Cleo']);

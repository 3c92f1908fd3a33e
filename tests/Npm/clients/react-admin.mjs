// ra-data-feathers under react-admin: the data provider's nine calls.
import feathersClient from '@feathersjs/client';
import raDataFeathers from 'ra-data-feathers';
import { convertLegacyDataProvider } from 'react-admin';
import { check, pick, refused } from './check.mjs';
import { headers, keys, url } from './setting.mjs';

const app = feathersClient();
app.configure(feathersClient.rest(url).fetch(fetch, { headers: headers(keys.owner) }));
const connect = (options) => convertLegacyDataProvider(raDataFeathers.restClient(app, options));

const provider = connect({ customQueryOperators: ['$ilike'] });
const me = (await fetch(`${url}/me`, { headers: headers(keys.owner) }).then((x) => x.json())).user_id;
const names = (answer) => answer.data.map((x) => x.first_name);
const create = async (data) => (await provider.create('contacts', { data })).data;

const ada = await create({ first_name: 'Ada', email: 'ada@example.com', lead_score: 10, owner_id: me });
const bob = await create({ first_name: 'Bob', email: 'bob@example.com', lead_score: 20, owner_id: me });
const cleo = await create({ first_name: 'Cleo', email: 'cleo@example.com', lead_score: 30 });
check('create', pick(ada, 'first_name', 'lead_score', 'version'), { first_name: 'Ada', lead_score: 10, version: 1 });

const list = (params) =>
  provider.getList('contacts', { pagination: { page: 1, perPage: 10 }, sort: { field: 'first_name', order: 'ASC' }, filter: {}, ...params });
const all = await list();
check('getList', [all.total, names(all)], [3, ['Ada', 'Bob', 'Cleo']]);
check('getList, second page', names(await list({ pagination: { page: 2, perPage: 2 } })), ['Cleo']);
check('getList, sorted by id', names(await list({ sort: { field: 'id', order: 'DESC' } })), ['Cleo', 'Bob', 'Ada']);
check('getList, filtered', names(await list({ filter: { first_name: 'Bob', lead_score: { $gt: 5 } } })), ['Bob']);
check('getList, filtered by an own operator', names(await list({ filter: { email: { $ilike: 'CLEO%' } } })), ['Cleo']);

check('getOne', (await provider.getOne('contacts', { id: ada.id })).data, ada);
check('getMany', names(await provider.getMany('contacts', { ids: [ada.id, cleo.id] })).sort(), ['Ada', 'Cleo']);
check('getMany of none', names(await provider.getMany('contacts', { ids: [] })), []);
check(
  'getManyReference',
  names(
    await provider.getManyReference('contacts', {
      target: 'owner_id',
      id: me,
      pagination: { page: 1, perPage: 10 },
      sort: { field: 'lead_score', order: 'DESC' },
      filter: {},
    }),
  ),
  ['Bob', 'Ada'],
);

const read = (await provider.getOne('contacts', { id: bob.id })).data;
const updated = await provider.update('contacts', { id: bob.id, data: { ...read, job_title: 'Builder' }, previousData: read });
check('update sends the whole record back', pick(updated.data, 'id', 'job_title', 'email'), { id: bob.id, job_title: 'Builder', email: 'bob@example.com' });

const patching = connect({ usePatch: true, useMulti: true });
const patched = await patching.update('contacts', { id: bob.id, data: { ...updated.data, job_title: null }, previousData: updated.data });
check('update by patch', pick(patched.data, 'job_title', 'version'), { job_title: null, version: 3 });
check('updateMany', await provider.updateMany('contacts', { ids: [ada.id], data: { first_name: 'Ada', lead_score: 11 } }), { data: [ada.id] });
check('updateMany replaces each record', pick((await provider.getOne('contacts', { id: ada.id })).data, 'lead_score', 'email'), {
  lead_score: 11,
  email: null,
});
check('updateMany by patch', await patching.updateMany('contacts', { ids: [bob.id, cleo.id], data: { job_title: 'Queen' } }), {
  data: [bob.id, cleo.id],
});
check('updateMany by patch keeps the rest', pick((await provider.getOne('contacts', { id: cleo.id })).data, 'job_title', 'email'), {
  job_title: 'Queen',
  email: 'cleo@example.com',
});

check('delete', (await provider.delete('contacts', { id: ada.id })).data.id, ada.id);
check('deleteMany', await provider.deleteMany('contacts', { ids: [bob.id] }), { data: [bob.id] });
check('what is left', names(await list()), ['Cleo']);

const { errors } = feathersClient;
await refused('getOne of nothing', () => provider.getOne('contacts', { id: bob.id }), errors.NotFound, { code: 404 });
await refused('create of an invalid record', () => create({ email: 'nowhere' }), errors.BadRequest, {
  message: 'Validation failed',
  errors: { email: ['must be a valid email address'] },
});
await refused('create of a second one', () => create({ email: 'cleo@example.com' }), errors.Conflict, { errors: { email: ['is already in use'] } });

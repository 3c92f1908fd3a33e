// ra-data-feathers with useMulti: one call removes the selected records.
import feathersClient from '@feathersjs/client';
import raDataFeathers from 'ra-data-feathers';
import { convertLegacyDataProvider } from 'react-admin';
import { check } from './check.mjs';
import { headers, keys, url } from './setting.mjs';

let deletes = 0;
const counting = (address, options) => {
  if (options.method === 'DELETE') deletes++;
  return fetch(address, options);
};
const app = feathersClient();
app.configure(feathersClient.rest(url).fetch(counting, { headers: headers(keys.bulk), multi: true }));
const provider = convertLegacyDataProvider(raDataFeathers.restClient(app, { useMulti: true }));

const ids = [];
for (const first_name of ['Ada', 'Bob', 'Cleo']) ids.push((await provider.create('contacts', { data: { first_name } })).data.id);
const removed = await provider.deleteMany('contacts', { ids: ids.slice(0, 2) });
check('deleteMany', removed.data.sort(), ids.slice(0, 2).sort());
check('it was one request', deletes, 1);
check('what is left', (await provider.getMany('contacts', { ids })).data.map((x) => x.id), ids.slice(2));

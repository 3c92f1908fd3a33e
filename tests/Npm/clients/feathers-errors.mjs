// Errors arrive as the classes of @feathersjs/errors.
import errors from '@feathersjs/errors';
import { check, pick, refused } from './check.mjs';
import { connect } from './feathers-client.mjs';
import { keys } from './setting.mjs';

const contacts = connect(keys.owner).service('contacts');
const { id } = await contacts.create({ first_name: 'Ada', email: 'ada@example.com' });

const notFound = { code: 404, className: 'not-found', message: "No record found for id '4711471147'" };
await refused('get of nothing', () => contacts.get(4711471147), errors.NotFound, notFound);
await refused('patch of nothing', () => contacts.patch(4711471147, {}), errors.NotFound, notFound);
await refused('update of nothing', () => contacts.update(4711471147, { first_name: 'Ada' }), errors.NotFound, notFound);
await refused('remove of nothing', () => contacts.remove(4711471147), errors.NotFound, notFound);
await refused('get that its query does not match', () => contacts.get(id, { query: { first_name: 'Bob' } }), errors.NotFound);
await refused('an unknown service', () => connect(keys.owner).service('nowhere').find(), errors.NotFound, { message: 'Page not found' });
await refused('an id that needs escaping', () => contacts.get('a b?c#d'), errors.NotFound, { message: "No record found for id 'a b?c#d'" });

await refused('an invalid field', () => contacts.create({ email: 'ada' }), errors.BadRequest, {
  code: 400,
  className: 'bad-request',
  message: 'Validation failed',
  errors: { email: ['must be a valid email address'] },
});
await refused('an unknown field', () => contacts.patch(id, { frist_name: 'Ada' }), errors.BadRequest, {
  errors: { frist_name: ["is not a known field; did you mean 'first_name'?"] },
});
await refused('an unknown operator', () => contacts.find({ query: { email: { $regex: '.*' } } }), errors.BadRequest);

await refused('no key', () => connect().service('contacts').find(), errors.NotAuthenticated, { code: 401, message: 'Missing API key' });
await refused('an unknown key', () => connect('nonsense').service('contacts').find(), errors.NotAuthenticated, { message: 'Invalid API key' });
await refused('a right that is missing', () => connect(keys.viewer).service('contacts').remove(id), errors.Forbidden, {
  code: 403,
  className: 'forbidden',
  message: 'Access denied: You do not have permission to delete contacts. Please contact your organization administrator.',
});
await refused('another organization', () => contacts.create({ first_name: 'Ada', organization_id: 4711 }), errors.Forbidden);
await refused('an address that is taken', () => contacts.create({ email: 'ADA@example.com' }), errors.Conflict, {
  code: 409,
  className: 'conflict',
  data: { existing_id: id },
  errors: { email: ['is already in use'] },
});
await refused('update of all', () => contacts.update(null, { first_name: 'Ada' }), errors.MethodNotAllowed, { code: 405 });
await refused('remove of many without the right', () => contacts.remove(null, { query: { first_name: 'Ada' } }), errors.MethodNotAllowed);

const custom = connect(keys.owner);
custom.use('contacts', custom.defaultService('contacts'), { methods: ['find', 'archive'] });
await refused("a method of the service's own", () => custom.service('contacts').archive({}), errors.MethodNotAllowed);

// One request is free, and a second one too many.
const limited = connect(keys.exhausted).service('contacts');
await limited.find();
await refused('a spent rate limit', () => limited.find(), errors.TooManyRequests, { code: 429, message: 'Rate limit exceeded' });
const { data } = await limited.find().catch((error) => error);
check('what it says', pick(data, 'limit', 'current', 'window'), { limit: 1, current: 2, window: 3600 });
check('when to come back', data.retryAfter > 0 && data.retryAfter <= 3600, true);

// One record at a time, and every part of the query language that Feathers has.
import { check, pick } from './check.mjs';
import { connect } from './feathers-client.mjs';
import { keys } from './setting.mjs';

const contacts = connect(keys.owner).service('contacts');
const people = [
  { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com', lead_score: 90, lifecycle_stage: 'customer' },
  { first_name: 'Grace', last_name: 'Hopper', email: 'grace@example.com', lead_score: 80, do_not_contact: true },
  { first_name: 'Edsger', last_name: 'Dijkstra', email: 'edsger@example.com', lead_score: 70, do_not_contact: false },
  { first_name: 'Barbara', last_name: 'Liskov & Söhne', email: 'barbara@example.com' },
];

const made = [];
for (const person of people) made.push(await contacts.create(person));
check('create answers with what was sent', made.map((x) => pick(x, 'first_name', 'email')), people.map((x) => pick(x, 'first_name', 'email')));
check('create with $select', Object.keys(await contacts.create({ first_name: 'Kay' }, { query: { $select: ['first_name'] } })).sort(), [
  'first_name',
  'id',
]);

const names = async (query) => (await contacts.find({ query })).data.map((x) => x.first_name);
const page = await contacts.find();
check('find answers with a page', [Object.keys(page), page.total, page.limit, page.skip], [['total', 'limit', 'skip', 'data'], 5, 25, 0]);
check('the newest come first', page.data.map((x) => x.first_name), ['Kay', 'Barbara', 'Edsger', 'Grace', 'Ada']);
check('$limit and $skip', await names({ $limit: 2, $skip: 1 }), ['Barbara', 'Edsger']);
check('$limit 0 counts', pick(await contacts.find({ query: { $limit: 0 } }), 'total', 'limit', 'data'), { total: 5, limit: 0, data: [] });
check('$sort', await names({ $sort: { first_name: 1 } }), ['Ada', 'Barbara', 'Edsger', 'Grace', 'Kay']);
check('$sort by two', await names({ $sort: { do_not_contact: -1, lead_score: -1 }, $limit: 3 }), ['Grace', 'Edsger', 'Ada']);
check('$select', (await contacts.find({ query: { first_name: 'Ada', $select: ['email'] } })).data, [{ id: made[0].id, email: 'ada@example.com' }]);
check('equality', await names({ first_name: 'Ada', lead_score: 90 }), ['Ada']);
check('a value with an ampersand and an umlaut', await names({ last_name: 'Liskov & Söhne' }), ['Barbara']);
check('false', await names({ do_not_contact: false }), ['Edsger']);
check('null', await names({ lead_score: null, $sort: { id: 1 } }), ['Barbara', 'Kay']);
check('$ne', await names({ lead_score: { $ne: 90 }, $sort: { id: 1 } }), ['Grace', 'Edsger', 'Barbara', 'Kay']);
check('$in', await names({ first_name: { $in: ['Ada', 'Grace'] }, $sort: { id: 1 } }), ['Ada', 'Grace']);
check('$nin', await names({ first_name: { $nin: ['Ada', 'Grace'] }, $sort: { id: 1 } }), ['Edsger', 'Barbara', 'Kay']);
check('$in of more than twenty', await names({ id: { $in: made.map((x) => x.id).concat(Array.from({ length: 60 }, (_, i) => 1e9 + i)) }, $sort: { id: 1 } }), [
  'Ada',
  'Grace',
  'Edsger',
  'Barbara',
]);
check('$gt and $lte', await names({ lead_score: { $gt: 70, $lte: 90 }, $sort: { lead_score: 1 } }), ['Grace', 'Ada']);
check('$lt and $gte', await names({ lead_score: { $lt: 90, $gte: 70 }, $sort: { lead_score: 1 } }), ['Edsger', 'Grace']);
check('a date', await names({ created_at: { $gt: new Date(0), $lt: new Date('9999-01-01') }, $limit: 1 }), ['Kay']);
check('$or', await names({ $or: [{ first_name: 'Ada' }, { lead_score: { $lt: 75 } }], $sort: { id: 1 } }), ['Ada', 'Edsger']);
check('$and', await names({ $and: [{ lead_score: { $gt: 70 } }, { $or: [{ first_name: 'Ada' }, { first_name: 'Edsger' }] }] }), ['Ada']);
check('$like', await names({ email: { $like: 'grace@%' } }), ['Grace']);
check('$ilike', await names({ email: { $ilike: 'GRACE@%' } }), ['Grace']);

const [ada, grace] = made;
check('get', await contacts.get(ada.id), ada);
check('get with $select', await contacts.get(ada.id, { query: { $select: ['email'] } }), { id: ada.id, email: 'ada@example.com' });
check('get with a condition', (await contacts.get(ada.id, { query: { lead_score: { $gt: 80 } } })).id, ada.id);

const patched = await contacts.patch(ada.id, { job_title: 'Analyst', lead_score: null });
check('patch changes what it names', pick(patched, 'job_title', 'lead_score', 'last_name', 'version'), {
  job_title: 'Analyst',
  lead_score: null,
  last_name: 'Lovelace',
  version: 2,
});
check('patch with $select', await contacts.patch(ada.id, { lead_score: 95 }, { query: { $select: ['lead_score'] } }), { id: ada.id, lead_score: 95 });

const updated = await contacts.update(grace.id, { ...grace, last_name: 'Murray Hopper' });
check('update takes a record as it was read', pick(updated, 'last_name', 'email', 'do_not_contact'), {
  last_name: 'Murray Hopper',
  email: 'grace@example.com',
  do_not_contact: true,
});
const replaced = await contacts.update(grace.id, { first_name: 'Grace' });
check('update replaces the record', pick(replaced, 'first_name', 'last_name', 'email'), { first_name: 'Grace', last_name: null, email: null });

check('remove answers with the record', await contacts.remove(grace.id), replaced);
check('it is gone', await names({ id: grace.id }), []);
check('remove with $select', await contacts.remove(ada.id, { query: { $select: ['lead_score'] } }), { id: ada.id, lead_score: 95 });
check('a service name between slashes', (await connect(keys.owner).service('/contacts/').find({ query: { $limit: 0 } })).total, 3);

import { feathers } from '@feathersjs/feathers';
import rest from '@feathersjs/rest-client';
import { headers, url } from './setting.mjs';

/** A Feathers application on @feathersjs/rest-client with fetch, as its documentation sets it up. */
export function connect(key, options = {}) {
  const app = feathers();
  app.configure(rest(url).fetch(fetch, { headers: key ? headers(key) : {}, ...options }));
  return app;
}

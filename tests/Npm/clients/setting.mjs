// Where the program is and who calls it, as the test that runs a script says.
const required = (name) => process.env[name] ?? fail(`${name} is not set`);

const fail = (message) => {
  throw new Error(message);
};

export const url = required('ACHIEVEAPEX_URL');

export const keys = {
  owner: required('ACHIEVEAPEX_KEY'),
  bulk: required('ACHIEVEAPEX_BULK_KEY'),
  viewer: required('ACHIEVEAPEX_VIEWER_KEY'),
  exhausted: required('ACHIEVEAPEX_EXHAUSTED_KEY'),
};

export const headers = (key) => ({ 'x-api-key': key });

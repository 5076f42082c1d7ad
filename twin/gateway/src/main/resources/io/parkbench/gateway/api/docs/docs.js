// Reads the API's description with its reader's login and lets each operation be tried. The token is kept in this page's memory only:
// reloading the page forgets it.
'use strict';

let token = null;
let description = null;

const byId = (id) => document.getElementById(id);

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    made.setAttribute(key, value);
  }
  // text only, never markup: names of stations and the like come from outside
  made.append(...children);
  return made;
}

function say(text) {
  byId('said').textContent = text;
}

async function ask(method, path, headers, body) {
  const all = Object.assign({Accept: 'application/json'}, headers);
  if (token !== null) {
    all.Authorization = 'Bearer ' + token;
  }
  if (body !== undefined) {
    all['Content-Type'] = 'application/json';
  }
  return fetch('/api/v2' + path, {method, headers: all, body, credentials: 'omit', redirect: 'error'});
}

function resolve(node) {
  let at = node;
  while (at && at.$ref) {
    at = at.$ref.slice(2).split('/').reduce((whole, key) => whole[key], description);
  }
  return at;
}

byId('login').addEventListener('submit', async (event) => {
  event.preventDefault();
  const body = JSON.stringify({username: byId('user').value, password: byId('password').value});
  byId('password').value = '';
  try {
    const answer = await ask('POST', '/login/login', {}, body);
    const said = await answer.json();
    if (!answer.ok) {
      say(said.title + '. ' + said.detail);
      return;
    }
    token = said.access_token;
    byId('name').textContent = 'Logged in as ' + said.role + ' until ' + said.expires_at + '.';
    description = await (await ask('GET', '/openapi.json')).json();
    byId('login').hidden = true;
    byId('who').hidden = false;
    say(said.notices.join(' '));
    show();
  } catch (failure) {
    say('The gateway does not answer: ' + failure.message);
  }
});

byId('logout').addEventListener('click', async () => {
  await ask('POST', '/login/logout').catch(() => null);
  token = null;
  byId('login').hidden = false;
  byId('who').hidden = true;
  byId('operations').replaceChildren(element('p', {}, 'Logged out.'));
  say('');
});

function show() {
  const main = byId('operations');
  main.replaceChildren(element('p', {}, description.info.description));
  for (const tag of description.tags) {
    main.append(element('h2', {}, tag.name + ': ' + tag.description));
    for (const [path, operations] of Object.entries(description.paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        if (operation.tags && operation.tags.includes(tag.name)) {
          main.append(card(path, method.toUpperCase(), operation));
        }
      }
    }
  }
}

function card(path, method, operation) {
  const card = element('details', {},
      element('summary', {},
          element('span', {class: 'method'}, method), element('span', {class: 'path'}, path), ' ' + operation.summary));
  card.addEventListener('toggle', () => {
    if (card.open && card.children.length === 1) {
      fill(card, path, method, operation);
    }
  });
  return card;
}

function fill(card, path, method, operation) {
  if (operation.description) {
    card.append(element('p', {}, operation.description));
  }
  card.append(element('p', {class: 'roles'},
      operation['x-roles'].length ? 'Roles: ' + operation['x-roles'].join(', ') : 'Without a login'));
  const fields = [];
  const form = element('form', {});
  for (const each of operation.parameters || []) {
    const parameter = resolve(each);
    const input = element('input', {placeholder: parameter.description || ''});
    fields.push({parameter, input});
    form.append(element('label', {}, parameter.name + (parameter.required ? ' * ' : ' '), input));
  }
  let body = null;
  if (operation.requestBody) {
    const content = operation.requestBody.content['application/json'];
    const examples = Object.values(content.examples || {});
    body = element('textarea', {rows: 6, 'aria-label': 'Body'});
    body.value = examples.length ? JSON.stringify(examples[0].value, null, 2) : '{}';
    form.append(body, element('details', {}, element('summary', {}, 'Schema of the body'),
        element('pre', {}, JSON.stringify(resolve(content.schema), null, 2))));
  }
  const result = element('pre', {hidden: ''});
  form.append(element('button', {}, 'Try'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(path, method, fields, body, result);
  });
  card.append(form, result, responses(operation));
}

async function attempt(path, method, fields, body, result) {
  let address = path;
  const query = new URLSearchParams();
  const headers = {};
  for (const {parameter, input} of fields) {
    if (parameter.in === 'path') {
      address = address.replace('{' + parameter.name + '}', encodeURIComponent(input.value));
    } else if (input.value !== '' && parameter.in === 'query') {
      query.set(parameter.name, input.value);
    } else if (input.value !== '') {
      headers[parameter.name] = input.value;
    }
  }
  if (query.size) {
    address += '?' + query;
  }
  result.hidden = false;
  try {
    const answer = await ask(method, address, headers, body === null ? undefined : body.value);
    const text = await answer.text();
    const lines = [answer.status + ' ' + method + ' /api/v2' + address];
    for (const name of ['etag', 'link', 'retry-after', 'x-request-id']) {
      if (answer.headers.has(name)) {
        lines.push(name + ': ' + answer.headers.get(name));
      }
    }
    let shown = text;
    try {
      shown = JSON.stringify(JSON.parse(text), null, 2);
    } catch (notJson) {
      // shown as it came
    }
    result.textContent = lines.join('\n') + '\n\n' + shown;
  } catch (failure) {
    result.textContent = 'The gateway does not answer: ' + failure.message;
  }
}

function responses(operation) {
  const table = element('table', {});
  for (const [status, each] of Object.entries(operation.responses)) {
    table.append(element('tr', {}, element('th', {scope: 'row'}, status), element('td', {}, resolve(each).description)));
  }
  return table;
}

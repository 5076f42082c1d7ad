// A charger of npm's ocpp-ts: frames, validation, errors and what happens to a lost link are the library's; it knows a few keys and boots.
const { OcppClient } = require('ocpp-ts');
const [, , url, identity] = process.argv;
const client = new OcppClient(identity);
let transaction = null;
let wh = 5000;
const now = () => new Date().toISOString();
const say = (action, payload) => client.callRequest(action, payload).catch(() => {});
client.on('error', () => {});
client.on('GetConfiguration', (request, answer) => answer({
  configurationKey: [{ key: 'HeartbeatInterval', readonly: false, value: '300' }, { key: 'NumberOfConnectors', readonly: true, value: '1' },
    { key: 'SupportedFeatureProfiles', readonly: true, value: 'Core' }],
}));
client.on('ChangeConfiguration', (request, answer) => answer({ status: request.key === 'HeartbeatInterval' ? 'Accepted' : 'NotSupported' }));
client.on('Reset', (request, answer) => answer({ status: 'Rejected' }));
client.on('RemoteStartTransaction', (request, answer) => {
  answer({ status: transaction ? 'Rejected' : 'Accepted' });
  setTimeout(async () => {
    const started = await say('StartTransaction', { connectorId: 1, idTag: request.idTag, meterStart: wh, timestamp: now() });
    transaction = started ? started.transactionId : null;
  }, 50);
});
client.on('RemoteStopTransaction', (request, answer) => {
  const known = request.transactionId === transaction;
  answer({ status: known ? 'Accepted' : 'Rejected' });
  if (known) {
    transaction = null;
    wh += 10;
    say('StopTransaction', { transactionId: request.transactionId, meterStop: wh, timestamp: now() });
  }
});
let accepted = false;
client.on('connect', async () => {
  while (!accepted) {
    const answer = await say('BootNotification', { chargePointVendor: 'npm', chargePointModel: 'ocpp-ts' });
    accepted = answer && answer.status === 'Accepted';
    if (!accepted) await new Promise((done) => setTimeout(done, answer ? 1000 * answer.interval : 500));
  }
  say('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' });
});
// the library leaves it to its user to dial again
client.on('close', () => setTimeout(() => client.connect(url), 500));
client.connect(url);

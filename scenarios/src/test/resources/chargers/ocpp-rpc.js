// A charger of npm's ocpp-rpc: links, frames, validation, pings and reconnecting are the library's; what is here only says what is charged.
const { RPCClient, createRPCError } = require('ocpp-rpc');
const [, , url, identity] = process.argv;
const client = new RPCClient({
  endpoint: url, identity, protocols: ['ocpp1.6'], strictMode: true, reconnect: true, pingIntervalMs: 1000,
  backoff: { initialDelay: 500, maxDelay: 1000 },
});
const keys = {
  HeartbeatInterval: '60', MeterValueSampleInterval: '60', MeterValuesSampledData: 'Energy.Active.Import.Register,Current.Import',
  NumberOfConnectors: '1', SupportedFeatureProfiles: 'Core,SmartCharging,RemoteTrigger',
  ChargingScheduleAllowedChargingRateUnit: 'Current', ChargeProfileMaxStackLevel: '3', ChargingScheduleMaxPeriods: '4',
};
const readOnly = ['NumberOfConnectors', 'SupportedFeatureProfiles', 'ChargingScheduleAllowedChargingRateUnit'];
let wh = 1000;
let limit = 16;
let profile = null;
let transaction = null;
let starting = false;
let timer = null;
const now = () => new Date().toISOString();
const status = (word) => client.call('StatusNotification',
  { connectorId: 1, errorCode: 'NoError', status: word, timestamp: now() }).catch(() => {});
const amps = () => (transaction ? limit : 0);
const sample = () => client.call('MeterValues', {
  connectorId: 1, ...(transaction ? { transactionId: transaction } : {}),
  meterValue: [{ timestamp: now(), sampledValue: [
    { value: String(Math.floor(wh)), measurand: 'Energy.Active.Import.Register', unit: 'Wh' },
    ...['L1', 'L2', 'L3'].map((phase) => ({ value: amps().toFixed(1), measurand: 'Current.Import', phase, unit: 'A' })),
  ] }],
}).catch(() => {});
setInterval(() => { wh += amps() * 690 / 36000; }, 100);
function schedule() {
  clearInterval(timer);
  timer = setInterval(() => { if (transaction) sample(); }, 1000 * Number(keys.MeterValueSampleInterval));
}
client.handle('GetConfiguration', ({ params }) => ({
  configurationKey: (params.key?.length ? params.key : Object.keys(keys)).filter((key) => key in keys)
    .map((key) => ({ key, readonly: readOnly.includes(key), value: keys[key] })),
  unknownKey: (params.key ?? []).filter((key) => !(key in keys)),
}));
client.handle('ChangeConfiguration', ({ params }) => {
  if (!(params.key in keys)) return { status: 'NotSupported' };
  if (readOnly.includes(params.key) || (params.key.endsWith('Interval') && !/^\d+$/.test(params.value))) return { status: 'Rejected' };
  keys[params.key] = params.value;
  schedule();
  return { status: 'Accepted' };
});
client.handle('TriggerMessage', ({ params }) => {
  const send = { Heartbeat: () => client.call('Heartbeat', {}).catch(() => {}), StatusNotification: () => status(transaction ? 'Charging' : 'Available'),
    MeterValues: sample, BootNotification: boot }[params.requestedMessage];
  if (!send) return { status: 'NotImplemented' };
  setImmediate(send);
  return { status: 'Accepted' };
});
client.handle('RemoteStartTransaction', ({ params }) => {
  if (transaction || starting) return { status: 'Rejected' };
  starting = true;
  setImmediate(async () => {
    try {
      const started = await client.call('StartTransaction', { connectorId: 1, idTag: params.idTag, meterStart: Math.floor(wh), timestamp: now() });
      transaction = started.transactionId;
      schedule();
      status('Charging');
    } catch (e) { /* the library has told */ }
    starting = false;
  });
  return { status: 'Accepted' };
});
client.handle('RemoteStopTransaction', ({ params }) => {
  if (params.transactionId !== transaction) return { status: 'Rejected' };
  const transactionId = transaction;
  transaction = null;
  profile = null;
  limit = 16;
  setImmediate(() => client.call('StopTransaction', { transactionId, meterStop: Math.floor(wh), timestamp: now(), reason: 'Remote' })
    .then(() => status('Available')).catch(() => {}));
  return { status: 'Accepted' };
});
client.handle('SetChargingProfile', ({ params }) => {
  const { csChargingProfiles: set } = params;
  if (set.chargingProfilePurpose !== 'TxProfile' || !transaction || set.chargingSchedule.chargingRateUnit !== 'A' || set.stackLevel > 3
      || params.connectorId !== 1) {
    return { status: 'Rejected' };
  }
  profile = set;
  limit = Math.min(16, set.chargingSchedule.chargingSchedulePeriod[0].limit);
  return { status: 'Accepted' };
});
client.handle('ClearChargingProfile', ({ params }) => {
  if (!profile || (params.id && params.id !== profile.chargingProfileId)) return { status: 'Unknown' };
  profile = null;
  limit = 16;
  return { status: 'Accepted' };
});
client.handle(({ method }) => { throw createRPCError('NotImplemented', method + ' is not for this charger'); });
let accepted = false;
async function boot() {
  try {
    const answer = await client.call('BootNotification', { chargePointVendor: 'npm', chargePointModel: 'ocpp-rpc', firmwareVersion: '2.2.1' });
    accepted = answer.status === 'Accepted';
    if (accepted) status('Available');
    else setTimeout(() => { if (!accepted) boot(); }, 1000 * answer.interval);
  } catch (e) { setTimeout(boot, 500); }
}
client.on('open', () => { if (!accepted) boot(); });
client.connect().catch(() => {});

// A station by somebody else: a strict OCPP 1.6J client charges once at the central system given as the first argument, under the
// identity given as the second. With a third argument 'stays' it then waits to be told goodbye.
import { RPCClient } from 'ocpp-rpc';
import { awaited, failLoudly, tell, tellComplaints } from './tell.mjs';

const [endpoint, identity, afterwards] = process.argv.slice(2);
const station = new RPCClient({ endpoint, identity, protocols: ['ocpp1.6'], strictMode: true, reconnect: false, callTimeoutMs: 10_000 });
tellComplaints(station);

const base = awaited();
const configured = awaited();
const setpoint = awaited();
const gone = awaited();
const configuration = { ConnectorPhaseRotation: '1.RST', ChargingScheduleAllowedChargingRateUnit: 'Current' };

function serve(action, answer) {
  station.handle(action, ({ params }) => {
    const conf = answer(params);
    tell({ heard: action, params, conf });
    return conf;
  });
}

const inForce = {};
serve('SetChargingProfile', ({ connectorId, csChargingProfiles: profile }) => {
  inForce[connectorId] = profile;
  (profile.chargingProfilePurpose === 'TxProfile' ? setpoint : base).fulfil(profile);
  return { status: 'Accepted' };
});
serve('GetCompositeSchedule', ({ connectorId, duration, chargingRateUnit = 'A' }) => {
  const { chargingSchedulePeriod } = (inForce[connectorId] ?? inForce[0]).chargingSchedule;
  return {
    status: 'Accepted', connectorId, scheduleStart: now(),
    chargingSchedule: { duration, chargingRateUnit, chargingSchedulePeriod },
  };
});
serve('ChangeConfiguration', ({ key, value }) => {
  configuration[key] = value;
  return { status: 'Accepted' };
});
serve('GetConfiguration', ({ key = Object.keys(configuration) }) => {
  configured.fulfil();
  return {
    configurationKey: key.filter(name => name in configuration).map(name => ({ key: name, readonly: false, value: configuration[name] })),
    unknownKey: key.filter(name => !(name in configuration)),
  };
});
serve('TriggerMessage', () => ({ status: 'NotImplemented' }));
station.on('close', ({ code }) => {
  tell({ closed: code });
  gone.fulfil();
});

async function call(action, params) {
  const conf = await station.call(action, params);
  tell({ answered: action, conf });
  return conf;
}

const now = () => new Date().toISOString();
const status = (connectorId, status) => call('StatusNotification', { connectorId, errorCode: 'NoError', status, timestamp: now() });

async function charge() {
  await station.connect();
  tell({ connected: station.protocol });
  const boot = await call('BootNotification', {
    chargePointVendor: 'Strict', chargePointModel: 'One', chargePointSerialNumber: 'S-1', firmwareVersion: '1.2.3' });
  if (boot.status !== 'Accepted') {
    throw new Error('not accepted but ' + boot.status);
  }
  await status(0, 'Available');
  await status(1, 'Available');
  await base.promise;
  await configured.promise;
  await call('Authorize', { idTag: 'STRICT-CARD' });
  await status(1, 'Preparing');
  const { transactionId } = await call('StartTransaction', {
    connectorId: 1, idTag: 'STRICT-CARD', meterStart: 1_000, timestamp: now() });
  const profile = await setpoint.promise;
  tell({ setpoint: profile, transactionId });
  await status(1, 'Charging');
  await call('MeterValues', { connectorId: 1, transactionId, meterValue: [{ timestamp: now(), sampledValue: [
    { value: '1100', measurand: 'Energy.Active.Import.Register', unit: 'Wh', context: 'Sample.Periodic' },
    { value: '15.9', measurand: 'Current.Import', phase: 'L1', unit: 'A' }] }] });
  await call('DataTransfer', { vendorId: 'nobody.example', messageId: 'hello', data: 'is anybody there?' });
  await call('Heartbeat', {});
  await call('StopTransaction', { transactionId, idTag: 'STRICT-CARD', meterStop: 1_200, timestamp: now(), reason: 'Local' });
  await status(1, 'Available');
  tell({ done: true });
  if (afterwards !== 'stays') {
    await station.close();
  }
  await gone.promise;
}

charge().then(() => process.exit(0), failLoudly);

// A central system by somebody else: a strict OCPP 1.6J server on a free port steers the first station that comes to it. It puts a
// TxDefaultProfile of 6 A below a TxProfile of 16 A that lasts as many seconds as the first argument says, asks for the composite
// schedule, has itself told the current every second, and at 6 A ends the transaction.
import { RPCServer, createRPCError } from 'ocpp-rpc';
import { awaited, failLoudly, tell, tellComplaints } from './tell.mjs';

const LASTS_SECONDS = Number(process.argv[2]);
const TRANSACTION = 4711;
const server = new RPCServer({ protocols: ['ocpp1.6'], strictMode: true, callTimeoutMs: 10_000 });
let taken = false;

server.auth((accept, reject, { identity, protocols }) => {
  tell({ dials: identity, protocols: [...protocols] });
  taken || !identity.startsWith('CP-') ? reject(404, 'not a station of mine') : accept({}, 'ocpp1.6');
  taken ||= identity.startsWith('CP-');
});

server.on('client', station => {
  tellComplaints(station);
  tell({ connected: station.protocol, identity: station.identity });
  steer(station).catch(failLoudly);
});

const now = () => new Date().toISOString();
const profile = (more, limit, schedule) => ({
  stackLevel: 0,
  chargingProfileKind: 'Relative',
  chargingSchedule: { chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit }], ...schedule },
  ...more,
});

async function steer(station) {
  const booted = awaited();
  const started = awaited();
  const stopped = awaited();
  const reached = [{ amps: 16, ...awaited() }, { amps: 6, ...awaited() }];
  const allReached = Promise.all(reached.map(({ promise }) => promise));
  const accepted = { idTagInfo: { status: 'Accepted' } };

  function serve(action, answer) {
    station.handle(action, ({ params }) => {
      tell({ heard: action, params });
      return answer(params);
    });
  }
  serve('BootNotification', () => {
    setImmediate(booted.fulfil);
    return { status: 'Accepted', currentTime: now(), interval: 60 };
  });
  serve('StatusNotification', () => ({}));
  serve('Heartbeat', () => ({ currentTime: now() }));
  serve('Authorize', async () => {
    await configured; // so that nothing is drawn before the profiles are in place
    return accepted;
  });
  serve('StartTransaction', () => {
    setImmediate(started.fulfil);
    return { transactionId: TRANSACTION, ...accepted };
  });
  serve('MeterValues', ({ meterValue }) => {
    for (const { measurand, phase, value } of meterValue.flatMap(({ sampledValue }) => sampledValue)) {
      if (measurand === 'Current.Import' && phase === 'L1') {
        if (Math.round(Number(value)) === reached[0]?.amps) {
          tell({ reached: reached[0].amps });
          reached.shift().fulfil();
        }
      }
    }
    return {};
  });
  serve('StopTransaction', () => {
    setImmediate(stopped.fulfil);
    return {};
  });
  station.handle(({ method, params }) => {
    tell({ complaint: 'unexpected', method, params });
    throw createRPCError('NotImplemented');
  });

  async function call(action, params) {
    const conf = await station.call(action, params);
    tell({ answered: action, params, conf });
    return conf;
  }

  const configured = booted.promise.then(async () => {
    await call('ChangeConfiguration', { key: 'MeterValuesSampledData', value: 'Current.Import' });
    await call('ChangeConfiguration', { key: 'MeterValueSampleInterval', value: '1' });
    await call('GetConfiguration', {});
    await call('SetChargingProfile', {
      connectorId: 0, csChargingProfiles: profile({ chargingProfileId: 1, chargingProfilePurpose: 'TxDefaultProfile' }, 6) });
  });
  await started.promise;
  await call('SetChargingProfile', {
    connectorId: 1,
    csChargingProfiles: profile(
      { chargingProfileId: 2, chargingProfilePurpose: 'TxProfile', transactionId: TRANSACTION }, 16, { duration: LASTS_SECONDS }) });
  await call('GetCompositeSchedule', { connectorId: 1, duration: 60, chargingRateUnit: 'A' });
  await allReached;
  await call('GetCompositeSchedule', { connectorId: 1, duration: 60, chargingRateUnit: 'A' });
  await call('TriggerMessage', { requestedMessage: 'Heartbeat' });
  await call('RemoteStopTransaction', { transactionId: TRANSACTION });
  await stopped.promise;
  await call('ClearChargingProfile', {});
  tell({ done: true });
}

await server.listen(0, '127.0.0.1').then(http => tell({ port: http.address().port }), failLoudly);

// What a peer saw, as JSON lines on standard output: the test reads them.

export function tell(line) {
  process.stdout.write(JSON.stringify(line) + '\n');
}

/** Tells everything that the library holds against the other end. */
export function tellComplaints(client) {
  client.on('strictValidationFailure', ({ method, params, result, outbound, error }) =>
    tell({ complaint: 'schema', method, outbound, payload: result ?? params, why: error.message, details: error.details }));
  client.on('badMessage', ({ buffer, error }) =>
    tell({ complaint: 'bad message', payload: buffer.toString(), why: error.message }));
  client.on('callError', ({ method, outbound, error }) =>
    tell({ complaint: 'call error', method, outbound, why: error.message, code: error.rpcErrorCode }));
  client.on('socketError', error => tell({ complaint: 'socket', why: error.message }));
}

/** A promise and what fulfils it. */
export function awaited() {
  let fulfil;
  const promise = new Promise(resolve => { fulfil = resolve; });
  return { promise, fulfil };
}

/** Ends the process with what went wrong: nothing here may fail unseen. */
export function failLoudly(error) {
  tell({ complaint: 'failed', why: String(error?.stack ?? error) });
  process.exit(1);
}

process.on('unhandledRejection', failLoudly);

// A whole charger of npm's, as its command line starts it: node charger-simulator.js ws://HOST:PORT/ IDENTITY
const { ChargerSimulator } = require("charger-simulator/dist/ChargerSimulator.js");

const [, , url, identity] = process.argv;
new ChargerSimulator({
  centralSystemEndpoint: url.replace(/\/$/, ""),
  chargerIdentity: identity,
  startDelayMs: 200,
  stopDelayMs: 200,
  meterValuesIntervalSec: 1,
}).start();
// A refused call would end it: its MeterValues are not those of OCPP 1.6, and it does not expect to hear so.
process.on("unhandledRejection", (refused) => console.log(`refused: ${refused.message}`));
setInterval(() => {}, 1 << 30); // its command line is kept up by the keyboard

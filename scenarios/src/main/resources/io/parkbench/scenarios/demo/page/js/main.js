// Starts the page.
import { html, render } from "./dom.js";
import { App } from "./app.js";
import { startWords } from "./i18n.js";
import { openStream } from "./stream.js";
import { listenToKeys } from "./keys.js";
import { site } from "./store.js";
import { forget } from "./choice.js";

site.listen(() => site.value && forget(site.value));
await startWords();
const root = document.getElementById("app");
root.replaceChildren();
render(html`<${App} />`, root);
listenToKeys();
openStream();

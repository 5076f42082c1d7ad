// The page's words in the reader's language.
import { Cell } from "./cell.js";

export const LANGUAGES = { en: "English", fr: "Français", de: "Deutsch", es: "Español", pt: "Português" };
const KEY = "parkbench.language";

export const language = new Cell("en");
let words = {};
let english = {};

async function load(code) {
  const response = await fetch(`i18n/${code}.json`);
  if (!response.ok) throw new Error(`i18n/${code}.json: ${response.status}`);
  return response.json();
}

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** The language chosen before, else the first of the browser's that the page speaks, else English. */
function preferred() {
  const wanted = [stored(), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wanted.find((code) => code && code in LANGUAGES) ?? "en";
}

export async function startWords() {
  english = await load("en");
  await speak(preferred(), false);
}

export async function speak(code, keep = true) {
  if (keep) {
    try {
      localStorage.setItem(KEY, code); // before anything is waited for, so that a reload at once keeps it, too
    } catch {
      // storage is switched off: the choice holds until the page is left
    }
  }
  words = code === "en" ? english : await load(code);
  document.documentElement.lang = code;
  language.set(code);
}

/** The text of a key, with {name} replaced; where a count is given, the key's plural form (key.one, key.other). */
export function t(key, values) {
  let text = words[key] ?? english[key];
  if (text === undefined && values && "count" in values) {
    const form = new Intl.PluralRules(language.value).select(values.count) === "one" ? "one" : "other";
    text = words[`${key}.${form}`] ?? english[`${key}.${form}`];
  }
  if (text === undefined) return key;
  return values ? text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole) : text;
}

/** The text of a key, or what the server calls it where the page has no word for it. */
export function named(key, fallback) {
  return words[key] ?? english[key] ?? fallback;
}

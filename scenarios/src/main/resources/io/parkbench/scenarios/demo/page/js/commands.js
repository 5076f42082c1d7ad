// Tells the server what to do, and the reader what came of it.
import { toast } from "./toasts.js";
import { t } from "./i18n.js";

const post = (what) => fetch("command", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(what) });

/** Answers what the server said, or null if it refused; a refusal is shown with its remedy. */
export async function command(what, { quiet = false } = {}) {
  let response;
  try {
    response = await post(what);
  } catch {
    toast("error", t("error.unreachable"), t("error.unreachable.remedy"));
    return null;
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    toast("error", body.error?.message ?? t("error.refused", { status: response.status }), body.error?.remedy);
    return null;
  }
  if (body.said && !quiet) toast("done", body.said);
  return body;
}

/** For commands whose effect is seen at once: says only why not. */
export const quietly = (what) => command(what, { quiet: true });

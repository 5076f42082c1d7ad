// The one place that binds preact and htm together.
import { h, render, Component, Fragment } from "../vendor/preact/preact.mjs";
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, useCallback } from "../vendor/preact/hooks.mjs";
import htm from "../vendor/htm/htm.mjs";

export const html = htm.bind(h);
export { render, Component, Fragment, useEffect, useId, useLayoutEffect, useMemo, useRef, useState, useCallback };

'use strict';
// Draws the plots when they come into view, from the JSON beside them, and keeps cursor and zoom of a scenario's plots together.
(() => {
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  // s between two marks of a time axis
  const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800];
  const groups = new Map();
  const drawn = new Set();

  function group(evidence) {
    let g = groups.get(evidence);
    if (!g) {
      const data = JSON.parse(evidence.querySelector('script.data').textContent);
      g = { key: evidence.dataset.key, data, range: null, plots: [] };
      const pad = data.t1 > data.t0 ? 0 : 500;
      g.full = [(data.t0 - pad) / 1000, (data.t1 + pad) / 1000];
      const failed = Number(evidence.dataset.failed) / 1000;
      g.failed = failed >= g.full[0] ? failed : null;
      // a claim that waits in vain fails long after the last line of its recording
      if (g.failed > g.full[1]) g.full[1] = g.failed + (g.failed - g.full[0]) / 50;
      groups.set(evidence, g);
    }
    return g;
  }

  // [[dt…], [value…]] with times in ms since the one before → seconds since 1970
  function decode(g, [steps, values]) {
    let t = g.data.t0;
    return { t: steps.map(d => (t += d) / 1000), v: values };
  }

  // One time axis for all lines of a plot; every line keeps its value until its next step.
  function align(g, lines) {
    const times = [...new Set([g.full[0], ...lines.flatMap(l => l.t), g.full[1]])].sort((a, b) => a - b);
    return [times, ...lines.map(l => {
      let i = -1;
      return times.map(t => {
        while (i + 1 < l.t.length && l.t[i + 1] <= t) i++;
        return i < 0 ? null : l.v[i];
      });
    })];
  }

  function clock(g) {
    const parts = new Intl.DateTimeFormat('en-GB', { timeZone: g.data.tz, hourCycle: 'h23', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' });
    return seconds => Object.fromEntries(parts.formatToParts(new Date(seconds * 1000)).map(p => [p.type, p.value]));
  }

  function axisTimes(g) {
    const at = clock(g);
    return (u, splits, axis, space, step) => splits.map(s => {
      const p = at(s);
      if (step >= 86400 || (p.hour === '00' && p.minute === '00' && p.second === '00')) return p.day + ' ' + p.month;
      return p.hour + ':' + p.minute + (step < 60 ? ':' + p.second : '');
    });
  }

  function note(g, notes, t) {
    if (!notes || !notes[0].length) return '';
    const n = notes.decoded || (notes.decoded = decode(g, notes));
    let i = -1;
    while (i + 1 < n.t.length && n.t[i + 1] <= t) i++;
    return i < 0 ? '' : g.data.texts[n.v[i]];
  }

  // Heading, readout and canvas of a plot are made when it is drawn: a page has thousands of plots and shows a few.
  function build(figure) {
    if (figure.querySelector('.canvas')) return;
    const head = document.createElement('p');
    head.className = 'head';
    const phase = document.createElement('span');
    phase.className = 'phase';
    phase.textContent = figure.dataset.head || '';
    const readout = document.createElement('output');
    readout.className = 'readout';
    head.append(phase, readout);
    const box = document.createElement('div');
    box.className = 'canvas';
    box.tabIndex = 0;
    box.setAttribute('role', 'img');
    box.setAttribute('aria-label', (figure.dataset.head || '') + ' ' + figure.querySelector('figcaption').textContent);
    figure.prepend(head, box);
  }

  const amps = v => v == null ? '–' : String(Math.round(v * 100) / 100);

  function plan(g, figure) {
    const [kind, index, part] = figure.dataset.at.split(' ');
    if (kind === 'zone') {
      const z = g.data.zones[index][part];
      const by = s => { const text = note(g, z.by, s); return text && ' · by ' + text; };
      if (z.load) {
        // where they share a limit, other loads are at the bottom and all else is on top of them
        const on = (lines, load, sign) => z.stack ? lines.map(l => l.map((v, i) => v == null ? null : v + sign * (load[i] || 0))) : lines;
        return {
          lines: [z.load, z.current, z.leased, z.limit].map(l => decode(g, l)),
          stack: ([t, load, ...own]) => [t, load, ...on(own, load, 1)],
          series: [{ stroke: '--soft', fill: z.stack && '--stay', width: 1 }, { stroke: '--current', fill: '--fill', width: 1.5 }, { stroke: '--leased', width: 1.5, dash: [5, 3] }, { stroke: '--limit', width: 1.5 }],
          bands: z.breaches, band: '--bad-fill', edge: '--bad',
          say: (t, [load, ...sums], s) => {
            const [[current], [leased], [limit]] = on(sums.map(v => [v]), [load], -1);
            return `${t}  limit ${amps(limit)} · leased ${amps(leased)} · true ${amps(current)} · other ${amps(load)} A${by(s)}`;
          },
        };
      }
      return {
        lines: [z.current, z.leased, z.limit].map(l => decode(g, l)),
        series: [{ stroke: '--current', fill: '--fill', width: 1.5 }, { stroke: '--leased', width: 1.5, dash: [5, 3] }, { stroke: '--limit', width: 1.5 }],
        bands: z.breaches, band: '--bad-fill', edge: '--bad',
        say: (t, [current, leased, limit], s) => `${t}  limit ${amps(limit)} · leased ${amps(leased)} · true ${amps(current)} A${by(s)}`,
      };
    }
    const c = g.data.connectors[index];
    return {
      lines: [c.draw, c.setpoint].map(l => decode(g, l)),
      series: [{ stroke: '--current', fill: '--fill', width: 1.5 }, { stroke: '--leased', width: 1.5, dash: [5, 3] }],
      bands: c.stays, band: '--stay', edge: '--soft',
      say: (t, [draw], s) => `${t}  draw ${amps(draw)} A · setpoint ${note(g, c.why, s) || '–'}`,
    };
  }

  function draw(figure) {
    if (figure.plot) return;
    build(figure);
    const evidence = figure.closest('.evidence');
    const g = group(evidence);
    const box = figure.querySelector('.canvas');
    const readout = figure.querySelector('.readout');
    const p = plan(g, figure);
    const aligned = align(g, p.lines);
    const data = p.stack ? p.stack(aligned) : aligned;
    const at = clock(g);
    const sync = uPlot.sync(g.key);
    const color = name => () => css(name);
    const font = '11px system-ui, sans-serif';
    const axis = { stroke: color('--soft'), font, grid: { stroke: color('--line'), width: 1 }, ticks: { stroke: color('--line'), width: 1, size: 4 } };
    figure.plot = new uPlot({
      width: box.clientWidth, height: box.clientHeight, legend: { show: false },
      tzDate: s => uPlot.tzDate(new Date(s * 1000), g.data.tz),
      padding: [6, 18, 0, 0],
      cursor: {
        y: false, points: { show: false }, drag: { x: true, y: false },
        // what holds at the cursor is the step before it, not the nearest one
        dataIdx: (u, s, near, x) => near > 0 && u.data[0][near] > x ? near - 1 : near,
        sync: { key: sync.key, scales: ['x', null], filters: { pub: e => e === 'mousemove' || e === 'mouseleave' } },
      },
      scales: { x: { time: true, range: (u, min, max) => g.range || g.full }, y: { range: (u, min, max) => [Math.min(0, (min || 0) * 1.08), Math.max(1, (max || 0) * 1.08)] } },
      axes: [{ ...axis, size: 24, gap: 3, space: 64, incrs: STEPS, values: axisTimes(g) }, { ...axis, size: 40, gap: 4, space: 28, values: (u, s) => s.map(v => v + '') }],
      series: [{}, ...p.series.map(s => ({ ...s, stroke: color(s.stroke), fill: s.fill && color(s.fill), paths: uPlot.paths.stepped({ align: 1 }), points: { show: false } }))],
      hooks: {
        drawAxes: [u => {
          for (const [from, to] of p.bands) {
            const x0 = Math.max(u.valToPos((g.data.t0 + from) / 1000, 'x', true), u.bbox.left);
            const x1 = Math.min(u.valToPos((g.data.t0 + to) / 1000, 'x', true), u.bbox.left + u.bbox.width);
            if (x1 < x0) continue;
            u.ctx.fillStyle = css(p.band);
            u.ctx.fillRect(x0, u.bbox.top, Math.max(2, x1 - x0), u.bbox.height);
            u.ctx.fillStyle = css(p.edge);
            u.ctx.fillRect(x0, u.bbox.top, devicePixelRatio, u.bbox.height);
          }
          if (g.failed !== null) {
            const x = u.valToPos(g.failed, 'x', true);
            if (x >= u.bbox.left - 1 && x <= u.bbox.left + u.bbox.width + 1) {
              u.ctx.fillStyle = css('--bad');
              u.ctx.fillRect(x - devicePixelRatio, u.bbox.top, 2 * devicePixelRatio, u.bbox.height);
            }
          }
        }],
        setSelect: [u => {
          if (u.select.width > 4) zoom(g, u.posToVal(u.select.left, 'x'), u.posToVal(u.select.left + u.select.width, 'x'));
          u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        }],
        setCursor: [u => {
          const { idx, left } = u.cursor;
          if (idx == null || left < 0) { readout.textContent = ''; return; }
          const s = u.posToVal(left, 'x');
          const t = at(s);
          readout.textContent = p.say(`${t.hour}:${t.minute}:${t.second}`, u.data.slice(1).map(v => v[idx]), s);
          readout.title = readout.textContent;
        }],
      },
    }, data, box);
    figure.plot.over.addEventListener('dblclick', () => zoom(g));
    box.addEventListener('keydown', e => keys(g, figure.plot, e));
    g.plots.push(figure.plot);
    drawn.add(figure);
    sizes.observe(box);
  }

  function zoom(g, from, to) {
    g.range = from === undefined ? null : [Math.max(from, g.full[0]), Math.min(to, g.full[1])];
    const [min, max] = g.range || g.full;
    for (const plot of g.plots) plot.setScale('x', { min, max });
  }

  function keys(g, plot, e) {
    const [min, max] = g.range || g.full;
    const x = plot.cursor.left >= 0 ? plot.posToVal(plot.cursor.left, 'x') : min;
    const width = max - min;
    const to = { ArrowLeft: x - width / 100, ArrowRight: x + width / 100, Home: min, End: max }[e.key];
    if (to !== undefined) {
      plot.setCursor({ left: plot.valToPos(Math.min(max, Math.max(min, to)), 'x'), top: 0 }, true, true);
    } else if (e.key === '+' || e.key === '=') {
      const from = Math.min(Math.max(min, x - width / 4), max - width / 2);
      zoom(g, from, from + width / 2);
    } else if (e.key === '-') {
      if (width * 2 >= g.full[1] - g.full[0]) zoom(g); else zoom(g, x - width, x + width);
    } else if (e.key === '0' || e.key === 'Escape') {
      zoom(g);
    } else {
      return;
    }
    e.preventDefault();
  }

  const figures = [...document.querySelectorAll('figure.plot')];
  const sizes = new ResizeObserver(entries => {
    for (const { target } of entries) {
      const plot = target.parentElement.plot;
      if (document.documentElement.classList.contains('paper')) continue;
      if (target.clientWidth && plot.width !== target.clientWidth) plot.setSize({ width: target.clientWidth, height: target.clientHeight });
    }
  });
  const seen = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) { seen.unobserve(target); draw(target); }
  }, { rootMargin: '400px' });
  // What the reader sees first is there with the first frame; the rest follows as it comes near. What is folded is not even looked
  // at before it is unfolded: asking where it is would lay all of it out.
  const watch = figure => seen.observe(figure);
  const folded = figure => figure.closest('details:not([open])');
  figures.filter(f => !folded(f)).forEach((f, i) => {
    const { top, height } = i < 12 ? f.getBoundingClientRect() : {};
    if (height && top < innerHeight) draw(f); else watch(f);
  });
  document.addEventListener('toggle', e => {
    if (e.target.open) e.target.querySelectorAll('figure.plot').forEach(f => { if (!f.plot && !folded(f)) watch(f); });
  }, true);

  const redraw = () => drawn.forEach(f => f.plot.redraw(false));
  for (const media of ['(prefers-color-scheme: dark)', 'print']) matchMedia(media).addEventListener('change', redraw);

  // On paper two plots stand side by side, whatever the window's width; what is folded stays folded.
  const onPaper = { zone: 326, connector: 326 };
  addEventListener('beforeprint', () => {
    document.documentElement.classList.add('paper');
    for (const f of figures) if (f.getClientRects().length) draw(f);
    drawn.forEach(f => f.plot.setSize({ width: onPaper[f.dataset.at.split(' ')[0]], height: f.plot.height }));
  });
  addEventListener('afterprint', () => {
    document.documentElement.classList.remove('paper');
    drawn.forEach(f => { const box = f.querySelector('.canvas'); if (box.clientWidth) f.plot.setSize({ width: box.clientWidth, height: box.clientHeight }); });
  });

  function list(why) {
    if (why.querySelector('ol')) return;
    const g = group(why.closest('.evidence'));
    const at = clock(g);
    const reasons = decode(g, g.data.connectors[why.dataset.index].why);
    const ol = document.createElement('ol');
    reasons.t.forEach((t, i) => {
      const p = at(t);
      const time = document.createElement('time');
      time.textContent = (g.full[1] - g.full[0] > 86400 ? p.day + ' ' + p.month + ' ' : '') + `${p.hour}:${p.minute}:${p.second}`;
      const li = document.createElement('li');
      li.append(time, g.data.texts[reasons.v[i]]);
      ol.append(li);
    });
    why.append(ol);
  }
  document.querySelectorAll('details.why').forEach(why => why.addEventListener('toggle', () => list(why)));

  document.addEventListener('click', async e => {
    const button = e.target.closest('button.copy');
    if (!button) return;
    const code = button.parentElement.querySelector('code');
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = 'Copy'; }, 1500);
    } catch (refused) {
      getSelection().selectAllChildren(code);
    }
  });
  for (const command of document.querySelectorAll('.command')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    command.append(button);
  }

  const legends = {
    zone: { limit: 'limit in force', leased: 'worst-case sum', current: 'true current', load: 'other loads', breach: 'breach, trip' },
    connector: { leased: 'setpoint', current: 'true draw', stay: 'car plugged in' },
  };
  for (const heading of document.querySelectorAll('[data-legend]')) {
    const legend = document.createElement('p');
    legend.className = 'legend';
    const words = { ...legends[heading.dataset.legend] };
    if (heading.closest('[data-failed]')) words.failed = 'when it failed';
    for (const [key, text] of Object.entries(words)) {
      const entry = document.createElement('span');
      entry.className = 'key ' + key;
      entry.textContent = text;
      legend.append(entry);
    }
    heading.after(legend);
  }

  const scenarios = [...document.querySelectorAll('details.scenario')];
  document.querySelectorAll('.choose').forEach(choose => { choose.hidden = false; });
  document.querySelector('.unfold')?.addEventListener('click', () => scenarios.forEach(s => { s.open = !s.hidden; }));
  document.querySelector('.fold')?.addEventListener('click', () => scenarios.forEach(s => { s.open = false; }));

  // Which requirements are shown: those of one verdict, or all.
  const rows = [...document.querySelectorAll('.matrix tr:not(.family)')];
  const moods = [...document.querySelectorAll('[data-for=matrix] button')];
  moods.forEach(button => button.addEventListener('click', () => {
    moods.forEach(other => other.setAttribute('aria-pressed', other === button));
    rows.filter(row => row.closest('tbody')).forEach(row => { row.hidden = button.dataset.mood && !row.classList.contains(button.dataset.mood); });
    document.querySelectorAll('.matrix tbody').forEach(body => { body.hidden = ![...body.rows].some(row => !row.hidden && !row.classList.contains('family')); });
  }));

  // Which scenarios are shown: those that have all the words, in name, tags, file or feature.
  const find = document.querySelector('.find');
  const failed = document.querySelector('[data-for=scenario] [data-mood=failed]');
  const none = document.querySelector('.none');
  function choose() {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const only = failed.getAttribute('aria-pressed') === 'true';
    let shown = 0;
    for (const s of scenarios) {
      s.text ??= (s.parentElement.firstElementChild.textContent + ' ' + s.firstElementChild.textContent + ' ' + s.children[1].textContent).toLowerCase();
      s.hidden = (only && !s.classList.contains('failed')) || !words.every(w => s.text.includes(w));
      shown += !s.hidden;
    }
    document.querySelectorAll('.of-feature').forEach(f => { f.hidden = !f.querySelector('details.scenario:not([hidden])'); });
    none.textContent = shown === scenarios.length ? '' : shown + ' of ' + scenarios.length + ' scenarios';
  }
  find?.addEventListener('input', choose);
  failed?.addEventListener('click', () => { failed.setAttribute('aria-pressed', failed.getAttribute('aria-pressed') !== 'true'); choose(); });

  // A link opens what it leads to; one to a plot zooms to the moment of the failure.
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const scenario = target.closest('details.scenario');
    if (scenario) {
      if (scenario.hidden && find) { find.value = ''; failed.setAttribute('aria-pressed', 'false'); choose(); }
      scenario.open = true;
    }
    target.scrollIntoView();
    const evidence = target.id.endsWith('-plot') && scenario?.querySelector('.evidence');
    if (!evidence) return;
    const figure = evidence.querySelector('figure.bad') || evidence.querySelector('figure.plot');
    figure.scrollIntoView({ block: 'center' });
    draw(figure);
    const g = group(evidence);
    const bad = figure.classList.contains('bad') && plan(g, figure).bands[0];
    const at = g.failed ?? (bad ? (g.data.t0 + bad[0]) / 1000 : null);
    const width = (g.full[1] - g.full[0]) / 10;
    if (at !== null) zoom(g, at - width, at + width);
    figure.querySelector('.canvas').focus({ preventScroll: true });
  };
  addEventListener('hashchange', reveal);
  document.addEventListener('click', e => { if (e.target.closest('a[href^="#"]')) setTimeout(reveal); });
  reveal();
})();

'use strict';
// Draws the plots when they come into view, from the JSON beside them, and keeps cursor and zoom of a scenario's plots together.
(() => {
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const groups = new Map();
  const drawn = new Set();

  function group(evidence) {
    let g = groups.get(evidence);
    if (!g) {
      const data = JSON.parse(evidence.querySelector('script.data').textContent);
      g = { key: evidence.dataset.key, data, range: null, plots: [] };
      const pad = data.t1 > data.t0 ? 0 : 500;
      g.full = [(data.t0 - pad) / 1000, (data.t1 + pad) / 1000];
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

  const amps = v => v == null ? '–' : String(Math.round(v * 100) / 100);

  function plan(g, figure) {
    const { kind, index, group: part } = figure.dataset;
    if (kind === 'zone') {
      const z = g.data.zones[index][part];
      if (z.load) {
        // where they share a limit, other loads are at the bottom and all else is on top of them
        const on = (lines, load, sign) => z.stack ? lines.map(l => l.map((v, i) => v == null ? null : v + sign * (load[i] || 0))) : lines;
        return {
          lines: [z.load, z.current, z.leased, z.limit].map(l => decode(g, l)),
          stack: ([t, load, ...own]) => [t, load, ...on(own, load, 1)],
          series: [{ stroke: '--soft', fill: z.stack && '--stay', width: 1 }, { stroke: '--current', fill: '--fill', width: 1.5 }, { stroke: '--leased', width: 1.5, dash: [5, 3] }, { stroke: '--limit', width: 1.5 }],
          bands: z.breaches, band: '--bad-fill', edge: '--bad',
          say: (t, [load, ...sums]) => {
            const [[current], [leased], [limit]] = on(sums.map(v => [v]), [load], -1);
            return `${t}  limit ${amps(limit)} · leased ${amps(leased)} · true ${amps(current)} · other ${amps(load)} A`;
          },
        };
      }
      return {
        lines: [z.current, z.leased, z.limit].map(l => decode(g, l)),
        series: [{ stroke: '--current', fill: '--fill', width: 1.5 }, { stroke: '--leased', width: 1.5, dash: [5, 3] }, { stroke: '--limit', width: 1.5 }],
        bands: z.breaches, band: '--bad-fill', edge: '--bad',
        say: (t, [current, leased, limit]) => `${t}  limit ${amps(limit)} · leased ${amps(leased)} · true ${amps(current)} A`,
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
      axes: [{ ...axis, size: 24, gap: 3, space: 64, values: axisTimes(g) }, { ...axis, size: 40, gap: 4, space: 28, values: (u, s) => s.map(v => v + '') }],
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
      if (target.clientWidth && plot.width !== target.clientWidth) plot.setSize({ width: target.clientWidth, height: target.clientHeight });
    }
  });
  const seen = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) { seen.unobserve(target); draw(target); }
  }, { rootMargin: '400px' });
  // what the reader sees first is there with the first frame; the rest follows as it comes near
  for (const f of figures) {
    const { top, height } = f.getBoundingClientRect();
    if (height && top < innerHeight && drawn.size < 60) draw(f); else seen.observe(f);
  }

  const redraw = () => drawn.forEach(f => f.plot.redraw(false));
  for (const media of ['(prefers-color-scheme: dark)', 'print']) matchMedia(media).addEventListener('change', redraw);
  addEventListener('beforeprint', () => figures.filter(f => f.offsetParent).forEach(draw));

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

  document.querySelectorAll('button.copy').forEach(button => button.addEventListener('click', async () => {
    const code = button.parentElement.querySelector('code');
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = 'Copy'; }, 1500);
    } catch (refused) {
      getSelection().selectAllChildren(code);
    }
  }));

  const scenarios = document.querySelectorAll('details.scenario');
  document.querySelector('.unfold')?.addEventListener('click', () => scenarios.forEach(s => { s.open = true; }));
  document.querySelector('.fold')?.addEventListener('click', () => scenarios.forEach(s => { s.open = false; }));
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (target && target.tagName === 'DETAILS') { target.open = true; target.scrollIntoView(); }
  };
  addEventListener('hashchange', reveal);
  document.querySelectorAll('a[href^="#s"]').forEach(a => a.addEventListener('click', () => setTimeout(reveal)));
  reveal();
})();

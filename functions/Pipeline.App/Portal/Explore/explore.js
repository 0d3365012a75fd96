// Draws the table of the page. Reads nothing but that table, writes nothing but the chart, and leaves the page as it is where anything is missing.
'use strict';
(() => {
  const table = document.getElementById('chart-data');
  const place = document.getElementById('chart');
  if (!table || !place || !window.echarts) return;

  const rows = [...table.tBodies[0].rows];
  const series = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent);
  const labels = rows.map((row) => row.cells[0].textContent);
  const number = (cell) => (cell.dataset.value === undefined ? null : Number(cell.dataset.value));
  const { kind, unit, title } = table.dataset;
  const size = 16;
  const lies = kind === 'bar';
  const categories = { type: 'category', data: labels, inverse: lies, axisLabel: lies ? { interval: 0, fontSize: size } : { fontSize: size } };
  const values = { type: 'value', name: unit, axisLabel: { fontSize: size }, nameLocation: lies ? 'middle' : 'end', nameGap: lies ? 32 : 16, nameTextStyle: { fontSize: size, align: lies ? 'center' : 'left' } };

  document.getElementById('chart-note').hidden = true;
  place.hidden = false;
  if (lies) place.classList.add('tall');
  const chart = window.echarts.init(place, null, { renderer: 'svg' });
  const top = (room) => ({ grid: { left: 16, right: 32, top: room, bottom: lies ? 48 : 64, containLabel: true } });
  const picture = {
    animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    color: ['#0031d8', '#c74700', '#197a4b'],
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: size },
    aria: { enabled: true, decal: { show: kind !== 'line' }, label: { description: `${title} (${unit})` } },
    legend: series.length > 1 ? { top: 0, left: 0, textStyle: { fontSize: size } } : { show: false },
    // Text of the picture itself: markup of a tooltip would bring styles that the content policy refuses.
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, textStyle: { fontSize: size } },
    dataZoom: lies ? [] : [{ type: 'slider', bottom: 8, height: 32 }],
    xAxis: lies ? values : categories,
    yAxis: lies ? categories : values,
    series: series.map((name, column) => ({
      name,
      type: kind === 'line' ? 'line' : 'bar',
      stack: kind === 'stack' ? 'all' : undefined,
      showSymbol: false,
      data: rows.map((row) => number(row.cells[column + 1])),
    })),
  };
  // The names of the series take two lines where the picture is narrow, and the unit stands below them.
  chart.setOption({ baseOption: picture, media: [{ option: top(72) }, { query: { maxWidth: 560 }, option: top(96) }] });
  new ResizeObserver(() => chart.resize()).observe(place);
})();

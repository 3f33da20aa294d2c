// Draws every figure[data-chart] with ECharts from the JSON beside it, in the colours of the tokens. Only pages with a
// chart load this. In the JSON, "$token" stands for the value of --token.

// The library is large: what can be read is shown before it is loaded.
await new Promise((shown) => {
  if (document.hidden) {
    shown();
  } else {
    requestAnimationFrame(() => setTimeout(shown));
  }
});
await import("/lib/echarts.simple.min.js");

const charts = new Map();
const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function coloured(value) {
  if (typeof value === "string" && value.startsWith("$")) {
    return token(value.slice(1));
  }
  if (Array.isArray(value)) {
    return value.map(coloured);
  }
  return value && typeof value === "object"
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, coloured(inner)]))
    : value;
}

function base() {
  const axis = {
    axisLine: { lineStyle: { color: token("line-strong") } }, axisTick: { show: false },
    axisLabel: { color: token("ink-soft"), fontSize: 13 }, nameTextStyle: { color: token("ink-soft"), fontSize: 13 },
    splitLine: { lineStyle: { color: token("line") } },
  };
  return { axis, animation: !matchMedia("(prefers-reduced-motion: reduce)").matches };
}

function draw(figure) {
  const canvas = figure.querySelector(".canvas");
  const option = coloured(JSON.parse(figure.querySelector("script[type='application/json']").textContent));
  const { axis, animation } = base();
  for (const name of ["xAxis", "yAxis"]) {
    if (option[name]) {
      option[name] = [].concat(option[name]).map((one) => ({ ...axis, ...one }));
    }
  }
  const chart = charts.get(figure) ?? echarts.init(canvas, null, { renderer: "canvas" });
  charts.set(figure, chart);
  chart.setOption({
    animation, animationDuration: 200, textStyle: { fontFamily: "system-ui, sans-serif", color: token("ink") },
    grid: { left: 8, right: 24, top: 32, bottom: 8, containLabel: true },
    tooltip: { trigger: "axis", backgroundColor: token("card"), borderColor: token("line"), textStyle: { color: token("ink") } },
    ...option,
  }, true);
}

const drawAll = () => document.querySelectorAll("figure[data-chart]").forEach(draw);
new ResizeObserver(() => charts.forEach((chart) => chart.resize())).observe(document.body);
document.addEventListener("millwright:updated", drawAll);
document.addEventListener("millwright:theme", drawAll);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
drawAll();

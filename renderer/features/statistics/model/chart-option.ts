import type { EChartsCoreOption } from 'echarts/core'

export interface ChartSeries {
  readonly name: string
  readonly values: readonly number[]
}

export interface ChartData {
  readonly kind: 'bars' | 'lying_bars' | 'lines'
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
}

/** Colours of the page, so that a chart looks right in every theme. None of them is one of legal time. */
export interface ChartLook {
  readonly ink: string
  readonly muted: string
  readonly line: string
  /** Of bars, light ones beside dark ones; they have an outline. */
  readonly fills: readonly string[]
  /** Of lines, all of them dark. */
  readonly strokes: readonly string[]
  readonly font: string
}

/** A chart that stands still and tells series apart by pattern as well as by colour. The figures stand in the table beside it. */
export const chartOption = ({ kind, categories, series }: ChartData, look: ChartLook): EChartsCoreOption => {
  const lying = kind === 'lying_bars'
  const names = {
    type: 'category',
    data: [...categories],
    // The first category of a lying chart stands on top, as in the table.
    inverse: lying,
    axisLine: { lineStyle: { color: look.line } },
    axisTick: { show: false },
    axisLabel: { color: look.ink, fontSize: 12, ...(lying ? { width: 150, overflow: 'truncate' } : {}) },
  }
  const figures = {
    type: 'value',
    minInterval: 1,
    axisLabel: { color: look.muted, fontSize: 12 },
    splitLine: { lineStyle: { color: look.line } },
  }
  return {
    animation: false,
    color: [...(kind === 'lines' ? look.strokes : look.fills)],
    textStyle: { fontFamily: look.font, color: look.ink },
    aria: { enabled: true, label: { enabled: false }, decal: { show: series.length > 1 } },
    grid: { left: 8, right: lying ? 36 : 12, top: series.length > 1 ? 34 : 12, bottom: 4, containLabel: true },
    legend: {
      show: series.length > 1,
      selectedMode: false,
      left: 4,
      top: 0,
      itemWidth: 16,
      itemHeight: 10,
      textStyle: { color: look.ink, fontSize: 12 },
    },
    xAxis: lying ? figures : names,
    yAxis: lying ? names : figures,
    series: series.map(({ name, values }, at) => ({
      name,
      data: [...values],
      silent: true,
      type: kind === 'lines' ? 'line' : 'bar',
      ...(kind === 'lines'
        ? {
            symbol: symbols[at % symbols.length],
            symbolSize: 7,
            lineStyle: { width: 2, type: strokes[at % strokes.length] },
          }
        : {
            barMaxWidth: lying ? 14 : 26,
            itemStyle: { borderColor: look.muted, borderWidth: series.length > 1 ? 1 : 0 },
          }),
      ...(lying && series.length === 1
        ? { label: { show: true, position: 'right', color: look.ink, fontSize: 12 } }
        : {}),
    })),
  }
}

const symbols = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect'] as const
const strokes = ['solid', 'dashed', 'dotted'] as const

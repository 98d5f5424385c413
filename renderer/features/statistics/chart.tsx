import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components'
import { type EChartsType, init, use as useParts } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { type ChartData, type ChartLook, chartOption } from './model/chart-option.ts'

useParts([BarChart, LineChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer])

export interface ChartProps {
  /** What it shows, in a sentence: whoever does not see it has this and the table. */
  readonly label: string
  readonly data: ChartData
  readonly height: number
}

/** A still chart, drawn as SVG and drawn again when the theme or the room changes. */
export function Chart({ label, data, height }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const chart: EChartsType = init(element, null, { renderer: 'svg' })
    const draw = () => chart.setOption(chartOption(data, lookOf(element)), true)
    draw()
    const room = new ResizeObserver(() => chart.resize())
    room.observe(element)
    const theme = new MutationObserver(draw)
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    return () => {
      room.disconnect()
      theme.disconnect()
      chart.dispose()
    }
  }, [data])
  return (
    <div role="img" aria-label={label}>
      <div ref={box} aria-hidden="true" style={{ height }} />
    </div>
  )
}

const lookOf = (element: HTMLElement): ChartLook => {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    ink: token('--c-ink'),
    muted: token('--c-ink-2'),
    line: token('--c-line'),
    fills: [token('--c-accent'), token('--c-hatch'), token('--c-accent-soft')],
    strokes: [
      token('--c-accent'),
      token('--c-ink'),
      token('--c-pause'),
      token('--c-ink-3'),
      token('--c-accent-strong'),
    ],
    font: token('--font'),
  }
}

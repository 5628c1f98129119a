import { expect, test } from 'vitest'
import { clamped, middle, toCrop } from './square'

const PICTURE = { wide: 800, high: 600 }

test('a square stays inside its picture and on whole pixels', () => {
  expect(clamped({ x: -5, y: 590.4, size: 200.6 }, PICTURE)).toEqual({ x: 0, y: 399, size: 201 })
  expect(clamped({ x: 100, y: 100, size: 5000 }, PICTURE)).toEqual({ x: 100, y: 0, size: 600 })
  expect(clamped({ x: 10, y: 10, size: 3 }, PICTURE).size).toBe(64)
})

test('a face is looked for in the middle, somewhat above it', () => {
  expect(middle(PICTURE)).toEqual({ x: 160, y: 36, size: 480 })
  expect(toCrop(middle(PICTURE))).toBe('160,36,480')
})

/** A square of a picture, in its own pixels. */
export type Square = { x: number; y: number; size: number }
type Size = { wide: number; high: number }

const LEAST = 64

/** The square moved and shrunk until it lies inside the picture, on whole pixels. */
export function clamped({ x, y, size }: Square, { wide, high }: Size): Square {
  const side = Math.round(Math.min(Math.max(size, LEAST), wide, high))
  const inside = (at: number, room: number) => Math.round(Math.min(Math.max(at, 0), room - side))
  return { x: inside(x, wide), y: inside(y, high), size: side }
}

/** Where a face most often is: in the middle, somewhat above it. */
export function middle(size: Size): Square {
  const side = Math.min(size.wide, size.high) * 0.8
  return clamped({ x: (size.wide - side) / 2, y: (size.high - side) * 0.3, size: side }, size)
}

/** The square as the upload takes it. */
export const toCrop = ({ x, y, size }: Square): string => `${x},${y},${size}`

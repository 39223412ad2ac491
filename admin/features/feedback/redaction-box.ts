/** A part of a photo, from its upper left corner, as fractions of its width and height. */
export type Box = { x: number; y: number; width: number; height: number }
export type Point = { x: number; y: number }

export const MOST_BOXES = 20
/** Smaller is a slip of the finger. */
const LEAST = 0.01

/** In the middle, where whoever works without a mouse moves it from. */
export const FIRST_BOX: Box = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 }

/** Nothing when the finger hardly moved. */
export function boxBetween(start: Point, end: Point): Box | undefined {
  const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)]
  const [top, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)]
  const box = { x: left, y: top, width: right - left, height: bottom - top }
  return box.width < LEAST || box.height < LEAST ? undefined : box
}

/** Inside the photo, however far the finger or a number went. */
export function keepInside({ x, y, width, height }: Box): Box {
  const [left, top] = [clamp(x, 0, 1 - LEAST), clamp(y, 0, 1 - LEAST)]
  return { x: left, y: top, width: clamp(width, LEAST, 1 - left), height: clamp(height, LEAST, 1 - top) }
}

export function clamp(value: number, least: number, most: number) {
  return Math.min(Math.max(value, least), most)
}

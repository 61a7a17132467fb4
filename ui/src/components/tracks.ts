/** How wide the columns of a grid are: which fit a narrow view, and what the stylesheet needs to know. Pure. */

export interface Track {
  /** In rem: as narrow as it is still read. */
  least: number;
  /** Its share of what is left; 0 takes none. */
  share: number;
  /** In pixels at the usual size of text, where a person sized it. */
  width: number | null;
}

/** In rem: between two columns, and beside all of them. They equal those of the stylesheet. */
const GAP = 0.65;
const PADDING = 1.8;
/** Narrower views, in rem, drop columns from the end rather than scroll sideways. */
const NARROW = 40;
/** There the first column gives way to the second. */
const FIRST = 8;

/** Pixels at the usual size of text to a rem. */
const REM = 16;

const rem = (track: Track): number => (track.width === null ? track.least : track.width / REM);

/** How many columns are drawn in a view so wide, in rem. */
export function fitting(tracks: readonly Track[], view: number): number {
  if (view >= NARROW) return tracks.length;
  let taken = PADDING + FIRST;
  const beyond = tracks.slice(1).findIndex((track) => (taken += GAP + rem(track)) > view);
  return beyond < 0 ? tracks.length : Math.max(1, beyond + 1);
}

/** The columns as `grid-template-columns`, and how wide the rows are at least, in rem. */
export function template(tracks: readonly Track[], view: number): { columns: string; least: number } {
  const narrow = view < NARROW;
  const flexible = tracks.some((track) => track.width === null && track.share > 0);
  const columns = tracks.map((track, at) => {
    const own = `${rem(track)}rem`;
    if (narrow && at === 0) return `minmax(0, ${track.share || 1}fr)`;
    if (track.width === null && track.share > 0) return `minmax(${own}, ${track.share}fr)`;
    // Something must take what is left, or the rows end before the view does.
    return !flexible && !narrow && at === tracks.length - 1 ? `minmax(${own}, 1fr)` : own;
  });
  const least = narrow ? 0 : tracks.reduce((sum, track) => sum + rem(track), PADDING + GAP * (tracks.length - 1));
  return { columns: columns.join(" "), least };
}

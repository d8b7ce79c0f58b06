//! What a widget shows, as text, for tests.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

/// The rows that a widget draws in an area of this size, trailing blanks left out.
pub(crate) fn shown<W>(widget: &W, columns: u16, rows: u16) -> String
where
    for<'a> &'a W: Widget,
{
    let area = Rect::new(0, 0, columns, rows);
    let mut buf = Buffer::empty(area);
    widget.render(area, &mut buf);
    text(&buf)
}

/// The text of a buffer; wide characters count once.
pub(crate) fn text(buf: &Buffer) -> String {
    let mut out = String::new();
    for row in buf.area.rows() {
        let mut line = String::new();
        let mut skip = 0;
        for spot in row.columns() {
            let symbol = buf[(spot.x, spot.y)].symbol();
            if skip > 0 {
                skip -= 1;
                continue;
            }
            skip = unicode_width::UnicodeWidthStr::width(symbol).saturating_sub(1);
            line.push_str(symbol);
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// Draws a widget at every small size and a few large ones: none may panic, none may leave its area.
pub(crate) fn every_size<W>(widget: &W)
where
    for<'a> &'a W: Widget,
{
    let mut sizes: Vec<(u16, u16)> = (0..40).flat_map(|w| (0..12).map(move |h| (w, h))).collect();
    sizes.extend([(80, 24), (120, 36), (200, 60), (200, 1), (1, 60)]);
    for (columns, rows) in sizes {
        let around = Rect::new(0, 0, columns + 2, rows + 2);
        let mut buf = Buffer::empty(around);
        let area = Rect::new(1, 1, columns, rows);
        widget.render(area, &mut buf);
        for spot in around.positions() {
            if !area.contains(spot) {
                let symbol = buf[spot].symbol();
                assert_eq!(symbol, " ", "{columns}x{rows} leaves its area at {spot}");
            }
        }
    }
}

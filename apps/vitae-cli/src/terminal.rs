//! What the terminal can do and the environment asks for.

use crate::args::Color;
use std::io::IsTerminal;
use vitae::report::View;

/// Whether the environment allows colour.
pub(crate) fn color_wanted() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    !set("NO_COLOR") && !dumb
}

/// How to show things on standard output, or in a file.
pub(crate) fn view(color: Color, to_file: bool) -> View {
    let terminal = !to_file && std::io::stdout().is_terminal();
    let color = match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => terminal && color_wanted(),
    };
    let width = if terminal {
        terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0).clamp(60, 100))
    } else {
        80
    };
    View { color, width, ..View::default() }
}

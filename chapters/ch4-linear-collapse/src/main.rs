//! `cargo run -p ch4-linear-collapse`

fn main() -> std::process::ExitCode {
    lesson::cli::main::<ch4_linear_collapse::LinearCollapse>()
}

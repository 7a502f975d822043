//! What compiles to WebAssembly.

use anyhow::{Context, Result, ensure};
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const TARGET: &str = "wasm32-unknown-unknown";

/// Every browser has registers of 128 bits by now, and a module cannot ask for them while it runs.
const WIDE: &str = "-Ctarget-feature=+simd128";

/// How Binaryen makes a module smaller: by its code, whose branches it also lays anew, and by the numbers of its functions,
/// the shortest for the most called. The lowest kilobyte of memory is the last of the stack and so counts as unused; then
/// what is added to an address can stand in the instruction that reads there.
const SMALLER: [&str; 7] =
    ["--low-memory-unused", "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--reorder-functions"];

/// What the compiler's modules use of WebAssembly beyond its first version, as Binaryen names it.
const FEATURES: [&str; 5] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-simd",
];

/// A cargo, and what it must be told.
pub struct Toolchain {
    cargo: OsString,
    arguments: &'static [&'static str],
    environment: Vec<(&'static str, OsString)>,
    flags: &'static [&'static str],
}

impl Toolchain {
    /// The usual toolchain if it can, or else Debian's.
    ///
    /// # Errors
    /// A sentence that says what to install.
    pub fn find() -> Result<Self> {
        Self::usual().or_else(Self::debian).context(
            "nothing here compiles to WebAssembly: run `rustup target add wasm32-unknown-unknown`, or on Debian \
             `apt-get install rustc-web cargo-web rust-web-src lld-19`",
        )
    }

    /// The one that compiles everything else, when it has a standard library for WebAssembly.
    fn usual() -> Option<Self> {
        let library = sysroot(&named("RUSTC", "rustc"))?.join("lib/rustlib").join(TARGET);
        library.is_dir().then(|| Self {
            cargo: named("CARGO", "cargo"),
            arguments: &[],
            environment: Vec::new(),
            flags: &[WIDE],
        })
    }

    /// Debian's brings the sources of the standard library, which are compiled along.
    fn debian() -> Option<Self> {
        let (cargo, compiler) = (Path::new("/usr/bin/cargo"), Path::new("/usr/bin/rustc"));
        let sources = sysroot(compiler.as_os_str())?.join("lib/rustlib/src/rust/library");
        (sources.is_dir() && cargo.is_file()).then_some(())?;
        Some(Self {
            cargo: cargo.into(),
            arguments: &["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"],
            environment: vec![
                ("RUSTC", compiler.into()),
                // Only a nightly compiler takes such arguments and flags otherwise.
                ("RUSTC_BOOTSTRAP", "1".into()),
                ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker()?.into()),
            ],
            // In the browser nobody would read what a panic says: without it the module is a fifth smaller.
            flags: &[WIDE, "-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none"],
        })
    }

    /// Compiles the crate `explorables`.
    ///
    /// # Errors
    /// If cargo fails; what it says goes to standard error.
    pub fn compile(&self, workspace: &Path) -> Result<Vec<u8>> {
        let folder = workspace.join("target").join("browser");
        let mut cargo = Command::new(&self.cargo);
        cargo
            .current_dir(workspace)
            .args(["rustc", "--locked", "--profile", "browser", "--target", TARGET])
            .args(["--package", "explorables"])
            // Made along with a Rust library, the module would not be optimised as a whole.
            .args(["--lib", "--crate-type", "cdylib"])
            .args(self.arguments)
            .arg("--target-dir")
            .arg(&folder)
            .env("CARGO_ENCODED_RUSTFLAGS", self.flags(workspace))
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null());
        let status = cargo.status().context("cargo cannot be started")?;
        ensure!(status.success(), "cargo does not compile the module");
        shrunk(&folder.join(TARGET).join("browser").join("explorables.wasm"))
    }

    /// The compiler's flags, which also keep this machine's folders out of the module.
    fn flags(&self, workspace: &Path) -> OsString {
        let mut flags: Vec<OsString> = self.flags.iter().map(OsString::from).collect();
        let sources = crates().into_iter().map(|folder| (folder, "crates"));
        for (folder, name) in sources.chain([(workspace.to_owned(), "the-bend")]) {
            let mut flag = OsString::from("--remap-path-prefix=");
            flag.push(folder);
            flag.push("=");
            flag.push(name);
            flags.push(flag);
        }
        flags.join(OsStr::new("\x1f"))
    }
}

/// The module as Binaryen's optimiser makes it smaller, by a tenth or so; as it is where that is not installed.
fn shrunk(module: &Path) -> Result<Vec<u8>> {
    let smaller = module.with_extension("smaller.wasm");
    let mut optimiser = Command::new("wasm-opt");
    optimiser.args(SMALLER).args(FEATURES).arg(module).arg("-o").arg(&smaller).stdin(Stdio::null());
    let made = match optimiser.status() {
        Ok(status) => {
            ensure!(status.success(), "wasm-opt does not take \"{}\"", module.display());
            &smaller
        }
        Err(error) if error.kind() == ErrorKind::NotFound => module,
        Err(error) => return Err(error).context("wasm-opt cannot be started"),
    };
    fs::read(made).with_context(|| format!("there is no \"{}\"", made.display()))
}

/// The program that the variable names, as cargo does for those that it runs, or else the one of this name.
fn named(variable: &str, name: &str) -> OsString {
    env::var_os(variable).unwrap_or_else(|| name.into())
}

/// Where the compiler has its libraries.
fn sysroot(compiler: &OsStr) -> Option<PathBuf> {
    let output = Command::new(compiler).args(["--print", "sysroot"]).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim_end()))
}

/// LLVM's linker for WebAssembly: `wasm-ld`, or the newest `wasm-ld-19` and the like.
fn linker() -> Option<PathBuf> {
    let folder = fs::read_dir("/usr/bin").ok()?;
    let paths = folder.filter_map(|entry| Some(entry.ok()?.path()));
    let versioned = paths.filter_map(|path| {
        let version = path.file_name()?.to_str()?.strip_prefix("wasm-ld")?;
        let number = version.strip_prefix('-').unwrap_or("0").parse::<u32>().ok()?;
        Some((number, path))
    });
    versioned.max().map(|(_, path)| path)
}

/// Where cargo keeps the sources of the crates.
fn crates() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry").join("src")).ok());
    registries.into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect()
}

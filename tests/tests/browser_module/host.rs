//! A host for the module, in the place of a page.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::env;
use std::io::Read;
use std::path::Path;
use wasmtime::{Engine, Instance, Memory, Store, TypedFunc};

/// A compiled module, which can be opened many times.
pub struct Module(wasmtime::Module);

impl Module {
    /// Takes the module out of its script, as the page does. The variable `BROWSER_MODULE` names the folder of a script
    /// that is not the committed one.
    pub fn load() -> Self {
        let folder = env::var("BROWSER_MODULE").unwrap_or_else(|_| "book/pages/browser".into());
        let script = tests::read(Path::new(&folder).join(book::browser::SCRIPT));
        let opening = "globalThis.theBend ??= {};\ntheBend.module = \"";
        let text = script.strip_prefix(opening).and_then(|rest| rest.strip_suffix("\";\n"));
        let compressed = STANDARD.decode(text.expect("a script with a module in it")).expect("base64");
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(&compressed[..]).read_to_end(&mut bytes).expect("gzip");
        Self(wasmtime::Module::new(&Engine::default(), bytes).expect("WebAssembly"))
    }

    /// A new instance, which remembers nothing and gets nothing: a page has nothing for it to import either.
    pub fn open(&self) -> Host {
        let mut store = Store::new(self.0.engine(), ());
        let instance = Instance::new(&mut store, &self.0, &[]).expect("a module without imports");
        Host {
            room: instance.get_typed_func(&mut store, "room").expect("room"),
            answer: instance.get_typed_func(&mut store, "answer").expect("answer"),
            said: instance.get_typed_func(&mut store, "said").expect("said"),
            memory: instance.get_memory(&mut store, "memory").expect("memory"),
            store,
        }
    }
}

/// An instance of a module.
pub struct Host {
    store: Store<()>,
    room: TypedFunc<u32, u32>,
    answer: TypedFunc<(), u32>,
    said: TypedFunc<(), u32>,
    memory: Memory,
}

impl Host {
    /// Sends a message and gives the answer.
    pub fn ask(&mut self, message: &str) -> String {
        let room = self.room.call(&mut self.store, message.len() as u32).expect("room");
        self.memory.write(&mut self.store, room as usize, message.as_bytes()).expect("room for the message");
        let bytes =
            self.answer.call(&mut self.store, ()).unwrap_or_else(|trap| panic!("{message:?}: {trap}"));
        let start = self.said.call(&mut self.store, ()).expect("said");
        let mut text = vec![0; bytes as usize];
        self.memory.read(&self.store, start as usize, &mut text).expect("an answer in the memory");
        String::from_utf8(text).expect("an answer in UTF-8")
    }
}

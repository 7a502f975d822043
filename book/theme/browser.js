// Brings the compiled lessons and figures to life: decodes their module, and gives the function that asks it.
// What the module answers to is listed in book/explorables/src/lib.rs.

globalThis.theBend = (() => {
    "use strict";

    /**
     * The compiled module as a function from the parts of a message to those of the answer.
     * It stands alone, without a name from outside, so that a worker can be given its text. It reads no blob: in Safari's
     * engine a worker of a page without a server may not.
     */
    async function awaken(base64) {
        for (const needed of ["WebAssembly", "DecompressionStream"]) {
            if (!(needed in globalThis)) {
                throw new Error(`this browser has no ${needed}, which newer ones have`);
            }
        }
        const unpacked = async () => {
            const packed = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
            const unzip = new DecompressionStream("gzip");
            const writer = unzip.writable.getWriter();
            // Both end once the other side has been read, or fail there.
            writer.write(packed).catch(() => {});
            writer.close().catch(() => {});
            return WebAssembly.compile(await new Response(unzip.readable).arrayBuffer());
        };
        const module = await unpacked().catch(() => {
            throw new Error("the module that computes it is damaged; the book has to be built anew");
        });
        let { exports } = await WebAssembly.instantiate(module);
        const [encoder, decoder, between] = [new TextEncoder(), new TextDecoder(), "\u001e"];
        const asked = (message) => {
            const { memory, room, answer, said } = exports;
            // Making room may move the memory, so it comes first.
            const start = room(message.length);
            new Uint8Array(memory.buffer, start, message.length).set(message);
            const length = answer();
            return decoder.decode(new Uint8Array(memory.buffer, said(), length)).split(between);
        };
        return (...parts) => {
            let answered;
            try {
                answered = asked(encoder.encode(parts.join(between)));
            } catch (trap) {
                // What has trapped answers no more; another of its kind does.
                WebAssembly.instantiate(module).then((other) => ({ exports } = other));
                throw trap;
            }
            if (answered[0] === "error") {
                throw new Error(answered[1]);
            }
            return answered;
        };
    }

    const folder = new URL("../browser/", document.currentScript.src);

    let loading;

    /** The text of the module, which a script brings: file:// lets pages load scripts and nothing else. */
    function packed() {
        loading ??= new Promise((resolve, reject) => {
            const script = document.createElement("script");
            script.src = new URL(document.querySelector("[data-module]").dataset.module, folder);
            script.addEventListener("load", () => resolve(globalThis.theBend.module));
            script.addEventListener("error", () => reject(new Error(`${decodeURI(script.src)} does not load`)));
            document.head.append(script);
        });
        return loading;
    }

    /** Whether this is the page with all chapters, made for printing. */
    const wholeBook = document.querySelectorAll("main h1").length > 1;

    return { awaken, packed, wholeBook };
})();

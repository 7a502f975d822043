// Runs the page's lessons again, in a worker of the reader's browser, and compares every value that the page prints.

(() => {
    "use strict";

    /** What the worker runs: it awakens the lessons once, and answers each message under its number. */
    function work(awaken) {
        let lessons;
        onmessage = async ({ data: { module, number, parts } }) => {
            try {
                lessons ??= awaken(module);
                postMessage({ number, answer: (await lessons)(...parts) });
            } catch (error) {
                postMessage({ number, error: error.message });
            }
        };
    }

    class Lessons {
        constructor(module) {
            const source = `(${work})(${theBend.awaken})`;
            this.worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
            this.module = module;
            this.waiting = new Map();
            this.worker.onerror = ({ message }) => this.fail(message || "the browser starts no worker");
            this.worker.onmessage = ({ data: { number, answer, error } }) => {
                const { resolve, reject } = this.waiting.get(number);
                this.waiting.delete(number);
                error === undefined ? resolve(answer) : reject(new Error(error));
            };
        }

        /** Nothing more is answered. */
        fail(message) {
            this.failed = new Error(message);
            this.waiting.forEach(({ reject }) => reject(this.failed));
        }

        ask(...parts) {
            if (this.failed) {
                return Promise.reject(this.failed);
            }
            const number = (this.count = (this.count ?? 0) + 1);
            const { module } = this;
            // The module is sent once.
            this.module = undefined;
            this.worker.postMessage({ module, number, parts });
            return new Promise((resolve, reject) => this.waiting.set(number, { resolve, reject }));
        }

        end() {
            this.worker.terminate();
        }
    }

    /** What the page prints: values in sentences and tables, and whole sections of output. */
    function printed() {
        const values = [...document.querySelectorAll("main [data-value]")].map((element) => ({
            element,
            chapter: element.dataset.value.split("/")[0],
            shown: () => element.textContent,
            question: ["value", element.dataset.value, element.dataset.format ?? ""],
            read: ([text]) => ({ count: 1, text }),
        }));
        const outputs = [...document.querySelectorAll("main [data-output]")].map((element) => ({
            element,
            chapter: element.dataset.output.split("/")[0],
            shown: () => element.textContent.trimEnd(),
            question: ["output", element.dataset.output],
            read: ([count, text]) => ({ count: Number(count), text: text.trimEnd() }),
        }));
        return [...values, ...outputs];
    }

    /** Shows a difference where it is. */
    function mark({ element }, text) {
        element.classList.add("differs");
        element.title = `This machine computes: ${text}`;
        const note = document.createElement("mark");
        note.className = "here";
        note.textContent = ` (here: ${text})`;
        element.append(note);
    }

    async function compare(lessons, items) {
        let [same, all] = [0, 0];
        for (const item of items) {
            const answer = await lessons.ask(...item.question).catch((error) => [error.message, error.message]);
            const { count, text } = item.read(answer);
            const values = Number.isFinite(count) ? count : 1;
            all += values;
            if (text === item.shown()) {
                same += values;
            } else {
                mark(item, text);
            }
        }
        return [same, all];
    }

    async function recompute(line, items) {
        const lessons = new Lessons(await theBend.packed());
        const begun = performance.now();
        try {
            for (const chapter of new Set(items.map((item) => item.chapter))) {
                await lessons.ask("run", chapter);
            }
            const [same, all] = await compare(lessons, items);
            const time = duration(performance.now() - begun);
            line.textContent = same === all
                ? `${same} of ${all} values recomputed on this machine, identical, in ${time}.`
                : `${same} of ${all} values recomputed on this machine are identical; the others are marked. ${time}.`;
            line.dataset.state = same === all ? "identical" : "different";
        } finally {
            lessons.end();
        }
    }

    function duration(milliseconds) {
        return milliseconds < 2000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
    }

    /** Begins once the foot of the page comes into sight: some lessons train networks for seconds. */
    function begin(items) {
        const line = document.createElement("p");
        line.className = "recomputed";
        line.setAttribute("role", "status");
        line.textContent = "The numbers of this page are recomputed when you read this line.";
        document.querySelector("main").append(line);
        const seen = new IntersectionObserver(([{ isIntersecting }]) => {
            if (isIntersecting) {
                seen.disconnect();
                line.textContent = "Recomputing the numbers of this page on this machine …";
                recompute(line, items).catch((error) => {
                    line.textContent = `The numbers of this page could not be recomputed here: ${error.message}`;
                    line.dataset.state = "failed";
                });
            }
        });
        seen.observe(line);
    }

    // The whole book on one page would run every lesson at once.
    const items = theBend.wholeBook ? [] : printed();
    if (items.length > 0) {
        addEventListener("load", () => begin(items));
    }
})();

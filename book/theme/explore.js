// The figures that answer: moves of the controls become addresses such as `a=2&w=-1`, the module turns an address into
// a view, and the view takes the place of the still figure.

(() => {
    "use strict";

    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    const PAUSE = 500; // milliseconds after the last move before a screen reader is told
    const PIECE = 4; // milliseconds of training in a frame
    const FIRST = 1; // the same in the frame that answers a move
    const WORDS = 100; // milliseconds at least from words to words while the pictures move
    const FINGER = 30; // pixels from a handle that a finger still holds
    const RESTED = 100; // milliseconds without a move that are a pause

    class Explorable {
        constructor(figure, ask) {
            this.figure = figure;
            this.ask = ask;
            this.path = figure.dataset.explore;
            this.form = figure.querySelector("form.controls");
            this.panels = figure.querySelector(".panels");
            this.names = [...new Set([...this.form.elements].map((input) => input.name).filter(Boolean))];
            this.start = new Map(this.names.map((name) => [name, startOf(this.input(name))]));
            // A browser may have kept what stood in the inputs when the page was left.
            this.take("");
            this.past = [];
            this.settled = "";
            this.exact = this.form.querySelectorAll("[data-exact]");
            this.handles = [];
            this.plots = [];
            this.drawn = [];
            this.written = 0;
            this.redrawn = performance.now();
            this.count = this.form.querySelector("[data-play]")?.dataset.play;
            this.pace = 1 / PIECE;
            this.viewing = Infinity;
            this.presets = [...this.form.querySelectorAll("[data-presets] option")].map((option) => [option, this.plain(option.value)]);
            this.listen();
            this.form.hidden = false;
            this.redraw();
        }

        input(name) {
            return this.form.elements.namedItem(name);
        }

        /** The state as an address that names what differs from the page. */
        address() {
            const changed = this.names.filter((name) => this.state.get(name) !== this.start.get(name));
            return changed.map((name) => `${name}=${this.state.get(name)}`).join("&");
        }

        /** Takes the state of an address; what it does not name goes back to the page's value. */
        take(address) {
            this.state = new Map(this.start);
            for (const part of address.split("&").filter(Boolean)) {
                const [name, value = ""] = part.split("=");
                this.state.set(decodeURIComponent(name), decodeURIComponent(value));
            }
            this.names.forEach((name) => this.show(name));
        }

        set(name, value) {
            this.state.set(name, value);
            this.show(name);
            this.redraw();
        }

        /** Puts a value into its input. */
        show(name) {
            const [input, value] = [this.input(name), this.state.get(name)];
            if (input.type === "checkbox") {
                input.checked = value === "1";
            } else {
                input.value = value;
            }
        }

        /** Puts the values into the fields beside the sliders, but for the one that is being written in. */
        showExact() {
            for (const field of this.exact) {
                const value = this.state.get(field.dataset.exact);
                if (field !== document.activeElement && field.value !== value) {
                    field.value = value;
                }
            }
        }

        /**
         * Draws before the next frame, however many moves come until then. The first move after a pause is drawn while
         * the frame is waited for.
         */
        redraw() {
            const rested = performance.now() - this.redrawn > RESTED;
            if (rested && this.frame === undefined) {
                this.tryToDraw();
            } else {
                this.frame ??= requestAnimationFrame(() => {
                    this.frame = undefined;
                    this.tryToDraw();
                });
            }
        }

        tryToDraw() {
            this.redrawn = performance.now();
            try {
                this.draw();
            } catch (error) {
                this.training = false;
                clearTimeout(this.writing);
                this.writing = undefined;
                this.showExact();
                this.form.querySelector(".complaint").textContent = `These values cannot be drawn (${error.message}); undo or reset.`;
                this.tellBusy();
            }
        }

        /** Draws the state. What has to be trained for it is trained in pieces, a frame each, and drawn as it grows. */
        draw() {
            const unknown = [...this.state.keys()].filter((name) => !this.start.has(name));
            const asked = [this.address(), ...unknown.map((name) => `${name}=${this.state.get(name)}`)].filter(Boolean).join("&");
            const piece = this.piece(asked);
            this.training = piece !== undefined;
            if (this.training) {
                this.train(`${asked}&${this.count}=${piece}`);
                // Moves of the reader that wait come first.
                setTimeout(() => this.redraw());
            } else {
                this.put(asked, this.ask("view", this.path, asked));
            }
            this.tellBusy();
        }

        /** The count to train up to in this frame, if the one that is asked for is further and the last piece got on. */
        piece(asked) {
            if (this.count) {
                const [reached] = this.ask("reached", this.path, asked);
                const [before, now] = [this.stands, `${reached} ${asked}`];
                this.fresh = asked !== this.asked;
                [this.asked, this.stands] = [asked, now];
                const next = Number(reached) + Math.max(Math.round(this.pace * (this.fresh ? FIRST : PIECE)), 1);
                return before !== now && next < Number(this.state.get(this.count)) ? next : undefined;
            }
        }

        train(asked) {
            // The page opens with the picture of its own state, which stays until that is trained.
            const opening = this.shown === undefined && this.address() === "";
            const unseen = opening || calm.matches;
            if (unseen && this.writing) {
                // The module keeps the words of one view.
                this.write();
            }
            const begun = performance.now();
            const view = this.ask("view", this.path, asked);
            const took = performance.now() - begun;
            if (this.fresh) {
                // Nearly all of it went into the view itself, which is not a matter of pace.
                this.viewing = Math.min(this.viewing, took);
            } else {
                const fits = PIECE / Math.max(took - this.viewing, 0.1);
                this.pace *= Math.min(Math.max(fits, 0.5), 2);
            }
            if (!unseen) {
                this.put(asked, view);
            }
        }

        /** Puts a view into the page: its pictures now, and the words after the frame, which is shorter without them. */
        put(asked, [svgs, geometry]) {
            this.shown = asked;
            this.drawn = theBend.repaint.pictures(this.panels, this.drawn, svgs);
            this.measure(geometry);
            this.writing ??= setTimeout(() => this.write(), this.written + WORDS - performance.now());
        }

        /** Writes the words of the last view, and its numbers. */
        write() {
            clearTimeout(this.writing);
            [this.writing, this.written] = [undefined, performance.now()];
            const [alt, says, beside, idle, complaint] = this.ask("words", this.path, this.shown);
            this.showExact();
            this.panels.setAttribute("aria-label", alt);
            this.figure.querySelector(".says").textContent = says;
            if (this.beside !== beside) {
                theBend.repaint.html(this.figure.querySelector(".beside"), beside);
                this.beside = beside;
            }
            this.setAside(idle);
            this.form.querySelector(".complaint").textContent = complaint;
            this.tellPresets();
            if (this.dataShown()) {
                this.fillData();
            }
            clearTimeout(this.telling);
            this.telling = setTimeout(() => this.tell(says), PAUSE);
            this.tellBusy();
        }

        /** Hides the controls that change nothing in this state, and groups of such. */
        setAside(idle) {
            if (this.idle !== idle) {
                const names = idle.split(" ");
                this.names.forEach((name) => (this.input(name).closest(".control").hidden = names.includes(name)));
                this.form.querySelectorAll("details").forEach((group) => (group.hidden = !group.querySelector(".control:not([hidden])")));
                this.idle = idle;
            }
        }

        /** Says whether something of the state that is asked for is still to come. */
        tellBusy() {
            this.figure.setAttribute("aria-busy", String(this.training || this.writing !== undefined));
        }

        /** Says the state to a screen reader once the reader's hand rests, but not when the page opens. */
        tell(says) {
            if (this.told !== undefined && this.told !== says) {
                this.form.querySelector(".announced").textContent = says;
            }
            this.told = says;
        }

        /** Where the pictures lie on their axes, and what can be dragged in them. */
        measure(geometry) {
            const lines = geometry.split("\n").map((line) => line.split(" "));
            const numbers = (line) => line.slice(1).map(Number);
            this.plots = lines.filter(([kind]) => kind === "panel").map((line) => {
                const [left, right, top, bottom, fromX, toX, fromY, toY] = numbers(line);
                return { left, right, top, bottom, fromX, toX, fromY, toY };
            });
            this.handles = lines.filter(([kind]) => kind === "handle").map(([, panel, x, y, across, up]) => {
                const control = (name) => (name === "-" ? undefined : name);
                return { panel: Number(panel), x: Number(x), y: Number(y), across: control(across), up: control(up) };
            });
            const pulls = lines.filter(([kind]) => kind === "pull").map(([, panel, x, y, pulled, base, ...slope]) => {
                const [perX, perY] = slope.map(Number);
                const value = (place) => Number(base) + perX * place.x + perY * place.y;
                return { panel: Number(panel), x: Number(x), y: Number(y), across: pulled, up: pulled, value, slope: [perX, perY] };
            });
            this.handles.push(...pulls);
            [...this.panels.children].forEach((svg, panel) => {
                const here = this.handles.filter((handle) => handle.panel === panel);
                svg.classList.toggle("draggable", here.length > 0);
                svg.classList.toggle("draggable-up", here.some((handle) => handle.up));
            });
        }

        /** Shows in each list of settings which of them the state is, if it is one. */
        tellPresets() {
            const now = this.plain(this.address());
            for (const select of this.form.querySelectorAll("[data-presets]")) {
                const found = this.presets.find(([{ parentElement, index }, address]) => parentElement === select && index > 0 && address === now);
                select.selectedIndex = found?.[0].index ?? 0;
            }
        }

        /** The one way of writing an address among those that set the same state. */
        plain(address) {
            const parts = address.split("&").filter(Boolean).map((part) => part.split("="));
            const changed = parts.filter(([name, value]) => !sameValue(this.start.get(name), value));
            return changed.map(([name, value]) => `${name}=${plain(value)}`).sort().join("&");
        }

        /** Keeps the state before the last move for undo, and puts the new one into the page's address. */
        settle() {
            const address = this.address();
            if (address === this.settled) {
                return;
            }
            this.past.push(this.settled);
            this.settled = address;
            this.remember();
        }

        remember() {
            this.form.querySelector('[data-do="undo"]').disabled = this.past.length === 0;
            history.replaceState(null, "", this.link(this.settled));
        }

        link(address) {
            return `#${this.figure.id}${address && `?${address}`}`;
        }

        /** Goes to a state in one step that undo takes back. */
        go(address) {
            this.take(address);
            this.redraw();
            this.settle();
        }

        undo() {
            this.settled = this.past.pop() ?? "";
            this.take(this.settled);
            this.redraw();
            this.remember();
        }

        listen() {
            this.form.addEventListener("submit", (event) => event.preventDefault());
            this.form.addEventListener("input", ({ target }) => this.moved(target));
            this.form.addEventListener("change", ({ target }) => this.changed(target));
            this.form.addEventListener("click", ({ target }) => this.clicked(target.closest("button")));
            this.panels.addEventListener("pointerdown", (event) => this.grab(event));
            this.panels.addEventListener("touchstart", (event) => this.touch(event), { passive: false });
        }

        moved(target) {
            if (target.dataset.exact && target.value !== "") {
                this.set(target.dataset.exact, target.value);
            } else if (target.type === "checkbox") {
                this.set(target.name, target.checked ? "1" : "0");
            } else if (target.name) {
                this.set(target.name, target.value);
            }
        }

        changed(target) {
            if ("presets" in target.dataset) {
                this.go(target.value);
            } else {
                const { exact } = target.dataset;
                if (exact && target.value === "") {
                    target.value = this.state.get(exact);
                }
                this.settle();
            }
        }

        clicked(button) {
            const { do: chore, walk, play, forward } = button?.dataset ?? {};
            if (chore) {
                this[chore](button);
            } else if (walk) {
                this.walk(button, Number(walk));
            } else if (play) {
                this.play(button);
            } else if (forward) {
                this.step(forward, 1);
                this.settle();
            }
        }

        reset() {
            this.pause();
            this.go("");
        }

        async copy() {
            const address = new URL(this.link(this.address()), location.href).href;
            try {
                await navigator.clipboard.writeText(address);
                this.say("The link is copied.");
            } catch {
                this.say(address);
            }
        }

        /** The settings before or after the one that is shown, round and round; from a state of the reader's own, the first. */
        walk(button, by) {
            const { options, selectedIndex } = button.parentElement.querySelector("select");
            const count = options.length - 1;
            const to = selectedIndex === 0 ? 0 : (selectedIndex - 1 + by + count) % count;
            this.go(options[to + 1].value);
        }

        /** Adds to a count; false at its end. */
        step(name, by) {
            const [now, last] = [Number(this.state.get(name)), Number(this.input(name).max)];
            this.set(name, String(Math.min(now + by, last)));
            return now + by < last;
        }

        /** Counts on, a stride a frame; without motion, in a few large steps. */
        play(button) {
            if (this.playing) {
                return this.pause();
            }
            const { play: name, stride } = button.dataset;
            const [wait, by] = calm.matches ? [1000, 30 * stride] : [0, Number(stride)];
            if (Number(this.state.get(name)) >= Number(this.input(name).max)) {
                this.set(name, "0");
            }
            this.playing = button;
            button.textContent = "Pause";
            button.setAttribute("aria-pressed", "true");
            const next = () => requestAnimationFrame(() => this.playing && (this.step(name, by) ? later() : this.pause()));
            const later = () => setTimeout(next, wait);
            next();
        }

        pause() {
            if (this.playing) {
                this.playing.textContent = "Play";
                this.playing.setAttribute("aria-pressed", "false");
                this.playing = undefined;
                this.settle();
            }
        }

        dataShown() {
            return !this.figure.querySelector(".data").hidden;
        }

        data(button) {
            const shown = !this.dataShown();
            this.figure.querySelector(".data").hidden = !shown;
            button.setAttribute("aria-expanded", String(shown));
            if (shown) {
                this.fillData();
            }
        }

        fillData() {
            this.figure.querySelector(".data").innerHTML = this.ask("data", this.path, this.shown)[0];
        }

        svg() {
            const [document_] = this.ask("svg", this.path, this.shown);
            const link = document.createElement("a");
            link.href = URL.createObjectURL(new Blob([document_], { type: "image/svg+xml" }));
            link.download = `${this.path.replace("/", "-")}.svg`;
            link.click();
            setTimeout(() => URL.revokeObjectURL(link.href), 1000);
            this.say(`Saved as ${link.download}.`);
        }

        say(words) {
            const line = this.form.querySelector(".done");
            line.textContent = words;
            clearTimeout(this.saying);
            this.saying = setTimeout(() => (line.textContent = ""), 8000);
        }

        /** What a pointer is put down on: a panel with its axes as they are now, which may change by what is dragged. */
        under(event) {
            const svg = event.target.closest("svg");
            const panel = [...this.panels.children].indexOf(svg);
            const plot = this.plots[panel];
            const handle = this.nearest(panel, plot, this.place(svg, plot, event));
            return { svg, panel, plot, handle };
        }

        /** A finger on a handle that moves up and down does not scroll; elsewhere it does. */
        touch(event) {
            const [finger] = event.changedTouches;
            const under = this.under(finger);
            if (event.touches.length === 1 && under.handle?.up && this.onHandle(under, finger)) {
                event.preventDefault();
            }
        }

        /** Whether a finger lies on a handle, or on the line that it pulls. */
        onHandle({ svg, plot, handle }, finger) {
            const place = this.place(svg, plot, finger);
            const [dx, dy] = [place.x - handle.x, place.y - handle.y];
            // How many pixels a unit of either axis has.
            const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
            const wide = (scale * (plot.right - plot.left)) / (plot.toX - plot.fromX);
            const high = (scale * (plot.bottom - plot.top)) / (plot.toY - plot.fromY);
            const [perX, perY] = handle.slope ?? [];
            const away = handle.slope
                ? Math.abs(perX * dx + perY * dy) / Math.hypot(perX / wide, perY / high)
                : Math.hypot(dx * wide, dy * high);
            return away < FINGER;
        }

        /** Follows a pointer that has been put down on a picture. */
        grab(event) {
            const under = this.under(event);
            const { panel, plot, handle } = under;
            const scrolls = () => event.pointerType === "touch" && handle.up && !this.onHandle(under, event);
            if (!handle || event.button !== 0 || scrolls()) {
                return;
            }
            event.preventDefault();
            // The picture is replaced while it is dragged; what holds it is not.
            this.panels.setPointerCapture(event.pointerId);
            const follow = (move) => this.follow(handle, this.place(this.panels.children[panel], plot, move));
            const release = () => {
                this.panels.removeEventListener("pointermove", follow);
                this.settle();
            };
            this.panels.addEventListener("pointermove", follow);
            this.panels.addEventListener("lostpointercapture", release, { once: true });
            follow(event);
        }

        follow(handle, { x, y }) {
            if (handle.value) {
                this.set(handle.across, stepped(this.input(handle.across), handle.value({ x, y })));
                return;
            }
            for (const [name, value] of [[handle.across, x], [handle.up, y]]) {
                if (name) {
                    this.set(name, stepped(this.input(name), value));
                }
            }
        }

        /** Where an event lies in the units of these axes. */
        place(svg, plot, { clientX, clientY }) {
            if (!svg || !plot) {
                return undefined;
            }
            const [box, view] = [svg.getBoundingClientRect(), svg.viewBox.baseVal];
            const across = ((clientX - box.left) / box.width) * view.width;
            const down = ((clientY - box.top) / box.height) * view.height;
            const x = plot.fromX + ((across - plot.left) / (plot.right - plot.left)) * (plot.toX - plot.fromX);
            const y = plot.fromY + ((plot.bottom - down) / (plot.bottom - plot.top)) * (plot.toY - plot.fromY);
            return { x, y };
        }

        /** The handle of a panel that is nearest to a place, in the directions in which it moves. */
        nearest(panel, plot, place) {
            const distance = ({ x, y, across, up }) => {
                const dx = across || up ? (x - place.x) / (plot.toX - plot.fromX) : 0;
                const dy = up && across ? (y - place.y) / (plot.toY - plot.fromY) : 0;
                return Math.hypot(dx, dy);
            };
            const here = place ? this.handles.filter((handle) => handle.panel === panel) : [];
            return here.sort((one, other) => distance(one) - distance(other))[0];
        }
    }

    /** The value of the page, which the HTML carries. */
    function startOf(input) {
        if (input.type === "checkbox") {
            return input.defaultChecked ? "1" : "0";
        }
        if (input instanceof HTMLSelectElement) {
            return [...input.options].find((option) => option.defaultSelected)?.value ?? input.value;
        }
        return input.getAttribute("value");
    }

    /** A number on the grid of a slider, within its ends. */
    function stepped(input, value) {
        const [min, max, step] = [input.min, input.max, input.step].map(Number);
        const steps = Math.round((Math.min(Math.max(value, min), max) - min) / step);
        const decimals = (input.step.split(".")[1] ?? "").length;
        return plain((min + steps * step).toFixed(Math.max(decimals, (input.min.split(".")[1] ?? "").length)));
    }

    /** A number as Rust and the sliders write it, without zeros at its end. */
    function plain(value) {
        return value.trim() !== "" && Number.isFinite(Number(value)) ? String(Number(value)) : value;
    }

    function sameValue(one, other) {
        return one !== undefined && plain(one) === plain(other);
    }

    /** Sets the state that the page's address names, and brings its figure into view. */
    function follow(explorables) {
        const [id, address] = decodeURI(location.hash).slice(1).split("?");
        const found = explorables.find(({ figure }) => figure.id === id);
        if (found && address !== undefined) {
            found.go(address);
            found.figure.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
        }
    }

    async function begin(figures) {
        const ask = await theBend.packed().then(theBend.awaken);
        const explorables = figures.map((figure) => new Explorable(figure, ask));
        addEventListener("hashchange", () => follow(explorables));
        // A link to where the reader already is changes no address.
        document.addEventListener("click", ({ target }) => {
            const link = target.closest?.("a[href*='#explore-']");
            if (link && link.href === location.href) {
                follow(explorables);
            }
        });
        follow(explorables);
        document.documentElement.dataset.explorables = "ready";
    }

    /** Says under the pictures why they will not answer. */
    function stayStill(figures, { message }) {
        for (const figure of figures) {
            const line = document.createElement("p");
            line.className = "complaint";
            line.textContent = `This figure stays still here: ${message}.`;
            figure.querySelector(".panels").after(line);
        }
    }

    const figures = [...document.querySelectorAll("[data-explore]")];
    if (figures.length > 0) {
        // The page is read first.
        addEventListener("load", () => begin(figures).catch((error) => stayStill(figures, error)));
    }
})();

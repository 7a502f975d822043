// The figures that answer: moves of the controls become addresses such as `a=2&w=-1`, the module turns an address into
// a view, and the view takes the place of the still figure.

(() => {
    "use strict";

    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    const PAUSE = 500; // milliseconds after the last move before a screen reader is told
    const FRAME = 16; // milliseconds from one picture to the next
    const PIECE = 4; // milliseconds of training in a frame
    const FIRST = 1; // the same in the frame that answers a move
    const WORDS = 100; // milliseconds at least from words to words while the pictures move
    const RESTED = 100; // milliseconds without a move that are a pause
    const RUN = 700; // milliseconds within which two moves of one control are one for undo
    const WHOLE = 8000; // milliseconds at least to play a count from 0 to its end

    class Explorable {
        constructor(figure, ask) {
            this.figure = figure;
            this.ask = ask;
            this.path = figure.dataset.explore;
            this.form = figure.querySelector("form.controls");
            this.panels = figure.querySelector(".panels");
            this.controls = new theBend.Controls(this.form);
            this.handles = new theBend.Handles(this.panels, this.controls, {
                moved: () => this.redraw(),
                rested: () => this.settle(),
            });
            this.chores = new theBend.Chores(this);
            this.past = [];
            this.settled = "";
            this.drawn = [];
            this.written = 0;
            this.redrawn = performance.now();
            this.count = this.form.querySelector("[data-play]")?.dataset.play;
            this.pace = 1 / PIECE;
            this.viewing = 0;
            this.listen();
            this.form.hidden = false;
            this.redraw();
        }

        set(name, value) {
            this.controls.set(name, value);
            this.redraw();
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
            this.attempt(() => this.draw());
        }

        /** Does what asks the module, and says so if that fails. */
        attempt(step) {
            try {
                step();
            } catch (error) {
                this.training = false;
                clearTimeout(this.writing);
                this.writing = undefined;
                this.pause();
                this.controls.showExact();
                this.complain(`These values cannot be drawn (${error.message}); undo or reset.`);
                this.tellBusy();
            }
        }

        /** Draws the state. What has to be trained for it is trained in pieces, a frame each, and drawn as it grows. */
        draw() {
            const asked = this.controls.asked();
            const piece = this.advance(asked);
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

        /**
         * Notes how far the training has come, and gives the count to train up to in this frame, if the one that is asked for
         * is further and the last piece got on.
         */
        advance(asked) {
            if (this.count) {
                const [reached] = this.ask("reached", this.path, asked);
                const [before, now] = [this.stands, `${reached} ${asked}`];
                // While the count plays, nobody waits for an answer.
                this.fresh = asked !== this.wanted && !this.playing;
                [this.wanted, this.stands] = [asked, now];
                const next = Number(reached) + Math.max(Math.round(this.pace * (this.fresh ? FIRST : PIECE)), 1);
                return before !== now && next < Number(this.controls.get(this.count)) ? next : undefined;
            }
        }

        train(asked) {
            // The page opens with the picture of its own state, which stays until that is trained.
            const opening = this.shown === undefined && this.controls.address() === "";
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
                this.viewing = Math.min(this.viewing || took, took);
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
            this.steadily(svgs, () => (this.drawn = theBend.repaint.pictures(this.panels, this.drawn, svgs)));
            this.handles.measure(geometry);
            this.writing ??= setTimeout(() => this.attempt(() => this.write()), this.written + WORDS - performance.now());
        }

        /** Puts more or fewer pictures above the controls, and keeps the one in use where the reader has it. */
        steadily(svgs, repaint) {
            const used = document.activeElement;
            const more = svgs.split("</svg>").length - 1 !== this.drawn.length;
            if (!more || !this.form.contains(used)) {
                return repaint();
            }
            const top = used.getBoundingClientRect().top;
            repaint();
            scrollBy({ top: used.getBoundingClientRect().top - top, behavior: "instant" });
        }

        /** Writes the words of the last view, and its numbers. */
        write() {
            clearTimeout(this.writing);
            [this.writing, this.written] = [undefined, performance.now()];
            const [alt, says, beside, offers, idle, complaint] = this.ask("words", this.path, this.shown);
            this.controls.showExact();
            this.panels.setAttribute("aria-label", alt);
            this.figure.querySelector(".says").textContent = says;
            if (this.beside !== beside) {
                theBend.repaint.html(this.figure.querySelector(".beside"), beside);
                this.beside = beside;
            }
            this.controls.setAside(idle);
            this.controls.tellOffers(offers);
            this.complain(complaint);
            this.controls.tellPresets();
            this.chores.refresh();
            this.told ??= { shown: this.shown, says };
            this.tellSoon();
            this.tellBusy();
        }

        /** A screen reader says a complaint when it is written, so the same is not written again. */
        complain(complaint) {
            const line = this.form.querySelector(".complaint");
            if (line.textContent !== complaint) {
                line.textContent = complaint;
            }
        }

        /** Says whether something of the state that is asked for is still to come. */
        tellBusy() {
            this.figure.setAttribute("aria-busy", String(this.training || this.writing !== undefined));
        }

        /** Says the state to a screen reader once the reader's hand rests. */
        tellSoon() {
            clearTimeout(this.telling);
            this.telling = setTimeout(() => this.tell(), PAUSE);
        }

        /**
         * But not when the page opens, nor while a count plays; and of what has been said, only the sentences that have
         * changed. Which step it is comes first, if it is one.
         */
        tell() {
            if (this.playing) {
                return;
            }
            const [shown, says] = [this.shown, this.figure.querySelector(".says").textContent];
            const step = this.walked?.selectedIndex > 0 ? this.walked.selectedOptions[0].text : "";
            if (step || this.told.shown !== shown) {
                const words = news(says, this.told.says) || "Drawn anew; the caption is the same.";
                // Some captions name the step themselves.
                const lead = says.includes(step.split(": ").at(-1)) ? "" : `${step}. `;
                this.form.querySelector(".announced").textContent = lead + words;
            }
            [this.told, this.walked] = [{ shown, says }, undefined];
        }

        /**
         * Keeps the state before the last move for undo, and puts the new one into the page's address. A run of moves of one
         * control is one.
         */
        settle(target) {
            const address = this.controls.address();
            if (address === this.settled) {
                return;
            }
            const now = performance.now();
            if (target === undefined || target !== this.turned || now - this.rested > RUN) {
                this.past.push(this.settled);
            }
            [this.turned, this.rested] = [target, now];
            this.settled = address;
            this.remember();
        }

        remember() {
            this.tellUndo();
            // The address has room for one figure.
            note(this.link(this.settled));
        }

        /** A button that is disabled would lose the focus of who has pressed it. */
        tellUndo() {
            const idle = this.past.length === 0 && !this.playing;
            this.form.querySelector('[data-do="undo"]').setAttribute("aria-disabled", String(idle));
        }

        link(address) {
            return `#${this.figure.id}${address && `?${address}`}`;
        }

        /** Goes to a state in one step that undo takes back. */
        go(address) {
            this.pause();
            this.controls.take(address);
            this.controls.tellPresets();
            this.redraw();
            this.settle();
        }

        /** Goes on with a state that the page has shown before, which its address need not name. */
        goOn(address) {
            this.past.push("");
            this.settled = address;
            this.controls.take(address);
            this.redraw();
            this.tellUndo();
        }

        undo() {
            this.pause();
            this.turned = undefined;
            if (this.past.length === 0) {
                return;
            }
            this.settled = this.past.pop();
            this.controls.take(this.settled);
            this.redraw();
            this.remember();
        }

        listen() {
            this.form.addEventListener("submit", (event) => event.preventDefault());
            this.form.addEventListener("input", ({ target }) => this.moved(target));
            this.form.addEventListener("change", ({ target }) => this.changed(target));
            this.form.addEventListener("click", ({ target }) => this.clicked(target.closest("button")));
            this.form.addEventListener("focusout", () => this.typed());
        }

        moved(target) {
            if (target.dataset.exact) {
                // What stands in it is the reader's for now, also while something plays.
                this.controls.typing = target;
                if (target.value !== "") {
                    this.set(target.dataset.exact, target.value);
                }
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
                this.typed();
                this.settle(target);
            }
        }

        /** Nobody types any more. */
        typed() {
            this.controls.typing = undefined;
            this.controls.showExact();
        }

        clicked(button) {
            const { do: chore, walk, play, forward, offer } = button?.dataset ?? {};
            if (chore) {
                this.attempt(() => (chore in this ? this : this.chores)[chore](button));
            } else if (walk) {
                this.walk(button, Number(walk));
            } else if (play) {
                this.play(button);
            } else if (forward) {
                this.step(forward, 1);
                this.settle();
            } else if (offer) {
                this.accept(offer);
            }
        }

        /** Takes over what the view offers. */
        accept(offer) {
            const changes = this.controls.offered.get(offer);
            if (changes) {
                this.pause();
                this.controls.change(changes);
                this.redraw();
                this.settle();
            }
        }

        reset() {
            this.go("");
        }

        /** The settings before or after the one that is shown, round and round; from a state of the reader's own, the first. */
        walk(button, by) {
            const select = button.parentElement.querySelector("select");
            const { options, selectedIndex } = select;
            const count = options.length - 1;
            const to = selectedIndex === 0 ? 0 : (selectedIndex - 1 + by + count) % count;
            this.walked = select;
            this.go(options[to + 1].value);
        }

        /** Adds to a count; false at its end. */
        step(name, by) {
            const [now, last] = [Number(this.controls.get(name)) || 0, Number(this.controls.input(name).max)];
            this.set(name, String(Math.min(now + by, last)));
            return now + by < last;
        }

        /**
         * Counts on, a stride a frame at most, so that few steps can be followed; without motion, in a few large ones. It
         * waits for what has to be trained first.
         */
        play(button) {
            if (this.playing) {
                return this.pause();
            }
            const { play: name, stride } = button.dataset;
            const pause = (WHOLE * stride) / Number(this.controls.input(name).max) - FRAME;
            const [wait, by] = calm.matches ? [1000, 30 * stride] : [Math.max(pause, 0), Number(stride)];
            if (Number(this.controls.get(name)) >= Number(this.controls.input(name).max)) {
                this.set(name, "0");
            }
            this.playing = button;
            button.textContent = "Pause";
            this.tellUndo();
            const on = () => this.training || this.step(name, by);
            const next = () => requestAnimationFrame(() => this.playing && (on() ? later() : this.pause()));
            const later = () => (this.timer = setTimeout(next, wait));
            next();
        }

        pause() {
            if (this.playing) {
                clearTimeout(this.timer);
                this.playing.textContent = "Play";
                this.playing = undefined;
                this.settle();
                this.tellUndo();
                this.tellSoon();
            }
        }
    }

    /** The sentences that were not among those before. */
    function news(now, before) {
        const [sentences, known] = [now, before].map((text) => text.split(/(?<=[.?!]) (?=\p{Lu})/u));
        return sentences.filter((sentence) => !known.includes(sentence)).join(" ");
    }

    /** Sets the state that the page's address names, and brings its figure into view and the keyboard's focus. */
    function follow() {
        const [id, address] = location.hash.slice(1).split("?");
        const found = explorables.find(({ figure }) => figure.id === id);
        if (found && address !== undefined) {
            found.go(address);
            found.figure.tabIndex = -1;
            found.figure.focus({ preventScroll: true });
            found.figure.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
        }
    }

    /** The figures of this page. */
    let explorables = [];

    /** Notes in the browser's history, under an address, what each figure shows. */
    function note(address) {
        const moved = explorables.filter(({ settled }) => settled !== "");
        history.replaceState({ figures: Object.fromEntries(moved.map(({ figure, settled }) => [figure.id, settled])) }, "", address);
    }

    /** What each figure showed when the page was left or read anew, if that has been noted. */
    const noted = () => history.state?.figures;

    function recall() {
        for (const explorable of explorables) {
            const address = noted()[explorable.figure.id];
            if (address) {
                explorable.goOn(address);
            }
        }
    }

    /** Goes to the state of an address that a link has led to, or that the reader comes back to, with what was shown there. */
    function arrive() {
        const [{ href }, before] = [location, noted()];
        if (before === undefined) {
            follow();
            return note(location.href);
        }
        for (const explorable of explorables) {
            const { controls, figure } = explorable;
            const address = before[figure.id] ?? "";
            explorable.pause();
            if (address !== controls.address() || controls.unknown().length > 0) {
                explorable.go(address);
            }
        }
        // Each has put its own into the page's address.
        note(href);
    }

    async function begin(figures) {
        const ask = await theBend.packed().then(theBend.awaken);
        explorables = figures.map((figure) => new Explorable(figure, ask));
        addEventListener("popstate", arrive);
        // What plays has not come to rest.
        addEventListener("pagehide", () => explorables.forEach((explorable) => explorable.settle()));
        // A link to where the reader already is changes no address.
        document.addEventListener("click", ({ target }) => {
            const link = target.closest?.("a[href*='#explore-']");
            if (link && link.href === location.href) {
                follow();
            }
        });
        noted() === undefined ? follow() : recall();
        note(location.href);
        document.documentElement.dataset.explorables = "ready";
    }

    /** Says under the pictures why they will not answer. */
    function stayStill(figures, { message }) {
        for (const figure of figures) {
            const line = document.createElement("p");
            line.className = "complaint";
            line.textContent = `This figure stays still: ${message}.`;
            figure.querySelector(".panels").after(line);
        }
    }

    // The whole book on one page would awaken every figure at once, under names that are there twice.
    const figures = theBend.wholeBook ? [] : [...document.querySelectorAll("[data-explore]")];
    if (figures.length > 0) {
        // The page is read first.
        addEventListener("load", () => begin(figures).catch((error) => stayStill(figures, error)));
    }
})();

// What the buttons under a figure's controls do beside reset and undo: the link, the data, the file, the whole screen.

theBend.Chores = (() => {
    "use strict";

    class Chores {
        constructor(explorable) {
            this.explorable = explorable;
            this.figure = explorable.figure;
            this.list = this.figure.querySelector(".data");
            this.line = explorable.form.querySelector(".done");
            this.figure.addEventListener("fullscreenchange", () => this.tellFilled());
            this.tellFilled();
        }

        async copy() {
            const { explorable } = this;
            const address = new URL(explorable.link(explorable.controls.address()), location.href).href;
            try {
                await navigator.clipboard.writeText(address);
                this.say("The link is copied.");
            } catch {
                // To be copied by hand, which takes its time, but no longer than it is true.
                this.say(address, Infinity);
                this.byHand = this.explorable.controls.address();
            }
        }

        data(button) {
            this.list.hidden = !this.list.hidden;
            button.setAttribute("aria-expanded", String(!this.list.hidden));
            this.refresh();
        }

        /** Lists the data of the pictures that are shown, if the reader wants them listed and there are any. */
        refresh() {
            if (this.byHand !== undefined && this.byHand !== this.explorable.controls.address()) {
                this.say("");
            }
            if (!this.list.hidden && this.opened()) {
                theBend.repaint.html(this.list, this.answered("data"));
            }
        }

        svg() {
            if (!this.opened()) {
                return this.say("This figure is still being trained.");
            }
            const link = document.createElement("a");
            link.href = URL.createObjectURL(new Blob([this.answered("svg")], { type: "image/svg+xml" }));
            link.download = `${this.explorable.path.replace("/", "-")}.svg`;
            link.click();
            setTimeout(() => URL.revokeObjectURL(link.href), 1000);
            this.say(`Saved as ${link.download}.`);
        }

        /** Whether the module has drawn the page's figure. What has to be trained for it comes first, in its own time. */
        opened() {
            return this.explorable.shown !== undefined;
        }

        /** What the module answers about the view that is shown. */
        answered(wanted) {
            return this.explorable.ask(wanted, this.explorable.path, this.explorable.shown)[0];
        }

        filled() {
            return document.fullscreenElement === this.figure;
        }

        /** Gives the figure the whole screen, or takes it back. */
        async fill() {
            try {
                await (this.filled() ? document.exitFullscreen() : this.figure.requestFullscreen());
            } catch {
                this.say("The browser gives no full screen here.");
            }
        }

        /** The button is there where a browser can do it. */
        tellFilled() {
            const button = this.figure.querySelector('[data-do="fill"]');
            button.hidden = !document.fullscreenEnabled;
            button.textContent = this.filled() ? "Back to the page" : "Full screen";
        }

        /** Says what a button has done, for so many milliseconds. */
        say(words, time = 8000) {
            this.line.textContent = words;
            this.byHand = undefined;
            clearTimeout(this.saying);
            if (time < Infinity) {
                this.saying = setTimeout(() => (this.line.textContent = ""), time);
            }
        }
    }

    return Chores;
})();

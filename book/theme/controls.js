// The controls of a figure as a state: a value for each name, which addresses such as `a=2&w=-1` carry.

theBend.Controls = (() => {
    "use strict";

    class Controls {
        constructor(form) {
            this.form = form;
            this.names = [...new Set([...form.elements].map((input) => input.name).filter(Boolean))];
            this.start = new Map(this.names.map((name) => [name, startOf(this.input(name))]));
            this.exact = form.querySelectorAll("[data-exact]");
            this.offered = new Map();
            this.presets = [...form.querySelectorAll("[data-presets] option")].map((option) => [option, this.sorted(option.value)]);
            // A browser may have kept what stood in the inputs when the page was left.
            this.take("");
        }

        input(name) {
            return this.form.elements.namedItem(name);
        }

        get(name) {
            return this.state.get(name);
        }

        /** Sets a value. Names that no control has are forgotten. */
        set(name, value) {
            this.unknown().forEach((name) => this.state.delete(name));
            this.state.set(name, unsigned(value));
            this.show(name);
        }

        /** The state as an address that names what differs from the page. */
        address() {
            return this.changed().map((name) => [name, this.get(name)].map(encodeURIComponent).join("=")).join("&");
        }

        /**
         * The same as the module reads it, with the names that an address brought and no control has: the module complains
         * of them.
         */
        asked() {
            const words = (text) => text.replace(/[&=]/g, " ");
            const names = [...this.changed(), ...this.unknown()];
            return names.map((name) => `${words(name)}=${words(this.get(name))}`).join("&");
        }

        changed() {
            return this.names.filter((name) => this.get(name) !== this.start.get(name));
        }

        unknown() {
            return [...this.state.keys()].filter((name) => !this.start.has(name));
        }

        /** Takes the state of an address; what it does not name goes back to the page's value. */
        take(address) {
            this.state = new Map(this.start);
            this.change(address);
        }

        /** Takes the values of an address; what it does not name stays. */
        change(address) {
            this.typing = undefined;
            for (const part of address.split("&").filter(Boolean)) {
                const [name, value = ""] = part.split("=").map(decoded);
                this.state.set(name, unsigned(value));
            }
            this.names.forEach((name) => this.show(name));
        }

        /** Puts a value into its input. */
        show(name) {
            const [input, value] = [this.input(name), this.possible(name)];
            if (input.type === "checkbox") {
                input.checked = value === "1";
            } else {
                input.value = value;
            }
        }

        /** The value of a control, or the page's, which is drawn instead of one that the control cannot have. */
        possible(name) {
            const [input, value] = [this.input(name), this.get(name)];
            const words = input.options && [...input.options].map((option) => option.value);
            const can = words?.includes(value) ?? (input.type === "checkbox" ? /^[01]$/.test(value) : isNumber(value));
            return can ? value : this.start.get(name);
        }

        /** Puts the values into the fields beside the sliders, but for the one that is being typed in. */
        showExact() {
            for (const field of this.exact) {
                const value = this.possible(field.dataset.exact);
                if (field !== this.typing && field.value !== value) {
                    field.value = value;
                }
            }
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

        /**
         * Lets those buttons work for which the view offers something to take over. One that is disabled would lose the
         * focus of who has pressed it.
         */
        tellOffers(offers) {
            this.offered = new Map(offers.split("\n").filter(Boolean).map((line) => line.split(" ")));
            for (const button of this.form.querySelectorAll("[data-offer]")) {
                button.setAttribute("aria-disabled", String(!this.offered.has(button.dataset.offer)));
            }
        }

        /** Shows in each list of settings which of them the state is, if it is one. */
        tellPresets() {
            const now = this.sorted(this.address());
            for (const select of this.form.querySelectorAll("[data-presets]")) {
                const found = this.presets.find(([{ parentElement, index }, address]) => parentElement === select && index > 0 && address === now);
                select.selectedIndex = found?.[0].index ?? 0;
            }
        }

        /** The one way of writing an address among those that set the same state. */
        sorted(address) {
            const parts = address.split("&").filter(Boolean).map((part) => part.split("="));
            const changed = parts.filter(([name, value]) => plain(this.start.get(name)) !== plain(value));
            return changed.map(([name, value]) => `${name}=${plain(value)}`).sort().join("&");
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

    /** A part of an address; as it stands if it is not one that a browser has written. */
    function decoded(part) {
        try {
            return decodeURIComponent(part).replace(/\p{Cc}/gu, " ");
        } catch {
            return part;
        }
    }

    /** A number without the signs that say nothing, of a zero and a plus; its digits are the reader's. */
    function unsigned(value) {
        if (!isNumber(value)) {
            return value;
        }
        return Number(value) === 0 ? "0" : value.replace(/^\+/, "");
    }

    /** The one way of writing a number; other words as they are. */
    function plain(value) {
        return isNumber(value) ? String(Number(value)) : value;
    }

    /** Whether Rust reads this as a number, and a finite one. */
    function isNumber(value) {
        return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value) && Number.isFinite(Number(value));
    }

    return Controls;
})();

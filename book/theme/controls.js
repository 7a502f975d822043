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

        /** Sets a value; `field` is where it is being typed, if it is. */
        set(name, value, field) {
            this.typing = field;
            this.state.set(name, value);
            this.show(name);
        }

        /** The state as an address that names what differs from the page. */
        address() {
            return this.written(this.names.filter((name) => this.get(name) !== this.start.get(name)));
        }

        /** The same with the names that an address brought and no control has, which the module complains of. */
        asked() {
            const unknown = [...this.state.keys()].filter((name) => !this.start.has(name));
            return [this.address(), this.written(unknown)].filter(Boolean).join("&");
        }

        written(names) {
            return names.map((name) => `${name}=${this.get(name)}`).join("&");
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
                this.state.set(name, value);
            }
            this.names.forEach((name) => this.show(name));
        }

        /** Puts a value into its input. */
        show(name) {
            const [input, value] = [this.input(name), this.get(name)];
            if (input.type === "checkbox") {
                input.checked = value === "1";
            } else if (input.type !== "range" || isNumber(value)) {
                input.value = value;
                if (input.selectedIndex < 0) {
                    // A word that it does not have; the page's is drawn.
                    input.value = this.start.get(name);
                }
            }
        }

        /** Puts the values into the fields beside the sliders, but for the one that is being typed in. */
        showExact() {
            for (const field of this.exact) {
                const value = this.get(field.dataset.exact);
                if (field !== this.typing && field.value !== value && isNumber(value)) {
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
            return decodeURIComponent(part);
        } catch {
            return part;
        }
    }

    /** A number as Rust and the sliders write it, without zeros at its end; other words as they are. */
    function plain(value) {
        return isNumber(value) ? String(Number(value)) : value;
    }

    function isNumber(value) {
        return Boolean(value?.trim()) && Number.isFinite(Number(value));
    }

    return Controls;
})();

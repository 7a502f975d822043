// What can be dragged in the pictures of a figure, by mouse, pen or finger, and which controls it moves.

theBend.Handles = (() => {
    "use strict";

    const FINGER = 30; // pixels from a handle that a finger still holds

    class Handles {
        /** Handles of these controls; `moved` is called with each move, `rested` when the hand lets go after one. */
        constructor(panels, controls, { moved, rested }) {
            Object.assign(this, { panels, controls, moved, rested });
            this.handles = [];
            this.plots = [];
            panels.addEventListener("pointerdown", (event) => this.grab(event));
            panels.addEventListener("touchstart", (event) => this.touch(event), { passive: false });
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
                const moves = (place) => [[control(across), place.x], [control(up), place.y]];
                return { panel: Number(panel), x: Number(x), y: Number(y), across: control(across), up: control(up), moves };
            });
            const pulls = lines.filter(([kind]) => kind === "pull").map(([, panel, x, y, pulled, base, ...slope]) => {
                const [perX, perY] = slope.map(Number);
                const value = (place) => Number(base) + perX * place.x + perY * place.y;
                const moves = (place) => [[pulled, value(place)]];
                return { panel: Number(panel), x: Number(x), y: Number(y), across: pulled, up: pulled, moves, slope: [perX, perY] };
            });
            const turns = lines.filter(([kind]) => kind === "turn").map((line) => {
                const [panel, x, y, pivotX, pivotY, size] = numbers(line);
                const names = line.slice(7);
                const moves = (place) => {
                    const [dx, dy] = [place.x - pivotX, place.y - pivotY];
                    const [w1, w2] = [-dy, dx].map((side) => (size * side) / Math.hypot(dx, dy));
                    return [w1, w2, -w1 * pivotX - w2 * pivotY].map((value, index) => [names[index], value]);
                };
                return { panel, x, y, across: names[0], up: names[1], moves, finer: 100 };
            });
            this.handles.push(...pulls, ...turns);
            [...this.panels.children].forEach((svg, panel) => {
                const here = this.handles.filter((handle) => handle.panel === panel);
                svg.classList.toggle("draggable", here.length > 0);
                svg.classList.toggle("draggable-up", here.some((handle) => handle.up));
            });
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
            this.focus(handle);
            // The picture is replaced while it is dragged; what holds it is not.
            this.panels.setPointerCapture(event.pointerId);
            const letGo = new AbortController();
            const whenMine = (type, act) => this.panels.addEventListener(type, (other) => {
                if (other.pointerId === event.pointerId) {
                    act(other);
                }
            }, letGo);
            let before;
            const follow = (move) => {
                before ??= this.values(handle);
                this.follow(handle, this.place(this.panels.children[panel], plot, move));
            };
            // Where a finger may go on to scroll, it moves nothing until it has gone across, or has left without a move.
            let drags = event.pointerType !== "touch" || handle.up;
            whenMine("pointermove", (move) => {
                drags ||= Math.abs(move.clientX - event.clientX) > Math.abs(move.clientY - event.clientY);
                if (drags) {
                    follow(move);
                }
            });
            whenMine("pointerup", follow);
            // The browser has taken the pointer for a gesture of its own.
            whenMine("pointercancel", () => {
                before?.forEach(([name, value]) => this.controls.set(name, value));
                this.moved();
            });
            whenMine("lostpointercapture", () => {
                letGo.abort();
                if (before) {
                    this.rested();
                }
            });
            if (drags) {
                follow(event);
            }
        }

        /** Gives the keyboard's focus to what a handle moves, so that its arrows go on where the hand lets go. */
        focus(handle) {
            const input = this.controls.input(handle.across ?? handle.up);
            input.focus({ preventScroll: true });
            if (document.activeElement !== input) {
                // It is folded away.
                const figure = this.panels.closest(".explorable");
                figure.tabIndex = -1;
                figure.focus({ preventScroll: true });
            }
        }

        /** The controls that a handle moves, with their values. */
        values({ moves }) {
            const names = moves({ x: 0, y: 0 }).map(([name]) => name).filter(Boolean);
            return names.map((name) => [name, this.controls.get(name)]);
        }

        /** Moves the controls of a handle to a place, where that leads to numbers. */
        follow({ moves, finer = 1 }, place) {
            for (const [name, wanted] of moves(place).filter(([name, wanted]) => name && Number.isFinite(wanted))) {
                this.controls.set(name, stepped(this.controls.input(name), wanted, finer));
            }
            this.moved();
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

    /** A number on the grid of a slider, or one so many times finer, within its ends. */
    function stepped(input, value, finer) {
        const [min, max, step] = [input.min, input.max, input.step].map(Number);
        const steps = Math.round(((Math.min(Math.max(value, min), max) - min) / step) * finer);
        const decimals = (number) => (number.split(".")[1] ?? "").length;
        const digits = Math.max(decimals(input.step) + String(finer).length - 1, decimals(input.min));
        return String(Number((min + (steps * step) / finer).toFixed(digits)));
    }

    return Handles;
})();

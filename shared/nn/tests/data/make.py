"""Writes the reference data of the tests: what NumPy, PyTorch and 50-digit arithmetic give.

The tests need only the data. To make it again: pip install numpy nnfs mpmath torch, then python make.py here.
The hashes of NumPy's streams, and of its exp, were made on a processor with AVX-512 and fused multiply-adds.
"""

import mpmath
import numpy as np
import torch
import torch.nn.functional as f


def fnv(data: bytes) -> str:
    """FNV-1a, 64 bits."""
    state = 0xCBF29CE484222325
    for byte in data:
        state = ((state ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return f"{state:016x}"


def write(name: str, header: str, rows: list[str]) -> None:
    with open(name, "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join([header, *rows]) + "\n")


def numpy_streams() -> None:
    """Hashes of streams too long to keep."""
    rows = []
    state = np.random.RandomState(0)
    rows.append("normal," + fnv(state.randn(1_000_000).tobytes()))
    state = np.random.RandomState(1)
    rows.append("uniform," + fnv(state.uniform(-3.0, 5.0, 1_000_000).tobytes()))
    state = np.random.RandomState(2)
    rows.append("randint," + fnv(state.randint(0, 1000, 1_000_000).tobytes()))
    state = np.random.RandomState(3)
    rows.append("randint-wide," + fnv(state.randint(-5, 10**12, 1_000_000).tobytes()))
    state = np.random.RandomState(4)
    rows.append("permutation," + fnv(state.permutation(1_000_000).tobytes()))
    bits = np.arange(0, 2**32, 4099, dtype=np.uint64).astype(np.uint32)
    x = bits.view(np.float32)
    with np.errstate(all="ignore"):
        rows.append("exp-f32," + fnv(np.exp(x[~np.isnan(x)]).tobytes()))
    rows += numpy_data_sets()
    write("numpy.csv", "stream,fnv-1a", rows)


def numpy_data_sets() -> list[str]:
    """Hashes of the data sets, and of the network of seed 000's In[15], made by nnfs itself."""
    rows = []
    x = np.linspace(-1, 1, 1000)
    points = np.concatenate([np.stack([x, x**2], 1), np.stack([x, x**2 - 0.5], 1)])
    labels = np.repeat([0, 1], 1000)
    np.random.seed(13)
    order = np.random.permutation(range(2000))
    rows.append("parabolas," + fnv(points[order].tobytes()))
    rows.append("parabolas-labels," + fnv(labels[order].astype(np.int64).tobytes()))

    import nnfs
    from nnfs.datasets import sine_data, spiral_data, vertical_data

    x, y = sine_data()
    rows.append("sine," + fnv(np.concatenate([x, y], 1).astype(np.float32).tobytes()))
    nnfs.init()
    rows.append("spiral," + fnv(spiral_data(100, 3)[0].tobytes()))
    rows.append("vertical," + fnv(vertical_data(100, 3)[0].tobytes()))
    nnfs.init()
    points, _ = spiral_data(samples=100, classes=3)
    first, second = 0.01 * np.random.randn(2, 3), 0.01 * np.random.randn(3, 3)
    hidden = np.maximum(0, np.dot(points, first) + np.zeros((1, 3)))
    logits = np.dot(hidden, second) + np.zeros((1, 3))
    weights = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    softmax = weights / np.sum(weights, axis=1, keepdims=True)
    assert softmax.dtype == np.float32
    rows.append("in-15," + fnv(softmax.tobytes()))
    return rows


TORCH = {
    "step": lambda x: torch.heaviside(x.detach(), torch.zeros_like(x)) + 0 * x,
    "linear": lambda x: 1 * x,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leaky-relu": lambda x: f.leaky_relu(x, 0.01),
    "prelu": lambda x: f.prelu(x, torch.tensor(0.25, dtype=x.dtype)),
    "elu": f.elu,
    "selu": f.selu,
    "gelu": f.gelu,
    "gelu-tanh": lambda x: f.gelu(x, approximate="tanh"),
    "silu": f.silu,
    "softplus": f.softplus,
    "mish": f.mish,
    "hard-sigmoid": f.hardsigmoid,
    "hard-swish": f.hardswish,
    "log-sigmoid": f.logsigmoid,
}
POINTS = [-100.0, -30.0, *np.arange(-10, 10.5, 0.5).tolist(), -1e-5, 1e-5, 0.1, 30.0, 100.0]


def torch_activations() -> None:
    """Values and slopes in f64."""
    rows = []
    for name, function in TORCH.items():
        x = torch.tensor(POINTS, dtype=torch.float64, requires_grad=True)
        y = function(x)
        y.sum().backward()
        rows += [f"{name},{a!r},{b!r},{c!r}" for a, b, c in zip(POINTS, y.tolist(), x.grad.tolist())]
    write("torch-activations.csv", "activation,x,value,slope", rows)


def flat(*tensors: torch.Tensor) -> str:
    return " ".join(repr(v) for tensor in tensors for v in tensor.detach().flatten().tolist())


def torch_network() -> None:
    """Rows, losses and training in f64, on numbers that the test computes too: sin of 1, 2, 3, …"""
    rows = []

    def numbers(*shape: int) -> torch.Tensor:
        count = int(np.prod(shape))
        return torch.tensor(np.sin(np.arange(1, count + 1)).reshape(shape), dtype=torch.float64)

    for name, function in {"softmax": f.softmax, "log-softmax": f.log_softmax}.items():
        x = (3 * numbers(4, 3)).requires_grad_()
        y = function(x, dim=-1)
        y.backward(numbers(4, 3).flip(0))
        rows += [f"{name},{flat(y)}", f"{name}-gradient,{flat(x.grad)}"]

    classes = torch.tensor([0, 2, 1, 1])
    halves = (numbers(4, 3) > 0).to(torch.float64)
    losses = {
        "half-square": lambda x: 0.5 * ((x - halves) ** 2).sum(1).mean(),
        "mean-square": lambda x: f.mse_loss(x, halves),
        "binary-cross-entropy": lambda x: f.binary_cross_entropy_with_logits(x, halves),
        "categorical-cross-entropy": lambda x: f.cross_entropy(x, classes),
    }
    for name, loss in losses.items():
        x = (3 * numbers(4, 3)).requires_grad_()
        value = loss(x)
        value.backward()
        rows += [f"{name},{flat(value)}", f"{name}-gradient,{flat(x.grad)}"]

    optimisers = {
        "sgd": lambda p: torch.optim.SGD(p, lr=0.1),
        "momentum": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9),
        "adam": lambda p: torch.optim.Adam(p, lr=0.1, eps=1e-7),
    }
    for name, make in optimisers.items():
        first, first_bias = numbers(2, 5).requires_grad_(), numbers(5).requires_grad_()
        slope = torch.tensor([0.25], dtype=torch.float64, requires_grad=True)
        second, second_bias = numbers(5, 3).requires_grad_(), numbers(3).requires_grad_()
        parameters = [first, first_bias, slope, second, second_bias]
        optimiser = make(parameters)
        for _ in range(5):
            optimiser.zero_grad()
            hidden = f.prelu(numbers(4, 2) @ first + first_bias, slope)
            f.cross_entropy(hidden @ second + second_bias, classes).backward()
            optimiser.step()
        rows.append(f"{name},{flat(*parameters)}")
    write("torch-network.csv", "what,numbers", rows)


mpmath.mp.prec = 250
ONE, TWO, HALF = mpmath.mpf(1), mpmath.mpf(2), mpmath.mpf("0.5")


def sigmoid(x):
    return ONE / (ONE + mpmath.exp(-x))


def distribution(x):
    return HALF * mpmath.erfc(-x / mpmath.sqrt(2))


def elu(scale: float, alpha: float):
    s, a = mpmath.mpf(scale), mpmath.mpf(alpha)
    return lambda x: s * x if x > 0 else s * a * mpmath.expm1(x)


EXACT = {
    "sigmoid": sigmoid,
    "tanh": mpmath.tanh,
    "elu": elu(1.0, 1.0),
    "selu": elu(1.0507009873554805, 1.6732632423543772),
    "gelu": lambda x: x * distribution(x),
    "gelu-tanh": lambda x: x * sigmoid(TWO * mpmath.sqrt(2 / mpmath.pi) * (x + mpmath.mpf("0.044715") * x**3)),
    "silu": lambda x: x * sigmoid(x),
    "softplus": lambda x: mpmath.log1p(mpmath.exp(x)),
    "mish": lambda x: x * mpmath.tanh(mpmath.log1p(mpmath.exp(x))),
    "log-sigmoid": lambda x: -mpmath.log1p(mpmath.exp(-x)),
    "exp": mpmath.exp,
    "expm1": mpmath.expm1,
    "ln": lambda x: mpmath.log(abs(x)),
    "ln1p": lambda x: mpmath.log1p(abs(x)),
    "log10": lambda x: mpmath.log10(abs(x)),
    "sin": mpmath.sin,
    "cos": mpmath.cos,
    "erf": mpmath.erf,
    "powf": lambda x: abs(x) ** mpmath.mpf(1.3),
}


# Of 30,000 points of all scales, half of them beyond 20 on either side: where the f64 form is farthest off, first up to
# 20, then beyond.
WORST = {
    "sigmoid": [-2.740042727151174, -31.32065170715805],
    "tanh": [-18.54415280472397, -20.00547578635018],
    "elu": [-4.386170243774102e-09, -37.08494277534943],
    "selu": [-4.1489249073043825e-09, -24.016493549407485],
    "gelu": [-4.022716185200057, -37.65877643517786],
    "gelu-tanh": [-19.17795761972584, -20.94014546958292],
    "silu": [-19.651093789719486, -23.24955937023078],
    "softplus": [-0.45793158432033376, -25.53676985783491],
    "mish": [-4.572399571016987, -22.62175851394907],
    "log-sigmoid": [1.303077351421687, 20.430246684074895],
    "exp": [5.931231989739171, -23.9375449776475],
    "expm1": [-4.386170243774102e-09, -37.08494277534943],
    "ln": [1.596422796703369, 22.70646579210343],
    "ln1p": [-1.714472185320422, 22.1342631471492],
    "log10": [1.2673977926401911, -24.501177986724304],
    "sin": [-0.8426394458898514, -36.89859396926562],
    "cos": [13.30034101218552, 22.752711686187077],
    "erf": [0.0007372422316779218, 25.0],
    "powf": [-0.7873408676749012, -271.3169695425237],
}


def exact() -> None:
    """Values as the nearest f64 and the rest, and slopes, worked out with 75 digits at points of all scales."""
    generator = np.random.RandomState(5)
    points = [*generator.uniform(-2, 2, 12), *generator.uniform(-20, 20, 16)]
    points += [*(generator.uniform(1, 2, 8) * 2.0 ** generator.randint(-40, -3, 8) * np.tile([1, -1], 4))]
    points += [*generator.uniform(-40, 40, 6), *generator.uniform(-700, 700, 6)]
    rows = []
    for name, function in EXACT.items():
        for x in map(float, [*points, *WORST[name]]):
            true = function(mpmath.mpf(x))
            value = float(true)
            rest = float(true - mpmath.mpf(value))
            slope = float(mpmath.diff(function, mpmath.mpf(x), h=mpmath.mpf(2) ** -80))
            rows.append(f"{name},{x!r},{value!r},{rest:.3e},{slope!r}")
    write("exact.csv", "function,x,value,rest,slope", rows)


if __name__ == "__main__":
    numpy_streams()
    torch_activations()
    torch_network()
    exact()

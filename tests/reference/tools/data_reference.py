#!/usr/bin/env python3
"""Reference data for training small models on data: losses, orders of the examples, trajectories, optima.

    data_reference.py FOLDER          writes FOLDER/data_*.json
    data_reference.py FOLDER --check  reads them again: losses, derivatives, orders, batches, standardised inputs
                                      and the steps of the simple rules must agree with plain Python

Needs PyTorch and scikit-learn; the files kept here are of PyTorch 1.13.1 and scikit-learn 1.2.1 (Debian 12).
Everything is float64 and deterministic. ../README.md describes the files.
"""

import argparse
import inspect
import json
import math
import sys
import warnings
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import numpy
import scipy
import scipy.optimize
import sklearn
import torch
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.preprocessing import StandardScaler
from torch.optim import lr_scheduler as rates

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

# Debian's build of PyTorch 1.13.1 calls itself 1.13.0a0.
SOURCE = {"library": "PyTorch", "version": torch.__version__.replace("1.13.0a0", "1.13.1"),
          "dtype": "float64", "device": "cpu", "gradients": "torch.autograd"}
SKLEARN = {"library": "scikit-learn", "version": sklearn.__version__}
SCIPY = {"library": "SciPy", "version": scipy.__version__}


# ---------------------------------------------------------------------------------------------------------------------
# Models and data


@dataclass
class Model:
    formula: str
    theta: list            # names of the two parameters
    columns: list          # names of the columns of the data, the target last
    predict: callable      # of theta and the columns of inputs, with tensors
    loss: str              # a class of torch.nn, with mean reduction
    plain: callable        # the prediction for one row, with Python's floats


def sigmoid_loss(logit, y):
    return max(logit, 0.0) - logit * y + math.log1p(math.exp(-abs(logit)))


def huber(residual, delta):
    r = abs(residual)
    return 0.5 * r * r if r <= delta else delta * (r - 0.5 * delta)


MODELS = {
    "line": Model("w*x + b", ["w", "b"], ["x", "y"],
                  lambda t, x: t[0] * x[0] + t[1], "MSELoss", lambda t, x: t[0] * x[0] + t[1]),
    "line_huber": Model("w*x + b", ["w", "b"], ["x", "y"],
                        lambda t, x: t[0] * x[0] + t[1], "HuberLoss", lambda t, x: t[0] * x[0] + t[1]),
    "logistic": Model("w1*x1 + w2*x2", ["w1", "w2"], ["x1", "x2", "y"],
                      lambda t, x: t[0] * x[0] + t[1] * x[1], "BCEWithLogitsLoss",
                      lambda t, x: t[0] * x[0] + t[1] * x[1]),
    "logistic_bias": Model("w*x + b", ["w", "b"], ["x", "y"],
                           lambda t, x: t[0] * x[0] + t[1], "BCEWithLogitsLoss", lambda t, x: t[0] * x[0] + t[1]),
    "tanh_neuron": Model("tanh(w*x + b)", ["w", "b"], ["x", "y"],
                         lambda t, x: torch.tanh(t[0] * x[0] + t[1]), "MSELoss",
                         lambda t, x: math.tanh(t[0] * x[0] + t[1])),
    "tanh_network": Model("w2*tanh(w1*x)", ["w1", "w2"], ["x", "y"],
                          lambda t, x: t[1] * torch.tanh(t[0] * x[0]), "MSELoss",
                          lambda t, x: t[1] * math.tanh(t[0] * x[0])),
}
PLAIN_LOSS = {"MSELoss": lambda p, y, params: (p - y) ** 2,
              "HuberLoss": lambda p, y, params: huber(p - y, params["delta"]),
              "BCEWithLogitsLoss": lambda p, y, params: sigmoid_loss(p, y)}


def regression_rows(seed, n, low, high, truth, noise, digits=3):
    random = numpy.random.RandomState(seed)
    x = numpy.round(random.uniform(low, high, n), digits)
    y = numpy.round(truth(x) + random.normal(0, noise, n), digits)
    return [list(row) for row in zip(x.tolist(), y.tolist())]


def outlier_rows():
    """A line with a few examples far from it, for the Huber loss."""
    rows = regression_rows(12, 40, -2, 3, lambda x: 0.9 * x + 0.4, 0.3)
    for index, shift in ((3, 4.5), (11, -6.25), (20, 7.0), (33, 3.75)):
        rows[index][1] = round(rows[index][1] + shift, 3)
    return rows


def class_rows(seed, n, centres, spread, digits=3):
    """Two overlapping classes, 0 and 1, alternating."""
    random = numpy.random.RandomState(seed)
    rows = []
    for i in range(n):
        point = random.normal(0, 1, len(spread)) * spread + centres[i % 2]
        rows.append([round(float(v), digits) for v in point] + [i % 2])
    return rows


def data_sets():
    """Rows by name. Values are rounded, so that the files state them exactly."""
    return {
        "line": regression_rows(11, 30, -2, 3, lambda x: 1.3 * x - 0.7, 0.4),
        "line_outliers": outlier_rows(),
        "line_many": regression_rows(13, 200, -3, 3, lambda x: -0.8 * x + 1.1, 0.6),
        "line_scaled": regression_rows(14, 36, 20, 140, lambda x: 0.031 * x + 0.9, 0.5, 2),
        "classes": class_rows(21, 50, [(-0.7, 0.4), (0.8, -0.5)], (1.1, 0.9)),
        "classes_scaled": class_rows(22, 44, [(38, 21000), (49, 34000)], (11, 9000), 1),
        "classes_constant_column": [[row[0], 2.5, row[1]] for row in class_rows(23, 20, [(-1,), (1,)], (1.4,))],
        "classes_line": class_rows(24, 40, [(-0.6,), (1.4,)], (1.2,)),
        "neuron": regression_rows(31, 36, -2.5, 2.5, lambda x: numpy.tanh(1.5 * x - 0.5), 0.1, 4),
        "network": regression_rows(32, 24, -3, 3, lambda x: 1.2 * numpy.tanh(0.8 * x), 0.15, 4),
    }


@dataclass
class Problem:
    """A model with its data."""
    model: str
    rows: list
    params: dict = field(default_factory=dict)
    standardize: bool = False

    def __post_init__(self):
        raw = numpy.array([row[:-1] for row in self.rows], dtype=float)
        self.scaler = StandardScaler().fit(raw) if self.standardize else None
        inputs = self.scaler.transform(raw) if self.standardize else raw
        self.inputs = torch.tensor(inputs).T.contiguous()  # one row for each input
        self.targets = torch.tensor([float(row[-1]) for row in self.rows])
        self.criterion = getattr(torch.nn, MODELS[self.model].loss)(**self.params)

    def loss(self, theta, batch=None):
        """The mean over the examples of `batch`, or over all."""
        x, y = self.inputs, self.targets
        if batch is not None:
            x, y = x[:, batch], y[batch]
        return self.criterion(MODELS[self.model].predict(theta, x), y)

    def used_rows(self):
        return [x + [y] for x, y in zip(self.inputs.T.tolist(), self.targets.tolist())]

    def described(self):
        model = MODELS[self.model]
        data = {"columns": model.columns, "rows": self.rows, "standardize": self.standardize}
        if self.standardize:
            data["standardized"] = {"mean": self.scaler.mean_.tolist(), "scale": self.scaler.scale_.tolist(),
                                    "rows": self.used_rows()}
        return {"model": {"name": self.model, "formula": model.formula, "theta": model.theta,
                          "loss": "torch.nn." + model.loss, "params": self.params},
                "data": data}


def problems():
    """All problems by name."""
    data = data_sets()
    return {
        "line": Problem("line", data["line"]),
        "line_many": Problem("line", data["line_many"]),
        "line_standardized": Problem("line", data["line_scaled"], standardize=True),
        "line_huber_1": Problem("line_huber", data["line_outliers"], {"delta": 1.0}),
        "line_huber_03": Problem("line_huber", data["line_outliers"], {"delta": 0.3}),
        "line_huber_standardized": Problem("line_huber", data["line_scaled"], {"delta": 0.3}, True),
        "logistic": Problem("logistic", data["classes"]),
        "logistic_standardized": Problem("logistic", data["classes_scaled"], standardize=True),
        "logistic_constant_column": Problem("logistic", data["classes_constant_column"], standardize=True),
        "logistic_bias": Problem("logistic_bias", data["classes_line"]),
        "logistic_bias_standardized": Problem("logistic_bias", data["classes_line"], standardize=True),
        "tanh_neuron": Problem("tanh_neuron", data["neuron"]),
        "tanh_neuron_standardized": Problem("tanh_neuron", data["neuron"], standardize=True),
        "tanh_network": Problem("tanh_network", data["network"]),
        "tanh_network_standardized": Problem("tanh_network", data["network"], standardize=True),
    }


# ---------------------------------------------------------------------------------------------------------------------
# Losses


def near_kink(problem, theta, distance=2e-3):
    """Whether a residual is so near to delta that differences would step across the jump of the Hessian."""
    if problem.model != "line_huber":
        return False
    residuals = MODELS["line"].predict(theta, problem.inputs) - problem.targets
    return bool(((residuals.abs() - problem.params["delta"]).abs() < distance).any())


def random_points(problem, seed, count, spread):
    random = numpy.random.RandomState(seed)
    points = []
    while len(points) < count:
        theta = torch.tensor(numpy.round(random.uniform(-spread, spread, 2), 4))
        if not near_kink(problem, theta):
            points.append(theta)
    return points


def gradient_of(problem, theta):
    theta = theta.detach().clone().requires_grad_()
    return torch.autograd.grad(problem.loss(theta), theta)[0]


def hessian_of(problem, theta):
    return torch.autograd.functional.hessian(problem.loss, theta)


def sample(problem, theta):
    return {"point": theta.tolist(), "value": problem.loss(theta).item(),
            "gradient": gradient_of(problem, theta).tolist(), "hessian": hessian_of(problem, theta).tolist()}


def allowance(numbers):
    """A tolerance for these, of about 450 roundings of the largest."""
    return float(f"{max(1e-12, 1e-13 * max(abs(float(n)) for n in numpy.ravel(numbers))):.2g}")


def loss_case(name, problem, points):
    samples = [sample(problem, theta) for theta in points]
    tolerance = {f"{of}_abs": allowance([s[of] for s in samples]) for of in ("value", "gradient", "hessian")}
    return {"id": name, **problem.described(), "tolerance": tolerance, "samples": samples}


def losses():
    every = problems()
    cases = [loss_case(name, problem, random_points(problem, 100 + i, 12, 2.5))
             for i, (name, problem) in enumerate(every.items())]
    # So far out that exp(logit) overflows or tanh is 1.
    far = [torch.tensor(point) for point in ([800.0, 0.0], [-900.0, 350.0], [30.0, -40.0], [0.0, 0.0])]
    cases += [loss_case(f"{name}_far", every[name], far)
              for name in ("logistic", "logistic_bias", "tanh_neuron", "tanh_network")]
    return {"schema": "gd-reference/data-losses/1", "source": SOURCE, "standardized_by": SKLEARN, "cases": cases}


# ---------------------------------------------------------------------------------------------------------------------
# Orders


def orders_of(n, seed, epochs):
    generator = torch.Generator().manual_seed(seed)
    return [torch.randperm(n, generator=generator).tolist() for _ in range(epochs)]


def orders():
    seeds = (0, 1, 42, 2**31 - 1, 2**32 + 7)
    cases = [{"n": n, "seed": seed, "epochs": orders_of(n, seed, 3)}
             for n in (1, 2, 10, 37, 200) for seed in (seeds if n < 200 else (42, 2**32 + 7))]
    return {"schema": "gd-reference/data-orders/1", "source": SOURCE,
            "torch": "g = torch.Generator().manual_seed(seed); torch.randperm(n, generator=g) once for each epoch",
            "cases": cases}


def batches(n, batch_size, shuffle, drop_last, seed):
    """Endlessly: the examples of a batch, and whether it is the last of its epoch."""
    generator = torch.Generator().manual_seed(seed)
    while True:
        order = torch.randperm(n, generator=generator) if shuffle else torch.arange(n)
        chunks = [chunk for chunk in order.split(batch_size) if not drop_last or len(chunk) == batch_size]
        for i, chunk in enumerate(chunks):
            yield chunk, i + 1 == len(chunks)


# ---------------------------------------------------------------------------------------------------------------------
# Optimizers and schedules


class Sam(torch.optim.Optimizer):
    """Sharpness-aware minimization (Foret et al. 2021), both gradients from the same batch."""

    def __init__(self, params, lr, rho):
        super().__init__(params, {"lr": lr, "rho": rho})

    @torch.no_grad()
    def step(self, closure):
        group = self.param_groups[0]
        theta = group["params"][0]
        start, norm = theta.clone(), theta.grad.norm()
        if norm == 0:
            return
        theta.copy_(start + group["rho"] * theta.grad / norm)
        closure()
        theta.copy_(start - group["lr"] * theta.grad)


class Armijo(torch.optim.Optimizer):
    """Gradient descent with backtracking (Armijo 1966) on the loss of the batch."""

    def __init__(self, params, lr, c, shrink):
        super().__init__(params, {"lr": lr, "c": c, "shrink": shrink})
        self.length = None  # the one accepted last

    @torch.no_grad()
    def step(self, closure):
        group = self.param_groups[0]
        theta = group["params"][0]
        start, gradient, loss = theta.clone(), theta.grad.clone(), self.loss
        slope = gradient.dot(gradient)
        self.length = group["lr"]
        while True:
            theta.copy_(start - self.length * gradient)
            if closure() <= loss - group["c"] * self.length * slope:
                return
            self.length *= group["shrink"]


BY_HAND = {"SAM": Sam, "Armijo": Armijo}
OMITTED = {"params", "lr", "foreach", "maximize", "differentiable", "capturable", "fused"}


def all_hyperparameters(name, given):
    """With torch's defaults for those not given, by torch's names."""
    if name in BY_HAND:
        return given
    signature = inspect.signature(getattr(torch.optim, name).__init__).parameters
    defaults = {key: p.default for key, p in signature.items() if p.default is not p.empty and key not in OMITTED}
    return {**defaults, **given}


def described_optimizer(name, lr, given):
    values = all_hyperparameters(name, given)
    call = ", ".join(f"{key}={value!r}" for key, value in values.items())
    if name == "NAdam":
        call += ", foreach=True"
    pairs = {"betas": ("beta1", "beta2"), "etas": ("eta_minus", "eta_plus"), "step_sizes": ("step_min", "step_max")}
    flat = {}
    for key, value in values.items():
        flat.update(zip(pairs[key], value) if key in pairs else [(key, value)])
    flat = {key: float(v) if isinstance(v, int) and not isinstance(v, bool) else v for key, v in flat.items()}
    if name == "NAdam":
        flat["variant"] = "documented"
    return {"name": name, "lr": lr, "hyperparameters": flat,
            "torch": None if name in BY_HAND else f"torch.optim.{name}(lr={lr!r}, {call})"}


def make_optimizer(name, theta, lr, given):
    if name in BY_HAND:
        return BY_HAND[name]([theta], lr=lr, **given)
    # NAdam's other implementation in 1.13 differs from the documented rule (../README.md).
    more = {"foreach": True} if name == "NAdam" else {}
    return getattr(torch.optim, name)([theta], lr=lr, **all_hyperparameters(name, given), **more)


def warmup_cosine(optimizer, start_factor, warmup, total, eta_min):
    warnings.filterwarnings("ignore", "The epoch parameter in", UserWarning)  # SequentialLR's own doing
    return rates.SequentialLR(optimizer, [rates.LinearLR(optimizer, start_factor, total_iters=warmup),
                                          rates.CosineAnnealingLR(optimizer, total - warmup, eta_min)], [warmup])


def inverse_sqrt(optimizer, k):
    return rates.LambdaLR(optimizer, lambda t: 1 / math.sqrt(1 + k * t))


SCHEDULES = {  # kind: name, how to make it
    "constant": ("none", None),
    "step": ("StepLR", rates.StepLR),
    "multistep": ("MultiStepLR", rates.MultiStepLR),
    "exponential": ("ExponentialLR", rates.ExponentialLR),
    "linear": ("LinearLR", rates.LinearLR),
    "polynomial": ("PolynomialLR", rates.PolynomialLR),
    "cosine_annealing": ("CosineAnnealingLR", rates.CosineAnnealingLR),
    "cosine_warm_restarts": ("CosineAnnealingWarmRestarts", rates.CosineAnnealingWarmRestarts),
    "cyclic": ("CyclicLR (cycle_momentum=False)", partial(rates.CyclicLR, cycle_momentum=False)),
    "onecycle": ("OneCycleLR (cycle_momentum=False)", partial(rates.OneCycleLR, cycle_momentum=False)),
    "inverse_sqrt": ("LambdaLR", inverse_sqrt),
    "warmup_cosine": ("SequentialLR([LinearLR, CosineAnnealingLR])", warmup_cosine),
}


# ---------------------------------------------------------------------------------------------------------------------
# Trajectories


@dataclass
class Case:
    problem: str
    optimizer: str
    lr: float
    start: list
    steps: int
    batch_size: int
    hyper: dict = field(default_factory=dict)
    schedule: str = "constant"
    params: dict = field(default_factory=dict)  # of the schedule
    unit: str = "steps"                         # after each of which the schedule steps
    shuffle: bool = True
    drop_last: bool = False
    seed: int = 0


def training_cases():
    triangle = {"base_lr": 0.005, "max_lr": 0.05, "step_size_up": 12, "step_size_down": 20, "mode": "triangular"}
    cycle = {"max_lr": 0.4, "total_steps": 80, "pct_start": 0.3, "anneal_strategy": "cos", "div_factor": 25.0,
             "final_div_factor": 100.0, "three_phase": False}
    momentum, nesterov = {"momentum": 0.9}, {"momentum": 0.8, "nesterov": True}
    return [
        # The cutting of epochs into batches, with plain SGD
        Case("line", "SGD", 0.02, [-1, 2], 90, 1, seed=42),
        Case("line", "SGD", 0.05, [-1, 2], 80, 4, seed=0),
        Case("line", "SGD", 0.05, [2.5, -2], 60, 8, seed=1),
        Case("line", "SGD", 0.05, [2.5, -2], 60, 8, seed=1, drop_last=True),
        Case("line", "SGD", 0.08, [-1.5, 1.5], 40, 32, seed=3),
        Case("line", "SGD", 0.08, [-1.5, 1.5], 40, 30, seed=3, drop_last=True),
        Case("line", "SGD", 0.05, [0, 2.5], 64, 4, shuffle=False),
        Case("line", "SGD", 0.02, [0, 2.5], 60, 1, shuffle=False),
        Case("line_many", "SGD", 0.04, [2, -1], 100, 8, seed=2**32 + 7),
        Case("line_many", "SGD", 0.06, [2, -1], 50, 32, seed=2**31 - 1),
        Case("line_many", "SGD", 0.01, [1.5, 3], 120, 1, seed=123456789),
        Case("logistic", "SGD", 0.5, [-1, 1.5], 80, 8, seed=5, drop_last=True),
        Case("logistic_bias", "SGD", 0.4, [-1.5, -1], 80, 4, seed=6),
        Case("tanh_neuron", "SGD", 0.2, [-0.5, 1], 100, 8, seed=7),
        Case("tanh_network", "SGD", 0.05, [0.3, -0.4], 120, 8, seed=8),
        # Optimizers with memory
        Case("line", "SGD", 0.01, [-1, 2], 100, 4, momentum, seed=9),
        Case("logistic", "SGD", 0.1, [-1, 1.5], 80, 8, nesterov, seed=10),
        Case("tanh_neuron", "SGD", 0.05, [-0.5, 1], 90, 4, {"momentum": 0.7, "dampening": 0.3}, seed=11),
        Case("logistic_bias", "SGD", 0.3, [2, 2], 80, 32, {"weight_decay": 0.1}, seed=12),
        Case("line_many", "SGD", 0.02, [2, -1], 100, 32, {"momentum": 0.9, "weight_decay": 0.05}, seed=13),
        Case("line_huber_1", "SGD", 0.1, [-1, -1.5], 80, 8, momentum, seed=14),
        Case("line", "Adam", 0.1, [-1, 2], 100, 4, seed=15),
        Case("tanh_network", "Adam", 0.05, [0.5, -1], 120, 1, seed=16),
        Case("logistic", "Adam", 0.1, [2, 2], 80, 8, {"betas": (0.8, 0.99), "amsgrad": True}, seed=17, drop_last=True),
        Case("line_huber_03", "AdamW", 0.1, [-1, 2], 90, 8, {"weight_decay": 0.1}, seed=18),
        Case("tanh_neuron", "AdamW", 0.05, [2, 1], 80, 8, shuffle=False, drop_last=True),
        Case("line", "RMSprop", 0.05, [2.5, -2], 80, 8, {"alpha": 0.9}, seed=19),
        Case("tanh_network", "RMSprop", 0.02, [1.5, 0.2], 100, 4, {"momentum": 0.5, "centered": True}, seed=20),
        Case("logistic_bias", "Adagrad", 0.5, [-1.5, -1], 80, 4, seed=21),
        Case("line_huber_1", "Adagrad", 0.4, [-1, -1.5], 80, 1, {"lr_decay": 0.01}, seed=22),
        Case("tanh_neuron", "NAdam", 0.05, [-0.5, 1], 90, 8, seed=23),
        Case("line_standardized", "NAdam", 0.1, [-1, 0], 80, 8, seed=24),
        Case("logistic", "Rprop", 0.1, [-1, 1.5], 60, 50, {"step_sizes": (1e-6, 1.0)}, seed=25),
        Case("line", "Rprop", 0.05, [-1, 2], 80, 8, {"step_sizes": (1e-3, 0.5)}, seed=26),
        # Standardised inputs
        Case("line_standardized", "SGD", 0.1, [-1, 0], 60, 8, seed=27),
        Case("logistic_standardized", "SGD", 1.0, [-1, 1], 80, 4, seed=28, drop_last=True),
        # Schedules, stepped after each step or after each epoch
        Case("line", "SGD", 0.08, [-1, 2], 80, 4, schedule="cosine_annealing", params={"T_max": 80, "eta_min": 0.0},
             seed=29),
        Case("line", "SGD", 0.08, [-1, 2], 80, 4, schedule="cosine_annealing", params={"T_max": 10, "eta_min": 0.001},
             unit="epochs", seed=29),
        Case("line_huber_03", "SGD", 0.4, [-1, -1.5], 75, 8, schedule="step", params={"step_size": 4, "gamma": 0.5},
             unit="epochs", seed=30),
        Case("tanh_neuron", "SGD", 0.03, [-0.5, 1], 90, 4, momentum, "step", {"step_size": 25, "gamma": 0.3}, seed=31),
        Case("logistic", "SGD", 0.8, [-1, 1.5], 84, 8, schedule="exponential", params={"gamma": 0.8}, unit="epochs",
             seed=32),
        Case("logistic_bias", "Adam", 0.2, [2, 2], 80, 4, schedule="exponential", params={"gamma": 0.97}, seed=33),
        Case("line", "SGD", 0.05, [2.5, -2], 96, 4, schedule="cyclic", params=triangle, seed=34),
        Case("tanh_network", "SGD", 0.4, [0.3, 0.4], 80, 8, schedule="onecycle", params=cycle, seed=35),
        Case("line_many", "Adam", 0.1, [2, -1], 100, 32, schedule="multistep",
             params={"milestones": [5, 10], "gamma": 0.2}, unit="epochs", seed=36),
        Case("tanh_network", "AdamW", 0.1, [0.3, 0.4], 72, 8, schedule="cosine_warm_restarts",
             params={"T_0": 4, "T_mult": 2, "eta_min": 0.001}, unit="epochs", seed=37),
        Case("logistic_standardized", "SGD", 1.0, [-1, 1], 66, 8, nesterov, "warmup_cosine",
             {"start_factor": 0.1, "warmup": 3, "total": 11, "eta_min": 0.0}, "epochs", seed=38),
        Case("tanh_neuron_standardized", "RMSprop", 0.05, [-0.5, 1], 80, 32, schedule="polynomial",
             params={"total_iters": 30, "power": 2.0}, unit="epochs", seed=39),
        Case("line_huber_standardized", "Adagrad", 0.5, [-1, 0], 72, 1, schedule="linear",
             params={"start_factor": 0.2, "end_factor": 1.0, "total_iters": 30}, seed=40),
        Case("logistic_bias", "NAdam", 0.1, [-1.5, -1], 80, 1, schedule="inverse_sqrt", params={"k": 0.5},
             unit="epochs", seed=41),
        # Not of PyTorch
        Case("line", "SAM", 0.05, [-1, 2], 80, 4, {"rho": 0.05}, seed=50),
        Case("logistic", "SAM", 0.5, [-1, 1.5], 80, 8, {"rho": 0.2}, schedule="cosine_annealing",
             params={"T_max": 12, "eta_min": 0.0}, unit="epochs", seed=51),
        Case("tanh_neuron", "SAM", 0.2, [-0.5, 1], 80, 32, {"rho": 0.1}, seed=52, drop_last=True),
        Case("line", "Armijo", 1.0, [-1, 2], 60, 8, {"c": 1e-4, "shrink": 0.5}, seed=53),
        Case("logistic_bias", "Armijo", 8.0, [-1.5, -1], 60, 4, {"c": 1e-4, "shrink": 0.5}, seed=54),
        Case("tanh_network", "Armijo", 2.0, [0.5, -1], 60, 8, {"c": 1e-4, "shrink": 0.5},
             schedule="exponential", params={"gamma": 0.95}, seed=55),
    ]


NOISE = 1e-11


def train(problem, case, noise=None):
    """Points, losses of all, losses of the batches, rates and accepted lengths. `noise`: random signs to disturb by."""

    def disturbed(tensor):
        return tensor if noise is None else tensor * (1 + NOISE * torch.tensor(noise.choice([-1.0, 1.0], 2)))

    theta = torch.tensor(case.start, dtype=torch.float64, requires_grad=True)
    optimizer = make_optimizer(case.optimizer, theta, case.lr, case.hyper)
    scheduler = SCHEDULES[case.schedule][1] and SCHEDULES[case.schedule][1](optimizer, **case.params)
    cut = batches(len(problem.targets), case.batch_size, case.shuffle, case.drop_last, case.seed)
    record = {key: [] for key in ("points", "losses", "batch_losses", "lrs", "lengths")}

    def note_point():
        record["points"].append(theta.tolist())
        record["losses"].append(problem.loss(theta.detach()).item())

    note_point()
    for _ in range(case.steps):
        batch, ends_epoch = next(cut)

        def closure():
            with torch.enable_grad():
                optimizer.zero_grad()
                loss = problem.loss(disturbed(theta), batch)
                loss.backward()
            theta.grad = disturbed(theta.grad)
            return loss.detach()

        record["lrs"].append(optimizer.param_groups[0]["lr"])
        loss = closure()
        record["batch_losses"].append(loss.item())
        if case.optimizer in BY_HAND:
            optimizer.loss = loss
            optimizer.step(closure)
        else:
            optimizer.step()
        if case.optimizer == "Armijo":
            record["lengths"].append(optimizer.length)
        if scheduler and (case.unit == "steps" or ends_epoch):
            scheduler.step()
        note_point()
    return record


def tolerance_of(problem, case, record):
    """What rounding may do: how much the run amplifies small noise, as for the other trajectories."""
    worst = {"points": 0.0, "losses": 0.0}
    for seed in range(4):
        other = train(problem, case, numpy.random.RandomState(seed))
        worst["points"] = max(worst["points"], numpy.abs(numpy.subtract(other["points"], record["points"])).max())
        for key in ("losses", "batch_losses"):
            worst["losses"] = max(worst["losses"], numpy.abs(numpy.subtract(other[key], record[key])).max())
    largest = max(record["losses"] + record["batch_losses"])
    points, values = worst["points"] / NOISE, worst["losses"] / NOISE
    return {"amplification": float(f"{points:.3g}"),
            "points_abs": float(f"{max(1e-12, 1e-14 * points):.2g}"),
            "losses_abs": float(f"{max(1e-12, 1e-14 * values, 1e-14 * largest):.2g}")}


MOST_AMPLIFICATION = 1500


def described_case(number, case, problem):
    record = train(problem, case)
    tolerance = tolerance_of(problem, case, record)
    name = f"d{number:03}_{case.optimizer.lower()}_{case.problem}_b{case.batch_size}_{case.schedule}"
    if tolerance["amplification"] > MOST_AMPLIFICATION or not numpy.isfinite(record["points"]).all():
        raise ValueError(f"{name} is chaotic or diverges")
    first_orders = orders_of(len(problem.targets), case.seed, 2) if case.shuffle else []
    described = {
        "id": name,
        "of_pytorch": case.optimizer not in BY_HAND,
        **problem.described(),
        "optimizer": described_optimizer(case.optimizer, case.lr, case.hyper),
        "schedule": {"kind": case.schedule, "torch": SCHEDULES[case.schedule][0], "base_lr": case.lr,
                     "params": case.params, "unit": case.unit},
        "batches": {"batch_size": case.batch_size, "shuffle": case.shuffle, "drop_last": case.drop_last,
                    "seed": case.seed, "first_orders": first_orders},
        "start": [float(value) for value in case.start],
        "steps": case.steps,
        "tolerance": tolerance,
        **record,
    }
    if not record["lengths"]:
        del described["lengths"]
    return described


def trajectories():
    every = problems()
    cases = [described_case(i, case, every[case.problem]) for i, case in enumerate(training_cases(), 1)]
    return {"schema": "gd-reference/data-trajectories/1", "source": SOURCE, "standardized_by": SKLEARN, "cases": cases}


# ---------------------------------------------------------------------------------------------------------------------
# Optima


def found_by_sklearn(problem):
    """The minimum that scikit-learn or SciPy finds, and the call."""
    x, y = problem.inputs.T.numpy(), problem.targets.numpy()
    if problem.model == "line":
        fit = LinearRegression().fit(x, y)
        return [float(fit.coef_[0]), float(fit.intercept_)], "sklearn LinearRegression()"
    if problem.model in ("logistic", "logistic_bias"):
        bias = problem.model == "logistic_bias"
        fit = LogisticRegression(penalty=None, tol=1e-12, solver="newton-cg", max_iter=1000, fit_intercept=bias)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # rounding ends it before 1e-12
            fit.fit(x, y)
        theta = fit.coef_[0].tolist() + (fit.intercept_.tolist() if bias else [])
        return theta, f"sklearn LogisticRegression(penalty=None, tol=1e-12, solver='newton-cg', fit_intercept={bias})"
    fit = scipy.optimize.minimize(lambda t: problem.loss(torch.tensor(t)).item(), [0.0, 0.0], method="BFGS",
                                  jac=lambda t: gradient_of(problem, torch.tensor(t)).numpy(),
                                  options={"gtol": 1e-10})
    return fit.x.tolist(), "scipy minimize(method='BFGS', gtol=1e-10)"


def newton(problem, theta):
    """The minimum near to theta, to rounding."""
    for _ in range(20):
        step = torch.linalg.solve(hessian_of(problem, theta), gradient_of(problem, theta))
        theta = theta - step
    return theta


def optimum(name, problem):
    found, call = found_by_sklearn(problem)
    theta = newton(problem, torch.tensor(found))
    distance = (theta - torch.tensor(found)).norm().item()
    if distance > 1e-6:
        raise ValueError(f"{name}: {call} is {distance} away")
    return {"id": name, **problem.described(), "point": theta.tolist(), "value": problem.loss(theta).item(),
            "gradient_norm": gradient_of(problem, theta).norm().item(),
            "hessian_eigenvalues": torch.linalg.eigvalsh(hessian_of(problem, theta)).tolist(),
            "checked_with": {"call": call, "point": found, "distance": float(f"{distance:.2g}")},
            "tolerance": {"point_abs": 1e-10, "value_abs": 1e-12, "eigenvalues_abs": 1e-9}}


def optima():
    convex = {name: p for name, p in problems().items()
              if not p.model.startswith("tanh") and name != "logistic_constant_column"}
    return {"schema": "gd-reference/data-optima/1", "source": SOURCE, "checked_by": [SKLEARN, SCIPY],
            "cases": [optimum(name, problem) for name, problem in convex.items()]}


# ---------------------------------------------------------------------------------------------------------------------
# Files


FILES = {"data_losses.json": losses, "data_orders.json": orders, "data_trajectories.json": trajectories,
         "data_optima.json": optima}


def text_of(value):
    """JSON with one line for each key of the file and of each of its cases."""

    def one_line(v):
        return json.dumps(v, separators=(",", ":"), allow_nan=False)

    def lines(members, indent):
        return ",\n".join(f'{indent}"{key}": {one_line(v)}' for key, v in members.items())

    cases = ",\n".join(" {\n" + lines(case, "  ") + "\n }" for case in value["cases"])
    head = {key: v for key, v in value.items() if key != "cases"}
    return "{\n" + lines(head, " ") + ',\n "cases": [\n' + cases + "\n ]\n}\n"


def write(folder):
    for name, make in FILES.items():
        (folder / name).write_text(text_of(make()), encoding="utf-8")


# ---------------------------------------------------------------------------------------------------------------------
# Check: plain Python against the files


class Twister:
    """MT19937 (Matsumoto & Nishimura 1998), 32 bits at a time."""

    def __init__(self, seed):
        self.state = [seed & 0xFFFFFFFF]
        for i in range(1, 624):
            last = self.state[-1]
            self.state.append((1812433253 * (last ^ (last >> 30)) + i) & 0xFFFFFFFF)
        self.next = 624

    def draw(self):
        if self.next == 624:
            for i in range(624):
                mixed = (self.state[i] & 0x80000000) | (self.state[(i + 1) % 624] & 0x7FFFFFFF)
                self.state[i] = self.state[(i + 397) % 624] ^ (mixed >> 1) ^ (0x9908B0DF if mixed & 1 else 0)
            self.next = 0
        y = self.state[self.next]
        self.next += 1
        y ^= y >> 11
        y ^= (y << 7) & 0x9D2C5680
        y ^= (y << 15) & 0xEFC60000
        return y ^ (y >> 18)

    def order(self, n):
        order = list(range(n))
        for i in range(n - 1):
            j = i + self.draw() % (n - i)
            order[i], order[j] = order[j], order[i]
        return order


def plain_batches(n, rule):
    twister = Twister(rule["seed"])
    size = rule["batch_size"]
    while True:
        order = twister.order(n) if rule["shuffle"] else list(range(n))
        for first in range(0, n, size):
            if first + size <= n or not rule["drop_last"]:
                yield order[first:first + size]


def plain_rows(data):
    """The rows as the model gets them."""
    if not data["standardize"]:
        return data["rows"]
    columns = list(zip(*data["rows"]))
    for i, column in enumerate(columns[:-1]):
        mean = math.fsum(column) / len(column)
        scale = math.sqrt(math.fsum((v - mean) ** 2 for v in column) / len(column)) or 1.0
        columns[i] = [(v - mean) / scale for v in column]
    return [list(row) for row in zip(*columns)]


def plain_loss(model, rows, theta):
    loss = PLAIN_LOSS[model["loss"].removeprefix("torch.nn.")]
    predict = MODELS[model["name"]].plain
    return math.fsum(loss(predict(theta, row[:-1]), row[-1], model["params"]) for row in rows) / len(rows)


def moved(theta, i, by):
    return [value + (by if k == i else 0) for k, value in enumerate(theta)]


def differences(f, theta, h):
    return [(f(moved(theta, i, h)) - f(moved(theta, i, -h))) / (2 * h) for i in range(2)]


def second_differences(f, theta, h):
    return [[(f(moved(moved(theta, i, h), j, h)) - f(moved(moved(theta, i, h), j, -h))
              - f(moved(moved(theta, i, -h), j, h)) + f(moved(moved(theta, i, -h), j, -h))) / (4 * h * h)
             for j in range(2)] for i in range(2)]


class Check:
    """Counts comparisons and says which failed."""

    def __init__(self):
        self.compared = 0
        self.failures = []

    def near(self, what, a, b, tolerance):
        a, b = numpy.ravel(a), numpy.ravel(b)
        self.compared += a.size
        if a.shape != b.shape or not (numpy.abs(a - b) <= tolerance).all():
            self.failures.append(f"{what}: {a} is not {b}")

    def same(self, what, a, b):
        self.compared += 1
        if a != b:
            self.failures.append(f"{what} differs")


def check_data(check, case):
    rows = plain_rows(case["data"])
    if case["data"]["standardize"]:
        check.near(f"{case['id']} standardised", rows, case["data"]["standardized"]["rows"], 1e-13)
    return rows


def check_losses(check, file):
    for case in file["cases"]:
        rows = check_data(check, case)
        for s in case["samples"]:
            what, size = f"{case['id']} at {s['point']}", 1 + abs(s["value"])
            f = partial(plain_loss, case["model"], rows)
            check.near(what, f(s["point"]), s["value"], case["tolerance"]["value_abs"])
            check.near(what, differences(f, s["point"], 1e-5), s["gradient"], 1e-8 * size)
            h = 2.5e-4 if case["model"]["name"] == "line_huber" else 1e-3  # within near_kink's distance
            check.near(what, second_differences(f, s["point"], h), s["hessian"],
                       1e-5 * (size + numpy.abs(s["hessian"]).max()))


def check_orders(check, file):
    for case in file["cases"]:
        twister = Twister(case["seed"])
        for epoch in case["epochs"]:
            check.same(f"order of {case['n']} from {case['seed']}", epoch, twister.order(case["n"]))


def enough(f, theta, g, c, length):
    return f(list(theta - length * g)) <= f(theta) - c * length * g.dot(g)


def check_trajectories(check, file):
    """The batches by the losses they give; each step of plain SGD, SAM and Armijo by its rule."""
    for case in file["cases"]:
        rows = check_data(check, case)
        cut = plain_batches(len(rows), case["batches"])
        accuracy = 1e-14 * (1 + max(case["losses"] + case["batch_losses"]))
        hyper = case["optimizer"]["hyperparameters"]
        check.same(case["id"], case["points"][0], case["start"])
        twister = Twister(case["batches"]["seed"])
        for order in case["batches"]["first_orders"]:
            check.same(f"order of {case['id']}", order, twister.order(len(rows)))
        for t in range(case["steps"] + 1):
            theta = case["points"][t]
            what = f"{case['id']} at step {t}"
            check.near(what, plain_loss(case["model"], rows, theta), case["losses"][t], accuracy)
            if t == case["steps"]:
                break
            chosen = [rows[i] for i in next(cut)]
            f = partial(plain_loss, case["model"], chosen)
            check.near(what, f(theta), case["batch_losses"][t], accuracy)
            g = numpy.array(differences(f, theta, 1e-5))
            rate = case["lrs"][t]
            if case["optimizer"]["name"] == "SAM":
                g = numpy.array(differences(f, list(theta + hyper["rho"] * g / numpy.linalg.norm(g)), 1e-5))
            elif case["optimizer"]["name"] == "Armijo":
                rate = case["lengths"][t]
                check.same(what, math.log2(case["lrs"][t] / rate).is_integer(), True)  # shrink is 0.5
                check.same(what, enough(f, theta, g, hyper["c"], rate), True)
                check.same(what, rate < case["lrs"][t] and enough(f, theta, g, hyper["c"], 2 * rate), False)
            elif case["optimizer"]["name"] != "SGD" or hyper["momentum"] or hyper["weight_decay"]:
                continue
            check.near(what, theta - rate * g, case["points"][t + 1], 1e-8 * (1 + abs(rate) * numpy.abs(g).max()))


def check_optima(check, file):
    for case in file["cases"]:
        rows = check_data(check, case)
        f = partial(plain_loss, case["model"], rows)
        check.near(case["id"], f(case["point"]), case["value"], case["tolerance"]["value_abs"])
        check.near(case["id"], differences(f, case["point"], 1e-5), [0, 0], 1e-8)
        around = [f(moved(case["point"], i, by)) for i in range(2) for by in (-0.01, 0.01)]
        check.same(case["id"], min(around) > case["value"], True)


def check_files(folder):
    check = Check()
    checks = {"data_losses.json": check_losses, "data_orders.json": check_orders,
              "data_trajectories.json": check_trajectories, "data_optima.json": check_optima}
    for name in FILES:
        text = (folder / name).read_text(encoding="utf-8")
        file = json.loads(text)
        check.same(f"{name}, written again,", text_of(file), text)
        checks[name](check, file)
    for failure in check.failures[:20]:
        print(failure, file=sys.stderr)
    print(f"{check.compared} numbers compared, {len(check.failures)} failures")
    return not check.failures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    if arguments.check:
        return 0 if check_files(arguments.folder) else 1
    write(arguments.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())

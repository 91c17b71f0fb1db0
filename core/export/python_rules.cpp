#include "core/export/python_rules.h"

#include <algorithm>

namespace ravine {
namespace {

bool isZero(const ParameterValue& value) {
  return value == ParameterValue(0.0) || value == ParameterValue(false) || value == ParameterValue(std::int64_t{0});
}

}  // namespace

const std::vector<PythonOptimizer>& pythonOptimizers() {
  static const std::vector<PythonOptimizer> all{
      {.id = "sgd",
       .init = R"py(
momentum? buffer = np.zeros(2)
)py",
       .step = R"py(
weight_decay? g = g + weight_decay * theta
momentum,!dampening? buffer = momentum * buffer + g
momentum,dampening? buffer = g if t == 0 else momentum * buffer + (1 - dampening) * g
!momentum? theta = theta - lr * g
momentum,!nesterov? theta = theta - lr * buffer
momentum,nesterov? theta = theta - lr * (g + momentum * buffer)
)py",
       .torch = R"py(
!momentum,!weight_decay? optimizer = torch.optim.SGD([theta], lr=lr0)
!momentum,weight_decay? optimizer = torch.optim.SGD([theta], lr=lr0, weight_decay=weight_decay)
momentum? optimizer = torch.optim.SGD(
momentum?     [theta],
momentum?     lr=lr0,
momentum?     momentum=momentum,
momentum,dampening?     dampening=dampening,
momentum,weight_decay?     weight_decay=weight_decay,
momentum,nesterov?     nesterov=nesterov,
momentum? )
)py",
       .torchHolds =
           [](const PythonSettings& p) {
             // PyTorch refuses Nesterov momentum with dampening.
             return isZero(p.at("momentum")) || isZero(p.at("nesterov")) || isZero(p.at("dampening"));
           }},
      {.id = "qhm",
       .init = R"py(
m = np.zeros(2)
)py",
       .step = R"py(
weight_decay? g = g + weight_decay * theta
m = beta * m + (1 - beta) * g
theta = theta - lr * ((1 - nu) * g + nu * m)
)py"},
      {.id = "adagrad",
       .init = R"py(
!initial_accumulator_value? s = np.zeros(2)
initial_accumulator_value? s = np.full(2, initial_accumulator_value)
)py",
       .step = R"py(
weight_decay? g = g + weight_decay * theta
s = s + g**2
!lr_decay? theta = theta - lr * (g / (np.sqrt(s) + eps))
lr_decay? theta = theta - lr / (1 + t * lr_decay) * (g / (np.sqrt(s) + eps))
)py",
       .torch = R"py(
optimizer = torch.optim.Adagrad(
    [theta],
    lr=lr0,
lr_decay?     lr_decay=lr_decay,
weight_decay?     weight_decay=weight_decay,
initial_accumulator_value?     initial_accumulator_value=initial_accumulator_value,
    eps=eps,
)
)py"},
      {.id = "adadelta",
       .init = R"py(
v = np.zeros(2)
u = np.zeros(2)
)py",
       .step = R"py(
weight_decay? g = g + weight_decay * theta
v = rho * v + (1 - rho) * g**2
d = np.sqrt(u + eps) / np.sqrt(v + eps) * g
u = rho * u + (1 - rho) * d**2
theta = theta - lr * d
)py",
       .torch = R"py(
optimizer = torch.optim.Adadelta(
    [theta],
    lr=lr0,
    rho=rho,
    eps=eps,
weight_decay?     weight_decay=weight_decay,
)
)py"},
      {.id = "rmsprop",
       .init = R"py(
v = np.zeros(2)
centered? a = np.zeros(2)
momentum? buffer = np.zeros(2)
)py",
       .step = R"py(
weight_decay? g = g + weight_decay * theta
v = alpha * v + (1 - alpha) * g**2
centered? a = alpha * a + (1 - alpha) * g
!centered? divisor = np.sqrt(v) + eps
centered? divisor = np.sqrt(v - a**2) + eps
!momentum? theta = theta - lr * (g / divisor)
momentum? buffer = momentum * buffer + g / divisor
momentum? theta = theta - lr * buffer
)py",
       .torch = R"py(
optimizer = torch.optim.RMSprop(
    [theta],
    lr=lr0,
    alpha=alpha,
    eps=eps,
weight_decay?     weight_decay=weight_decay,
momentum?     momentum=momentum,
centered?     centered=centered,
)
)py"},
      {.id = "adam",
       .init = R"py(
m = np.zeros(2)
v = np.zeros(2)
amsgrad? v_max = np.zeros(2)
)py",
       .step = R"py(
weight_decay? g = g + weight_decay * theta
m = beta1 * m + (1 - beta1) * g
v = beta2 * v + (1 - beta2) * g**2
amsgrad? v_max = np.maximum(v_max, v)
!amsgrad? divisor = np.sqrt(v) / np.sqrt(1 - beta2 ** (t + 1)) + eps
amsgrad? divisor = np.sqrt(v_max) / np.sqrt(1 - beta2 ** (t + 1)) + eps
theta = theta - lr / (1 - beta1 ** (t + 1)) * (m / divisor)
)py",
       .torch = R"py(
optimizer = torch.optim.Adam(
    [theta],
    lr=lr0,
    betas=(beta1, beta2),
    eps=eps,
weight_decay?     weight_decay=weight_decay,
amsgrad?     amsgrad=amsgrad,
)
)py"},
      {.id = "adamw",
       .init = R"py(
m = np.zeros(2)
v = np.zeros(2)
amsgrad? v_max = np.zeros(2)
)py",
       .step = R"py(
m = beta1 * m + (1 - beta1) * g
v = beta2 * v + (1 - beta2) * g**2
amsgrad? v_max = np.maximum(v_max, v)
!amsgrad? divisor = np.sqrt(v) / np.sqrt(1 - beta2 ** (t + 1)) + eps
amsgrad? divisor = np.sqrt(v_max) / np.sqrt(1 - beta2 ** (t + 1)) + eps
weight_decay? theta = (1 - lr * weight_decay) * theta
theta = theta - lr / (1 - beta1 ** (t + 1)) * (m / divisor)
)py",
       .torch = R"py(
optimizer = torch.optim.AdamW(
    [theta],
    lr=lr0,
    betas=(beta1, beta2),
    eps=eps,
    weight_decay=weight_decay,
amsgrad?     amsgrad=amsgrad,
)
)py"},
      {.id = "adamax",
       .init = R"py(
m = np.zeros(2)
u = np.zeros(2)
)py",
       .step = R"py(
weight_decay? g = g + weight_decay * theta
m = beta1 * m + (1 - beta1) * g
u = np.maximum(beta2 * u, np.abs(g) + eps)
theta = theta - lr / (1 - beta1 ** (t + 1)) * (m / u)
)py",
       .torch = R"py(
optimizer = torch.optim.Adamax(
    [theta],
    lr=lr0,
    betas=(beta1, beta2),
    eps=eps,
weight_decay?     weight_decay=weight_decay,
)
)py"},
      {.id = "nadam",
       .init = R"py(
m = np.zeros(2)
v = np.zeros(2)
product = 1.0
)py",
       .step = R"py(
weight_decay? g = g + weight_decay * theta
m = beta1 * m + (1 - beta1) * g
v = beta2 * v + (1 - beta2) * g**2
mu = beta1 * (1 - 0.5 * 0.96 ** ((t + 1) * momentum_decay))
mu_next = beta1 * (1 - 0.5 * 0.96 ** ((t + 2) * momentum_decay))
product = product * mu
variant=documented? product_next = product * mu_next
variant=torch_1.13_single_tensor? product_next = product * mu_next * mu  # mu once too often
direction = (1 - mu) / (1 - product) * g + mu_next / (1 - product_next) * m
divisor = np.sqrt(v / (1 - beta2 ** (t + 1))) + eps
theta = theta - lr * (direction / divisor)
)py",
       .torch = R"py(
optimizer = torch.optim.NAdam(
    [theta],
    lr=lr0,
    betas=(beta1, beta2),
    eps=eps,
weight_decay?     weight_decay=weight_decay,
    momentum_decay=momentum_decay,
    foreach=True,  # the other path has a slip in PyTorch 1.13
)
)py",
       .torchHolds =
           [](const PythonSettings& p) { return p.at("variant") == ParameterValue(std::string("documented")); }},
      {.id = "radam",
       .init = R"py(
m = np.zeros(2)
v = np.zeros(2)
rho_inf = 2 / (1 - beta2) - 1
)py",
       .step = R"py(
weight_decay? g = g + weight_decay * theta
m = beta1 * m + (1 - beta1) * g
v = beta2 * v + (1 - beta2) * g**2
correction = 1 - beta2 ** (t + 1)
rho = rho_inf - 2 * (t + 1) * (1 - correction) / correction
direction = m / (1 - beta1 ** (t + 1))
if rho > 5:  # enough gradients seen to trust the divisor
    known = (rho - 4) * (rho - 2) * rho_inf
    r = np.sqrt(known / ((rho_inf - 4) * (rho_inf - 2) * rho))
    direction = direction / ((np.sqrt(v) + eps) / (r * np.sqrt(correction)))
theta = theta - lr * direction
)py",
       .torch = R"py(
optimizer = torch.optim.RAdam(
    [theta],
    lr=lr0,
    betas=(beta1, beta2),
    eps=eps,
weight_decay?     weight_decay=weight_decay,
)
)py"},
      {.id = "qhadam",
       .init = R"py(
m = np.zeros(2)
v = np.zeros(2)
)py",
       .step = R"py(
weight_decay? g = g + weight_decay * theta
m = beta1 * m + (1 - beta1) * g
v = beta2 * v + (1 - beta2) * g**2
m_hat = m / (1 - beta1 ** (t + 1))
v_hat = v / (1 - beta2 ** (t + 1))
divisor = np.sqrt((1 - nu2) * g**2 + nu2 * v_hat) + eps
theta = theta - lr * (((1 - nu1) * g + nu1 * m_hat) / divisor)
)py"},
      {.id = "rprop",
       .init = R"py(
g_last = np.zeros(2)
)py",
       .step = R"py(
if t == 0:
    length = np.full(2, lr)
agreement = g * g_last
change = np.select([agreement > 0, agreement < 0], [eta_plus, eta_minus], 1)
length = np.clip(length * change, step_min, step_max)
g_last = np.where(agreement < 0, 0, g)  # no move where the sign has changed
theta = theta - length * np.sign(g_last)
)py",
       .torch = R"py(
optimizer = torch.optim.Rprop(
    [theta],
    lr=lr0,
    etas=(eta_minus, eta_plus),
    step_sizes=(step_min, step_max),
)
)py"},
      {.id = "lion",
       .init = R"py(
m = np.zeros(2)
)py",
       .step = R"py(
direction = np.sign(beta1 * m + (1 - beta1) * g)
m = beta2 * m + (1 - beta2) * g
!weight_decay? theta = theta - lr * direction
weight_decay? theta = theta - lr * (direction + weight_decay * theta)
)py"},
      {.id = "armijo", .step = R"py(
here = loss(*theta)
slope = g @ g
length = lr
for _ in range(100_000):
    new = theta - length * g
    if loss(*new) <= here - c * length * slope or np.array_equal(new, theta):
        theta = new
        break
    length = shrink * length
)py"},
      {.id = "damped_newton", .step = R"py(
!damping? curvature = hessian(*theta)
damping? curvature = hessian(*theta) + damping * np.eye(2)
# The pseudo-inverse leaves out directions without curvature.
inverse = np.linalg.pinv(curvature, rcond=1e-14, hermitian=True)
theta = theta - lr * (inverse @ g)
)py"},
      {.id = "sam", .step = R"py(
norm = np.linalg.norm(g)
if norm > 0:
    uphill = theta + rho / norm * g
    theta = theta - lr * (gradient(*uphill) + noise)
)py"},
  };
  return all;
}

const std::vector<PythonSchedule>& pythonSchedules() {
  static const std::vector<PythonSchedule> all{
      {.id = "constant",
       .rate = R"py(
def learning_rate(t):
    return lr0
)py",
       .hasTorch = true},
      {.id = "constant_factor",
       .rate = R"py(
def learning_rate(t):
    return lr0 * factor if t < total_iters else lr0
)py",
       .torch = R"py(
scheduler = torch.optim.lr_scheduler.ConstantLR(
    optimizer,
    factor=factor,
    total_iters=total_iters,
)
)py",
       .hasTorch = true,
       .torchHolds =
           [](const PythonSettings& p) {
             const double factor = std::get<double>(p.at("factor"));
             return factor > 0 && factor <= 1 && !isZero(p.at("total_iters"));
           }},
      {.id = "step",
       .rate = R"py(
def learning_rate(t):
    return lr0 * gamma ** (t // step_size)
)py",
       .torch = R"py(
scheduler = torch.optim.lr_scheduler.StepLR(
    optimizer,
    step_size=step_size,
    gamma=gamma,
)
)py",
       .hasTorch = true},
      {.id = "multistep",
       .rate = R"py(
def learning_rate(t):
    passed = sum(milestone <= t for milestone in milestones)
    return lr0 * gamma**passed
)py",
       .torch = R"py(
scheduler = torch.optim.lr_scheduler.MultiStepLR(
    optimizer,
    milestones=milestones,
    gamma=gamma,
)
)py",
       .hasTorch = true,
       .torchHolds =
           [](const PythonSettings& p) {
             const auto& milestones = std::get<std::vector<double>>(p.at("milestones"));
             return std::all_of(milestones.begin(), milestones.end(), [](double m) { return m == std::floor(m); });
           }},
      {.id = "exponential",
       .rate = R"py(
def learning_rate(t):
    return lr0 * gamma**t
)py",
       .torch = R"py(
scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=gamma)
)py",
       .hasTorch = true},
      {.id = "linear",
       .rate = R"py(
def learning_rate(t):
    progress = min(t, total_iters) / total_iters
    return lr0 * (start_factor + (end_factor - start_factor) * progress)
)py",
       .torch = R"py(
scheduler = torch.optim.lr_scheduler.LinearLR(
    optimizer,
    start_factor=start_factor,
    end_factor=end_factor,
    total_iters=total_iters,
)
)py",
       .hasTorch = true,
       .torchHolds =
           [](const PythonSettings& p) {
             const double start = std::get<double>(p.at("start_factor"));
             return start > 0 && start <= 1 && std::get<double>(p.at("end_factor")) <= 1;
           }},
      {.id = "polynomial",
       .rate = R"py(
def learning_rate(t):
    return lr0 * (1 - min(t, total_iters) / total_iters) ** power
)py",
       .torch = R"py(
scheduler = torch.optim.lr_scheduler.PolynomialLR(
    optimizer,
    total_iters=total_iters,
    power=power,
)
)py",
       .hasTorch = true},
      {.id = "cosine_annealing",
       .rate = R"py(
def learning_rate(t):
    progress = t % (2 * T_max) / T_max
!eta_min?     return lr0 * (1 + np.cos(np.pi * progress)) / 2
eta_min?     return eta_min + (lr0 - eta_min) * (1 + np.cos(np.pi * progress)) / 2
)py",
       .torch = R"py(
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(
    optimizer,
    T_max=T_max,
eta_min?     eta_min=eta_min,
)
)py",
       .hasTorch = true},
      {.id = "inverse_time", .rate = R"py(
def learning_rate(t):
    return lr0 / (1 + k * t)
)py"},
      {.id = "inverse_sqrt", .rate = R"py(
def learning_rate(t):
    return lr0 / np.sqrt(1 + k * t)
)py"},
      {.id = "inverse_sqrt_warmup", .rate = R"py(
def learning_rate(t):
    return lr0 * min((t + 1) / warmup, np.sqrt(warmup / (t + 1)))
)py"},
      {.id = "warmup_cosine", .rate = R"py(
def learning_rate(t):
warmup?     if t < warmup:
warmup?         return lr0 * (start_factor + (1 - start_factor) * (t / warmup))
warmup?     length = total - warmup
warmup?     progress = (t - warmup) % (2 * length) / length
!warmup?     progress = t % (2 * total) / total
!eta_min?     return lr0 * (1 + np.cos(np.pi * progress)) / 2
eta_min?     return eta_min + (lr0 - eta_min) * (1 + np.cos(np.pi * progress)) / 2
)py"},
      {.id = "wsd", .rate = R"py(
fall = total - decay  # the step where the rate begins to fall


def learning_rate(t):
warmup?     if t < warmup:
warmup?         return lr0 * ((t + 1) / warmup)
    progress = min(max((t - fall) / (total - fall), 0), 1)
shape=linear,!eta_min?     return lr0 - lr0 * progress
shape=linear,eta_min?     return lr0 + (eta_min - lr0) * progress
shape=cosine,!eta_min?     return lr0 * (1 + np.cos(np.pi * progress)) / 2
shape=cosine,eta_min?     return eta_min + (lr0 - eta_min) * (1 + np.cos(np.pi * progress)) / 2
shape=sqrt,!eta_min?     return lr0 - lr0 * np.sqrt(progress)
shape=sqrt,eta_min?     return lr0 + (eta_min - lr0) * np.sqrt(progress)
)py"},
      {.id = "piecewise_linear", .rate = R"py(
at, factors = points[::2], points[1::2]


def learning_rate(t):
    return lr0 * np.interp(t, at, factors)
)py"},
      {.id = "cosine_warm_restarts",
       .rate = R"py(
def learning_rate(t):
    length = T_0
    while t >= length:
        t = t - length
        length = length * T_mult
!eta_min?     return lr0 * (1 + np.cos(np.pi * (t / length))) / 2
eta_min?     return eta_min + (lr0 - eta_min) * (1 + np.cos(np.pi * (t / length))) / 2
)py",
       .torch = R"py(
scheduler = torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(
    optimizer,
    T_0=T_0,
    T_mult=T_mult,
eta_min?     eta_min=eta_min,
)
)py",
       .hasTorch = true},
      {.id = "cyclic",
       .rate = R"py(
def learning_rate(t):
step_size_down?     period = step_size_up + step_size_down
!step_size_down?     period = 2 * step_size_up
mode=triangular?     position = t % period
mode=triangular2?     cycle, position = divmod(t, period)
mode=exp_range?     position = t % period
step_size_down?     height = min(position / step_size_up, (period - position) / step_size_down)
!step_size_down?     height = min(position, period - position) / step_size_up
mode=triangular?     return base_lr + (max_lr - base_lr) * height
mode=triangular2?     return base_lr + (max_lr - base_lr) * height * 0.5**cycle
mode=exp_range?     return base_lr + (max_lr - base_lr) * height * gamma**t
)py",
       .torch = R"py(
scheduler = torch.optim.lr_scheduler.CyclicLR(
    optimizer,
    base_lr=base_lr,
    max_lr=max_lr,
    step_size_up=step_size_up,
step_size_down?     step_size_down=step_size_down,
    mode=mode,
mode=exp_range?     gamma=gamma,
    cycle_momentum=False,
)
)py",
       .hasTorch = true},
      {.id = "onecycle",
       .rate = R"py(
def learning_rate(t):
    lowest = max_lr / div_factor / final_div_factor
    last = total_steps - 1
    t = min(t, last)
    peak = pct_start * total_steps - 1
    if t <= peak:
        begin, end = max_lr / div_factor, max_lr
        progress = t / peak if peak > 0 else 1
three_phase?     elif t <= 2 * peak:
three_phase?         begin, end = max_lr, max_lr / div_factor
three_phase?         progress = (t - peak) / peak
three_phase?     else:
three_phase?         begin, end = max_lr / div_factor, lowest
three_phase?         progress = (t - 2 * peak) / (last - 2 * peak)
!three_phase?     else:
!three_phase?         begin, end = max_lr, lowest
!three_phase?         progress = (t - peak) / (last - peak)
anneal_strategy=linear?     return begin + (end - begin) * progress
anneal_strategy=cos?     return end + (begin - end) * (1 + np.cos(np.pi * progress)) / 2
)py",
       .torch = R"py(
scheduler = torch.optim.lr_scheduler.OneCycleLR(
    optimizer,
    max_lr=max_lr,
    total_steps=total_steps,
    pct_start=pct_start,
    anneal_strategy=anneal_strategy,
    div_factor=div_factor,
    final_div_factor=final_div_factor,
three_phase?     three_phase=three_phase,
    cycle_momentum=False,
)
)py",
       .hasTorch = true,
       .torchHolds =
           [](const PythonSettings& p) {
             // It refuses to be stepped more often than total_steps, and divides by zero where a phase has no length.
             const auto total = static_cast<double>(std::get<std::int64_t>(p.at("total_steps")));
             const double rise = std::get<double>(p.at("pct_start")) * total;
             const bool threePhase = !isZero(p.at("three_phase"));
             return static_cast<double>(std::get<std::int64_t>(p.at("steps"))) <= total && rise < total && rise != 1 &&
                    !(threePhase && 2 * rise == total + 1);
           }},
      {.id = "silver", .rate = R"py(
def learning_rate(t):
    twos = ((t + 1) & -(t + 1)).bit_length() - 1  # how often 2 divides t + 1
    return lr0 * (1 + (1 + 2**0.5) ** (twos - 1))
)py"},
      {.id = "reduce_on_plateau",
       .rate = R"py(
state = {"lr": lr0, "best": np.inf, "bad": 0, "cooling": 0, "least cut": eps}


def learning_rate(t, loss):
    if t == 0:
        return lr0
threshold_mode=rel?     if loss < state["best"] * (1 - threshold):
threshold_mode=abs?     if loss < state["best"] - threshold:
        state["best"] = loss
        state["bad"] = 0
    else:
        state["bad"] += 1
cooldown?     if state["cooling"] > 0:
cooldown?         state["cooling"] -= 1
cooldown?         state["bad"] = 0
    if state["bad"] > patience:
!min_lr?         reduced = state["lr"] * factor
min_lr?         reduced = max(state["lr"] * factor, min_lr)
        if state["lr"] - reduced > state["least cut"]:
            state["lr"] = reduced
cooldown?         state["cooling"] = cooldown
        state["bad"] = 0
    return state["lr"]
)py",
       .torch = R"py(
scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(
    optimizer,
    factor=factor,
    patience=patience,
    threshold=threshold,
    threshold_mode=threshold_mode,
cooldown?     cooldown=cooldown,
min_lr?     min_lr=min_lr,
    eps=eps,
)
)py",
       .hasTorch = true,
       .listens = true},
      {.id = "bold_driver",
       .rate = R"py(
state = {"lr": lr0}


def learning_rate(t, loss):
    if t > 0 and loss != state["loss"]:
        state["lr"] *= up if loss < state["loss"] else down
    state["loss"] = loss
    return state["lr"]
)py",
       .listens = true},
  };
  return all;
}

const char* pythonNoise() {
  return R"py(
def mersenne_twister(seed):  # std::mt19937_64
    words = [seed]
    for i in range(1, 312):
        words.append((6364136223846793005 * (words[-1] ^ words[-1] >> 62) + i) % 2**64)
    while True:
        for i in range(312):
            y = words[i] & 0xFFFFFFFF80000000 | words[(i + 1) % 312] & 0x7FFFFFFF
            words[i] = words[(i + 156) % 312] ^ y >> 1 ^ (y & 1) * 0xB5026F5AA96619E9
        for y in words:
            y ^= y >> 29 & 0x5555555555555555
            y ^= y << 17 & 0x71D67FFFEDA60000
            y ^= y << 37 & 0xFFF7EEE000000000
            yield y ^ y >> 43


words = mersenne_twister(seed)
decay? fading = -0.5 * decay


def uniform():
    return (next(words) >> 11) * 2.0**-53


def happens(exponent):  # with probability exp(-exponent)
    even, last = True, exponent
    while (deviate := uniform()) < last:
        even, last = not even, deviate
    return even


def normal():  # an exact normal deviate (Karney 2016)
    while True:
        whole = 0
        while happens(0.5):
            whole += 1
        if all(happens(0.5) for _ in range(whole * (whole - 1))):
            part = uniform()
            exponent = part * (2 * whole + part) / (2 * whole + 2)
            if all(happens(exponent) for _ in range(whole + 1)):
                return whole + part if next(words) < 2**63 else -(whole + part)


def noise_at(t):
!decay?     return sigma * np.array([normal(), normal()])
decay?     return sigma * (1 + t) ** fading * np.array([normal(), normal()])
)py";
}

}  // namespace ravine

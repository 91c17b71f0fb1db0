#include "core/export/python_rules.h"

#include <algorithm>

namespace ravine {

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

}  // namespace ravine

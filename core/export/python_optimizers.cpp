#include "core/export/python_rules.h"

namespace ravine {

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

}  // namespace ravine

#include "core/export/code.h"

#include <algorithm>

#include "core/data/read_data.h"
#include "core/export/expression.h"
#include "core/export/python_template.h"
#include "core/loss/models.h"
#include "core/run/simulate.h"

namespace ravine {
namespace {

using Dialect = Expression::Dialect;

PythonSettings settingsOf(const std::vector<ParameterInfo>& infos, const ParameterSet& set) {
  PythonSettings settings;
  for (const ParameterInfo& info : infos) settings[info.id] = valueOf(info, set);
  return settings;
}

template <class Row>
const Row& rowOf(const std::vector<Row>& rows, const std::string& id) {
  return *std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
}

void append(Lines& lines, const Lines& more) {
  lines.insert(lines.end(), more.begin(), more.end());
}

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

// The same word for word in PyTorch.
Lines inTorch(Lines lines) {
  static const std::vector<std::pair<std::string, std::string>> words{
      {"np.zeros(2)", "torch.zeros(2)"},
      {"np.full(2, ", "torch.full((2,), "},
      {"np.array_equal(", "torch.equal("},
      {"rcond=", "rtol="},
      {"hessian(*theta)", "hessian(theta)"},
      {"gradient(*uphill)", "gradient(uphill)"},
      {"np.", "torch."},
  };
  for (std::string& line : lines)
    for (const auto& [numpy, torch] : words)
      for (auto at = line.find(numpy); at != line.npos; at = line.find(numpy, at + torch.size()))
        line.replace(at, numpy.size(), torch);
  return lines;
}

// What every script has: the loss, the schedule as a function, the noise.
class Script {
 public:
  Script(const Run& run, Dialect dialect)
      : m_run(run),
        m_dialect(dialect),
        m_info(lossFunctionInfo(run)),
        m_model(findModel(run.lossFunction.id)),
        m_perEpoch(stepsPerEpoch(run)),
        m_optimizer(rowOf(pythonOptimizers(), run.optimizer.id)),
        m_schedule(rowOf(pythonSchedules(), run.schedule.id)),
        m_optimizerSettings(settingsOf(optimizerInfo(run).parameters, run.optimizer.parameters)),
        m_scheduleSettings(settingsOf(scheduleInfo(run).parameters, run.schedule.parameters)) {
    m_scheduleSettings["steps"] = countsEpochs() ? (run.steps + m_perEpoch - 1) / m_perEpoch : run.steps;
    if (const auto loss = makeLossFunction(m_info, run.lossFunction.parameters);
        const DataLoss* data = asDataLoss(*loss))
      m_table = data->table();
  }

  std::string title() const {
    std::string name;  // what a comment can hold
    for (const char c : m_run.name) name += static_cast<unsigned char>(c) < ' ' || c == '\\' ? ' ' : c;
    return "# " + (name.empty() ? "" : name + ": ") + english(m_info.name) + ", " + english(optimizerInfo(m_run).name) +
           ", " + english(scheduleInfo(m_run).name) + ", " + std::to_string(m_run.steps) + " steps.";
  }

  // Beyond all numbers, where the script is to end as the run does.
  bool diverges() const { return simulate(m_run, {.recordCurvature = false}).end == TrajectoryEnd::nonFinite; }

  // What the model learns from, as it sees it, and which rows count now.
  Lines data() const {
    if (!m_model) return {};
    Lines lines = column("inputs", [](const Datum& row) { return row.x; });
    if (m_table.inputs == 2) append(lines, column("inputs2", [](const Datum& row) { return row.x2; }));
    append(lines, column("targets", [](const Datum& row) { return row.y; }));
    append(lines, {"rows = slice(None)  # all", "", ""});
    return lines;
  }

  // Defines batch_at, in the orders of torch.randperm.
  Lines batches() const {
    if (!hasBatches(m_run)) return {};
    const BatchSettings settings = batchSettings(m_run.batches);
    const std::string n = std::to_string(m_table.rows.size());
    const std::string seed = std::to_string(static_cast<std::uint32_t>(settings.seed));
    Lines lines{"batch_size = " + std::to_string(settings.batchSize), stepsPerEpochLine()};
    const bool isTorch = m_dialect == Dialect::torch;
    if (isTorch) append(lines, {"generator = torch.Generator().manual_seed(" + seed + ')'});
    if (!isTorch && settings.shuffle)
      append(lines,
             {"bits = np.random.RandomState(" + seed + ")._bit_generator  # 32 at a time, as PyTorch draws them", "",
              "", "def shuffled():", "    order = np.arange(" + n + ")",
              "    for i in range(" + n + " - 1):", "        other = i + int(bits.random_raw()) % (" + n + " - i)",
              "        order[[i, other]] = order[[other, i]]", "    return order"});
    const std::string order = !settings.shuffle ? (isTorch ? "torch.arange(" + n + ')' : "np.arange(" + n + ')')
                              : isTorch         ? "torch.randperm(" + n + ", generator=generator)"
                                                : "shuffled()";
    append(lines, {"", "", "def batch_at(t):", "    global order", "    if t % steps_per_epoch == 0:",
                   "        order = " + order, "    first = t % steps_per_epoch * batch_size",
                   "    return order[first:first + batch_size]", "", ""});
    return lines;
  }
  std::string stepsPerEpochLine() const { return "steps_per_epoch = " + std::to_string(m_perEpoch); }
  bool countsEpochs() const { return m_run.scheduleUnit == TimeUnit::epochs && m_perEpoch > 1; }
  // The lines of the loop around those that ask for a gradient.
  Lines batchBegins() const { return hasBatches(m_run) ? Lines{"rows = batch_at(t)"} : Lines(); }
  Lines batchEnds() const { return hasBatches(m_run) ? Lines{"rows = slice(None)"} : Lines(); }

  Lines lossFunction() const {
    const Expression loss = expression();
    Lines lines = data();
    if (m_dialect == Dialect::numpy && loss.uses("sigmoid")) append(lines, sigmoid());
    append(lines, {"def loss(x, y):"});
    append(lines, body(mean(loss.python(m_dialect))));
    append(lines, {"", ""});
    return lines;
  }

  Lines gradient() const {
    const Expression loss = expression();
    const Expression dx = loss.derivative('x');
    const Expression dy = loss.derivative('y');
    Lines lines;
    if (!loss.uses("sigmoid") && (dx.uses("sigmoid") || dy.uses("sigmoid"))) append(lines, sigmoid());
    append(lines, {"def gradient(x, y):"});
    append(lines,
           body("np.array([" + mean(dx.python(m_dialect)) + ", " + mean(dy.python(m_dialect)) + "], dtype=float)"));
    append(lines, {"", ""});
    return lines;
  }

  Lines hessian() const {
    const Expression dx = expression().derivative('x');
    const Expression dy = expression().derivative('y');
    const auto text = [&](const Expression& first, char variable) {
      return mean(first.derivative(variable).python(m_dialect));
    };
    Lines lines{"def hessian(x, y):"};
    append(lines, parameters());
    append(lines, {"    mixed = " + text(dx, 'y'),
                   "    return np.array([[" + text(dx, 'x') + ", mixed], [mixed, " + text(dy, 'y') + "]], dtype=float)",
                   "", ""});
    return lines;
  }

  Lines noise() const {
    if (!hasNoise(m_run)) return {};
    const PythonSettings settings = settingsOf(noiseParameters(), m_run.noise);
    const Lines defined = rendered(pythonNoise(), settings);
    Lines lines = assignments(defined, settings);
    append(lines, {"", ""});
    append(lines, defined);
    append(lines, {"", ""});
    return lines;
  }

  // Nothing to define: the rate is what it is.
  bool isConstant() const { return m_run.schedule.id == "constant" && m_run.warmUp == 0; }

  // Defines learning_rate.
  Lines rate() const {
    if (isConstant()) return {};
    const Lines defined = rendered(m_schedule.rate, m_scheduleSettings);
    Lines lines = assignments(defined, m_scheduleSettings);
    const bool isDefinitionFirst = defined.front().starts_with("def");
    if (isDefinitionFirst) append(lines, {"", ""});
    append(lines, defined);
    append(lines, {"", ""});
    return lines;
  }

  // The line of the loop that sets lr.
  Lines rateNow(const std::string& lossNow) const {
    if (isConstant()) return {};
    const std::string loss = m_schedule.listens ? ", " + lossNow : std::string();
    if (countsEpochs()) {
      const std::string warmUp = std::to_string(m_run.warmUp);
      const std::string since = m_run.warmUp == 0 ? "t" : "max(t - " + warmUp + ", 0)";
      Lines lines{"if " + since + " % steps_per_epoch == 0:  # one rate for each epoch",
                  "    rate = learning_rate(" + since + " // steps_per_epoch" + loss + ')'};
      append(lines, {m_run.warmUp == 0 ? "lr = rate"
                                       : "lr = rate * min((t + 1) / " + std::to_string(m_run.warmUp + 1) +
                                             ", 1)  # after a warm-up of " + warmUp});
      return lines;
    }
    if (m_run.warmUp == 0) return {"lr = learning_rate(t" + loss + ')'};
    const std::string steps = std::to_string(m_run.warmUp);
    return {"lr = learning_rate(max(t - " + steps + ", 0)" + loss + ") * min((t + 1) / " +
            std::to_string(m_run.warmUp + 1) + ", 1)  # after a warm-up of " + steps};
  }

  Lines init() const { return rendered(m_optimizer.init, m_optimizerSettings); }
  Lines step() const { return rendered(m_optimizer.step, m_optimizerSettings); }
  Lines optimizerAssignments(const Lines& lines) const { return assignments(lines, m_optimizerSettings); }
  Lines scheduleAssignments(const Lines& lines) const { return assignments(lines, m_scheduleSettings); }

  bool hasTorchOptimizer() const {
    return !m_optimizer.torch.empty() && (!m_optimizer.torchHolds || m_optimizer.torchHolds(m_optimizerSettings));
  }
  bool hasTorchSchedule() const {
    return m_schedule.hasTorch && m_run.warmUp == 0 &&
           (!m_schedule.torchHolds || m_schedule.torchHolds(m_scheduleSettings));
  }
  Lines torchOptimizer() const { return rendered(m_optimizer.torch, m_optimizerSettings); }
  Lines torchSchedule() const { return rendered(m_schedule.torch, m_scheduleSettings); }
  bool listens() const { return m_schedule.listens; }

  std::string start() const { return '[' + pythonText(m_run.start.x()) + ", " + pythonText(m_run.start.y()) + ']'; }
  // lr0 is what a schedule, or an optimizer of PyTorch's, starts from.
  std::string lr(bool isTakenByPytorch) const {
    return (isConstant() && !isTakenByPytorch ? "lr = " : "lr0 = ") + pythonText(m_run.lr);
  }

 private:
  Expression expression() const {
    FormulaProblem ignored;
    return Expression::of(*Formula::parse(m_model ? m_model->formulaOfRow : m_info.formula, ignored));
  }

  // Known inside the function alone, lest they be taken for something else.
  Lines parameters() const {
    Lines lines;
    if (m_model) {
      lines = {"    u, t = inputs[rows], targets[rows]"};
      if (m_table.inputs == 2) lines.emplace_back("    v = inputs2[rows]");
      if (const ParameterInfo* delta = findParameter(m_info.parameters, "delta"))
        lines.push_back("    d = " + pythonText(numberOf(*delta, m_run.lossFunction.parameters)));
      return lines;
    }
    for (const ParameterInfo& info : m_info.parameters)
      lines.push_back("    " + info.id + " = " + pythonText(numberOf(info, m_run.lossFunction.parameters)));
    return lines;
  }
  Lines body(const std::string& returned) const {
    Lines lines = parameters();
    lines.push_back("    return " + returned);
    return lines;
  }
  // Over the rows, of a model.
  std::string mean(const std::string& text) const {
    if (!m_model) return text;
    return m_dialect == Dialect::torch ? "torch.mean(" + text + ')' : "np.mean(" + text + ')';
  }
  template <class Value>
  Lines column(const std::string& name, Value value) const {
    constexpr std::size_t inALine = 10;
    Lines lines{name + (m_dialect == Dialect::torch ? " = torch.tensor([" : " = np.array([")};
    for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
      if (i % inALine == 0) lines.emplace_back("   ");
      lines.back() += ' ' + pythonText(value(m_table.rows[i])) + ',';
    }
    lines.emplace_back("])");
    return lines;
  }
  static Lines sigmoid() { return {"def sigmoid(u):", "    return 0.5 * (1 + np.tanh(0.5 * u))", "", ""}; }

  const Run& m_run;
  Dialect m_dialect;
  LossFunctionInfo m_info;
  const ModelInfo* m_model;  // null for a function without data
  DataTable m_table;
  std::int64_t m_perEpoch;
  const PythonOptimizer& m_optimizer;
  const PythonSchedule& m_schedule;
  PythonSettings m_optimizerSettings;
  PythonSettings m_scheduleSettings;
};

// In a shell's word.
std::string quoted(const std::string& word) {
  const bool plain = !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           std::string_view("_-.,=:+/").find(c) != std::string_view::npos;
  });
  if (plain) return word;
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + '\'';
}

// As --data takes them, where a shell does; otherwise the name of a file that they are to be saved in.
std::string rowsInLine(const DataTable& table) {
  constexpr std::size_t most = 200;
  return table.rows.size() <= most ? asCsv(table) : "rows.csv";
}

}  // namespace

// Splines through measured losses are not written out.
std::optional<Problem> whyNoScript(const Run& run) {
  if (!run.lossFunction.grid) return std::nullopt;
  return Problem{"export", CORE_TEXT("Problem", "a run on measured losses cannot be made a script"),
                 CORE_TEXT("Problem", "export its steps, as .csv or .json")};
}

std::string numpyScript(const Run& run) {
  const Script script(run, Dialect::numpy);
  const Lines init = script.init();
  const Lines step = script.step();
  Lines lines{script.title(), "# Made by Ravine.", "import numpy as np", "", ""};
  append(lines, script.lossFunction());
  append(lines, script.gradient());
  if (mentions(step, "hessian")) append(lines, script.hessian());
  append(lines, script.noise());
  append(lines, script.batches());
  append(lines, {script.lr(false)});
  append(lines, script.rate());
  append(lines, {"steps = " + std::to_string(run.steps)});
  Lines rule = init;
  append(rule, step);
  append(lines, script.optimizerAssignments(rule));
  append(lines, {"theta = np.array(" + script.start() + ")"});
  append(lines, init);
  append(lines, {""});
  if (script.diverges()) append(lines, {"np.seterr(all=\"ignore\")"});
  append(lines, {"print(0, *theta, loss(*theta))", "for t in range(steps):"});
  Lines loop = script.rateNow("loss(*theta)");
  append(loop, script.batchBegins());
  append(loop, {"g = gradient(*theta)"});
  if (hasNoise(run)) append(loop, {"noise = noise_at(t)", "g = g + noise"});
  if (!hasNoise(run) && mentions(step, "noise")) append(loop, {"noise = np.zeros(2)"});
  append(loop, step);
  append(loop, script.batchEnds());
  if (script.diverges())
    append(loop, {"if not np.isfinite(loss(*theta)):  # beyond all numbers: it has diverged", "    break"});
  append(loop, {"print(t + 1, *theta, loss(*theta))"});
  append(lines, indented(loop));
  return joined(lines);
}

std::string pytorchScript(const Run& run) {
  const Script script(run, Dialect::torch);
  const bool hasOptimizer = script.hasTorchOptimizer();
  const bool hasSchedule = hasOptimizer && script.hasTorchSchedule();
  const Lines step = inTorch(script.step());
  const Lines init = inTorch(script.init());
  Lines lines;
  append(lines, script.lossFunction());
  if (!hasOptimizer) {
    append(lines, {"def gradient(theta):", "    theta = theta.detach().requires_grad_()",
                   "    return torch.autograd.grad(loss(*theta), theta)[0]", "", ""});
    if (mentions(step, "hessian"))
      append(lines, {"def hessian(theta):", "    return torch.autograd.functional.hessian(lambda p: loss(*p), theta)",
                     "", ""});
  }
  append(lines, script.noise());
  append(lines, script.batches());
  append(lines, {script.lr(hasOptimizer)});
  if (!hasSchedule) {
    if (hasOptimizer && !script.hasTorchSchedule())
      append(lines, {"# PyTorch has no such schedule: this is its rate, set before each step."});
    append(lines, script.rate());
  }
  append(lines, {"steps = " + std::to_string(run.steps)});
  Lines loop;
  if (hasOptimizer) {
    const Lines optimizer = script.torchOptimizer();
    const Lines scheduler = hasSchedule ? script.torchSchedule() : Lines();
    append(lines, {"theta = torch.tensor(" + script.start() + ", requires_grad=True)"});
    append(lines, script.optimizerAssignments(optimizer));
    append(lines, optimizer);
    append(lines, script.scheduleAssignments(scheduler));
    append(lines, scheduler);
    if (!hasSchedule) {
      append(loop, script.rateNow("loss(*theta).item()"));
      append(loop, {"optimizer.param_groups[0][\"lr\"] = lr"});
    }
    append(loop, script.batchBegins());
    append(loop, {"optimizer.zero_grad()", "loss(*theta).backward()"});
    if (hasNoise(run)) append(loop, {"theta.grad += torch.from_numpy(noise_at(t))"});
    append(loop, {"optimizer.step()"});
    append(loop, script.batchEnds());
    if (!scheduler.empty()) {
      const std::string next = script.listens() ? "scheduler.step(loss(*theta).item())" : "scheduler.step()";
      append(loop, script.countsEpochs() ? Lines{"if (t + 1) % steps_per_epoch == 0:", "    " + next} : Lines{next});
    }
  } else {
    Lines rule = init;
    append(rule, step);
    append(lines, {"# PyTorch has no such optimizer: this is its plain update."});
    append(lines, script.optimizerAssignments(rule));
    append(lines, {"theta = torch.tensor(" + script.start() + ")"});
    append(lines, init);
    append(loop, script.rateNow("loss(*theta).item()"));
    append(loop, script.batchBegins());
    append(loop, {"g = gradient(theta)"});
    if (hasNoise(run)) append(loop, {"noise = torch.from_numpy(noise_at(t))", "g = g + noise"});
    if (!hasNoise(run) && mentions(step, "noise")) append(loop, {"noise = torch.zeros(2)"});
    append(loop, step);
    append(loop, script.batchEnds());
  }
  append(lines, {"", "print(0, *theta.tolist(), loss(*theta).item())", "for t in range(steps):"});
  if (script.diverges())
    append(loop, {"if not torch.isfinite(loss(*theta)):  # beyond all numbers: it has diverged", "    break"});
  append(loop, {"print(t + 1, *theta.tolist(), loss(*theta).item())"});
  append(lines, indented(loop));
  Lines head{script.title(), "# Made by Ravine."};
  if (std::any_of(lines.begin(), lines.end(), [](const std::string& l) { return l.find("math.") != l.npos; }))
    head.emplace_back("import math");
  if (std::any_of(lines.begin(), lines.end(), [](const std::string& l) { return l.find("np.") != l.npos; }))
    head.emplace_back("import numpy as np");
  append(head, {"import torch", "", "torch.set_default_dtype(torch.float64)", "", ""});
  append(head, lines);
  return joined(head);
}

std::string commandLine(const Run& run) {
  std::string text = "ravine run";
  const auto add = [&](const std::string& option, const std::string& value) {
    text += ' ' + option + ' ' + quoted(value);
  };
  const auto addAll = [&](const std::string& owner, const std::vector<ParameterInfo>& infos, const ParameterSet& set) {
    for (const ParameterInfo& info : infos)
      if (const ParameterValue& value = valueOf(info, set); value != info.defaultValue)
        add("--set", owner + '.' + info.id + '=' + toText(value));
  };
  const LossFunctionInfo function = lossFunctionInfo(run);
  const bool isModel = function.group == LossGroup::models;
  if (run.lossFunction.grid)
    add("--surface", "losses.csv");
  else
    add(isModel ? "--model" : "--loss",
        run.lossFunction.formula.empty() ? run.lossFunction.id : run.lossFunction.formula);
  if (const DataChoice& data = run.lossFunction.data; data.rows)
    add("--data", rowsInLine(*data.rows));
  else if (!data.id.empty())
    add("--data", data.id);
  if (const DataSetInfo* set = findDataSet(dataOf(run.lossFunction).id))
    addAll("data", set->parameters, dataOf(run.lossFunction).parameters);
  if (const auto& box = run.lossFunction.domain)
    add("--domain", shortestText(box->x.lower) + ',' + shortestText(box->x.upper) + ',' + shortestText(box->y.lower) +
                        ',' + shortestText(box->y.upper));
  addAll("loss", function.parameters, run.lossFunction.parameters);
  add("--start", shortestText(run.start.x()) + ',' + shortestText(run.start.y()));
  add("--optimizer", run.optimizer.id);
  addAll("optimizer", optimizerInfo(run).parameters, run.optimizer.parameters);
  add("--lr", shortestText(nominalRate(run)));
  add("--schedule", run.schedule.id);
  ParameterSet ofSchedule = run.schedule.parameters;
  ofSchedule.erase(scheduleInfo(run).rateParameter);  // which is --lr
  addAll("schedule", scheduleInfo(run).parameters, ofSchedule);
  if (run.warmUp > 0) add("--warm-up", std::to_string(run.warmUp));
  if (run.scheduleUnit == TimeUnit::epochs) add("--schedule-unit", "epochs");
  addAll("noise", noiseParameters(), run.noise);
  addAll("batches", batchParameters(), run.batches);
  add("--steps", std::to_string(run.steps));
  return text;
}

// Rows of data, the only thing with lines of its own, as bash writes them within one.
std::string commandInOneLine(const std::string& command) {
  std::string text;
  const std::string_view data = "--data '";
  const auto rows = command.find(data);
  const bool hasLines = rows != command.npos && command.find('\n', rows) != command.npos;
  for (std::size_t i = 0; i < command.size(); ++i) {
    if (hasLines && i == rows + data.size() - 1) text += '$';
    if (command[i] == '\n')
      text += "\\n";
    else
      text += command[i];
  }
  return text;
}

}  // namespace ravine
